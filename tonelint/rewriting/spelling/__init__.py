"""How new words are spelled inside other formats: in a string of a catalogue, in a cell of a table.

One file a format, listed once below. A change of what a value says becomes a change of its source here; the new source
is read back at once, and what would not say exactly the new words is refused. Nothing here knows rules or findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from tonelint.model import Part, Span, Value

SPELLINGS: dict[str, str] = {
    "json": "json",
    "yaml-plain": "yaml",
    "yaml-flow": "yaml",
    "yaml-single": "yaml",
    "yaml-double": "yaml",
    "yaml-literal": "yaml",
    "yaml-folded": "yaml",
    "po": "backslashes",
    "properties": "backslashes",
    "properties-message": "backslashes",
    "strings": "backslashes",
    "fluent": "fluent",
    "xml": "xml",
    "cdata": "xml",
    "markup": "xml",
    "android": "xml",
    "android-markup": "xml",
    "android-cdata": "xml",
    "csv-quoted": "csv",
    "csv-comma": "csv",
    "csv-semicolon": "csv",
    "csv-tab": "csv",
    "csv-bar": "csv",
    "csv-line": "csv",
}
"""The spelling of a value (`Value.spelling`) and the module that knows it.

A module offers two functions. `encoded(words, spelling, place)` gives the words as they are written, or None;
`decoded(source, spelling, place)` gives what a written value says, or None when it is no such value any more. It may
offer a third: `whole(said, spelling, place)` writes the value anew where the changed words alone cannot be held.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: `source[start:end]` is the value as it is written."""

    source: str
    start: int
    end: int

    @property
    def lead(self) -> str:
        """What stands before the value on its first line."""
        return self.source[self.source.rfind("\n", 0, self.start) + 1 : self.start]


def written(changes: Sequence[tuple[int, int, str]], value: Value, part: Part) -> list[tuple[int, int, str]] | None:
    """Changes of what `value` says as changes of its part's text.

    Args:
        changes: `value.text[start:end]` becomes the words; in order, none overlapping.

    None when the place cannot hold the words, or when nothing would be left of the value.
    """
    module = SPELLINGS.get(value.spelling)
    if module is None or not value.source.runs:
        return None
    spelling = import_module(f"tonelint.rewriting.spelling.{module}")
    runs = value.source.runs
    place = Place(part.text, runs[0][1], runs[-1][1] + runs[-1][3])
    made: list[tuple[int, int, str]] = []
    said, source = value.text, part.text[place.start : place.end]
    held = True
    for start, end, words in reversed(changes):
        span = _source(value, start, end)
        new = spelling.encoded(words, value.spelling, place)
        held = held and new is not None
        said = said[:start] + words + said[end:]
        source = source[: span.start - place.start] + (new or "") + source[span.end - place.start :]
        made.insert(0, (span.start, span.end, new or ""))
    if not said.strip():
        return None
    if held and spelling.decoded(source, value.spelling, place) == said:
        return made
    anew = spelling.whole(said, value.spelling, place) if hasattr(spelling, "whole") else None
    return [(place.start, place.end, anew)] if anew is not None else None


def _source(value: Value, start: int, end: int) -> Span:
    """Where a stretch of a value's text stands; an empty one right behind the character before it."""
    if start < end:
        return value.source.span(start, end)
    at = value.source.span(start - 1, start).end if start else value.source.runs[0][1]
    return Span(at, at)
