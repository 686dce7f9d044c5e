"""Escapes undone with the way back: each escape is one atomic run, everything else stands as it reads."""

from __future__ import annotations

import re
from collections.abc import Callable

from tonelint.reading.source_map import Pieces

PAIR = r"[uU][dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}"
"""Two escapes that make one code point, without the first backslash."""
LETTERS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "b": "\b", "v": "\v", "a": "\a", "0": "\0"}
"""What a letter behind a backslash means in most formats; any other character stands for itself."""


def unescaped(
    text: str,
    start: int,
    end: int,
    special: re.Pattern[str],
    meaning: Callable[[str], str],
    pieces: Pieces | None = None,
) -> Pieces:
    """What `text[start:end]` says.

    Args:
        special: finds the stretches that do not stand for themselves.
        meaning: what such a stretch says; nothing for one that only divides.
        pieces: what the words are appended to.
    """
    pieces = Pieces() if pieces is None else pieces
    at = start
    for found in special.finditer(text, start, end):
        pieces.add(text[at : found.start()], at, found.start())
        pieces.add(meaning(found[0]), found.start(), found.end())
        at = found.end()
    pieces.add(text[at:end], at, end)
    return pieces


def behind_backslash(written: str) -> str:
    """What `\\n`, `\\"`, `\\u0441` or `\\U0441` means."""
    kind = written[1]
    if kind in "uUx" and len(written) > 2:
        if len(written) == 12:
            return bytes.fromhex(written[2:6] + written[8:]).decode("utf-16-be")
        return chr(int(written[2:], 16))
    return LETTERS.get(kind, kind)
