"""Where the letters of a batch come from: files, mailboxes, archives, rows of tables; one at a time."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from tonelint.errors import ReadingError, TonelintError
from tonelint.model import Problem
from tonelint.reading import LETTERS, ReadingOptions, format_of, read_bytes, read_file, read_text
from tonelint.reading.collecting import files_behind
from tonelint.reading.containers import MAILBOX, Member, contents, is_container, members
from tonelint.reading.decoding import decode
from tonelint.sentences import Sentence, reason, words

COLUMNS = ("text", "body", "html", "message", "content", "letter", "текст", "письмо", "сообщение")
"""Columns that are looked for when none is named."""
TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet")
SPOKEN = frozenset(("subject", "preheader", "heading", "body", "cta", "decline"))
_MARKUP = re.compile(r"</(?:p|div|td|a|body|html|span|table|h\d)\s*>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """A letter that has not been read yet: a file, a message, or a text."""

    name: str
    text: str = ""
    member: Member | None = None
    path: str = ""

    def read(self) -> str:
        """What the letter says to its reader.

        Raises:
            ReadingError: the file or message is not copy that can be read.
        """
        if self.path:
            document = read_file(self.path)
        elif self.member:
            data = contents(self.member, ReadingOptions().max_bytes)
            document = read_bytes(data, self.name, format=self.member.format)
        elif _MARKUP.search(self.text):
            document = read_text(self.text, self.name, format="html")
        else:
            return self.text
        return "\n".join(segment.text for segment in document.segments if segment.role in SPOKEN)


class Items(Iterable[Item]):
    """The letters behind some paths, to be gone through once; `problems` grows on the way."""

    def __init__(self, paths: Sequence[Path], column: str | None) -> None:
        self._paths = paths
        self._column = column
        self.problems: list[tuple[str, Problem]] = []

    def __iter__(self) -> Iterator[Item]:
        for path in files_behind(self._paths, _is_source):
            if isinstance(path, Problem):
                self.problems.append((str(self._paths[0]) if len(self._paths) == 1 else "", path))
            elif path.suffix.lower() in TABLES:
                yield from self._rows(path)
            elif is_container(path):
                yield from self._members(path)
            else:
                yield Item(str(path), path=str(path))

    def _members(self, path: Path) -> Iterator[Item]:
        try:
            for member in members(path):
                if member.format or format_of(member.key) in LETTERS:
                    yield Item(member.name, member=member)
        except ReadingError as error:
            self.problems.append((str(path), Problem(error.message)))

    def _rows(self, path: Path) -> Iterator[Item]:
        empty = 0
        for number, text in _texts(path, self._column):
            if text and text.strip():
                yield Item(f"{path}:{number}", text=text)
            else:
                empty += 1
        if empty:
            self.problems.append((str(path), Problem(Sentence("rows without a text: {count}", count=empty))))


def _is_source(path: Path, shown: PurePath) -> bool:
    return path.name.lower().endswith((*TABLES, MAILBOX)) or format_of(path.name) in LETTERS


def _texts(path: Path, column: str | None) -> Iterator[tuple[int, str | None]]:
    """The texts of a table with their row numbers, from 1, the heading not counted."""
    try:
        suffix = path.suffix.lower()
        if suffix == ".parquet":
            yield from _parquet(path, column)
        elif suffix in (".jsonl", ".ndjson"):
            yield from _json_lines(path, column)
        elif suffix == ".json":
            yield from _json(path, column)
        else:
            yield from _csv(path, column)
    except OSError as error:
        raise ReadingError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error


def _csv(path: Path, column: str | None) -> Iterator[tuple[int, str | None]]:
    text = decode(path.read_bytes(), name=str(path)).text
    csv.field_size_limit(10_000_000)
    first = text.partition("\n")[0]
    delimiter = "\t" if path.suffix.lower() == ".tsv" else max(",;\t", key=first.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    wanted = _column(path, list(rows.fieldnames or ()), column)
    for number, row in enumerate(rows, start=1):
        yield number, row.get(wanted)


def _json_lines(path: Path, column: str | None) -> Iterator[tuple[int, str | None]]:
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        wanted = column
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                message = Sentence("not valid JSON: {what}", what=words(error.msg.lower()))
                raise ReadingError(message, path=str(path), line=number) from error
            if isinstance(row, Mapping) and (wanted is None or wanted not in row):
                wanted = _column(path, [str(key) for key in row], column)
            yield number, _cell(row, wanted)


def _json(path: Path, column: str | None) -> Iterator[tuple[int, str | None]]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise ReadingError("not valid JSON in UTF-8", path=str(path)) from error
    if not isinstance(rows, list):
        raise ReadingError("expected a list of texts or of objects", path=str(path))
    keys = next((list(row) for row in rows if isinstance(row, Mapping)), [])
    wanted = _column(path, keys, column) if keys else None
    for number, row in enumerate(rows, start=1):
        yield number, _cell(row, wanted)


def _parquet(path: Path, column: str | None) -> Iterator[tuple[int, str | None]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise TonelintError("Parquet needs pyarrow; install it with: pip install 'tonelint[similar]'") from None
    try:
        table = ParquetFile(path)
        wanted = _column(path, list(table.schema_arrow.names), column)
        number = 0
        for part in table.iter_batches(batch_size=2000, columns=[wanted]):
            for value in part.column(0).to_pylist():
                number += 1
                yield number, None if value is None else str(value)
    except ArrowException as error:
        raise ReadingError("not a Parquet file that can be read", path=str(path)) from error


def _cell(row: Any, column: str | None) -> str | None:
    value = row.get(column) if isinstance(row, Mapping) else row
    return value if isinstance(value, str) else None


def _column(path: Path, columns: Sequence[str], column: str | None) -> str:
    """The column to read: the one that is named, a usual name, or the only one there is."""
    known = ", ".join(columns) or words("none")
    if column is not None:
        if column in columns:
            return column
        message = "there is no column '{column}'; these are there: {known}"
        raise ReadingError(Sentence(message, column=column, known=known), path=str(path))
    lower = {name.strip().lower(): name for name in reversed(columns)}
    usual = next((lower[name] for name in COLUMNS if name in lower), columns[0] if len(columns) == 1 else None)
    if usual is None:
        message = "no column looks like the texts, name it with --column; these are there: {known}"
        raise ReadingError(Sentence(message, known=known), path=str(path))
    return usual
