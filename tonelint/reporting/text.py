"""`--format text`: for people. A page is laid out once, as lines of styled pieces, and painted by rich or left plain.

rich is imported only when colour is wanted: on a pipe its import would cost more than the check of a short letter.
"""

from __future__ import annotations

import re

from tonelint.config import MessageLanguage
from tonelint.model import Finding, Report
from tonelint.reporting.addresses import address_told
from tonelint.reporting.better import better_line
from tonelint.reporting.outcome import Checked, Outcome, RenderOptions, Summary, summarise
from tonelint.reporting.quotes import Quote, cells, shown
from tonelint.reporting.words import counted, say
from tonelint.sentences import told

Piece = tuple[str, str]
"""A text and the name of its style."""
Line = tuple[Piece, ...]

INDENT = "  "
STYLES = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "advice": "bold blue",
    "rule": "dim",
    "flagged": "underline bold",
    "label": "dim",
    "why": "dim",
    "rewrite": "green",
    "verified": "green",
}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """Each finding with its line, its message, why it matters and better lines; then one line that counts."""
    lines: list[Line] = []
    if options.statistics:
        from tonelint.reporting.statistics import statistic_lines

        lines += statistic_lines(outcome, options.language)
    for each in () if options.statistics else outcome.checked:
        for finding, quoted in zip(each.report.findings, each.quotes, strict=True):
            lines += [*_finding(finding, quoted, each, options), ()]
        if options.claims:
            from tonelint.reporting.claims import claim_lines

            verified = claim_lines(each.report, options.language)
            lines += [*verified, *([()] if verified else [])]
        if each.report.measures:
            from tonelint.reporting.measures import measure_lines

            lines += [*measure_lines(each.report, options.language), ()]
    if options.skipped:
        lines += [((say("left-out", options.language, name=shown(name)), ""),) for name in outcome.skipped]
        lines += [
            (
                (
                    say(
                        "left-out-because",
                        options.language,
                        name=shown(each.report.name),
                        why=told(why, options.language),
                    ),
                    "",
                ),
            )
            for each in outcome.checked
            for why in each.left_out
        ]
        lines += [((say("left-out-by-config", options.language, name=shown(name)), ""),) for name in outcome.excluded]
    if not options.quiet:
        lines.append(((summary_line(summarise(outcome), options), ""),))
    return painted(lines) if options.color else "".join(f"{_plain(line)}\n" for line in lines)


def place(report: Report, finding: Finding, language: MessageLanguage) -> str:
    """Where a finding is: `letter.eml!text/html[2]:12:5`; a cell or a key stands behind it in brackets."""
    part = f"!{finding.part}" if finding.part else ""
    address = f" ({address_told(finding.address, language)})" if finding.address else ""
    return f"{shown(report.name)}{part}:{finding.line}:{finding.column}{address}"


def painted(lines: list[Line]) -> str:
    """The lines with terminal colours."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    # The names on the pieces are turned into rich's own styles here, so that a rewrite in [brackets] is never markup.
    console = Console(file=StringIO(), force_terminal=True, color_system="standard", width=10_000, no_color=False)
    with console.capture() as capture:
        for line in lines:
            text = Text(end="\n")
            for words, style in line:
                text.append(words, STYLES.get(style, ""))
            console.print(text, soft_wrap=True)
    return capture.get()


def _finding(finding: Finding, quoted: Quote, each: Checked, options: RenderOptions) -> list[Line]:
    language = options.language
    lines: list[Line] = [
        (
            (place(each.report, finding, language), "place"),
            (" ", ""),
            (say(finding.severity, language), finding.severity),
            (f" {finding.rule}", "rule"),
        ),
        ((INDENT + quoted.before, ""), (quoted.flagged, "flagged"), (quoted.after, "")),
    ]
    if not options.color:
        offset = " " * cells(INDENT + quoted.before)
        lines.append(((offset + "^" * max(1, cells(quoted.flagged)), ""),))
    lines += _wrapped("", finding.message, "", options)
    if finding.why:
        lines += _wrapped(say("why", language), first_sentence(finding.why), "why", options)
    for number, rewrite in enumerate(finding.rewrites):
        label = say("better" if number == 0 else "or", language)
        lines += _wrapped(label, shown(better_line(rewrite, language)), "rewrite", options)
    return lines


def _wrapped(label: str, words: str, style: str, options: RenderOptions) -> list[Line]:
    if options.width is None:
        return [((INDENT + label, "label"), (words, style))]
    import textwrap

    room = max(24, options.width - len(INDENT) - len(label))
    rows = textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False) or [""]
    first: Line = ((INDENT + label, "label"), (rows[0], style))
    return [first, *(((INDENT + " " * len(label) + row, style),) for row in rows[1:])]


def first_sentence(text: str) -> str:
    """The first sentence of one of our own paragraphs."""
    return re.split(r"(?<=[.!?…])\s+(?=[«\"“„(]?[A-ZА-ЯЁ])", " ".join(text.split()), maxsplit=1)[0]


def _plain(line: Line) -> str:
    return "".join(words for words, _ in line).rstrip()


def summary_line(summary: Summary, options: RenderOptions) -> str:
    """The line that counts."""
    language = options.language
    files = counted(summary.files, "file", language)
    if summary.total:
        severities = ", ".join(
            counted(summary.findings[severity], severity, language)
            for severity in ("error", "warning", "advice")
            if summary.findings[severity]
        )
        findings = counted(summary.total, "finding", language)
        parts = [say("found", language, findings=findings, files=files, severities=severities)]
    elif summary.files:
        parts = [say("clean", language, files=files, words=counted(summary.words, "word", language))]
    else:
        parts = [say("nothing-read" if summary.unreadable else "nothing-to-check", language)]
    for key, count in (
        ("claims", summary.claims["supported"]),
        ("suppressed", summary.suppressed),
        ("accepted", summary.accepted),
        ("baselined", summary.baselined),
        ("skipped", summary.skipped),
        ("partly", summary.partly),
        ("unreadable", summary.unreadable),
    ):
        if count:
            parts.append(say(key, language, count=count))
    return " ".join(parts)
