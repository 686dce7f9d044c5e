"""`--statistics`: how many findings of each rule there are, and in how many files."""

from __future__ import annotations

from collections import Counter

from tonelint.config import MessageLanguage
from tonelint.reporting.outcome import Outcome
from tonelint.reporting.words import say

Line = tuple[tuple[str, str], ...]


def statistic_lines(outcome: Outcome, language: MessageLanguage) -> list[Line]:
    """A line a rule, the most frequent first: findings, files, the rule."""
    found: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for each in outcome.checked:
        found.update(finding.rule for finding in each.report.findings)
        files.update({finding.rule for finding in each.report.findings})
    rows = sorted(found, key=lambda rule: (-found[rule], rule))
    if not rows:
        return []
    heads = [say(key, language) for key in ("statistics-found", "statistics-files", "rule")]
    table = [heads, *([str(found[rule]), str(files[rule]), rule] for rule in rows)]
    widths = [max(len(row[column]) for row in table) for column in (0, 1)]
    lines: list[Line] = [
        ((f"{row[0]:>{widths[0]}}  {row[1]:>{widths[1]}}  ", ""), (row[2], "rule" if number else ""))
        for number, row in enumerate(table)
    ]
    return [*lines, ()]
