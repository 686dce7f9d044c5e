"""The beginning of a long letter, checked first, so that a deadline does not leave the caller with nothing."""

from __future__ import annotations

from dataclasses import replace

from tonelint.model import Document, Finding, Segment
from tonelint.ruleset import Ruleset

LONG = 40_000
"""Characters of copy from which on a letter gets an early look."""
BEGINNING = 5_000
"""Characters of copy in that look."""


def beginning(document: Document) -> Document | None:
    """The first characters of a long document as a document of its own; None when it is not long."""
    if sum(len(segment.text) for segment in document.segments) < LONG:
        return None
    kept: list[Segment] = []
    left = BEGINNING
    for segment in document.segments:
        kept.append(segment if len(segment.text) <= left else replace(segment, text=_cut(segment.text, left)))
        left -= len(segment.text)
        if left <= 0:
            break
    return replace(document, segments=tuple(kept), elements=())


def _cut(text: str, length: int) -> str:
    """At most `length` characters, up to the end of a sentence where there is one."""
    beginning = text[:length]
    end = max(beginning.rfind(mark) for mark in (". ", "! ", "? ", "\n"))
    return beginning[: end + 1] if end > 0 else beginning


def certain(findings: tuple[Finding, ...], ruleset: Ruleset) -> tuple[Finding, ...]:
    """The findings that the rest of the letter cannot take back: those of rules that do not look at it as a whole."""
    of_the_whole = whole_letter_rules(ruleset)
    return tuple(finding for finding in findings if finding.rule not in of_the_whole)


def whole_letter_rules(ruleset: Ruleset) -> frozenset[str]:
    """The rules that look at a document as a whole instead of at a phrase."""
    return frozenset(rule for checks in ruleset.always.values() for rule, _ in checks)
