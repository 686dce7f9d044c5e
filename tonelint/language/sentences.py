"""Where sentences end. Russian follows razdel, the segmenter inside natasha; English has rules of its own here, because
loading spaCy costs more than checking a letter. Called only for paragraphs that hold a candidate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Language, Span

_ENGLISH_END = lazy(r"[.!?…]+[\"'”’)\]»]*(?=\s+(?:[\"'“‘(\[«]*[A-Z0-9\ue000]|[^\w\s]))|\n\s*\n|[!?]+(?=\s)")
_ENGLISH_ABBREVIATION = lazy(
    r"(?:\b(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|no|nos|inc|ltd|jr|sr|approx|a\.m|p\.m|u\.s|u\.k|[a-z]))\.$",
    re.IGNORECASE,
)
_LINE_START = lazy(r"\n[ \t]*(?=[-*•–—✓✔→➤▶]|\d+[.)]\s|[^\w\s])")
_GAP = lazy(r"\s+")
PARAGRAPH_END = "\u2029"
"""Ends a sentence wherever it stands: between the branches of a template."""
_END = lazy(PARAGRAPH_END)
_BLANK_LINE = lazy(r"\n[ \t\r]*\n")


LONGEST = 1000
"""Code points. Words that run on without a full stop are read in stretches of about this length, so that a page of them
costs no more than a page of sentences."""


def sentences(text: str, language: Language) -> list[Span]:
    """The sentences of `text` in order, without surrounding white space. A blank line or a list mark always ends
    one, and so does the first space after `LONGEST` code points."""
    spans: list[Span] = []
    for start, end in _blocks(text):
        cut = _russian if language == "ru" else _english
        for left, right in cut(text[start:end]):
            stripped = text[start + left : start + right]
            lead = len(stripped) - len(stripped.lstrip())
            body = stripped.strip()
            if body:
                first = start + left + lead
                spans += (
                    _bounded(text, first, first + len(body))
                    if len(body) > LONGEST
                    else [Span(first, first + len(body))]
                )
    return spans


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch `start..end` cut at the first white space after each `LONGEST` code points."""
    while end - start > LONGEST and (gap := _GAP.search(text, start + LONGEST, end)):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, end)


def _blocks(text: str) -> list[tuple[int, int]]:
    if "\n" not in text and PARAGRAPH_END not in text:
        return [(0, len(text))]
    cuts = sorted(m.end() for pattern in (_BLANK_LINE, _LINE_START, _END) for m in pattern.finditer(text))
    edges = [0, *cuts, len(text)]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _russian(text: str) -> list[tuple[int, int]]:
    if _single(text):
        return [(0, len(text))]
    from razdel import sentenize

    return [(piece.start, piece.stop) for piece in sentenize(text)]


def _english(text: str) -> list[tuple[int, int]]:
    if _single(text):
        return [(0, len(text))]
    spans = []
    start = 0
    for mark in _ENGLISH_END.finditer(text):
        if mark[0] == "." and _ENGLISH_ABBREVIATION.search(text, max(start, mark.end() - 12), mark.end()):
            continue
        spans.append((start, mark.end()))
        start = mark.end()
    spans.append((start, len(text)))
    return spans


def _single(text: str) -> bool:
    """No mark inside the text could end a sentence."""
    inner = text.rstrip(" \t\r\n.!?…»”\"')")
    return not any(mark in inner for mark in ".!?…")
