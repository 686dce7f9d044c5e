"""Files that hold several letters: the zip exports of mail builders, and mailboxes.

A container is a folder of documents. Each of them has a name of its own, `export.zip!letters/welcome.html` or
`box.mbox#3`, and from there on everything is as with any other file. Nothing is ever unpacked to disk; a container
inside a container is left closed, and what a Mac adds to a zip is not looked at.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.sentences import Sentence, reason

if TYPE_CHECKING:  # what opens containers is imported by those who have one
    import mmap
    from zipfile import ZipFile, ZipInfo

ONLY_SHOWN = "letters in an archive or a mailbox are only looked at; unpack it to have them changed"
ZIP = ".zip"
MAILBOX = ".mbox"
_FROM = lazy(rb"^From [^\n]*\n", re.MULTILINE)
_INSIDE = lazy(r"(.+\.zip)!.+|(.+\.mbox)#\d+", re.IGNORECASE | re.DOTALL)
_BLANK = (b"\n\n", b"\n\r\n")
"""What stands before every message but the first: an empty line."""


class Member(NamedTuple):
    """A document in the container at `box`: its name inside a zip, its number in a mailbox, from 1.

    `format` is what it is read as when its name does not say.
    """

    box: Path
    key: str
    format: str | None = None

    @property
    def name(self) -> str:
        """What the document is called wherever it is told of."""
        return f"{self.box}{'#' if self.format else '!'}{self.key}"


class _Zip(NamedTuple):
    """An open zip: its readable members by name, and the names of the others."""

    packed: ZipFile
    members: Mapping[str, ZipInfo]
    others: tuple[str, ...]


class _Mailbox(NamedTuple):
    """An open mailbox: where each of its messages begins and ends."""

    data: bytes | mmap.mmap
    places: tuple[tuple[int, int], ...]


def is_container(path: str | PurePath) -> bool:
    """Whether a file holds documents rather than being one, by its name."""
    return PurePath(path).suffix.lower() in (ZIP, MAILBOX)


def box_of(path: Path) -> Path:
    """The file on disk behind a document's name: the container of a member, else the path itself."""
    found = _INSIDE.fullmatch(str(path))
    return Path(found[1] or found[2]) if found else path


def members(
    path: Path, *, data: bytes | None = None, skipped: Callable[[str], object] | None = None
) -> tuple[Member, ...]:
    """The documents in the container at `path`, in the order a reader would look for them.

    Args:
        data: what the container holds, when that is not what is on disk.
        skipped: told of every file inside that is not copy.

    Raises:
        ReadingError: the container cannot be opened, is broken or protected, or holds more than letters need.
    """
    box = _opened(path, data)
    if isinstance(box, _Mailbox):
        return tuple(Member(path, str(number), "eml") for number in range(1, len(box.places) + 1))
    if skipped is not None:
        for name in box.others:
            skipped(f"{path}!{name}")
    return tuple(Member(path, name) for name in sorted(box.members))


def contents(member: Member, limit: int, data: bytes | None = None) -> bytes:
    """The bytes of one document, `data` as in `members`.

    Args:
        limit: the most bytes that are given; a longer one has one more.

    Raises:
        ReadingError: it is not there, or cannot be unpacked.
    """
    box = _opened(member.box, data)
    if isinstance(box, _Mailbox):
        number = int(member.key) - 1
        if number < len(box.places):
            start, end = box.places[number]
            return box.data[start : min(end, start + limit + 1)]
    elif member.key in box.members:
        from tonelint.reading.packed import unpacked

        return unpacked(box.packed, box.members[member.key], member.name, limit)
    raise ReadingError(Sentence("is no longer there"), path=member.name)


def _opened(path: Path, data: bytes | None) -> _Zip | _Mailbox:
    if data is not None:
        return _from_bytes(str(path), data)
    try:
        stat = path.stat()
        return _from_disk(path, stat.st_mtime_ns, stat.st_size, os.getpid())
    except OSError as error:
        raise ReadingError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error


@lru_cache(maxsize=4)
def _from_disk(path: Path, time: int, size: int, process: int) -> _Zip | _Mailbox:
    """The container as it is now; every process opens its own, because open files are shared when processes fork."""
    if path.suffix.lower() == ZIP:
        return _zip(path, str(path))
    import mmap

    with path.open("rb") as file:
        return _mailbox(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else b"", str(path))


@lru_cache(maxsize=4)
def _from_bytes(name: str, data: bytes) -> _Zip | _Mailbox:
    return _zip(data, name) if name.lower().endswith(ZIP) else _mailbox(data, name)


def _zip(source: bytes | Path, name: str) -> _Zip:
    from tonelint.reading.packed import ENCRYPTED, opened

    packed = opened(source, name)
    readable: dict[str, ZipInfo] = {}
    others: list[str] = []
    for info in packed.infolist():
        own = _name(info)
        if info.is_dir() or _from_a_mac(own):
            continue
        if _is_copy(packed, info, own, name):
            readable[own] = info
        else:
            others.append(own)
    if any(info.flag_bits & ENCRYPTED for info in readable.values()):
        raise ReadingError(Sentence("is protected by a password, so it cannot be read"), path=name)
    return _Zip(packed, readable, tuple(sorted(others)))


def _name(info: ZipInfo) -> str:
    """A member's name: old Russian archives spell it in cp866, Macs in UTF-8, and neither says so."""
    from tonelint.reading.packed import UTF_8

    if info.flag_bits & UTF_8 or info.filename.isascii():
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeError:
        return raw.decode("cp866", "replace")


def _from_a_mac(name: str) -> bool:
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name.startswith("._") or path.name in (".DS_Store", "Thumbs.db")


def _is_copy(packed: ZipFile, info: ZipInfo, own: str, name: str) -> bool:
    from tonelint.reading import ReadingOptions, sought
    from tonelint.reading.packed import unpacked

    def data() -> bytes:
        return unpacked(packed, info, name, ReadingOptions().max_bytes)

    try:
        return not is_container(own) and sought(Path(own), PurePath(own), data)
    except ReadingError:  # told by whoever reads it
        return True


def _mailbox(data: bytes | mmap.mmap, name: str) -> _Mailbox:
    starts = [
        (found.start(), found.end())
        for found in _FROM.finditer(data)
        if not found.start() or data[max(found.start() - 3, 0) : found.start()].endswith(_BLANK)
    ]
    if not starts or starts[0][0] != 0:
        raise ReadingError(Sentence("this is no mailbox: it does not begin with a line 'From …'"), path=name)
    ends = [start for start, _ in starts[1:]] + [len(data)]
    return _Mailbox(data, tuple((first, end) for (_, first), end in zip(starts, ends, strict=True)))
