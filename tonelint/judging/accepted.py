"""Phrases that a team has agreed to keep: a finding that lies in one, or holds one, is not told until its date is over.

Words are compared as a reader would: case, ё and е, kinds of space and quotation marks do not matter; word forms do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tonelint.config.settings import Accepted
from tonelint.language.tokens import tokenize
from tonelint.model import Document, Finding, Segment

_OVER = {
    "en": " “{phrase}” was accepted until {until}; that day has passed.",
    "ru": " Фраза «{phrase}» была согласована до {until}; этот день прошёл.",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """The findings that are left, and how many lay in an accepted phrase."""

    findings: tuple[Finding, ...]
    count: int


def without_accepted(
    findings: Sequence[Finding], accepted: Sequence[Accepted], document: Document, today: date, lang: str
) -> Kept:
    """`findings` without those that lie in an accepted phrase; where its date is over, the finding says so.

    Args:
        today: the day of the check.
    """
    phrases = [(one, [token.norm for token in tokenize(one.phrase)]) for one in accepted]
    left: list[Finding] = []
    for finding in findings:
        found = [
            one
            for one, words in phrases
            if words
            and _meant(one, finding)
            and any(_touches(finding, place) for place in _places(words, finding, document))
        ]
        if not found:
            left.append(finding)
        elif all(one.until is not None and one.until < today for one in found):
            over = max(found, key=lambda one: one.until or today)
            note = _OVER[lang].format(phrase=over.phrase, until=over.until)
            left.append(replace(finding, message=finding.message + note))
    return Kept(tuple(left), len(findings) - len(left))


def _meant(one: Accepted, finding: Finding) -> bool:
    return not one.rules or finding.rule in one.rules or finding.category in one.rules


def _touches(finding: Finding, place: tuple[int, int]) -> bool:
    start, end = place
    return (start <= finding.start and finding.end <= end) or (finding.start <= start and end <= finding.end)


def _places(words: list[str], finding: Finding, document: Document) -> Iterator[tuple[int, int]]:
    """Where the words stand in the segments around a finding, as stretches of the part's source."""
    for segment in document.segments:
        if document.parts[segment.part].path != finding.part or not _holds(segment, finding):
            continue
        tokens = tokenize(segment.text)
        norms = [token.norm for token in tokens]
        for at in range(len(norms) - len(words) + 1):
            if norms[at : at + len(words)] == words:
                span = segment.source.span(tokens[at].start, tokens[at + len(words) - 1].end)
                yield span.start, span.end


def _holds(segment: Segment, finding: Finding) -> bool:
    runs = segment.source.runs
    return runs[0][1] < finding.end and finding.start < runs[-1][1] + runs[-1][3]
