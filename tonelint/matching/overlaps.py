"""Which of many stretches of text touch a given one, found without looking at all of them. Nothing is decided here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

from tonelint.model import Span

_CELL = 64
"""Code points: about as long as a flagged phrase."""

Thing = TypeVar("Thing")


class Overlaps(Generic[Thing]):
    """Things by where they stand: each in the cells of its segment that its span touches."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Thing]] = defaultdict(list)

    def add(self, segment: int, span: Span, thing: Thing) -> None:
        """Remembers that `thing` stands at `span` of a segment's text."""
        for cell in _cells(span):
            self._cells[segment, cell].append(thing)

    def near(self, segment: int, span: Span) -> Iterator[Thing]:
        """Everything that overlaps `span`, some of it more than once, and some of what only stands close by."""
        for cell in _cells(span):
            yield from self._cells.get((segment, cell), ())


def _cells(span: Span) -> range:
    return range(span.start // _CELL, max(span.start, span.end - 1) // _CELL + 1)
