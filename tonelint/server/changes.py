"""The difference between two texts as small edits: word by word, and only inside the lines that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST = 4000
"""Words up to which a changed stretch is compared word by word; a longer one is replaced as a whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """`old[start:end]`, in code points, becomes `new`."""

    start: int
    end: int
    old: str
    new: str


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The edits that turn `old` into `new`, in order and apart from each other."""
    if old == new:
        return ()
    return tuple(
        change
        for start, before, after in _hunks(old.splitlines(keepends=True), new.splitlines(keepends=True), 0)
        for change in _small(before, after, start)
    )


def _small(old: str, new: str, at: int) -> Iterator[Change]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) + len(after) > _LONGEST:
        yield Change(at, at + len(old), old, new)
        return
    for start, gone, come in _hunks(before, after, at):
        yield Change(start, start + len(gone), gone, come)


def _hunks(old: Sequence[str], new: Sequence[str], at: int) -> Iterator[tuple[int, str, str]]:
    """Where two rows of pieces differ: the position in the text, what stood there, what stands now."""
    starts = [at]
    for piece in old:
        starts.append(starts[-1] + len(piece))
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[a], "".join(old[a:b]), "".join(new[c:d])
