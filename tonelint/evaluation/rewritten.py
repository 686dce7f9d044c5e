"""Rewrites proved on the rules' own examples: each bad line gets a better one, and no better line is itself a bad one.

Open slots are answered with sample words, so that what is tried is a whole sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tonelint.evaluation.examples import Example, Failure, document_of, examples_of
from tonelint.judging.judge import flagged_matches
from tonelint.matching import Match
from tonelint.model import Document, Language, Part, Rewrite
from tonelint.reading import read_text
from tonelint.rewriting import edits, rewrites_for, style_of
from tonelint.rewriting.apply import with_slots
from tonelint.rewriting.losses import lost_fixtures, lost_numbers
from tonelint.rewriting.splice import spliced
from tonelint.ruleset import RuleInfo, Ruleset

_ANSWERS: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "ru": (
        (("дата", "день", "срок", "когда", "число месяца"), "12 мая"),
        (("время",), "18:00"),
        (("цена", "сумма", "итог", "размер", "сбор"), "990"),
        (("сколько", "число", "количество"), "7"),
        (("ссылка",), "example.ru/a"),
        (("имя", "кто"), "Ольга Петрова"),
        (("чего", "без чего"), "заявки"),
        (("раздел",), "Подписки"),
    ),
    "en": (
        (("date", "day", "when"), "12 May"),
        (("time",), "18:00"),
        (("price", "sum", "total", "fee"), "£9"),
        (("number", "how many", "count"), "7"),
        (("link",), "example.com/a"),
        (("name", "who"), "Ann Lee"),
        (("section", "place", "where"), "Settings"),
    ),
}
_OTHERWISE = {"ru": "то, о чём вы спрашивали", "en": "what you asked about"}


@dataclass(frozen=True, slots=True)
class Tried:
    """One rewrite put into one example, its slots answered with sample words in `after` and open in `shown`.

    Both are None when the source cannot be edited that way.
    """

    rule: str
    example: Example
    match: Match
    rewrite: Rewrite
    before: str
    after: str | None
    shown: str | None
    writable: bool = True
    """Whether the part of the source can be written at all; a header or an encoded part cannot."""


def tried(info: RuleInfo, ruleset: Ruleset) -> Iterator[Tried | Failure]:
    """Every rewrite of a rule on every bad example, and the examples that have none."""
    for example in examples_of(info):
        if not example.bad:
            continue
        document = document_of(example)
        matches, _ = flagged_matches(
            document, ruleset, rules=frozenset((info.id,)), confidence="low", facts=example.facts
        )
        style = style_of(document)
        for match in matches:
            rewrites = rewrites_for(match, document, info, example.facts or None, style=style)
            if not rewrites:
                yield Failure(info.id, example.language, example.text, "has no rewrite that applies")
            for rewrite in rewrites:
                whole = with_slots(rewrite, answers(rewrite, example.language))
                part = document.parts[document.segments[match.segment].part]
                after, shown = (edited(document, one, part, example.text) for one in (whole, rewrite))
                yield Tried(info.id, example, match, rewrite, example.text, after, shown, part.writable)


def broken_promises(info: RuleInfo, ruleset: Ruleset) -> Iterator[Failure]:
    """What is wrong with the rewrites of a rule, one failure for each line that should not be."""
    findings: dict[tuple[str, str, str], Counter[str]] = {}

    def seen(text: str, example: Example) -> Counter[str]:
        key = (text, example.role, str(example.facts))
        if key not in findings:
            document = read_text(text, "<example>", format=example.format, role=example.role, language=example.language)
            matches, _ = flagged_matches(document, ruleset, facts=example.facts)
            findings[key] = Counter(match.rule for match in matches)
        return findings[key]

    for one in tried(info, ruleset):
        if isinstance(one, Failure):
            yield one
            continue
        example = one.example
        if one.after is None:
            if one.rewrite.applicability != "idea" and one.writable:
                yield _failure(one, "cannot be written into the source")
            continue
        before, after = seen(one.before, example), seen(one.after, example) if one.after.strip() else Counter[str]()
        if after[one.rule] >= max(before[one.rule], 1):
            yield _failure(one, "still gives the same finding")
        added = after - before - Counter({one.rule: after[one.rule]})
        if added:
            yield _failure(one, f"gives a new finding: {', '.join(sorted(added))}")
        yield from _losses(one, info)


def answers(rewrite: Rewrite, language: Language) -> dict[str, str]:
    """Sample answers to the questions of a rewrite."""
    return {need: _answer(need, language) for need in rewrite.needs}


def edited(document: Document, rewrite: Rewrite, part: Part, source: str) -> str | None:
    """`source`, the text that was read as `document`, with a rewrite in place; None when it cannot be written."""
    made = edits(rewrite, document, part.path)
    if made is None:
        return None
    if document.format == "eml":
        data = spliced(source.encode(), document, made)
        return None if data is None else data.decode()
    for edit in sorted(made, key=lambda one: -one.start):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def _answer(question: str, language: Language) -> str:
    low = question.lower()
    for words, answer in _ANSWERS[language]:
        if any(word in low for word in words):
            return answer
    return _OTHERWISE[language]


def _losses(one: Tried, info: RuleInfo) -> Iterator[Failure]:
    """Facts of the writer that an applied rewrite would drop, unless the rule says that a number is the fault."""
    if one.rewrite.applicability == "idea" or one.after is None:
        return
    gone = lost_fixtures(one.before, one.after)
    if one.rewrite.applicability == "safe":
        given = info.sides[one.example.language].get("rewrites", ())
        if not any(isinstance(rewrite, Mapping) and rewrite.get("drops") == "numbers" for rewrite in given):
            gone += lost_numbers(one.before, one.after)
    if gone:
        yield _failure(one, f"loses {', '.join(gone)}")


def _failure(one: Tried, what: str) -> Failure:
    return Failure(one.rule, one.example.language, one.before, f"{what}: «{one.after}» ({one.rewrite.applicability})")
