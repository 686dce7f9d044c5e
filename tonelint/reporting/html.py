"""`--format html`: one page for a run, to be sent around, kept or printed. It asks the network for nothing.

Each letter is shown as its source reads, the flagged words marked and the findings beside it. Copy comes from
strangers: everything is escaped, and the page holds no script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from tonelint.model import SEVERITIES, Finding
from tonelint.reporting.addresses import address_told
from tonelint.reporting.better import better_words
from tonelint.reporting.html_style import STYLE
from tonelint.reporting.outcome import Checked, Outcome, RenderOptions, summarise
from tonelint.reporting.text import summary_line
from tonelint.reporting.words import say

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_BAR = 22
"""Pixels from one bar of the chart to the next."""


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The outcome as one HTML page."""
    language = options.language
    told = [each for each in outcome.checked if each.report.findings]
    blocks = [
        f"<h1>{escape(say('page', language))}</h1>",
        f'<p class="soft">{escape(summary_line(summarise(outcome), options))}</p>',
        _chart(outcome),
        *(_file(each, number, options) for number, each in enumerate(told, 1)),
        *(_not_checked(outcome, options)),
    ]
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(say('page', language))}</title><style>{STYLE}</style>"
    )
    body = "\n".join(block for block in blocks if block)
    return f'<!doctype html>\n<html lang="{language}"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _chart(outcome: Outcome) -> str:
    """The findings by category as horizontal bars, the most frequent first."""
    counts = Counter(finding.category for each in outcome.checked for finding in each.report.findings).most_common()
    if not counts:
        return ""
    most = counts[0][1]
    rows = []
    for number, (category, count) in enumerate(counts):
        y, width = number * _BAR, round(420 * count / most)
        rows.append(
            f'<text x="0" y="{y + 15}">{escape(category)}</text>'
            f'<rect x="140" y="{y + 3}" width="{width}" height="15" rx="2" fill="var(--advice)"/>'
            f'<text x="{148 + width}" y="{y + 15}">{count}</text>'
        )
    height = len(counts) * _BAR
    names = ", ".join(f"{category} {count}" for category, count in counts)
    size = f'viewBox="0 0 620 {height}" width="620" height="{height}"'
    return f'<svg class="chart" role="img" aria-label="{escape(names)}" {size}>{"".join(rows)}</svg>'


def _file(each: Checked, number: int, options: RenderOptions) -> str:
    findings = each.report.findings
    letters = "".join(
        _letter(path, text, [(n, one) for n, one in enumerate(findings, 1) if one.part == path], number)
        for path, text in each.texts.items()
        if text.strip()
    )
    items = "".join(_finding(one, n, number, options) for n, one in enumerate(findings, 1))
    return (
        f'<section class="file"><h2>{escape(each.report.name)}</h2>'
        f'<div class="beside"><div>{letters}</div><ol>{items}</ol></div></section>'
    )


def _letter(path: str, text: str, findings: Sequence[tuple[int, Finding]], number: int) -> str:
    name = f'<p class="soft">{escape(path)}</p>' if path else ""
    return f'{name}<pre class="letter">{"".join(_marked(text, findings, number))}</pre>'


def _marked(text: str, findings: Sequence[tuple[int, Finding]], number: int) -> Iterator[str]:
    """The text with marks; where findings overlap, the most serious one colours the words."""
    edges = sorted({0, len(text), *(edge for _, one in findings for edge in (one.start, one.end) if edge <= len(text))})
    linked: set[int] = set()
    for start, end in pairwise(edges):
        piece = escape(text[start:end])
        here = [(n, one) for n, one in findings if one.start <= start and end <= one.end]
        if not here:
            yield piece
            continue
        worst = min((one for _, one in here), key=lambda one: SEVERITIES.index(one.severity))
        anchors = "".join(f'<a id="m{number}-{m}"></a>' for m, _ in here if m not in linked)
        linked |= {m for m, _ in here}
        yield f'{anchors}<mark class="{worst.severity}" title="{escape(worst.message)}">{piece}</mark>'


def _finding(one: Finding, n: int, number: int, options: RenderOptions) -> str:
    language = options.language
    names = " · ".join(word for word in (one.rule, address_told(one.address, language)) if word)
    lines = [
        f'<p class="rule"><a href="#m{number}-{n}">{one.line}:{one.column}</a> {say(one.severity, language)} '
        f'<span class="soft">{escape(names)}</span></p>',
        f"<p>{escape(one.message)}</p>",
        f'<p class="soft">{escape(one.why)}</p>' if one.why else "",
    ]
    if one.rewrites:
        lines.append(f'<p class="before">− {escape(one.excerpt)}</p>')
        for rewrite in one.rewrites:
            words = better_words(rewrite, language)
            note = say("needs", language, slots=", ".join(rewrite.needs)) if rewrite.needs else ""
            lines.append(f'<p class="after">+ {escape(words)}<span class="soft">{escape(note)}</span></p>')
    return f'<li class="finding {one.severity}">{"".join(lines)}</li>'


def _not_checked(outcome: Outcome, options: RenderOptions) -> Iterator[str]:
    partly = [(each.report.name, problem) for each in outcome.checked for problem in each.report.problems]
    rows = [(name, problem.line, problem.message) for name, problem in partly]
    rows += [(failure.name, failure.line, failure.message) for failure in outcome.unreadable]
    if rows:
        items = "".join(
            f"<li>{escape(name)}{f':{line}' if line else ''}: {escape(message)}</li>" for name, line, message in rows
        )
        heading = escape(say("not-checked", options.language))
        yield f'<section class="file"><h2>{heading}</h2><ul>{items}</ul></section>'
