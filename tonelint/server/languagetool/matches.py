"""The answer of `/v2/check`: findings as matches in UTF-16 units, with replacements that fit the marked place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tonelint import __version__
from tonelint.checker import Checker
from tonelint.language.sentences import sentences
from tonelint.model import Finding, Rewrite, SourceMap
from tonelint.server.early import whole_letter_rules
from tonelint.server.languagetool.annotated import Annotated, annotated, plain
from tonelint.server.languagetool.languages import named
from tonelint.server.positions import Utf16

_AROUND = 40
"""Code points of context on either side."""
_MOST_REPLACEMENTS = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding with the stretch to mark, in the visible text, and what may stand there instead."""

    finding: Finding
    start: int
    end: int
    replacements: tuple[str, ...] = ()


def answer(asked: Mapping[str, Any], checker_for: Callable[[Mapping[str, Any]], Checker]) -> dict[str, Any]:
    """The answer to what `asking.asked` understood.

    Raises:
        ReadingError: the annotated text is not of its shape.
    """
    given = annotated(asked["data"]) if "data" in asked else plain(asked["text"])
    checker = _checker(asked, given.visible, checker_for)
    findings: tuple[Finding, ...] = ()
    language = asked["language"] or "en"
    if given.visible.strip():
        report = checker.check_text(given.visible, language=asked["language"], name="")
        findings = report.findings if _anything(asked, checker) else ()
        language = asked["language"] or (report.language if report.language != "und" else "en")
    told = named(language, asked["code"])
    return {
        "software": {
            "name": "tonelint",
            "version": __version__,
            "buildDate": "2026-11-21 00:00:00 +0000",
            "apiVersion": 1,
            "premium": False,
            "status": "",
        },
        "warnings": {"incompleteResults": False},
        "language": {**told, "detectedLanguage": {**named(language), "confidence": 0.99}},
        "matches": _matches(marked(findings, given.visible), given, checker),
    }


def _checker(asked: Mapping[str, Any], text: str, checker_for: Callable[[Mapping[str, Any]], Checker]) -> Checker:
    """One paragraph comes at a time, so rules about a whole letter stay silent; advice comes with `level=picky`."""
    from tonelint.language.identify import identify

    lang = asked["lang"] or asked["language"] or identify(text)
    letter: dict[str, Any] = {"lang": lang if lang in ("ru", "en") else None}
    if not asked["picky"]:
        letter["min_severity"] = "warning"
    every = checker_for(letter)
    known = {*every.ruleset.rules, *every.ruleset.categories.values()}
    letter["ignore"] = sorted(
        {*whole_letter_rules(every.ruleset), *(name for name in asked["disabled"] if name in known)}
    )
    enabled = sorted({name for name in asked["enabled"] if name in known})
    if enabled and asked["only"]:
        letter["select"] = enabled
    return checker_for(letter)


def _anything(asked: Mapping[str, Any], checker: Checker) -> bool:
    """Whether any rule of ours is asked for: `enabledOnly` with strange names alone means none."""
    known = {*checker.ruleset.rules, *checker.ruleset.categories.values()}
    return not asked["only"] or any(name in known for name in asked["enabled"])


def marked(findings: tuple[Finding, ...], text: str) -> list[Marked]:
    """Each finding with what to mark. Clients put a replacement where the mark is, and may do so with all at once:
    so a mark with replacements spans all that they change, and no two of them overlap."""
    result: list[Marked] = []
    taken = -1
    for finding in sorted(findings, key=lambda one: (one.start, one.end)):
        safe = [rewrite for rewrite in finding.rewrites if rewrite.applicability == "safe"][:_MOST_REPLACEMENTS]
        start = min([finding.start, *(rewrite.start for rewrite in safe)])
        end = max([finding.end, *(rewrite.end for rewrite in safe)])
        if safe and start >= taken:
            replacements = tuple(dict.fromkeys(_spread(rewrite, text, start, end) for rewrite in safe))
            result.append(Marked(finding, start, end, replacements))
            taken = end
        else:
            result.append(Marked(finding, finding.start, finding.end))
    return result


def _spread(rewrite: Rewrite, text: str, start: int, end: int) -> str:
    """What a rewrite makes of the whole stretch `start..end`."""
    return text[start : rewrite.start] + rewrite.text + text[rewrite.end : end]


def _matches(found: list[Marked], given: Annotated, checker: Checker) -> list[dict[str, Any]]:
    units = Utf16(given.source).units
    return [_match(each, given, units, checker) for each in found]


def _match(each: Marked, given: Annotated, units: Callable[[int], int], checker: Checker) -> dict[str, Any]:
    finding, text = each.finding, given.visible
    place = given.places.span(each.start, each.end)
    offset, length = units(place.start), units(place.end) - units(place.start)
    left, right = max(0, each.start - _AROUND), min(len(text), each.end + _AROUND)
    context = text[left:right].replace("\n", " ")
    counted = Utf16(context).units
    before = each.start - left
    title = checker.ruleset.info(finding.rule).title[checker.language] if finding.rule in checker.ruleset.rules else ""
    # A replacement for words with markup between them would lose the markup.
    whole = _unbroken(given.places, each.start, each.end)
    return {
        "message": _message(finding, checker.language),
        "shortMessage": title,
        "offset": offset,
        "length": length,
        "replacements": [{"value": value} for value in each.replacements] if whole else [],
        "context": {
            "text": context,
            "offset": counted(before),
            "length": counted(before + each.end - each.start) - counted(before),
        },
        "sentence": _sentence(text, each, finding),
        "type": {"typeName": "Hint"},
        "rule": {
            "id": finding.rule,
            "description": title,
            "issueType": "style",
            "category": {"id": "STYLE", "name": finding.category},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _message(finding: Finding, language: str) -> str:
    """The message, and the first idea for a better line when there is none that can be put in by itself."""
    ready = any(rewrite.applicability == "safe" for rewrite in finding.rewrites)
    idea = next((rewrite.text for rewrite in finding.rewrites if rewrite.text), "")
    if ready or not idea:
        return finding.message
    return f"{finding.message} {'Например' if language == 'ru' else 'For example'}: {idea}"


def _unbroken(places: SourceMap, start: int, end: int) -> bool:
    """Whether a stretch of the visible text stands in one piece in the source."""
    place = places.span(start, end)
    return place.end - place.start == end - start


def _sentence(text: str, each: Marked, finding: Finding) -> str:
    """The sentence around a mark, found within its own paragraph."""
    start = text.rfind("\n\n", 0, each.start) + 1
    end = text.find("\n\n", each.end)
    paragraph = text[start : end if end != -1 else len(text)]
    held = [
        span
        for span in sentences(paragraph, finding.language)
        if span.start < each.end - start and span.end > each.start - start
    ]
    return paragraph[held[0].start : held[-1].end].strip() if held else paragraph.strip()
