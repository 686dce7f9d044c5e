"""A text cut into the pieces that an edit keeps or replaces: words, spaces, marks, merge tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from tonelint.model import TAG_FILLER

_PIECE = re.compile(rf"{TAG_FILLER}+|\s|[^\W_]+(?:['’.,-](?=[^\W_])[^\W_]+)*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `start..end` of a text.

    `key` is what it is set beside a piece of the other text by, so that «4 места» and «6 мест» find each other in
    spite of the change; pieces are the same when `text` is.
    """

    key: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hunk:
    """`old[start:end]` becomes `new`."""

    start: int
    end: int
    new: str


def pieces_of(text: str, tags: Sequence[tuple[int, int, str]] = ()) -> list[Piece]:
    """The pieces of `text`; white space of any kind but the non-breaking compares equal.

    Args:
        tags: stretches of `text` that are one piece each, `(start, end, key)`, in order.
    """
    found: list[Piece] = []
    at = 0
    for start, end, key in (*tags, (len(text), len(text), "")):
        for piece in _PIECE.finditer(text, at, start):
            found.append(Piece(_key(piece[0]), piece[0], piece.start(), piece.end()))
        if start < end:
            found.append(Piece(key, key, start, end))
        at = end
    return found


def _key(text: str) -> str:
    if text.isspace():
        return " " if text != "\u00a0" else text
    if text[0].isdigit():
        return "#"
    return text.lower()[:4]


def spelled_tags(text: str, spellings: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where the merge tags `spellings` stand in `text`, as stretches for `pieces_of`."""
    known = sorted({spelling for spelling in spellings if spelling}, key=len, reverse=True)
    if not known:
        return []
    pattern = re.compile("|".join(re.escape(spelling) for spelling in known))
    return [(found.start(), found.end(), found[0]) for found in pattern.finditer(text)]


def hunks(old: Sequence[Piece], new_text: str, new: Sequence[Piece]) -> list[Hunk]:
    """The smallest changes that make `new` of `old`, in order, in positions of the old text."""
    matcher = SequenceMatcher(None, [piece.key for piece in old], [piece.key for piece in new], autojunk=False)
    found = []
    end_of_old = old[-1].end if old else 0
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind == "equal":
            pairs = zip(old[first:last], new[new_first:new_last], strict=True)
            found += [Hunk(one.start, one.end, other.text) for one, other in pairs if one.text != other.text]
            continue
        start = old[first].start if first < len(old) else end_of_old
        end = old[last - 1].end if last > first else start
        added = new_text[new[new_first].start : new[new_last - 1].end] if new_last > new_first else ""
        found.append(Hunk(start, end, added))
    return found
