"""Plain columns for lists: aligned on a terminal and a pipe alike, the last column free."""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.reporting.quotes import cells


def columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows as lines, columns two spaces apart, ending with a line end; the first row is the heading."""
    if not rows:
        return ""
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        padded = [text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=False)]
        lines.append("  ".join([*padded, row[-1]]).rstrip())
    return "\n".join(lines) + "\n"
