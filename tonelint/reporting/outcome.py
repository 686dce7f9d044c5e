"""What a run came to: the reports, the lines they quote, and everything that could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from tonelint.config import MessageLanguage
from tonelint.model import ClaimStatus, Document, Report, Severity

if TYPE_CHECKING:
    from tonelint.reporting.places import Where
    from tonelint.reporting.quotes import Quote
    from tonelint.ruleset import RuleInfo


@dataclass(frozen=True, slots=True)
class Checked:
    """A report and, for each of its findings in the same order, what the document told about it.

    That is the source line that it quotes, the words of its sentence, its place in the file. `texts` holds the
    text of every part, by its path, when a format shows whole letters; `left_out` says what was left unread on purpose.
    """

    report: Report
    quotes: tuple[Quote, ...] = ()
    sentences: tuple[str, ...] = ()
    places: tuple[Where, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


class Details(NamedTuple):
    """What formats want to know beyond the report: how rewrites would be written, whole letters."""

    changes: bool = False
    texts: bool = False


PLAIN = Details()


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
    """All that one run has to tell. `skipped` names the files in the given folders that are not copy, `excluded`
    those that the configuration leaves out.

    `rules` describes the rules of the findings, for formats that tell what a rule is about.
    """

    checked: tuple[Checked, ...] = ()
    unreadable: tuple[Failure, ...] = ()
    skipped: tuple[str, ...] = ()
    rules_digest: str = ""
    rules: Mapping[str, RuleInfo] = field(default_factory=dict)
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to show it. `width` is in terminal cells; None never wraps. `color` asks for terminal colours.

    `claims` asks for the claims that the facts bear out, beside the findings; `statistics` for counts by rule instead
    of the findings; `skipped` for the names of the files that were not read.
    """

    language: MessageLanguage = "en"
    color: bool = False
    width: int | None = None
    quiet: bool = False
    claims: bool = False
    statistics: bool = False
    skipped: bool = False


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
    accepted: int = 0
    baselined: int = 0


def checked(report: Report, document: Document, data: bytes = b"", details: Details = PLAIN) -> Checked:
    """The report with what only the document knows, so that the document itself need not be kept.

    Args:
        data: the bytes that the document was read from.
    """
    texts = {part.path: part.text for part in document.parts} if details.texts else {}
    found = report.findings
    if not found:
        return Checked(report, texts=texts, left_out=document.left_out)
    from tonelint.judging.identity import sentence_of
    from tonelint.reporting.places import where
    from tonelint.reporting.quotes import quote

    return Checked(
        report,
        tuple(quote(finding, document) for finding in found),
        tuple(sentence_of(finding, document) for finding in found),
        tuple(where(finding, document, data, with_changes=details.changes) for finding in found),
        texts,
        document.left_out,
    )


def without(each: Checked, gone: Container[int], report: Report) -> Checked:
    """`each` with `report`, which lacks the findings with the numbers `gone`."""
    stay = [number for number in range(len(each.report.findings)) if number not in gone]
    return replace(
        each,
        report=report,
        quotes=tuple(each.quotes[number] for number in stay),
        sentences=tuple(each.sentences[number] for number in stay),
        places=tuple(each.places[number] for number in stay),
    )


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
        accepted=sum(report.accepted for report in reports),
        baselined=sum(report.baselined for report in reports),
    )
