"""Between code points of a text and the positions that an editor counts. Nothing here knows a letter.

Lines end where the protocol says that they end (LSP 3.17, "Text Documents"): at a line feed, a carriage return or both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\n|\r")

UNITS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf16.value: lambda text: len(text) + sum(one > "\uffff" for one in text),
    PositionEncodingKind.Utf8.value: lambda text: len(text.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf32.value: len,
}
"""How many units a text has, by the encoding that editor and server have agreed on."""


class Positions:
    """The places of one text. `encoding` is a `PositionEncodingKind`; UTF-16 unless an editor says otherwise."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._units = UNITS[encoding]
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Where the code point `offset` stands; one behind the last stands at the end."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The stretch from `start` up to `end`, in code points."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The code point at `position`; one that lies behind its line is taken to its end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._starts[position.line + 1] if position.line + 1 < len(self._starts) else len(self._text)
        line = _LINE_END.sub("", self._text[start:end])
        counted = 0
        for index, character in enumerate(line):
            if counted >= position.character:
                return start + index
            counted += self._units(character)
        return start + len(line)

    def first_line(self) -> Range:
        """The first line, for what is said about the whole text."""
        end = self._starts[1] if len(self._starts) > 1 else len(self._text)
        return self.range(0, len(self._text[:end].rstrip("\r\n")))
