"""Zip files, opened with care: Word documents, workbooks and exports of mail builders are all zips inside.

What is inside is counted and measured before a byte of it is unpacked, and no member gives more than it has declared.
Member names are names and nothing else: nothing is ever written to disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from tonelint.errors import ReadingError
from tonelint.sentences import Sentence

MOST_MEMBERS = 20_000
"""Files in one zip."""
LARGEST = 400_000_000
"""Bytes that everything in a zip may come to, unpacked."""
STEEPEST = 400
"""How many times smaller than its contents a member may be; text hardly ever passes 30."""
SMALL = 1_000_000
"""Bytes up to which a member may be packed as tightly as it likes."""
ENCRYPTED = 0x1
UTF_8 = 0x800
"""Bits of a member's flags."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def opened(source: bytes | Path, name: str) -> zipfile.ZipFile:
    """The zip in some bytes or in a file, its table of contents read and found harmless.

    Raises:
        ReadingError: this is no zip or a broken one, or it holds more than a letter can need.
    """
    if isinstance(source, bytes) and source.startswith(OLD_OFFICE):
        message = "this is an old or password-protected Office file; save it in today's format without a password"
        raise ReadingError(Sentence(message), path=name)
    try:
        packed = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except PermissionError:
        raise
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError) as error:
        raise ReadingError(Sentence("the file is broken: it cannot be unpacked"), path=name) from error
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        message = "holds {count} files, more than the {most} that are read"
        raise ReadingError(Sentence(message, count=len(members), most=MOST_MEMBERS), path=name)
    if sum(member.file_size for member in members) > LARGEST or any(map(_steep, members)):
        raise ReadingError(Sentence("unpacks to far more than copy needs, so it is not opened"), path=name)
    return packed


def unpacked(packed: zipfile.ZipFile, member: zipfile.ZipInfo | str, name: str, limit: int) -> bytes:
    """The contents of one member.

    Args:
        limit: the most bytes that it may have.

    Raises:
        ReadingError: it is encrypted, larger than `limit`, packed in an unknown way, or damaged.
    """
    info = packed.getinfo(member) if isinstance(member, str) else member
    if info.flag_bits & ENCRYPTED:
        raise ReadingError(Sentence("is protected by a password, so it cannot be read"), path=name)
    if info.file_size > limit:
        message = "larger than {limit} MB, the limit for one file; split it or raise the limit"
        raise ReadingError(Sentence(message, limit=f"{limit / 1_000_000:g}"), path=name)
    try:
        with packed.open(info) as file:
            return file.read(info.file_size)
    except NotImplementedError as error:
        raise ReadingError(Sentence("is packed in a way that cannot be undone here"), path=name) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, RuntimeError) as error:
        raise ReadingError(Sentence("the file is broken: it cannot be unpacked"), path=name) from error


def _steep(member: zipfile.ZipInfo) -> bool:
    return member.file_size > SMALL and member.file_size > STEEPEST * max(member.compress_size, 1)
