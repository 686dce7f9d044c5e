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
    """The paragraphs that speak to the reader; `words` counts their words and numbers."""

    context: Context
    paragraphs: tuple[Paragraph, ...]
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
        for paragraph in self.paragraphs:
            language = paragraph.segment.language
            if language != "und" and lexicon in self.context.ruleset.lexicon_names(language):
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
    return Copy(context, paragraphs, words, language)
