"""Silencing one finding by a comment in the copy: `<!-- tonelint: ignore[RULE] reason -->`."""

from __future__ import annotations

import re

from tonelint.model import Document, Finding
from tonelint.rewriting.edits import Edit
from tonelint.rewriting.markup import writing_of

_RAW = re.compile(r"<(script|style|textarea|title|pre)\b", re.IGNORECASE)


def ignoring(finding: Finding, document: Document, reason: str) -> Edit | None:
    """The edit that puts a comment before the line of `finding`; None where a comment would be read as copy.

    `reason` may hold anything but the end of a comment, which is taken apart.
    """
    index = next((i for i, one in enumerate(document.parts) if one.path == finding.part), None)
    if index is None or not document.parts[index].writable:
        return None
    part = document.parts[index]
    if writing_of(document.format, part.path) not in ("html", "markdown"):
        return None
    text = part.text
    at = _line_start(text, finding.start)
    if _inside_tag(text, at) or _inside_raw(text, at):
        return None
    words = " ".join(reason.replace("--", "- -").split())
    indent = re.compile(r"[ \t]*").match(text, at)
    lead = indent[0] if indent else ""
    end = "\r\n" if "\r\n" in text else "\n"
    return Edit(index, at, at, f"{lead}<!-- tonelint: ignore[{finding.rule}] {words} -->{end}")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _inside_tag(text: str, at: int) -> bool:
    opened = text.rfind("<", 0, at)
    return opened != -1 and text.find(">", opened, at) == -1 and text[opened + 1 : opened + 2].isalpha()


def _inside_raw(text: str, at: int) -> bool:
    """Whether `at` lies in an element whose contents are taken as they are."""
    last = None
    for found in _RAW.finditer(text, 0, at):
        last = found
    return last is not None and text.lower().find(f"</{last[1].lower()}", last.end(), at) == -1
