"""Putting a segment's text together piece by piece, with the way back to the source.

A reader takes words from between tags and markers; here those pieces become one text and one exact `SourceMap`. Nothing
here knows a format.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER, SourceMap

EDGES = (
    " \t\r\n\f\v\u00a0\u00ad\u034f\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u2029\u202f\u2060\u3000\ufeff"
)
"""What is trimmed from both ends of a segment: white space, and the invisible characters that letters are stuffed
with."""

_WORTH_READING = lazy(rf"[^\s{TAG_FILLER}\u00ad\u034f\u200b-\u200f\u2060\ufeff\-–—_=*#|·•.,:;/\\()\[\]<>~+«»\"']")

Piece = tuple[str, int, int]
"""Text, and the start and end of its source. Text as long as its source stands there character for character."""


def is_copy(text: str) -> bool:
    """Whether a reader would read anything here: not only rules, bullets, separators and template tags."""
    return _WORTH_READING.search(text) is not None


@dataclass(slots=True)
class Pieces:
    """A text under construction; `length` is its length so far, in code points."""

    pieces: list[Piece] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, start: int, end: int) -> None:
        """Appends `text`, which came from `source[start:end]`."""
        if text:
            self.pieces.append((text, start, end))
            self.starts.append(self.length)
            self.length += len(text)

    @property
    def text(self) -> str:
        return "".join([piece[0] for piece in self.pieces])

    def cut(self, start: int, end: int) -> Pieces:
        """The pieces of `text[start:end]`; a decoded entity is kept whole or left out."""
        part = Pieces()
        for index in range(max(bisect_right(self.starts, start) - 1, 0), len(self.pieces)):
            at = self.starts[index]
            if at >= end:
                break
            text, source_start, source_end = self.pieces[index]
            first, last = max(start - at, 0), min(end - at, len(text))
            if first < last:
                if len(text) == source_end - source_start:
                    part.add(text[first:last], source_start + first, source_start + last)
                else:
                    part.add(text[first:last], source_start, source_end)
        return part

    def trimmed(self) -> Pieces:
        """The same pieces without the white space and stuffing at both ends."""
        if len(self.pieces) == 1:
            whole, at, source_end = self.pieces[0]
            if len(whole) == source_end - at:
                inner = whole.strip(EDGES)
                one = Pieces()
                at += len(whole) - len(whole.lstrip(EDGES))
                one.add(inner, at, at + len(inner))
                return one
        text = self.text
        start = len(text) - len(text.lstrip(EDGES))
        end = len(text.rstrip(EDGES))
        if start == 0 and end == len(text):
            return self
        return self.cut(start, end)

    def source_map(self) -> SourceMap:
        """The map of the whole text; neighbours that stand side by side in the source share a run."""
        runs: list[tuple[int, int, int, int]] = []
        at = 0
        for text, start, end in self.pieces:
            length, source_length = len(text), end - start
            if runs and length == source_length:
                text_start, source_start, run_length, run_source = runs[-1]
                if run_length == run_source and source_start + run_source == start:
                    runs[-1] = (text_start, source_start, run_length + length, run_source + length)
                    at += length
                    continue
            runs.append((at, start, length, source_length))
            at += length
        return SourceMap(tuple(runs))


def composed(outer: SourceMap, inner: SourceMap) -> SourceMap:
    """The map from a text straight to the source: `inner` leads from the text to one in between, `outer` on from there.

    What is atomic on either leg is atomic on the whole way.
    """
    if len(outer.runs) == 1 and outer.runs[0][2] == outer.runs[0][3]:
        shift = outer.runs[0][1]
        return SourceMap(tuple((text, at + shift, length, size) for text, at, length, size in inner.runs))
    starts = [run[0] for run in outer.runs]
    runs: list[tuple[int, int, int, int]] = []
    for text, at, length, size in inner.runs:
        if length != size:
            span = outer.span(at, at + size)
            runs.append((text, span.start, length, span.end - span.start))
            continue
        for number in range(bisect_right(starts, at) - 1, len(outer.runs)):
            middle, source, middle_length, source_length = outer.runs[number]
            if middle >= at + length:
                break
            left, right = max(at, middle), min(at + length, middle + middle_length)
            if middle_length == source_length:
                runs.append((text + left - at, source + left - middle, right - left, right - left))
            else:
                runs.append((text + left - at, source, right - left, source_length))
    return SourceMap(tuple(runs))
