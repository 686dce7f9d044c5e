"""Letters from files, folders, mailboxes and archives, each with its date.

What has none is named in a problem, never guessed.
"""

from __future__ import annotations

import email.utils
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePath

from tonelint.campaign.model import Letter
from tonelint.errors import ReadingError
from tonelint.model import Document, Problem
from tonelint.reading import LETTERS, ReadingOptions, format_of, read_bytes, read_file
from tonelint.reading.collecting import files_behind
from tonelint.reading.containers import MAILBOX, Member, contents, is_container, members

Trouble = tuple[str, Problem]

DATE_KEYS = ("date", "sent", "sent_at", "дата")
"""Keys of the front matter that say when a letter was sent."""
_IN_NAME = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


def read_letters(paths: Sequence[Path], options: ReadingOptions) -> tuple[list[Letter], list[Trouble]]:
    """The letters behind `paths`, the earliest first, and what could not be read.

    Raises:
        ReadingError: there is no letter with a date at all.
    """
    letters: list[Letter] = []
    troubles: list[Trouble] = []
    for found in files_behind(paths, _is_letter):
        if isinstance(found, Problem):
            troubles.append((str(paths[0]) if len(paths) == 1 else "", found))
            continue
        try:
            sources = _sources(found)
        except ReadingError as error:
            troubles.append((str(found), Problem(error.message)))
            continue
        for source in sources:
            try:
                document = _document(source, options)
            except ReadingError as error:
                troubles.append((source.name if isinstance(source, Member) else str(source), Problem(error.message)))
                continue
            letter = letter_of(document)
            if not document.segments:
                troubles.append((document.name, Problem("the letter says nothing")))
            elif letter is None:
                troubles.append((document.name, Problem("the letter has no date; add 'date: 2026-05-01' on top")))
            else:
                letters.append(letter)
    if not letters:
        name, reason = (troubles[0][0], troubles[0][1].message) if troubles else ("", "no letters found")
        raise ReadingError(reason, path=name)
    return sorted(letters, key=lambda one: (one.sent_at, one.name)), troubles


def letter_of(document: Document) -> Letter | None:
    """The letter in a document, or None when nothing says when it was sent."""
    sent = _sent_at(document)
    if sent is None:
        return None
    headers, front = document.headers, document.front_matter
    sender = str(headers.get("from") or front.get("from") or "")
    subject = next((s.text for s in document.segments if s.role == "subject"), "")
    if not subject:
        subject = next((s.text for s in document.segments if s.role == "heading"), "")
    return Letter(
        document.name,
        sent,
        " ".join(subject.split()),
        (email.utils.parseaddr(sender)[1] or sender).lower(),
        document,
        str(headers.get("message-id", "")).strip(),
        str(headers.get("in-reply-to", "")).strip(),
    )


def _is_letter(path: Path, shown: PurePath) -> bool:
    return path.name.lower().endswith(MAILBOX) or format_of(path.name) in LETTERS


def _sources(path: Path) -> Sequence[Path | Member]:
    """What there is to read in a file: itself, or the letters that it holds."""
    if not is_container(path):
        return [path]
    return [member for member in members(path) if member.format or format_of(member.key) in LETTERS]


def _document(source: Path | Member, options: ReadingOptions) -> Document:
    if isinstance(source, Path):
        return read_file(source, options=options)
    return read_bytes(contents(source, options.max_bytes), source.name, format=source.format, options=options)


def _sent_at(document: Document) -> datetime | None:
    """The time of sending: the Date header, the front matter, a date in the file's name. Without a zone it is UTC."""
    written = document.headers.get("date")
    if written:
        try:
            return _zoned(email.utils.parsedate_to_datetime(str(written)))
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    for key in DATE_KEYS:
        if key in document.front_matter:
            return _moment(document.front_matter[key])
    named = _IN_NAME.search(Path(document.name).name)
    return _moment(named[1]) if named else None


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return _zoned(value)
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    try:
        return _zoned(datetime.fromisoformat(str(value).strip()))
    except ValueError:
        return None


def _zoned(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
