"""The headers of a letter, decoded: a text with one line a header, and the values by name. Nothing here reads a
body."""

from __future__ import annotations

from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.decoding import codec, decode

PARSER_FAULTS = (
    AssertionError, AttributeError, LookupError, MessageError, NameError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What the standard library's header parser raises on hostile headers, instead of a defect: its own faults."""
_FOLD = lazy(r"\r?\n[ \t]*|[\r\n]+")


class Headers(dict[str, str]):
    """Header values by name, whatever the case of the name; the first of several is kept."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        return super().get(name.lower(), default)


def header_lines(message: Message) -> tuple[str, dict[str, tuple[int, int]], Headers]:
    """All headers as one text, where each value stands in it (lower-case name -> start and end), and the values."""
    lines: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    values = Headers()
    at = 0
    for name, raw in message.raw_items():
        value = _FOLD.sub(" ", _decoded(message, name, str(raw))).strip()
        line = f"{name}: {value}\n"
        start = at + len(name) + 2
        key = name.lower()
        if key not in places:
            places[key] = (start, start + len(value))
            dict.__setitem__(values, key, value)
        lines.append(line)
        at += len(line)
    return "".join(lines), places, values


def _decoded(message: Message, name: str, raw: str) -> str:
    """A header's text: as the standard library reads it, or word by word when it cannot."""
    if raw.isascii() and "=?" not in raw:
        return raw
    if raw.isascii() and _plain_words(raw):
        try:
            _, parsed = message.policy.header_source_parse([f"{name}: {raw}"])
            value = str(message.policy.header_fetch_parse(name, parsed))
        except PARSER_FAULTS:
            return _word_by_word(raw)
        if value and "\ufffd" not in value and not any("\ud800" <= char <= "\udfff" for char in value):
            return value
    return _word_by_word(raw)


def _plain_words(raw: str) -> bool:
    return len(raw) < 4000


def _word_by_word(raw: str) -> str:
    """Encoded words decoded one by one; bytes that were put in raw are read by the look of their letters."""
    try:
        chunks = decode_header(_FOLD.sub(" ", raw))
    except PARSER_FAULTS:
        chunks = [(raw, None)]
    read: list[str] = []
    for chunk, charset in chunks:
        data = chunk.encode("ascii", "surrogateescape") if isinstance(chunk, str) and _escaped(chunk) else chunk
        if isinstance(data, str):
            read.append(data)
            continue
        known = codec(charset) if charset and charset != "unknown-8bit" else None
        try:
            read.append(data.decode(known) if known else decode(data.replace(b"\0", b"")).text)
        except (UnicodeError, ValueError):
            read.append(data.decode(known or "utf-8", "replace"))
    return "".join(read)


def _escaped(text: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in text)
