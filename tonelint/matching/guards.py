"""The fixed registry of guards: what makes the same words honest, or makes them count. Packs name guards, never ship
them.

`ruleset.guard_names` says what each guard asks; here are the answers. A guard looks at one `Situation` and says yes or
no; the
vocabulary it needs lies in lexicons, so that Russian and English share the logic.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import TAG, Token
from tonelint.matching import classes
from tonelint.matching.context import Context
from tonelint.matching.engine import Engine
from tonelint.matching.paragraph import Paragraph, Sentence
from tonelint.model import Language, Span
from tonelint.reading.roles import is_refusal
from tonelint.ruleset.compiled import CompiledPattern, Guard
from tonelint.ruleset.pattern import Node

_QUOTES = lazy(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"\n]*\"|(?<![\w])'[^'\n]+'(?!\w)|`[^`\n]*`|‘[^‘’\n]+’(?!\w)")
_CODE = lazy(
    r"[a-z]\w{0,60}_\w|\w\(\)|(?<!\w)[a-z]{2,}[A-Z]|->|=>|&&|\|\||::|[;{})]\s*//|[{};]\s*$|</?\w+>|\w\.\w+\(|^\s*(?:#|//|/\*|\*)\s"
)
"""Signs of program text. A link, a brand name (iPhone, LinkedIn, eBay) and a single-brace merge tag are not among
them."""
_THOUSANDS = lazy(r"[ \u00a0\u202f\u2009']|[.,](?=\d{3})")
_MERGE_TAG = lazy(r"\$?\{[\w.\s]+\}")
_DIALOGUE = lazy(r"^\s*[—–-]\s*[^\W\d_]")
_MINUS = lazy(r"(?:^|[^\d])[-−–‑]$")

Answer = TypeVar("Answer")


class Situation(NamedTuple):
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
        return self._holds(name, self.sentence)

    def paragraph_has(self, name: str) -> bool:
        """Whether the segment holds an entry of the lexicon, phrases included."""
        return self._holds(name, self.paragraph.whole)

    def paragraph_count(self, name: str) -> int:
        """How many words of the segment are entries of the lexicon."""
        words, whole = self.lexicon(name), self.paragraph.whole
        key = ("count", self.language, name)
        return _once(whole.found, key, lambda: sum(token.norm in words for token in whole.tokens))

    def _holds(self, name: str, where: Sentence) -> bool:
        if name not in self.context.ruleset.lexicon_names(self.language):
            return False
        engine = self.context.engine(self.language)
        return _once(where.found, ("lexicon", self.language, name), lambda: engine.holds(("lex", name), where.tokens))

    @property
    def before(self) -> tuple[Token, ...]:
        """The tokens of the sentence before the match."""
        return self.sentence.tokens[: self.start]

    @property
    def after(self) -> tuple[Token, ...]:
        """The tokens of the sentence after the match."""
        return self.sentence.tokens[self.end :]

    def just_before(self, count: int) -> tuple[Token, ...]:
        """At most `count` tokens of the sentence right before the match."""
        return self.sentence.tokens[max(0, self.start - count) : self.start]

    @property
    def inside(self) -> tuple[Token, ...]:
        """The tokens of the match."""
        return self.sentence.tokens[self.start : self.end]

    @property
    def neighbours(self) -> tuple[Sentence, ...]:
        """The sentence with the one before and the one after it."""
        return self.paragraph.around(self.sentence)


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
    key = ("pattern", situation.language, id(what))
    if scope == "document":
        return _once(situation.context.found, key, lambda: _anywhere(what, situation.context, engine))
    if scope in ("sentence", "segment"):
        where = situation.sentence if scope == "sentence" else situation.paragraph.whole
        return _once(where.found, key, lambda: engine.holds(what, where.tokens))
    tokens = {"before": situation.before, "after": situation.after, "inside": situation.inside}[scope]
    return engine.holds(what, tokens)


def _anywhere(what: Node, context: Context, engine: Engine) -> bool:
    """Whether a pattern holds in any sentence of the letter's own copy."""
    return any(
        engine.possible(what, sentence.norms) and engine.holds(what, sentence.tokens)
        for paragraph in context.paragraphs
        if paragraph.segment.role not in ("code", "quote") and engine.possible(what, paragraph.words)
        for sentence in paragraph.sentences
    )


