"""Excel workbooks: the texts in their cells, sheet by sheet, hidden ones too; no formulas, no numbers, no dates.

The part's text has one cell a line, so that lines and columns mean something; `Sheet1!B2` says where to look. openpyxl
reads the sheets, after the zip around them has been found harmless; macros and links are not looked at.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from tonelint.errors import ReadingError
from tonelint.model import Document, Part
from tonelint.reading.options import ReadingOptions
from tonelint.reading.packed import opened, unpacked
from tonelint.reading.source_map import Pieces
from tonelint.reading.tables.columns import Columns, columns_of
from tonelint.reading.values import Entry, document_of
from tonelint.sentences import Sentence

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_CELLS = 2_000_000
"""Cells, empty ones counted: a table made to exhaust its reader has more."""
_PLAIN_NAME = re.compile(r"\w+")


def read(data: bytes, name: str, options: ReadingOptions) -> Document:
    """The document in a workbook.

    Raises:
        ReadingError: it is broken, protected, of an old kind, or unpacks to more than a table needs; or openpyxl, which
        reads workbooks, is not installed.
    """
    texts: list[str] = []
    entries: list[Entry] = []
    at = 0
    row = 0
    last: tuple[str, int] | None = None
    for sheet, number, column, text, columns in _cells(_book(data, name, options.max_bytes), name, options):
        role = columns.role(column, text)
        if role is None:
            continue
        row += (sheet, number) != last
        last = (sheet, number)
        pieces = Pieces()
        pieces.add(text, at, at + len(text))
        entries.append(Entry(pieces, _address(sheet, number, column), role, row))
        texts.append(text + "\n")
        at += len(text) + 1
        if at > options.max_bytes:
            message = "larger than {limit} MB, the limit for one file; split it or raise the limit"
            raise ReadingError(Sentence(message, limit=f"{options.max_bytes / 1_000_000:g}"), path=name)
    part = Part("".join(texts), writable=False, packed=True)
    return document_of(name, "xlsx", part, entries, options)


def is_copy(file: Path, path: PurePath) -> bool:
    """Whether a workbook in a folder names a column of copy."""
    try:
        return is_copy_inside(file.read_bytes(), path.name)
    except OSError:  # told by whoever reads it
        return True


def is_copy_inside(data: bytes, name: str) -> bool:
    """The same by the contents."""
    try:
        book = _book(data, name, ReadingOptions().max_bytes)
        return any(columns.headed for *_, columns in _cells(book, name, ReadingOptions()))
    except ReadingError:
        return False


def _book(data: bytes, name: str, limit: int) -> Workbook:
    packed = opened(data, name)
    members = [info for info in packed.infolist() if info.filename.lower().endswith((".xml", ".rels"))]
    for info in members:
        if b"<!DOCTYPE" in unpacked(packed, info, name, limit):
            message = "has a document type inside, which Office never writes; it is not read"
            raise ReadingError(Sentence(message), path=name)
    try:
        import openpyxl
    except ImportError:
        message = 'workbooks need openpyxl; install it with: pip install "tonelint[formats]"'
        raise ReadingError(Sentence(message), path=name) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that it leaves out
            return openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except Exception as error:  # openpyxl fails in as many ways as a file can be broken
        raise ReadingError(Sentence("this is no workbook that can be read"), path=name) from error


def _cells(book: Workbook, name: str, options: ReadingOptions) -> Iterator[tuple[str, int, int, str, Columns]]:
    """Every text: its sheet, its row from 1, its column from 0, and what the columns of the sheet are."""
    count = 0
    for sheet in book.worksheets:
        columns: Columns | None = None
        try:
            sheet.reset_dimensions()
            for number, row in enumerate(_rows(sheet), 1):
                count += max(len(row), 1)
                if count > MOST_CELLS:
                    raise ReadingError(Sentence("has more cells than copy can need; split it"), path=name)
                found = [(cell.column - 1, cell.value) for cell in row if _says(cell)]
                if not found:
                    continue
                if columns is None:
                    said = dict(found)
                    columns = columns_of([said.get(place, "") for place in range(max(said) + 1)], options)
                    if columns.headed:
                        continue
                for place, text in found:
                    yield sheet.title, number, place, text, columns
        except ReadingError:
            raise
        except Exception as error:  # as above: rows are read one by one
            raise ReadingError(Sentence("this is no workbook that can be read"), path=name) from error


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield from sheet.iter_rows()


def _says(cell: Any) -> bool:
    """Whether a cell holds a text that somebody has written."""
    return cell.data_type in ("s", "inlineStr", "str") and isinstance(cell.value, str) and bool(cell.value.strip())


def _address(sheet: str, row: int, column: int) -> str:
    """A cell as Excel names it: `Sheet1!B2`, `'Мой лист'!B2`."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    quoted = sheet if _PLAIN_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{letters}{row}"
