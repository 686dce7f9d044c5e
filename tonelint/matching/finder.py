"""The search itself: the word index proposes, the pattern matches, the guards have the last word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tonelint.matching import checks, guards
from tonelint.matching.context import Context, engine_for
from tonelint.matching.engine import Hit
from tonelint.matching.memory import Memory
from tonelint.matching.overlaps import Overlaps
from tonelint.matching.paragraph import Paragraph, Sentence
from tonelint.model import Confidence, Document, Language, Segment, Span
from tonelint.ruleset.compiled import CompiledPattern, Ruleset

_AT_LEAST: dict[Confidence, frozenset[str]] = {
    "high": frozenset(("high",)),
    "medium": frozenset(("high", "medium")),
    "low": frozenset(("high", "medium", "low")),
}


class Capture(NamedTuple):
    """What a named part of a pattern matched: its words as written and their place in the segment's text."""

    text: str
    span: Span
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that holds: `span` and `sentence` are places in the text of `document.segments[segment]`."""

    rule: str
    segment: int
    language: Language
    span: Span
    sentence: Span
    confidence: Confidence
    pattern: int
    name: str = ""
    captures: Mapping[str, Capture] = field(default_factory=dict)
    choices: frozenset[tuple[int, int]] = frozenset()
    source: Span | None = None
    """The markup that is at fault, in the source of the segment's part; None when it is the words at `span`."""

    def place(self, document: Document) -> Span:
        """What to underline, in the source of the segment's part."""
        return self.source or document.segments[self.segment].source.span(self.span.start, self.span.end)


class Crash(NamedTuple):
    """A rule that failed on a segment; the other rules go on."""

    rule: str
    segment: int
    error: str


class Search(NamedTuple):
    """What the patterns of some rules match in a document, repetitions included: any of those rules can be asked."""

    context: Context
    every: tuple[Match, ...]
    crashes: tuple[Crash, ...]

    def settled(self, rules: frozenset[str] | None, confidence: Confidence) -> tuple[Match, ...]:
        """The matches of `rules` (all when None) of at least this confidence, in reading order, one a place."""
        allowed = _AT_LEAST[confidence]
        kept = [m for m in self.every if (rules is None or m.rule in rules) and m.confidence in allowed]
        return tuple(_distinct(kept, {m.rule: _kin(m.rule, self.context.ruleset) for m in kept}))

    def failed(self, rules: frozenset[str] | None) -> tuple[Crash, ...]:
        """Those of `rules` that crashed."""
        return tuple(one for one in self.crashes if rules is None or one.rule in rules)


def search_document(
    document: Document,
    ruleset: Ruleset,
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
    situations: Mapping[str, checks.Check] | None = None,
    memory: Memory | None = None,
) -> Search:
    """Everything that `rules` match in `document`; the arguments are those of `match_document`."""
    context = Context(document, ruleset, memory)
    allowed = _AT_LEAST[confidence]
    matches: list[Match] = []
    crashes: list[Crash] = []
    for paragraph in context.paragraphs:
        if paragraph.segment.role == "code":
            continue
        for language in languages_of(paragraph.segment):
            for pattern in candidates(paragraph, ruleset, language, rules):
                if pattern.confidence not in allowed or paragraph.segment.role not in pattern.roles:
                    continue
                try:
                    matches += find(pattern, paragraph, language, context)
                except Exception as error:  # a fault in one rule must not hide what the others see
                    crashes.append(Crash(pattern.rule, paragraph.index, f"{type(error).__name__}: {error}"))
    checked, failed = _run_checks(context, rules, allowed, situations or {})
    return Search(context, (*matches, *checked), (*crashes, *failed))


def match_document(
    document: Document,
    ruleset: Ruleset,
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
    situations: Mapping[str, checks.Check] | None = None,
    memory: Memory | None = None,
) -> tuple[tuple[Match, ...], tuple[Crash, ...]]:
    """All matches in `document`, in reading order, and the rules that crashed.

    Args:
        rules: ids of the rules to run; all when None.
        confidence: the least confidence of a pattern that is tried.
        situations: the checks of `checks.SITUATIONS`, bound to what is known about the reader.
        memory: what an earlier check with these rules knows of the paragraphs.
    """
    found = search_document(document, ruleset, rules=rules, confidence=confidence, situations=situations, memory=memory)
    return found.settled(rules, confidence), found.crashes


def languages_of(segment: Segment) -> tuple[Language, ...]:
    """The languages whose rules a segment is read with; a segment without letters is read with both."""
    return (segment.language,) if segment.language != "und" else ("ru", "en")


def candidates(
    paragraph: Paragraph, ruleset: Ruleset, language: Language, rules: frozenset[str] | None
) -> list[CompiledPattern]:
    """The patterns whose obligatory words all occur in the segment."""
    key = (language, rules)
    if key not in paragraph.found:
        paragraph.found[key] = _candidates(paragraph, ruleset, language, rules)
    found: list[CompiledPattern] = paragraph.found[key]
    return found


def _candidates(
    paragraph: Paragraph, ruleset: Ruleset, language: Language, rules: frozenset[str] | None
) -> list[CompiledPattern]:
    engine = engine_for(ruleset, language)
    words = paragraph.words
    found = {}
    for word in ruleset.index(language).keys() & words:
        for pattern in ruleset.proposed(word, language):
            if pattern.also is not None and pattern.also.isdisjoint(words):
                continue
            if rules is not None and pattern.rule not in rules:
                continue
            if pattern.node is not None and engine.possible(pattern.node, words):
                found[pattern.rule, pattern.number] = pattern
    return [found[key] for key in sorted(found)]


