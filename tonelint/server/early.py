"""The beginning of a long letter, checked first, so that a deadline does not leave the caller with nothing."""

from __future__ import annotations

from dataclasses import replace

from tonelint.model import Document, Finding
from tonelint.ruleset import Ruleset

LONG = 40_000
"""Characters of copy from which on a letter gets an early look."""
BEGINNING = 12_000
"""Characters of copy in that look."""


def beginning(document: Document) -> Document | None:
    """The first segments of a long document as a document; None when it is not long."""
    total = sum(len(segment.text) for segment in document.segments)
    if total < LONG:
        return None
    kept, length = [], 0
    for segment in document.segments:
        length += len(segment.text)
        if length > BEGINNING:
            break
        kept.append(segment)
    return replace(document, segments=tuple(kept), elements=()) if kept else None


def certain(findings: tuple[Finding, ...], ruleset: Ruleset) -> tuple[Finding, ...]:
    """The findings that the rest of the letter cannot take back: those of rules that do not look at it as a whole."""
    of_the_whole = whole_letter_rules(ruleset)
    return tuple(finding for finding in findings if finding.rule not in of_the_whole)


def whole_letter_rules(ruleset: Ruleset) -> frozenset[str]:
    """The rules that look at a document as a whole instead of at a phrase."""
    return frozenset(rule for checks in ruleset.always.values() for rule, _ in checks)
