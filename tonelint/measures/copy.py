"""The copy of a document as measures see it: the texts that speak to the reader, taken apart once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tonelint.language.tokens import Token

if TYPE_CHECKING:
    from tonelint.matching.context import Context
    from tonelint.matching.paragraph import Paragraph
    from tonelint.model import Language, Role

SPOKEN: tuple[Role, ...] = ("subject", "heading", "body", "cta")
"""The roles that make up what a letter says; imprints, quotations and code are left out."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The paragraphs that speak to the reader; `norms` are the different folded words of each, `words` counts all words
    and numbers."""

    context: Context
    paragraphs: tuple[Paragraph, ...]
    norms: tuple[frozenset[str], ...]
    words: int
    language: Language

    def tokens(self, role: Role | None = None) -> Iterator[Token]:
        """All tokens in order, of all paragraphs or of those with one role."""
        for paragraph in self.paragraphs:
            if role is None or paragraph.segment.role == role:
                yield from paragraph.whole.tokens

    def count(self, lexicon: str) -> int:
        """How often an entry of a lexicon stands in the copy, each paragraph read with the lexicon of its language."""
        found = 0
        ruleset = self.context.ruleset
        for paragraph, norms in zip(self.paragraphs, self.norms, strict=True):
            language = paragraph.segment.language
            if language == "und" or lexicon not in ruleset.lexicon_names(language):
                continue
            known = ruleset.lexicon(language, lexicon)
            if not (norms.isdisjoint(known.singles) and known.phrases.keys().isdisjoint(norms)):
                engine = self.context.engine(language)
                found += sum(1 for _ in engine.search(("lex", lexicon), paragraph.whole.tokens))
        return found

    def per_hundred(self, count: float) -> float:
        """`count` per 100 words; 0 in a letter without words."""
        return 100 * count / self.words if self.words else 0.0


def copy_in(context: Context) -> Copy:
    """The copy of a document that is already under examination."""
    paragraphs = tuple(p for p in context.paragraphs if p.segment.role in SPOKEN)
    words = sum(token.kind != "symbol" for paragraph in paragraphs for token in paragraph.whole.tokens)
    letters: dict[Language, int] = {"ru": 0, "en": 0}
    for paragraph in paragraphs:
        if paragraph.segment.language in letters:
            letters[paragraph.segment.language] += len(paragraph.segment.text)
    language: Language = "und" if not any(letters.values()) else max(letters, key=lambda one: letters[one])
    norms = tuple(frozenset(token.norm for token in paragraph.whole.tokens) for paragraph in paragraphs)
    return Copy(context, paragraphs, norms, words, language)
