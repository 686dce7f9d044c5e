"""Where an element and the words of a document meet: the copy inside a link, beside a picture, in front of a box."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from tonelint.matching.context import Context
from tonelint.model import Document, Element, Language, Segment, Span


def attribute(element: Element, name: str) -> str | None:
    """The value of an attribute; None when the element does not have it, empty when it has no value."""
    return next((value for key, value in element.attributes if key == name), None)


def source_of(document: Document, element: Element) -> str:
    """The element as it is written."""
    return document.parts[element.part].text[element.start : element.end]


def words_inside(context: Context, element: Element) -> Iterator[tuple[int, Span]]:
    """The stretches of segments that came from inside an element, in the order of the segments."""
    if "by source" not in context.found:
        context.found["by source"] = _by_source(context.document)
    starts, furthest, order = context.found["by source"]
    after = bisect_left(starts, (element.part, element.end))
    first = bisect_right(furthest, (element.part, element.start), hi=after)
    for index in sorted(order[first:after]):
        span = _overlap(context.document.segments[index], element)
        if span is not None:
            yield index, span


def _by_source(document: Document) -> tuple[list[tuple[int, int]], list[tuple[int, int]], list[int]]:
    """The segments as they lie in the source: where each begins, how far it and those before it reach, its index."""
    begin: dict[int, tuple[int, int]] = {}
    end: dict[int, tuple[int, int]] = {}
    for index, segment in enumerate(document.segments):
        runs = segment.source.runs
        begin[index] = (segment.part, min((start for _, start, _, _ in runs), default=0))
        end[index] = (segment.part, max((start + length for _, start, _, length in runs), default=0))
    order = sorted(begin, key=lambda index: begin[index])
    return [begin[at] for at in order], list(accumulate((end[at] for at in order), max)), order


def words_beside(document: Document, element: Element, language: Language) -> tuple[int, Span] | None:
    """The words a reader sees nearest to an element without words of its own, in its part: before it, else after it."""
    before = after = None
    for index, segment in enumerate(document.segments):
        if (
            segment.part != element.part
            or segment.role in ("code", "quote")
            or segment.language not in (language, "und")
        ):
            continue
        place = (index, Span(0, len(segment.text)))
        if segment.source.span(0, 1).start < element.start:
            before = place
        elif after is None:
            after = place
    return before or after


def elements(
    document: Document, names: frozenset[str], wanted: Callable[[Element], object] = bool
) -> Iterator[Element]:
    """The elements with one of these names for which `wanted` says yes."""
    return (one for one in document.elements if one.name in names and wanted(one))


def _overlap(segment: Segment, element: Element) -> Span | None:
    start = end = None
    for text_start, source_start, text_length, source_length in segment.source.runs:
        left, right = max(source_start, element.start), min(source_start + source_length, element.end)
        if left >= right:
            continue
        equal = text_length == source_length
        start = text_start + (left - source_start if equal else 0) if start is None else start
        end = text_start + (right - source_start if equal else text_length)
    return Span(start, end) if start is not None and end is not None and start < end else None
