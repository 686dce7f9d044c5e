"""The claims that the facts bear out, for people: one line each, where it stands, its words, and the fact behind it."""

from __future__ import annotations

from tonelint.config import MessageLanguage
from tonelint.model import Claim, Report
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import say

Line = tuple[tuple[str, str], ...]


def claim_lines(report: Report, language: MessageLanguage) -> list[Line]:
    """The verified claims of a report, as lines of styled pieces; none when there are none."""
    return [_line(report, claim, language) for claim in report.claims if claim.status == "supported"]


def _line(report: Report, claim: Claim, language: MessageLanguage) -> Line:
    part = f"!{claim.part}" if claim.part else ""
    return (
        (f"{shown(report.name)}{part}:{claim.line}:{claim.column}", "place"),
        (" ", ""),
        (say("verified", language), "verified"),
        (f" {claim.rule} ", "rule"),
        (shown(claim.words), ""),
        (say("verified-by", language, fact=claim.fact), "label"),
    )
