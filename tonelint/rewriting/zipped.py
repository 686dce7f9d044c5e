"""One member of a zip exchanged for another; all other members stay byte for byte as they are packed.

`zipfile` can only write a zip anew, with other times, other packing and other fields; here the old bytes are moved.
Nothing is read from disk or written there.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
DESCRIPTOR = 0x8
"""The flag of a member whose sizes stand behind it."""
LIMIT = 0xFFFFFFFF
"""Sizes and places from here on are written in another way (zip64), which is left alone."""


def replaced(data: bytes, name: str, contents: bytes) -> bytes | None:
    """The zip in `data` with new contents for the member `name`; None for zips of a rare kind."""
    packed = zipfile.ZipFile(io.BytesIO(data))
    info = packed.getinfo(name)
    central, end = packed.start_dir, data.rfind(b"PK\x05\x06")
    if end < 0 or not data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x06\x06", central):
        return None
    signature, needed, flags, method, time, date, _, _, _, named, extra = _LOCAL.unpack_from(data, info.header_offset)
    if signature != b"PK\x03\x04" or method not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return None
    after = min(
        (one.header_offset for one in packed.infolist() if one.header_offset > info.header_offset), default=central
    )
    body = contents if method == zipfile.ZIP_STORED else _deflated(contents)
    crc, flags = zlib.crc32(contents), flags & ~DESCRIPTOR
    head = _LOCAL.pack(signature, needed, flags, method, time, date, crc, len(body), len(contents), named, extra)
    names = data[info.header_offset + _LOCAL.size :][: named + extra]
    member = head + names + body
    shift = len(member) - (after - info.header_offset)
    if len(data) + shift >= LIMIT:
        return None
    table = _moved(data[central:end], info.header_offset, shift, (flags, crc, len(body), len(contents)))
    closing = list(_END.unpack_from(data, end))
    if table is None or closing[6] != central:
        return None
    closing[6] += shift
    tail = _END.pack(*closing) + data[end + _END.size :]
    return b"".join((data[: info.header_offset], member, data[after:central], table, tail))


def _deflated(contents: bytes) -> bytes:
    packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -15)
    return packer.compress(contents) + packer.flush()


def _moved(table: bytes, at: int, shift: int, told: tuple[int, int, int, int]) -> bytes | None:
    """The table of contents for members behind `at` moved by `shift`, and the one at `at` as `told`."""
    made: list[bytes] = []
    place = 0
    while place < len(table):
        if not table.startswith(b"PK\x01\x02", place):
            return None
        entry = list(_CENTRAL.unpack_from(table, place))
        rest = entry[10] + entry[11] + entry[12]
        offset = entry[16]
        if offset == LIMIT:
            return None
        if offset == at:
            entry[3] = told[0]
            entry[7:10] = told[1:]
        elif offset > at:
            entry[16] = offset + shift
        made += [_CENTRAL.pack(*entry), table[place + _CENTRAL.size : place + _CENTRAL.size + rest]]
        place += _CENTRAL.size + rest
    return b"".join(made)
