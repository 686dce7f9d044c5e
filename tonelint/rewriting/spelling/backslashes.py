"""Strings of gettext, of Java properties and of iOS: a backslash before what could be taken for something else."""

from __future__ import annotations

import re

from tonelint.reading.catalogues import po, properties, strings
from tonelint.rewriting.spelling import Place

_ESCAPED = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"'}
_QUOTED = re.compile(r'["\\\n\t\r]')
_BARE = re.compile(r"[\\\n\t\r]")


def encoded(words: str, spelling: str, place: Place) -> str:
    """The words as they stand in such a string."""
    quoted = spelling in ("po", "strings")
    written = (_QUOTED if quoted else _BARE).sub(lambda found: _ESCAPED[found[0]], words)
    if spelling == "properties-message":
        written = written.replace("'", "''")
    if not quoted and place.source.isascii() and "\\u" in place.source:
        units = ((char, char.encode("utf-16-be").hex()) for char in written)
        written = "".join(
            char if char.isascii() else "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))
            for char, code in units
        )
    return written


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What such a string says; None when it ends too early or begins with white space that would be lost."""
    end = len(source)
    if spelling == "po":
        return po.pieces_of(source, 0, end).text
    if spelling == "strings":
        return strings.pieces_of(source, 0, end).text
    if re.match(r"[ \t\f]", source) or re.search(r"(?<!\\)(?:\\\\)*[\r\n]", source):
        return None
    return properties.pieces_of(source, 0, end, message=spelling == "properties-message").text