def find(pattern: CompiledPattern, paragraph: Paragraph, language: Language, context: Context) -> Iterator[Match]:
    """The matches of one pattern in one segment that no guard silences."""
    for sentence, hit in hits(pattern, paragraph, language, context):
        situation = guards.Situation(context, paragraph, sentence, hit.start, hit.end, language)
        if guards.silenced_by(pattern, situation) is None:
            yield _match(pattern, paragraph, sentence, hit, language)


def hits(
    pattern: CompiledPattern, paragraph: Paragraph, language: Language, context: Context
) -> Iterator[tuple[Sentence, Hit]]:
    """Where the bare pattern holds, before any guard is asked."""
    key = (language, pattern.rule, pattern.number)
    if key not in paragraph.found:
        paragraph.found[key] = tuple(_hits(pattern, paragraph, language, context))
    yield from paragraph.found[key]


def _hits(
    pattern: CompiledPattern, paragraph: Paragraph, language: Language, context: Context
) -> Iterator[tuple[Sentence, Hit]]:
    assert pattern.node is not None
    scopes: Sequence[Sentence] = (paragraph.whole,) if pattern.scope == "segment" else paragraph.sentences
    engine = context.engine(language)
    for sentence in scopes:
        if not engine.possible(pattern.node, sentence.norms):
            continue
        for hit in engine.search(pattern.node, sentence.tokens):
            yield sentence, hit


def _match(pattern: CompiledPattern, paragraph: Paragraph, sentence: Sentence, hit: Hit, language: Language) -> Match:
    text = paragraph.segment.text
    captures = {}
    for name, first, after in hit.captures:
        if first == after:
            continue
        span = Span(sentence.tokens[first].start, sentence.tokens[after - 1].end)
        norms = tuple(token.norm for token in sentence.tokens[first:after])
        captures[name] = Capture(text[span.start : span.end], span, norms)
    span = Span(sentence.tokens[hit.start].start, sentence.tokens[hit.end - 1].end)
    if "flag" in captures:
        span = captures["flag"].span
    around = sentence.span
    if pattern.scope == "segment":
        held = paragraph.held(span)
        around = Span(held[0].start, held[-1].end) if held else around
    return Match(
        pattern.rule, paragraph.index, language, span, around, pattern.confidence, pattern.number, pattern.name,
        captures, hit.choices,
    )  # fmt: skip


def _run_checks(
    context: Context,
    rules: frozenset[str] | None,
    allowed: frozenset[str],
    situations: Mapping[str, checks.Check],
) -> tuple[list[Match], list[Crash]]:
    """Named checks look at the document as a whole; each says where it found what."""
    matches: list[Match] = []
    crashes: list[Crash] = []
    for language in context.languages:
        for rule, number in context.ruleset.always[language]:
            if rules is not None and rule not in rules:
                continue
            pattern = context.ruleset.patterns(rule, language)[number]
            if pattern.confidence not in allowed:
                continue
            try:
                for segment, span, *markup in checks.run(pattern, context, language, situations):
                    if context.document.segments[segment].role in pattern.roles:
                        around = _sentences_of(context.paragraphs[segment], span)
                        match = Match(rule, segment, language, span, around, pattern.confidence, number, pattern.name)
                        matches.append(replace(match, source=markup[0]) if markup else match)
            except Exception as error:  # as above: one rule's fault is one finding
                crashes.append(Crash(rule, 0, f"{type(error).__name__}: {error}"))
    return matches, crashes


def _sentences_of(paragraph: Paragraph, span: Span) -> Span:
    """The sentence, or the run of sentences, that `span` lies in."""
    held = paragraph.held(span)
    return Span(min(held[0].start, span.start), max(held[-1].end, span.end)) if held else span


def _kin(rule: str, ruleset: Ruleset) -> str:
    """The rules that may speak for one another: those of a category, but for rules that are heard only with facts."""
    info = ruleset.info(rule)
    return rule if info.evidence == "situation" or info.claim.get("stated") else info.category


def _distinct(matches: list[Match], kin: Mapping[str, str]) -> list[Match]:
    """One match a place: of overlapping matches of one rule the longest stays, and a match that lies within another of
    its category goes.

    Categories keep apart what costs trust in different ways: the same words may hurry and count.
    """
    every: list[Match] = []
    kept = Overlaps[Match]()
    for match in sorted(matches, key=lambda m: (m.segment, m.span.start - m.span.end, m.span.start, m.rule)):
        if not any(_repeats(match, other, kin) for other in kept.near(match.segment, match.span)):
            kept.add(match.segment, match.span, match)
            every.append(match)
    return sorted(every, key=lambda m: (m.segment, m.span.start, m.span.end, m.rule))


def _repeats(match: Match, other: Match, kin: Mapping[str, str]) -> bool:
    """Whether `match`, not the longer of the two, says nothing that `other` does not say at the same place."""
    if match.source and other.source and match.source != other.source:
        return False
    if match.rule == other.rule:
        return other.span.start < match.span.end and match.span.start < other.span.end
    within = other.span.start <= match.span.start and match.span.end <= other.span.end
    return within and kin[match.rule] == kin[other.rule]
