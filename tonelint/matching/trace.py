"""Why a line was or was not flagged: the steps of `finder`, told one by one instead of decided. For `debug` only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tonelint.language.tokens import Token
from tonelint.matching import guards
from tonelint.matching.context import Context
from tonelint.matching.finder import hits, languages_of
from tonelint.matching.paragraph import Paragraph
from tonelint.model import Document, Language, Segment
from tonelint.ruleset.compiled import CompiledPattern, Guard, Ruleset
from tonelint.ruleset.pattern import Node, describe

Outcome = Literal["matched", "silenced", "nearly", "words-missing", "other-role"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One pattern tried on one segment.

    `written` is the pattern as its rule has it. `words` are the words that matched, or as far as they did; `detail`
    says which guard silenced it, how many parts of the pattern were found, which word is missing, or where the rule
    looks.
    """

    rule: str
    language: Language
    written: str
    outcome: Outcome
    words: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class TracedSegment:
    """A segment with its sentences as words, and every pattern that had a reason to look at it."""

    segment: Segment
    sentences: tuple[tuple[str, ...], ...]
    attempts: tuple[Attempt, ...]


def trace(document: Document, ruleset: Ruleset, part: int, line: int) -> tuple[TracedSegment, ...]:
    """What happens to each segment that touches `line` (from 1) of `document.parts[part]`."""
    context = Context(document, ruleset)
    return tuple(
        TracedSegment(
            paragraph.segment,
            tuple(tuple(token.norm for token in sentence.tokens) for sentence in paragraph.sentences),
            tuple(_attempts(paragraph, context)),
        )
        for paragraph in context.paragraphs
        if paragraph.segment.part == part and _touches(paragraph.segment, document, line)
    )


def _touches(segment: Segment, document: Document, line: int) -> bool:
    part = document.parts[segment.part]
    span = segment.source.span(0, len(segment.text))
    return part.place(span.start)[0] <= line <= part.place(span.end - 1)[0]


def _attempts(paragraph: Paragraph, context: Context) -> Iterator[Attempt]:
    words = paragraph.words
    for language in languages_of(paragraph.segment):
        index = context.ruleset.index(language)
        for rule, number in sorted({key for word in words for key in index.get(word, ())}):
            pattern = context.ruleset.patterns(rule, language)[number]
            yield from _tried(pattern, paragraph, language, context, words)


def _tried(
    pattern: CompiledPattern, paragraph: Paragraph, language: Language, context: Context, words: frozenset[str]
) -> Iterator[Attempt]:
    def attempt(outcome: Outcome, found: str = "", detail: str = "") -> Attempt:
        written = _written(pattern, language, context.ruleset)
        return Attempt(pattern.rule, language, written, outcome, " ".join(found.split()), detail)

    engine = context.engine(language)
    if pattern.node is None:
        return
    if not engine.possible(pattern.node, words):
        lacking = next((part for part in _parts(pattern.node) if not engine.possible(part, words)), pattern.node)
        yield attempt("words-missing", detail=describe(lacking))
        return
    if paragraph.segment.role not in pattern.roles:
        yield attempt("other-role", detail=", ".join(sorted(pattern.roles)))
        return
    any_hit = False
    for sentence, hit in hits(pattern, paragraph, language, context):
        any_hit = True
        situation = guards.Situation(context, paragraph, sentence, hit.start, hit.end, language)
        guard = guards.silenced_by(pattern, situation)
        found = _text(paragraph, sentence.tokens, hit.start, hit.end)
        if guard is None:
            yield attempt("matched", found)
        else:
            yield attempt("silenced", found, _guard(guard, pattern))
    if not any_hit:
        yield attempt("nearly", *_furthest(pattern, paragraph, language, context))


def _furthest(pattern: CompiledPattern, paragraph: Paragraph, language: Language, context: Context) -> tuple[str, str]:
    """The words of the longest beginning of the pattern that does match, and `found/all` parts with the next one."""
    node: Node = pattern.node or ("seq", ())
    engine = context.engine(language)
    if node[0] == "near":
        tokens = paragraph.whole.tokens
        apart = [part for part in node[2] if engine.holds(part, tokens)]
        lacking = next((describe(part) for part in node[2] if part not in apart), "")
        return "", f"{len(apart)}/{len(node[2])}{f', {lacking}' if lacking else ''}"
    parts = _parts(node)
    for count in range(len(parts) - 1, 0, -1):
        for sentence in (paragraph.whole,) if pattern.scope == "segment" else paragraph.sentences:
            hit = next(engine.search(("seq", parts[:count]), sentence.tokens), None)
            if hit is not None:
                found = _text(paragraph, sentence.tokens, hit.start, hit.end)
                return found, f"{count}/{len(parts)}, {describe(parts[count])}"
    return "", f"0/{len(parts)}, {describe(parts[0])}"


def _parts(node: Node) -> tuple[Node, ...]:
    """The parts of a pattern that have to hold one by one."""
    if node[0] == "cap":
        return _parts(node[2])
    return tuple(node[1]) if node[0] == "seq" else tuple(node[2]) if node[0] == "near" else (node,)


def _text(paragraph: Paragraph, tokens: tuple[Token, ...], start: int, end: int) -> str:
    return paragraph.segment.text[tokens[start].start : tokens[end - 1].end]


def _written(pattern: CompiledPattern, language: Language, ruleset: Ruleset) -> str:
    given = ruleset.info(pattern.rule).sides[language]["match"][pattern.number]
    return given if isinstance(given, str) else str(given.get("pattern", pattern.check))


def _guard(guard: Guard, pattern: CompiledPattern) -> str:
    scope, what = guard
    named = what if scope == "named" else f"{scope}: {describe(what)}"
    return f"requires {named}" if guard in pattern.requires else f"unless {named}"
