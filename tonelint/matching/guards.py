"""The fixed registry of guards: what makes the same words honest, or makes them count. Packs name guards, never ship
them.

`ruleset.guard_names` says what each guard asks; here are the answers. A guard looks at one `Situation` and says yes or
no; the
vocabulary it needs lies in lexicons, so that Russian and English share the logic.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import TAG, Token
from tonelint.matching import classes
from tonelint.matching.context import Context
from tonelint.matching.paragraph import Paragraph, Sentence
from tonelint.model import Language
from tonelint.reading.roles import is_refusal
from tonelint.ruleset.compiled import CompiledPattern, Guard
from tonelint.ruleset.pattern import Node

_QUOTES = lazy(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"|(?<![\w])'[^'\n]+'(?!\w)|`[^`\n]*`|‘[^‘’\n]+’(?!\w)")
_CODE = lazy(
    r"[a-z]\w*_\w+|\w+\(\)|(?<!\w)[a-z]{2,}[A-Z]\w*|->|=>|&&|\|\||::|[;{})]\s*//|[{};]\s*$|</?\w+>|\w+\.\w+\(|^\s*(?:#|//|/\*|\*)\s"
)
"""Signs of program text. A link, a brand name (iPhone, LinkedIn, eBay) and a single-brace merge tag are not among
them."""
_THOUSANDS = lazy(r"[ \u00a0\u202f\u2009']|[.,](?=\d{3})")
_MERGE_TAG = lazy(r"\$?\{[\w.\s]+\}")
_DIALOGUE = lazy(r"^\s*[—–-]\s*[^\W\d_]")
_MINUS = lazy(r"(?:^|[^\d])[-−–‑]$")


@dataclass(frozen=True, slots=True)
class Situation:
    """A match in its surroundings: tokens `start..end` of `sentence` in `paragraph`."""

    context: Context
    paragraph: Paragraph
    sentence: Sentence
    start: int
    end: int
    language: Language

    def lexicon(self, name: str) -> frozenset[str]:
        """The single words of a lexicon in the language of the text."""
        return classes.lexicon_words(self.context.ruleset, self.language)(name)

    def sentence_has(self, name: str) -> bool:
        """Whether the sentence holds an entry of the lexicon, phrases included."""
        return self._holds(name, self.sentence.tokens)

    def paragraph_has(self, name: str) -> bool:
        """Whether the segment holds an entry of the lexicon, phrases included."""
        return self._holds(name, self.paragraph.whole.tokens)

    def paragraph_count(self, name: str) -> int:
        """How many words of the segment are entries of the lexicon."""
        words = self.lexicon(name)
        return sum(token.norm in words for token in self.paragraph.whole.tokens)

    def _holds(self, name: str, tokens: tuple[Token, ...]) -> bool:
        if name not in self.context.ruleset.lexicon_names(self.language):
            return False
        return self.context.engine(self.language).holds(("lex", name), tokens)

    @property
    def before(self) -> tuple[Token, ...]:
        """The tokens of the sentence before the match."""
        return self.sentence.tokens[: self.start]

    @property
    def after(self) -> tuple[Token, ...]:
        """The tokens of the sentence after the match."""
        return self.sentence.tokens[self.end :]

    @property
    def inside(self) -> tuple[Token, ...]:
        """The tokens of the match."""
        return self.sentence.tokens[self.start : self.end]

    @property
    def neighbours(self) -> tuple[Sentence, ...]:
        """The sentence with the one before and the one after it."""
        every = self.paragraph.sentences
        at = next((i for i, s in enumerate(every) if s.span == self.sentence.span), None)
        return every if at is None else every[max(0, at - 1) : at + 2]


def silenced_by(pattern: CompiledPattern, situation: Situation) -> Guard | None:
    """The first guard that keeps the match from becoming a finding; None when it stands."""
    for guard in pattern.requires:
        if not holds(guard, situation):
            return guard
    for guard in pattern.unless:
        if holds(guard, situation):
            return guard
    return None


def holds(guard: Guard, situation: Situation) -> bool:
    """Whether a guard says yes: a named one, or a pattern found where the guard looks for it."""
    scope, what = guard
    if scope == "named":
        return GUARDS[what](situation)
    engine = situation.context.engine(situation.language)
    if scope in ("subject", "object"):
        return _related(scope, what, situation)
    if scope == "document":
        return any(
            engine.holds(what, sentence.tokens)
            for paragraph in situation.context.paragraphs
            if paragraph.segment.role not in ("code", "quote")
            for sentence in paragraph.sentences
        )
    tokens = {
        "sentence": situation.sentence.tokens,
        "segment": situation.paragraph.whole.tokens,
        "before": situation.before,
        "after": situation.after,
        "inside": situation.inside,
    }[scope]
    return engine.holds(what, tokens)


def _related(relation: str, words: Node, at: Situation) -> bool:
    """Whether a word that matches stands as subject or object to a verb of the match.

    Without a parser for the language, word order decides: a subject stands within three words before the match or
    inside it, an
    object inside it or within four words after it.
    """
    from tonelint.matching import grammar

    engine = at.context.engine(at.language)
    text = at.paragraph.segment.text[at.sentence.span.start : at.sentence.span.end]
    shifted = [replace(t, start=t.start - at.sentence.span.start) for t in at.inside]
    found = grammar.related(text, at.language, shifted, "subject" if relation == "subject" else "object")
    if found is None:
        nearby = (*at.before[-3:], *at.inside) if relation == "subject" else (*at.inside, *at.after[:4])
        return engine.holds(words, nearby)
    return any(engine.holds(words, (Token(word, 0, len(word), "word", word),)) for word in found)


def _quoted(at: Situation) -> bool:
    """A match that begins inside a quotation is quoted, also when a loose end of its pattern reaches past the closing
    mark."""
    text = at.paragraph.segment.text
    start = at.inside[0].start
    whole = text.strip(" \t\r\n.,!?…—–-:;*")
    return any(q.start() < start < q.end() and q[0].strip() != whole for q in _QUOTES.finditer(text))


def _mentioned(at: Situation) -> bool:
    if _quoted(at) or at.sentence_has("meta"):
        return True
    naming = at.lexicon("naming")
    marks = ""
    for token in reversed((*at.before[-6:], at.inside[0])):
        if token.norm in naming and (":" in marks or any(q in marks for q in "«“„\"'")):
            return True
        marks += token.marks
    return at.paragraph.segment.role in ("body", "fine-print") and _looks_like_code(at.paragraph.segment.text)


def _looks_like_code(text: str) -> bool:
    return _CODE.search(_MERGE_TAG.sub("x", text)) is not None


def _negated(at: Situation) -> bool:
    negations = at.lexicon("negations")
    return any(token.norm in negations or token.norm.endswith("n't") for token in at.before[-3:])


def _dated_tokens(at: Situation, tokens: tuple[Token, ...]) -> bool:
    words = classes.lexicon_words(at.context.ruleset, at.language)
    return any(
        classes.ends(label, tokens, index, words)
        for index in range(len(tokens))
        for label in ("date", "weekday", "time")
    )


def _dated(at: Situation) -> bool:
    return _dated_tokens(at, at.sentence.tokens)


def _dated_nearby(at: Situation) -> bool:
    return any(_dated_tokens(at, sentence.tokens) for sentence in at.neighbours)


def _several(name: str, least: int) -> Callable[[Situation], bool]:
    return lambda at: at.paragraph_count(name) >= least


def _in_sentence(name: str) -> Callable[[Situation], bool]:
    return lambda at: at.sentence_has(name)


def _in_paragraph(name: str) -> Callable[[Situation], bool]:
    return lambda at: at.paragraph_has(name)


def _narrative(at: Situation) -> bool:
    return at.sentence_has("narration") or (
        bool(_DIALOGUE.match(at.paragraph.segment.text)) and at.paragraph_has("narration")
    )


def _technical(at: Situation) -> bool:
    """One word that only programs use is enough; of the words they share with life (class, method) it takes two."""
    if _looks_like_code(at.paragraph.segment.text) or at.paragraph_count("technical") >= 1:
        return True
    return at.paragraph_count("technical-hints") >= 2


def _conditional(at: Situation) -> bool:
    opening = at.lexicon("conditions")
    for token in reversed(at.before):
        if token.norm in opening:
            return True
        if "," in token.marks or ";" in token.marks:
            return False
    return False


def _tail(mark: str) -> Callable[[Situation], bool]:
    return lambda at: mark in at.sentence.tail


def _after_minus(at: Situation) -> bool:
    return bool(_MINUS.search(at.paragraph.segment.text[: at.inside[0].start][-2:]))


def _interactive(at: Situation) -> bool:
    segment = at.paragraph.segment
    return segment.role in ("cta", "decline") or segment.element in ("button", "a", "label", "input", "option")


def _refusal(at: Situation) -> bool:
    """A decline option often arrives as a plain line, from a table or a catalogue: it is short and opens by saying
    no."""
    paragraph = at.paragraph
    if paragraph.segment.role == "unsubscribe" or _interactive(at):
        return True
    return len(paragraph.whole.tokens) <= 18 and len(paragraph.sentences) <= 3 and is_refusal(paragraph.segment.text)


def _shouting(at: Situation) -> bool:
    letters = [c for token in at.inside for c in token.raw if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _price_falls(at: Situation) -> bool:
    """The first sum of the match is greater than the last; sums in merge tags or words count as falling: nobody can
    say."""
    sums = [token.norm for token in at.inside if token.kind == "number"]
    if len(sums) < 2:
        return True
    first, last = (float(_THOUSANDS.sub("", found).replace(",", ".")) for found in (sums[0], sums[-1]))
    return first > last


GUARDS: dict[str, Callable[[Situation], bool]] = {
    "mentioned": _mentioned,
    "quoted": _quoted,
    "negated": _negated,
    "dated": _dated,
    "dated-nearby": _dated_nearby,
    "legal": _several("legal", 2),
    "safety": _in_paragraph("safety"),
    "security": _in_paragraph("security"),
    "news": _in_sentence("reporting"),
    "narrative": _narrative,
    "technical": _technical,
    "admin": _in_paragraph("admin"),
    "requested": _in_paragraph("requested"),
    "escape": _in_paragraph("escape"),
    "transactional": _in_paragraph("transactional"),
    "conditional": _conditional,
    "question": _tail("?"),
    "exclaims": _tail("!"),
    "unpunctuated": lambda at: not any(mark in at.sentence.tail for mark in ".!?…:;"),
    "second-person": _in_sentence("second-person"),
    "first-person-plural": _in_sentence("first-person-plural"),
    "first-person": _in_sentence("first-person"),
    "commercial": lambda at: at.context.is_commercial,
    "commercial-sentence": _in_sentence("commercial"),
    "bulk": lambda at: at.context.is_bulk,
    "correspondence": lambda at: at.context.is_correspondence,
    "short": lambda at: len(at.paragraph.whole.tokens) <= 8,
    "interactive": _interactive,
    "refusal": _refusal,
    "shouting": _shouting,
    "price-falls": _price_falls,
    "minus": _after_minus,
    "sentence-start": lambda at: at.start == 0,
    "segment-start": lambda at: (
        at.start == 0
        and TAG not in at.inside[0].marks
        and at.sentence.span.start == at.paragraph.sentences[0].span.start
    ),
}
