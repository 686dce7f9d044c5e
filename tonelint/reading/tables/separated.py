"""CSV and TSV: cells with their places, in quotation marks or without, behind commas, semicolons, tabs or bars.

The standard library's reader does not say where a cell stands, so cells are found here, by the same grammar
(RFC 4180). Which mark divides the cells is told by the first rows; `sep=;` on top, as Excel writes it, is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path, PurePath

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.decoding import decode
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.reading.tables.columns import columns_of
from tonelint.reading.values import Entry, document_of

MARKS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
"""What may divide cells, and its name in a spelling."""
NONE = ""
"""What divides the cells of a table with one column."""
AGREED = 0.5
"""The share of rows that have as many cells as each other, from which on a mark divides them."""
TRIED = 50
"""Rows by which the dividing mark is told."""
HEAD = 65_536
"""Bytes of a file in a folder that are looked at for a heading row."""
_TOLD = lazy(r"sep=(.)[ \t]*(?:\r\n|\n|\r)", re.IGNORECASE)
_LINE_END = lazy(r"\r\n|\n|\r")
_DOUBLED = lazy(r'""')


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: where its words stand in the text, and whether they stand in quotation marks."""

    start: int
    end: int
    quoted: bool = False


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a table of separated values."""
    start, mark = _dialect(part.text, name)
    return document_of(name, "csv", part, _entries(part.text, start, mark, options), options)


def is_copy(file: Path, path: PurePath) -> bool:
    """Whether a table in a folder names a column of copy."""
    try:
        with file.open("rb") as opened:
            return is_copy_inside(opened.read(HEAD), path.name)
    except OSError:  # told by whoever reads it
        return True


def is_copy_inside(data: bytes, name: str) -> bool:
    """The same by the contents, or by their beginning."""
    try:
        text = decode(data[: data.rfind(b"\n") + 1] or data).text
    except ReadingError:
        return False
    start, mark = _dialect(text, name)
    first = next(_records(text, start, mark), [])
    return columns_of([pieces_of(text, cell).text for cell in first], ReadingOptions()).headed


def pieces_of(text: str, cell: Cell) -> Pieces:
    """What a cell says; two quotation marks in a row are one."""
    pieces = Pieces()
    if not cell.quoted or text.find('""', cell.start, cell.end) == -1:
        pieces.add(text[cell.start : cell.end], cell.start, cell.end)
        return pieces
    at = cell.start
    for found in _DOUBLED.finditer(text, cell.start, cell.end):
        pieces.add(text[at : found.start()], at, found.start())
        pieces.add('"', found.start(), found.end())
        at = found.end()
    pieces.add(text[at : cell.end], at, cell.end)
    return pieces


def _entries(text: str, start: int, mark: str, options: ReadingOptions) -> Iterator[Entry]:
    records = enumerate(_records(text, start, mark), 1)
    bare = f"csv-{MARKS[mark]}" if mark in MARKS else "csv-line" if mark == NONE else ""
    _, first = next(records, (1, []))
    columns = columns_of([pieces_of(text, cell).text for cell in first], options)
    rows = records if columns.headed else ((1, first), *records)
    for number, record in rows:
        for column, cell in enumerate(record):
            pieces = pieces_of(text, cell)
            role = columns.role(column, pieces.text)
            if role is not None and pieces.length:
                address = f"row {number}, column {columns.name(column)}"
                yield Entry(pieces, address, role, number, "csv-quoted" if cell.quoted else bare)


def _dialect(text: str, name: str) -> tuple[int, str]:
    """Where the first row begins, and what divides the cells."""
    told = _TOLD.match(text)
    if told:
        return told.end(), told[1]
    if name.lower().endswith((".tsv", ".tab")):
        return 0, "\t"
    scores = {mark: _agreement(text[:HEAD], mark) for mark in MARKS}
    best = max(scores, key=lambda mark: scores[mark])
    return 0, best if scores[best][0] >= AGREED else NONE


def _agreement(text: str, mark: str) -> tuple[float, int]:
    """How many of the first rows have as many cells as the very first when `mark` divides them, and how many cells."""
    if mark not in text:
        return 0.0, 0
    rows = (record for record in islice(_records(text, 0, mark), TRIED) if not _empty(record))
    widths = [len(record) for record in rows]
    if not widths or widths[0] < 2:
        return 0.0, 0
    return widths.count(widths[0]) / len(widths), widths[0]


def _empty(record: list[Cell]) -> bool:
    """Whether there is nothing at all on a line."""
    return len(record) == 1 and record[0].start == record[0].end and not record[0].quoted


def _records(text: str, start: int, mark: str) -> Iterator[list[Cell]]:
    """The rows of a table; empty lines are rows without cells."""
    pattern = _pattern(mark)
    at, length = start, len(text)
    while at < length:
        record: list[Cell] = []
        while True:
            found = pattern.match(text, at)
            if found is None:  # the pattern matches the empty string: this cannot be
                return
            if found["quoted"] is not None:
                record.append(Cell(*found.span("quoted"), quoted=True))
            else:
                record.append(Cell(*found.span("bare")))
            at = found.end()
            if mark and text.startswith(mark, at):
                at += 1
                continue
            break
        line_end = _LINE_END.match(text, at)
        at = line_end.end() if line_end else length
        yield record


@cache
def _pattern(mark: str) -> re.Pattern[str]:
    """One cell. Quotation marks that are not closed before a dividing mark or a line end are ordinary characters."""
    stop = re.escape(mark)
    spaces = "[ ]*" if mark == "\t" else r"[ \t]*"
    quoted = rf'{spaces}"(?P<quoted>(?:[^"]++|"")*+)"{spaces}(?=[{stop}\r\n]|\Z)'
    return re.compile(rf"{quoted}|(?P<bare>[^{stop}\r\n]*)")
