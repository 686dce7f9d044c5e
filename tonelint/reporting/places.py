"""Where findings are for programs that open the file: lines of the file, columns in code points and bytes, paths.

A letter's part that is stored as it reads knows its place in the file. A part that had to be decoded (base64,
quoted-printable, an encoded header) does not: then the line where the part begins is all that can be said.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import NamedTuple

from tonelint.model import Document, Finding, Part


class Spot(NamedTuple):
    """A position in a file: line and columns from 1; `column` counts code points, `byte` the bytes of UTF-8."""

    line: int
    column: int
    byte: int


class Change(NamedTuple):
    """Words of the file that a rewrite would replace: `start` and `end` are code points of the part."""

    first: Spot
    last: Spot
    start: int
    end: int
    text: str


class Where(NamedTuple):
    """A finding's place in its file, and for each rewrite the changes that make it, none where it is only shown.

    With `exact` false the finding stands in a part that was decoded, and the spots count in that part; `near` is then
    the line of the file where the part, or the header, begins; 0 when the file has no lines (a Word document).
    """

    first: Spot
    last: Spot
    exact: bool = True
    changes: tuple[tuple[Change, ...], ...] = ()
    near: int = 0


def where(finding: Finding, document: Document, data: bytes, *, with_changes: bool) -> Where:
    """The place of `finding`, a finding of `document`, which was read from `data`.

    Args:
        with_changes: find out how each rewrite would be written into the file.
    """
    part = next((one for one in document.parts if one.path == finding.part), document.parts[0])
    exact = (len(document.parts) == 1 or part.writable) and not part.packed
    above = data.count(b"\n", 0, part.byte_start) if exact and part.byte_start else 0
    changes = tuple(_changes(finding, document, part, above)) if with_changes and exact else ()
    near = 0 if exact or part.packed else _line_near(part, finding.start, data)
    return Where(_spot(part, finding.start, above), _spot(part, finding.end, above), exact, changes, near)


def _line_near(part: Part, offset: int, data: bytes) -> int:
    """The line of the file where a decoded part begins; in the headers of a letter, that of the header itself."""
    start = part.byte_start
    if part.path.startswith("headers"):
        name = part.line(part.place(offset)[0]).partition(":")[0].encode("ascii", "replace")
        found = re.compile(rb"^" + re.escape(name) + rb"[ \t]*:", re.IGNORECASE | re.MULTILINE).search(data, start)
        start = found.start() if found else start
    return data.count(b"\n", 0, start) + 1


def _changes(finding: Finding, document: Document, part: Part, above: int) -> list[tuple[Change, ...]]:
    from tonelint.rewriting.edits import edits

    made = []
    for rewrite in finding.rewrites:
        found = edits(rewrite, document, finding.part) if part.writable and not rewrite.needs else None
        made.append(
            tuple(
                Change(_spot(part, one.start, above), _spot(part, one.end, above), one.start, one.end, one.text)
                for one in found or ()
            )
        )
    return made


def _spot(part: Part, offset: int, above: int) -> Spot:
    line, column = part.place(offset)
    before = part.text[offset - column + 1 : offset]
    return Spot(line + above, column, len(before.encode("utf-8", "replace")) + 1)


def path_of(name: str) -> str:
    """A file's name as CI systems want it: relative to where we stand when it lies below, with forward slashes."""
    path = Path(name)
    if path.is_absolute():
        try:
            path = path.relative_to(Path.cwd())
        except ValueError:
            return PurePath(name).as_posix()
    return PurePath(*(piece for piece in path.parts if piece != ".")).as_posix()
