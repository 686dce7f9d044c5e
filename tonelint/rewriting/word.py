"""Better lines put back into a Word document: the words of its runs change, and nothing else does.

A changed stretch that several runs share takes the looks of the first. Everything in the zip but the edited XML stays
byte for byte, and in the XML everything but the edited words. What cannot be done that way is not done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tonelint.model import Document
from tonelint.reading.packed import opened, unpacked
from tonelint.reading.word_layout import Laid, Line, laid_out
from tonelint.reading.wordml import Anchor, Run
from tonelint.rewriting.edits import Edit
from tonelint.rewriting.zipped import replaced

ROOMY = 1_000_000_000
"""Bytes: the document has been read before, within the reader's own limits."""
_PIECE = re.compile(r"&[^;\s]{1,12};|\r\n|[\s\S]")
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*encoding\s*=\s*[\"']([^\"']*)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


@dataclass(slots=True)
class _Member:
    """One XML file of the document and its changes: runs with the spelling of each code point, paragraphs to drop."""

    data: bytes
    runs: dict[int, tuple[Run, list[str]]] = field(default_factory=dict)
    gone: list[tuple[int, int]] = field(default_factory=list)


def spliced(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes | None:
    """The Word file `data`, which `document` was read from, with `edits` made; None when that cannot be done."""
    laid = laid_out(data, document.name, ROOMY)
    if laid.text != document.parts[0].text:
        return None
    packed = opened(data, document.name)
    members = {
        line.member: _Member(unpacked(packed, line.member, document.name, ROOMY))
        for line in laid.lines
        if any(line.at <= edit.end and edit.start <= line.end for edit in edits)
    }
    if not all(_in_utf_8(member.data) for member in members.values()):
        return None
    for edit in sorted(edits, key=lambda one: (one.start, one.end), reverse=True):  # earlier positions stay true
        if "\n" in edit.text or not _made(edit, laid, members):
            return None
    for name, member in members.items():
        again = replaced(data, name, _written(member))
        if again is None:
            return None
        data = again
    return data


def shown(data: bytes, name: str) -> str:
    """The text of a Word file, one line a paragraph."""
    return laid_out(data, name, ROOMY).text


def _in_utf_8(data: bytes) -> bool:
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return not data.startswith((b"\xff\xfe", b"\xfe\xff")) and (
        declared is None or declared[1].lower() in {b"utf-8", b"utf8", b"us-ascii"}
    )


def _made(edit: Edit, laid: Laid, members: dict[str, _Member]) -> bool:
    """Makes one edit; whether it could be made."""
    lines = [line for line in laid.lines if line.at < edit.end and edit.start <= line.end]
    lines = lines or [line for line in laid.lines if line.at <= edit.start <= line.end]
    if len(lines) == 1 and edit.end <= lines[0].end:
        return _changed(lines[0], edit.start, edit.end, edit.text, members[lines[0].member])
    if edit.text or not lines or edit.start != lines[0].at or edit.end <= lines[-1].end < len(laid.text) - 1:
        return False
    return all(_dropped(line, members[line.member]) for line in lines)


def _dropped(line: Line, member: _Member) -> bool:
    """Takes a paragraph out; where the layout needs it to stay, its words."""
    one = line.paragraph
    if one.plain and one.cell is None and not one.box and not line.aside:
        end = member.data.index(b">", one.end) + 1 if member.data.startswith(b"</", one.end) else one.end
        member.gone.append((one.start, end))
        return True
    return not one.length or _changed(line, line.at, line.end, "", member)


def _changed(line: Line, start: int, end: int, text: str, member: _Member) -> bool:
    """Puts `text` in the place of `start..end` of the whole text, which lies in one paragraph."""
    if any(_swallows(link, start - line.at, end - line.at, text) for link in line.paragraph.links):
        return False
    at = line.at
    touched: list[tuple[Run, int, int]] = []
    for run in line.paragraph.runs:
        after = at + len(run.text)
        if max(start, at) < min(end, after):
            touched.append((run, max(start, at) - at, min(end, after) - at))
        elif start == end and at <= start <= after and not run.filled and run.end and (start > at or not touched):
            touched = [(run, start - at, start - at)]
        at = after
    if not touched:
        return False
    for number, (run, left, right) in enumerate(touched):
        pieces = None if run.filled or not run.end else _pieces(run, member)
        if pieces is None:
            return False
        pieces[left:right] = [_ESCAPES.get(char, char) for char in text] if number == 0 else []
    return True


def _swallows(link: Anchor, start: int, end: int, text: str) -> bool:
    """Whether a link would be left without words, or its words would take in those around it."""
    inside = start <= link.start < link.end <= end
    return inside and (not text or end - start > link.end - link.start)


def _pieces(run: Run, member: _Member) -> list[str] | None:
    """The spelling of each code point of a run, to be changed; None when they cannot be told apart."""
    if run.start not in member.runs:
        written = member.data[run.start : run.end].decode("utf-8")
        pieces = _PIECE.findall(written)
        if "<" in written or len(pieces) != len(run.text):
            return None
        member.runs[run.start] = (run, pieces)
    return member.runs[run.start][1]


def _written(member: _Member) -> bytes:
    """The XML with its changes."""
    changes = [(start, end, b"") for start, end in member.gone]
    for run, pieces in member.runs.values():
        if any(start <= run.start < end for start, end in member.gone):
            continue
        words = "".join(pieces)
        tag = member.data[run.tag : run.start]
        if words != words.strip() and b"xml:space" not in tag:
            name = re.match(rb"<[^\s/>]+", tag)
            at = run.tag + (name.end() if name else 0)
            changes.append((at, at, b' xml:space="preserve"'))
        changes.append((run.start, run.end, words.encode("utf-8")))
    made, last = [], 0
    for start, end, new in sorted(changes):
        made += [member.data[last:start], new]
        last = end
    return b"".join([*made, member.data[last:]])
