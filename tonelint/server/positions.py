"""Positions in UTF-16 code units, as JavaScript and editors count, beside code points, as tonelint does."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Turns code point positions of one text into UTF-16 positions and back."""

    def __init__(self, text: str) -> None:
        """Only characters outside the basic plane take two units; a text without them costs nothing."""
        wide = not text.isascii() and max(text) > "\uffff"
        self._wide = [at for at, char in enumerate(text) if char > "\uffff"] if wide else []
        self._units = [at + before for before, at in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """The position of code point `offset` in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)

    def points(self, offset: int) -> int:
        """The code point at UTF-16 position `offset`; inside a pair, the one after it."""
        return offset - bisect_left(self._units, offset)
