"""A series as one self-contained page: a chart of pressure over time as inline SVG, and the letters with findings.

Everything that comes from a letter is escaped; the page asks for nothing from anywhere and works without scripts.
"""

from __future__ import annotations

from html import escape

from tonelint.campaign.model import Series, SeriesLetter
from tonelint.config import MessageLanguage
from tonelint.reporting.series_text import FULL, letters_counted

WIDTH, HEIGHT, BASE = 720, 160, 130
"""The chart in user units; the bars stand on `BASE`."""

_SAID: dict[str, tuple[str, str]] = {
    "title": ("A series of letters", "Серия писем"),
    "chart": ("Pressing places per 100 words, letter by letter", "Давящие места на 100 слов, письмо за письмом"),
    "cap": (
        "{letters}; at most {busiest} in seven days, the cap is {cap}.",
        "{letters}; самое большее {busiest} за семь дней, предел — {cap}.",
    ),
    "reader": ("from the reader", "пишет читатель"),
    "better": ("Better:", "Лучше:"),
    "pressure": ("pressure {value:.1f}", "давление {value:.1f}"),
    "no-subject": ("(no subject)", "(без темы)"),
    "unread": ("Could not be read:", "Не удалось прочитать:"),
}
_STYLE = """
:root{color-scheme:light dark;--ink:#222;--soft:#666;--line:#ddd;--bar:#8aa4c8;--hot:#b3541e;--page:#fff}
@media (prefers-color-scheme:dark){
:root{--ink:#e8e6e3;--soft:#a5a29d;--line:#444;--bar:#6d87ad;--hot:#e08a55;--page:#1b1b1b}}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
body{color:var(--ink);background:var(--page)}
svg{width:100%;height:auto}li{margin:1rem 0}time,small{color:var(--soft)}ol{padding-left:1.5rem}
.finding{border-left:3px solid var(--hot);padding-left:.75rem;margin:.5rem 0}.advice{border-color:var(--bar)}
"""


def render(series: Series, language: MessageLanguage) -> str:
    """The page, ending with a line end."""
    index = int(language == "ru")
    own = sum(not letter.from_reader for letter in series.letters)
    cap = _SAID["cap"][index].format(
        letters=letters_counted(own, language), busiest=series.busiest, cap=series.max_per_week
    )
    letters = "".join(_letter(letter, index) for letter in series.letters)
    unread = "".join(f"<li>{escape(name)}: {escape(problem.message)}</li>" for name, problem in series.problems)
    rest = f"<p>{_SAID['unread'][index]}</p><ul>{unread}</ul>" if unread else ""
    title = _SAID["title"][index]
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{title}</h1><p>{cap}</p>\n{chart(series, index)}\n"
        f"<ol>{letters}</ol>{rest}</body>\n</html>\n"
    )


def chart(series: Series, index: int = 0) -> str:
    """The pressure of each letter as bars placed by date; letters of the reader are hollow."""
    letters = series.letters
    start, end = letters[0].sent_at, letters[-1].sent_at
    span = max((end - start).total_seconds(), 1.0)
    top = max([FULL, *(letter.pressure for letter in letters)])
    bars = []
    for letter in letters:
        x = 30 + (letter.sent_at - start).total_seconds() / span * (WIDTH - 60)
        height = max(letter.pressure / top * (BASE - 20), 2)
        fill = "none" if letter.from_reader else "var(--hot)" if letter.findings else "var(--bar)"
        label = escape(f"{letter.sent_at:%Y-%m-%d} {letter.subject}: {letter.pressure:.1f}")
        bars.append(
            f'<rect x="{x - 7:.1f}" y="{BASE - height:.1f}" width="14" height="{height:.1f}" fill="{fill}"'
            f' stroke="var(--bar)"><title>{label}</title></rect>'
        )
    days = "".join(
        f'<text x="{x}" y="{BASE + 20}" font-size="12" fill="var(--soft)" text-anchor="{anchor}">{day:%Y-%m-%d}</text>'
        for x, anchor, day in ((20, "start", start), (WIDTH - 20, "end", end))
    )
    name = _SAID["chart"][index]
    return (
        f'<figure><svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{name}">'
        f'<line x1="10" x2="{WIDTH - 10}" y1="{BASE}" y2="{BASE}" stroke="var(--line)"/>{"".join(bars)}{days}</svg>'
        f"<figcaption><small>{name}</small></figcaption></figure>"
    )


def _letter(letter: SeriesLetter, index: int) -> str:
    subject = escape(letter.subject) or _SAID["no-subject"][index]
    about = _SAID["reader" if letter.from_reader else "pressure"][index].format(value=letter.pressure)
    findings = "".join(
        f'<div class="finding {finding.severity}"><small>{escape(finding.rule)}</small><br>{escape(finding.message)}'
        + "".join(f"<br>{_SAID['better'][index]} {escape(one.text)}" for one in finding.rewrites)
        + "</div>"
        for finding in letter.findings
    )
    when = f'<time datetime="{letter.sent_at.isoformat()}">{letter.sent_at:%Y-%m-%d %H:%M}</time>'
    return f"<li>{when} <strong>{subject}</strong> <small>{about}</small>{findings}</li>\n"
