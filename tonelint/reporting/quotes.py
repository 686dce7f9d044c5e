"""The line a finding quotes: its source, fit to be shown on a terminal, with the flagged stretch marked.

Copy comes from strangers: control characters, which a terminal would obey, are shown as a middle dot.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from tonelint.model import TAG_FILLER, Document, Finding, Part

BEFORE = 60
"""Code points of the line kept before the flagged words."""
AFTER = 60
"""Code points of the line kept after them."""
LONGEST = 160
"""Longer flagged stretches lose their middle."""


class Quote(NamedTuple):
    """A shown line: the flagged words and what stands around them, cleaned; an ellipsis tells that something is cut."""

    before: str
    flagged: str
    after: str


def quote(finding: Finding, document: Document) -> Quote:
    """The stretch of source around `finding`, from the beginning of its first line to the end of its last."""
    part = next((part for part in document.parts if part.path == finding.part), Part(""))
    text = part.text
    if not 0 <= finding.start < finding.end <= len(text):
        return Quote("", shown(finding.excerpt), "")
    line_start = max(text.rfind("\n", 0, finding.start) + 1, finding.start - BEFORE)
    line_end = text.find("\n", finding.end, finding.end + AFTER)
    if line_end == -1:
        line_end = min(len(text), finding.end + AFTER)
    before = shown(text[line_start : finding.start]).lstrip()
    after = shown(text[finding.end : line_end]).rstrip()
    if line_start > 0 and text[line_start - 1] != "\n":
        before = "…" + (before[before.find(" ") + 1 :] if " " in before[:-1] else before)
    if line_end < len(text) and text[line_end] not in "\r\n":
        after = (after[: after.rfind(" ")] if " " in after[1:] else after) + "…"
    flagged = shown(text[finding.start : finding.end])
    if len(flagged) > LONGEST:
        flagged = f"{flagged[: LONGEST // 2]} … {flagged[-LONGEST // 2 :]}"
    return Quote(before, flagged, after)


def shown(text: str) -> str:
    """`text` on one line, without anything that a terminal would obey or not show."""
    text = re.sub(r"[\s\u00a0]+", " ", text)
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _instead(character) for character in text)


def cells(text: str) -> int:
    """How many columns of a terminal `text` takes."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or character in "\ufe0f\ufe0e\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _instead(character: str) -> str:
    if character == TAG_FILLER:
        return "…"
    return "" if unicodedata.category(character) == "Cf" else "·"
