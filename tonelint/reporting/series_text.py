"""A series for a terminal: one line a letter with its date and pressure, findings below, a sparkline of the whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tonelint.campaign.findings import KINDS
from tonelint.campaign.model import Series, SeriesLetter
from tonelint.config import MessageLanguage
from tonelint.reporting.quotes import shown
from tonelint.reporting.text import Line, painted

BARS = "▁▂▃▄▅▆▇█"
FULL = 4.0
"""Pressing places per 100 words at which a bar is full, unless a letter presses harder."""

_SAID: dict[str, tuple[str, str]] = {
    "title": (
        "{letters}, {first} to {last}; at most {busiest} in seven days (cap {cap}).",
        "{letters}: с {first} по {last}; самое большее {busiest} за семь дней (предел {cap}).",
    ),
    "pressure": ("Pressure  ", "Давление  "),
    "reader": ("  (from the reader)", "  (пишет читатель)"),
    "clean": ("Together the letters raise no finding.", "Вместе письма замечаний не вызывают."),
    "found": ("Findings that only the series shows: {count}.", "Замечаний, которые видны только в серии: {count}."),
    "better": ("Better: ", "Лучше: "),
    "no-subject": ("(no subject)", "(без темы)"),
    "error": ("error", "ошибка"),
    "warning": ("warning", "предупреждение"),
    "advice": ("advice", "совет"),
}


def sparkline(values: Sequence[float]) -> str:
    """One bar a value; the scale begins at 0 and ends at `FULL` or the greatest value."""
    top = max([FULL, *values])
    return "".join(BARS[min(int(value / top * len(BARS)), len(BARS) - 1)] for value in values)


def render(series: Series, language: MessageLanguage, *, color: bool = False) -> str:
    """The series as text, ending with a line end."""
    index = int(language == "ru")

    def say(key: str, **values: object) -> str:
        return _SAID[key][index].format(**values)

    own = [letter for letter in series.letters if not letter.from_reader]
    bars = sparkline([letter.pressure for letter in series.letters])
    first, last = series.letters[0].sent_at, series.letters[-1].sent_at
    head = say(
        "title", letters=letters_counted(len(own), language), first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}",
        busiest=series.busiest, cap=series.max_per_week,
    )  # fmt: skip
    lines: list[Line] = [((head, "place"),), ((say("pressure"), "label"), (bars, "")), ()]
    for letter, bar in zip(series.letters, bars, strict=True):
        lines += _letter(letter, bar, say("no-subject"), say("reader"))
        for finding in letter.findings:
            lines.append((("    ", ""), (say(finding.severity), finding.severity), (f" {finding.rule}", "rule")))
            lines.append(((f"    {finding.message}", ""),))
            lines += [((f"    {say('better')}", "label"), (one.text, "rewrite")) for one in finding.rewrites]
    count = len(series.findings)
    lines += [(), ((say("found", count=count) if count else say("clean"), ""),)]
    return painted(lines) if color else "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)


def explained(rule: str, language: MessageLanguage) -> str:
    """The page of a finding that only a series shows, ending with a line end."""
    index = int(language == "ru")
    kind = KINDS[rule]
    found_by = ("Found by: tonelint series", "Находит: tonelint series")[index]
    message = re.sub(r"\{\w+\}", "…", kind.message[index])
    blocks = [rule, f"{_SAID[kind.severity][index]}. {found_by}", message, kind.why[index]]
    return "\n\n".join([*blocks, _SAID["better"][index] + kind.idea[index]]) + "\n"


def letters_counted(count: int, language: MessageLanguage) -> str:
    """'3 letters', «3 письма»."""
    if language == "en":
        return f"{count} letter" + "s" * (count != 1)
    if count % 10 == 1 and count % 100 != 11:
        return f"{count} письмо"
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return f"{count} " + ("письма" if few else "писем")


def _letter(letter: SeriesLetter, bar: str, nothing: str, reader: str) -> list[Line]:
    by = reader if letter.from_reader else ""
    when = f"{letter.sent_at:%Y-%m-%d %H:%M}"
    place: Line = ((f"    {shown(letter.name)}", "label"),)
    return [((when, "place"), (f"  {bar}  ", ""), (letter.subject or nothing, "flagged"), (by, "label")), place]
