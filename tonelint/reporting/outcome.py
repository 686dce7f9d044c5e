"""What a run came to: the reports, the lines they quote, and everything that could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tonelint.config import MessageLanguage
from tonelint.model import ClaimStatus, Document, Report, Severity
from tonelint.reporting.quotes import Quote, quote


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and, for each of its findings in the same order, the source line that it quotes."""

    report: Report
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that was not checked at all, or a configuration that kept files from it, and why.

    `message` is one sentence without the place; `name` is empty for a mistake on the command line itself.
    """

    name: str
    message: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that one run has to tell. `skipped` names the files in the given folders that are not copy."""

    checked: tuple[Checked, ...] = ()
    unreadable: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    rules_digest: str = ""


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to show it. `width` is in terminal cells; None never wraps. `color` asks for terminal colours.

    `claims` asks for the claims that the facts bear out, beside the findings.
    """

    language: MessageLanguage = "en"
    color: bool = False
    width: int | None = None
    quiet: bool = False
    claims: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of a run; `partly` counts the files of which a part could not be read or checked."""

    files: int
    words: int
    findings: Mapping[Severity, int]
    suppressed: int
    claims: Mapping[ClaimStatus, int]
    skipped: int
    unreadable: int
    partly: int
    total: int = field(default=0)


def checked(report: Report, document: Document) -> Checked:
    """The report with its quoted lines, so that the document itself need not be kept."""
    return Checked(report, tuple(quote(finding, document) for finding in report.findings))


def summarise(outcome: Outcome) -> Summary:
    """Count an outcome."""
    reports = [each.report for each in outcome.checked]
    severities = Counter(finding.severity for report in reports for finding in report.findings)
    statuses = Counter(claim.status for report in reports for claim in report.claims)
    return Summary(
        files=len(reports),
        words=sum(report.words for report in reports),
        findings={"error": severities["error"], "warning": severities["warning"], "advice": severities["advice"]},
        suppressed=sum(report.suppressed for report in reports),
        claims={
            "supported": statuses["supported"],
            "contradicted": statuses["contradicted"],
            "unsupported": statuses["unsupported"],
        },
        skipped=len(outcome.skipped),
        unreadable=len(outcome.unreadable),
        partly=sum(bool(report.problems) for report in reports),
        total=severities.total(),
    )
