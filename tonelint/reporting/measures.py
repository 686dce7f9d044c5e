"""The measures of a letter as lines of text: its name, a number, a small bar, and what that means in plain words."""

from __future__ import annotations

from typing import Any

from tonelint.config import MessageLanguage
from tonelint.model import Report
from tonelint.reporting.quotes import cells, shown

Line = tuple[tuple[str, str], ...]

NAMES: dict[str, tuple[tuple[str, str], float]] = {
    "specificity": (("specificity", "конкретность"), 6.0),
    "template_density": (("canned formulas", "готовые формулы"), 4.0),
    "greeting_tags": (("tags only in the greeting", "подстановки только в приветствии"), 1.0),
    "we_share": (("speaks of itself", "говорит о себе"), 1.0),
    "pressure_density": (("pressure", "давление"), 4.0),
    "readability": (("readability", "лёгкость чтения"), 100.0),
}
"""What each measure is called in English and Russian, and the value at which its bar is full."""
BAR = 10
"""Cells of a full bar."""


def measure_lines(report: Report, language: MessageLanguage) -> list[Line]:
    """One line a measure, aligned, under the name of the file; a measure that cannot be said has no bar."""
    index = int(language == "ru")
    width = max(cells(names[index]) for names, _ in NAMES.values())
    lines: list[Line] = [((shown(report.name), "place"),)]
    for key, (names, full) in NAMES.items():
        one = report.measures.get(key)
        if one is None or one["value"] is None:
            continue
        label = names[index] + " " * (width - cells(names[index]))
        words = one["reading"][language]
        lines.append(
            ((f"  {label}  {one['value']:6.2f}  ", ""), (_bar(one["value"] / full), "label"), (f"  {words}", ""))
        )
    lines += _verdict(report.measures.get("template_verdict"), language)
    return lines


def _bar(share: float) -> str:
    filled = round(max(0.0, min(share, 1.0)) * BAR)
    return "█" * filled + "░" * (BAR - filled)


def _verdict(verdict: Any, language: MessageLanguage) -> list[Line]:
    """Which sentences weigh most and what to ask, when the letter could be sent to anyone."""
    if not verdict or not verdict["could_be_anyone"]:
        return []
    said = (
        "Everything here could be sent to anyone." if language == "en" else "Такое письмо можно отправить кому угодно."
    )
    weigh = "Weighs most: " if language == "en" else "Весит больше всего: "
    lines: list[Line] = [((f"  {said}", "warning"),)]
    lines += [((f"  {weigh}", "label"), (sentence, "")) for sentence in verdict["sentences"]]
    lines += [((f"  {question[language]}", "rewrite"),) for question in verdict["questions"]]
    return lines
