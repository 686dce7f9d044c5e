"""Silencing one finding by a comment in the copy: `<!-- tonelint: ignore[RULE] reason -->`, `# …` in catalogues.

A comment stands on a line of its own, before the line or the entry that it speaks for. JSON has no comments.
"""

from __future__ import annotations

import re

from tonelint.model import Document, Finding
from tonelint.rewriting.edits import Edit
from tonelint.rewriting.markup import writing_of

_MARKUP = ("<!-- ", " -->")
_MARKS = {"xliff": _MARKUP, "android": _MARKUP, "strings": ("/* ", " */")}
"""How a comment opens and closes in catalogues where it is not `# …`."""
_BEGINS = {
    "yaml": re.compile(r"[ \t]*(?:-[ \t]|[^\s#-][^\n]*?:(?:\s|$)|[\"'][^\n]*:)"),
    "po": re.compile(r"(?:msgctxt\b|msgid\s)"),
    "properties": re.compile(r"(?<!\\\n)(?<!\\\r\n)[^\s]"),
    "ftl": re.compile(r"-?[A-Za-z][\w-]*[ ]*="),
    "strings": re.compile(r"[ \t]*(?:\"|[\w.$-]+[ \t]*=)"),
    "xliff": re.compile(r"[ \t]*<"),
    "android": re.compile(r"[ \t]*<"),
}
"""The line that an entry of a catalogue begins with: no comment may stand behind it and before the text."""
_RAW = re.compile(r"<(script|style|textarea|title|pre)\b", re.IGNORECASE)


def ignoring(finding: Finding, document: Document, reason: str) -> Edit | None:
    """The edit that puts a comment before the line of `finding`; None where a comment would be read as copy.

    `reason` may hold anything but the end of a comment, which is taken apart.
    """
    index = next((i for i, one in enumerate(document.parts) if one.path == finding.part), None)
    if index is None or not document.parts[index].writable:
        return None
    part = document.parts[index]
    text = part.text
    if document.format in _BEGINS:
        at = _entry_start(text, finding.start, document)
        opening, closing = _MARKS.get(document.format, ("# ", ""))
    elif writing_of(document.format, part.path) in ("html", "markdown"):
        at = _line_start(text, finding.start)
        opening, closing = _MARKUP
    else:
        return None
    markup = opening == _MARKUP[0]
    if markup and (_inside_tag(text, at) or _inside_raw(text, at)):
        return None
    words = " ".join(reason.replace("--", "- -").replace("*/", "* /").split())
    indent = re.compile(r"[ \t]*").match(text, at)
    lead = indent[0] if indent else ""
    end = "\r\n" if "\r\n" in text else "\n"
    return Edit(index, at, at, f"{lead}{opening}tonelint: ignore[{finding.rule}] {words}{closing}{end}")


def _entry_start(text: str, at: int, document: Document) -> int:
    """The start of the line on which the entry of a catalogue begins that holds position `at`."""
    value = next(
        (one.value.source.runs for one in document.segments if one.value and one.source.runs[0][1] <= at
         < one.source.runs[-1][1] + one.source.runs[-1][3]),
        None,
    )  # fmt: skip
    begins = _BEGINS[document.format]
    line = _line_start(text, value[0][1] if value else at)
    while line and not begins.match(text, line):
        line = _line_start(text, line - 1)
    return line


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
