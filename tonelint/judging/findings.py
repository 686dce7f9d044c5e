"""A match put into words: its exact place in the source, its message and its why in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tonelint.judging.judged import Judged
from tonelint.judging.knowledge import Knowledge
from tonelint.language.lazy_pattern import lazy
from tonelint.matching.finder import Crash, Match
from tonelint.matching.second_opinion import Suggestion
from tonelint.model import TAG_FILLER, Document, Finding, Problem, Rewrite, Segment, Severity, Span
from tonelint.ruleset.compiled import RuleInfo
from tonelint.sentences import Sentence

_SPACE = lazy(r"\s+")
_SLOT = lazy(r"\{(\w+)\}")

SECOND_OPINION_RULE = "internal/second-opinion"


def finding(
    match: Match,
    document: Document,
    info: RuleInfo,
    lang: str,
    *,
    severity: Severity | None = None,
    rewrites: tuple[Rewrite, ...] = (),
    message: str | None = None,
) -> Finding:
    """The finding for `match`, told in `lang` (`ru` or `en`); `severity` and `message` overrule the rule's own."""
    segment = document.segments[match.segment]
    part = document.parts[segment.part]
    source = match.place(document)
    line, column = part.place(source.start)
    end_line, end_column = part.place(source.end)
    return Finding(
        rule=match.rule,
        category=info.category,
        severity=severity or info.severity,
        confidence=match.confidence,
        evidence=info.evidence,
        message=message or fill(info.message[lang], match, document),
        why=" ".join(info.why[lang].split()),
        start=source.start,
        end=source.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        excerpt=as_read(document, segment, match.span),
        role=segment.role,
        language=match.language,
        rewrites=rewrites,
        part=part.path,
        address=segment.address,
    )


def told(
    each: Judged,
    document: Document,
    info: RuleInfo,
    lang: str,
    known: Knowledge | None,
    *,
    severity: Severity,
    rewrites: tuple[Rewrite, ...] = (),
) -> Finding:
    """The finding for a judged match: a claim names both values, or the fact that would settle it."""
    match, said = each.match, None
    if each.verdict is not None and known is not None:
        from tonelint.judging.claim_words import message

        words = as_read(document, document.segments[match.segment], match.span)
        said = message(each.verdict, words, fill(info.message[lang], match, document), lang, known)
    return finding(match, document, info, lang, severity=severity, rewrites=rewrites, message=said)


def crash_problems(crashes: Iterable[Crash], document: Document) -> tuple[Problem, ...]:
    """What is to be said about rules that failed: one sentence a rule, with the line where it failed first."""
    told: dict[str, Problem] = {}
    for crash in crashes:
        message = (
            "the rule {rule} failed here ({fault}), the others went on; please report it, it is not the letter's fault"
        )
        line = 0
        if document.segments:
            segment = document.segments[crash.segment]
            line, _ = document.parts[segment.part].place(segment.source.runs[0][1])
        told.setdefault(crash.rule, Problem(Sentence(message, rule=crash.rule, fault=crash.error), line))
    return tuple(told.values())


def suggestion_finding(suggestion: Suggestion, document: Document, lang: str) -> Finding:
    """What the second opinion says of a sentence that no rule flags: advice of low confidence, without a rewrite."""
    segment = document.segments[suggestion.segment]
    part = document.parts[segment.part]
    span = segment.source.span(suggestion.span.start, suggestion.span.end)
    line, column = part.place(span.start)
    end_line, end_column = part.place(span.end)
    message = {
        "en": f"No rule knows this sentence, but it reads like {suggestion.category}. Worth a second look.",
        "ru": f"Ни одно правило этой фразы не знает, но она похожа на {suggestion.category}. Стоит перечитать.",
    }[lang]
    why = {
        "en": "A small classifier compared it with the examples of all rules. It only suggests, and it never blocks.",
        "ru": "Небольшой классификатор сравнил её с примерами всех правил. Он только советует и ничего не запрещает.",
    }[lang]
    return Finding(
        rule=SECOND_OPINION_RULE, category=suggestion.category, severity="advice", confidence="low", evidence="text",
        message=message, why=why, start=span.start, end=span.end, line=line, column=column, end_line=end_line,
        end_column=end_column, excerpt=as_read(document, segment, suggestion.span), role=segment.role,
        language=segment.language, part=part.path, address=segment.address,
    )  # fmt: skip


def as_read(document: Document, segment: Segment, span: Span) -> str:
    """The words at `span` of a segment as the reader sees them: white space collapsed, merge tags as the sender wrote
    them."""
    return _SPACE.sub(" ", as_written(document, segment, span)).strip()


def as_written(document: Document, segment: Segment, span: Span) -> str:
    """The text at `span` of a segment, with every merge tag spelled as in the source."""
    text = segment.text[span.start : span.end]
    if TAG_FILLER not in text:
        return text
    source = document.parts[segment.part].text

    def tag(found: re.Match[str]) -> str:
        place = segment.source.span(span.start + found.start(), span.start + found.end())
        return source[place.start : place.end]

    return re.sub(f"{TAG_FILLER}+", tag, text)


def fill(template: str, match: Match, document: Document) -> str:
    """A message with `{capture}` and `{words}` replaced by what was matched; an unknown slot stays as it is."""
    segment = document.segments[match.segment]
    values: Mapping[str, Span] = {name: capture.span for name, capture in match.captures.items()}

    def value(slot: re.Match[str]) -> str:
        if slot[1] == "words":
            return as_read(document, segment, match.span)
        return as_read(document, segment, values[slot[1]]) if slot[1] in values else slot[0]

    return " ".join(_SLOT.sub(value, template).split())