def _once(found: dict[Hashable, Any], key: Hashable, answer: Callable[[], Answer]) -> Answer:
    """What `answer` says, asked at the first match that needs to know it and kept in `found` for the others."""
    if key not in found:
        found[key] = answer()
    kept: Answer = found[key]
    return kept


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
        nearby = (
            (*at.just_before(3), *at.inside)
            if relation == "subject"
            else (*at.inside, *at.sentence.tokens[at.end : at.end + 4])
        )
        return engine.holds(words, nearby)
    return any(engine.holds(words, (Token(word, 0, len(word), "word", word),)) for word in found)


def _quoted(at: Situation) -> bool:
    """A match that begins inside a quotation is quoted, also when a loose end of its pattern reaches past the closing
    mark."""
    start = at.inside[0].start
    quotations = _once(at.paragraph.found, "quotations", lambda: _quotations(at.paragraph.segment.text))
    before = bisect_left(quotations, start, key=lambda one: one.start) - 1
    return before >= 0 and start < quotations[before].end


def _quotations(text: str) -> list[Span]:
    """What stands in quotation marks, in order; a text that is one quotation as a whole is the sender's own."""
    whole = text.strip(" \t\r\n.,!?…—–-:;*")
    return [Span(*found.span()) for found in _QUOTES.finditer(text) if found[0].strip() != whole]


def _mentioned(at: Situation) -> bool:
    if _quoted(at) or at.sentence_has("meta"):
        return True
    naming = at.lexicon("naming")
    marks = ""
    for token in reversed((*at.just_before(6), at.inside[0])):
        if token.norm in naming and (":" in marks or any(q in marks for q in "«“„\"'")):
            return True
        marks += token.marks
    return at.paragraph.segment.role in ("body", "fine-print") and _looks_like_code(at.paragraph)


def _looks_like_code(paragraph: Paragraph) -> bool:
    text = paragraph.segment.text
    return _once(paragraph.found, "code", lambda: _CODE.search(_MERGE_TAG.sub("x", text)) is not None)


def _negated(at: Situation) -> bool:
    negations = at.lexicon("negations")
    return any(token.norm in negations or token.norm.endswith("n't") for token in at.just_before(3))


def _dated_tokens(at: Situation, tokens: tuple[Token, ...]) -> bool:
    words = classes.lexicon_words(at.context.ruleset, at.language)
    return any(
        classes.ends(label, tokens, index, words)
        for index in range(len(tokens))
        for label in ("date", "weekday", "time")
    )


def _dated(at: Situation) -> bool:
    return _is_dated(at.sentence, at)


def _is_dated(sentence: Sentence, at: Situation) -> bool:
    return _once(sentence.found, ("dated", at.language), lambda: _dated_tokens(at, sentence.tokens))


def _dated_nearby(at: Situation) -> bool:
    key = ("dated-nearby", at.language)
    return _once(at.sentence.found, key, lambda: any(_is_dated(one, at) for one in at.neighbours))


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
    if _looks_like_code(at.paragraph) or at.paragraph_count("technical") >= 1:
        return True
    return at.paragraph_count("technical-hints") >= 2


def _conditional(at: Situation) -> bool:
    opening = at.lexicon("conditions")
    for index in range(at.start - 1, -1, -1):
        token = at.sentence.tokens[index]
        if token.norm in opening:
            return True
        if "," in token.marks or ";" in token.marks:
            return False
    return False


def _tail(mark: str) -> Callable[[Situation], bool]:
    return lambda at: mark in at.sentence.tail


def _after_minus(at: Situation) -> bool:
    start = at.inside[0].start
    return bool(_MINUS.search(at.paragraph.segment.text[max(0, start - 2) : start]))


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
