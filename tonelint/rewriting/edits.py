"""From a better line to the smallest change of the source that makes it: only the words that differ are touched.

Tags, entities, emphasis and merge tags that stay are byte for byte what they were. A change that would tear markup
apart, lose a merge tag or say something the encoding cannot spell is refused, and the line is only shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise

from tonelint.judging.comments import is_comment
from tonelint.model import TAG_FILLER, Document, Part, Rewrite, Segment, Span, Value
from tonelint.rewriting.markup import (
    SEAM,
    Place,
    Writing,
    around,
    empties_link,
    encoded,
    leaves_whole,
    place_in,
    writing_of,
)
from tonelint.rewriting.spelling import written
from tonelint.rewriting.words import Hunk, hunks, pieces_of, spelled_tags

_FILLED = re.compile(f"{TAG_FILLER}+")
_LINE_OPENING = re.compile(r"[ \t>]*(?:(?:[-*+•▪◦‣·–—]|\d+[.)])[ \t]+)?")


@dataclass(frozen=True, slots=True)
class Edit:
    """`document.parts[part].text[start:end]` becomes `text`."""

    part: int
    start: int
    end: int
    text: str


def edits(rewrite: Rewrite, document: Document, part: str = "") -> tuple[Edit, ...] | None:
    """The edits that turn the source of `part` (a path of `Document.parts`) into one that reads as `rewrite` says.

    None when the rewrite cannot be written into the source and is only to be shown.
    """
    index = next((i for i, one in enumerate(document.parts) if one.path == part), None)
    if index is None:
        return None
    whole = document.parts[index]
    comment = whole.text[rewrite.start : rewrite.end]
    if is_comment(comment):
        if comment.lstrip().startswith('"') and not rewrite.text:  # a remark of JSON is data between commas
            return None
        return (Edit(index, rewrite.start, rewrite.end, rewrite.text),)
    found = segment_at(rewrite, document, index)
    if found is None:
        return None
    segment, span = found
    if segment.value is not None:
        return _in_value(rewrite, segment, span, segment.value, whole, index)
    writing = writing_of(document.format, whole.path)
    if writing is None:
        return None
    old = segment.text[span.start : span.end]
    if not rewrite.text and span == Span(0, len(segment.text)):
        gone = _whole_block(segment, whole, index, writing)
        return None if gone is None else (gone,)
    spellings = [_source(segment, whole, span.start + f.start(), span.start + f.end()) for f in _FILLED.finditer(old)]
    named = [(f.start(), f.end(), spelling) for f, spelling in zip(_FILLED.finditer(old), spellings, strict=True)]
    new = _joined(rewrite.text, old)
    tags = spelled_tags(new, spellings)
    if any(spellings.count(one) > sum(key == one for _, _, key in tags) for one in set(spellings)):
        return None
    old_pieces = pieces_of(old, named)
    made: list[Edit] = []
    for hunk in hunks(old_pieces, new, pieces_of(new, tags)):
        if hunk.new.isspace() and old[hunk.start : hunk.end].isspace():
            continue
        shifted = Hunk(hunk.start + span.start, hunk.end + span.start, hunk.new)
        written = _written(shifted, segment, whole, index, writing, set(spellings))
        if written is None:
            return None
        made += written
    return tuple(_merged(made))


def _in_value(
    rewrite: Rewrite, segment: Segment, span: Span, value: Value, part: Part, index: int
) -> tuple[Edit, ...] | None:
    """The edits of a segment that stands in a value: made in what the value says, then spelled as its format spells."""
    if segment.within is None:
        return None
    alone = replace(segment, source=segment.within, part=0, value=None, within=None)
    place = segment.within.span(span.start, span.end)
    inside = Document("", value.format, (Part(value.text),), (alone,))
    made = edits(replace(rewrite, start=place.start, end=place.end), inside)
    changes = written([(one.start, one.end, one.text) for one in made], value, part) if made else None
    return tuple(Edit(index, start, end, text) for start, end, text in changes) if changes else None


def _merged(made: list[Edit]) -> list[Edit]:
    """The same edits with neighbours made one, so that their order cannot matter to whoever applies them."""
    merged: list[Edit] = []
    for edit in made:
        if merged and merged[-1].end == edit.start:
            last = merged.pop()
            edit = Edit(edit.part, last.start, edit.end, last.text + edit.text)
        merged.append(edit)
    return merged


def _joined(new: str, old: str) -> str:
    """`new` with a non-breaking space between figure and word where the words it replaces have one."""
    return re.sub(r"(?<=\d) (?=[^\W\d_])", "\u00a0", new) if re.search(r"\d\u00a0[^\W\d_]", old) else new


def segment_at(rewrite: Rewrite, document: Document, part: int) -> tuple[Segment, Span] | None:
    """The segment that a rewrite is about and the stretch of its text; None when no segment holds just that stretch."""
    for segment in document.segments:
        runs = segment.source.runs
        if segment.part != part or not runs:
            continue
        if runs[0][1] <= rewrite.start and rewrite.end <= runs[-1][1] + runs[-1][3]:
            span = _text_span(segment, rewrite.start, rewrite.end)
            if span is not None:
                return segment, span
    return None


def _text_span(segment: Segment, start: int, end: int) -> Span | None:
    """The stretch of a segment's text that came from source `start..end`."""
    first = last = None
    for text_start, source_start, text_length, source_length in segment.source.runs:
        equal = text_length == source_length
        if first is None and source_start <= start < source_start + source_length:
            first = text_start + (start - source_start if equal else 0)
        if source_start < end <= source_start + source_length:
            last = text_start + (end - source_start if equal else text_length)
    if first is None or last is None or first >= last:
        return None
    return Span(first, last) if segment.source.span(first, last) == Span(start, end) else None


def _source(segment: Segment, part: Part, start: int, end: int) -> str:
    span = segment.source.span(start, end)
    return part.text[span.start : span.end]


def _written(
    hunk: Hunk, segment: Segment, part: Part, index: int, writing: Writing, tags: set[str]
) -> list[Edit] | None:
    """One changed stretch as edits of the source; None when it cannot be made without harm."""
    at = _insertion_point(segment, hunk.start)
    if hunk.start == hunk.end:
        words = _spelled(hunk.new, place_in(part.text, at, writing, part.encoding), tags)
        return None if words is None else [Edit(index, at, at, words)]
    pieces = _source_pieces(segment, hunk.start, hunk.end)
    if any(_hides_a_tag(segment, part, *piece) for piece in pieces) or _cuts(segment, hunk.start, hunk.end):
        return None
    words = _spelled(hunk.new, place_in(part.text, pieces[0][2], writing, part.encoding), tags)
    if words is None:
        return None
    start, end = pieces[0][2], pieces[-1][3]
    between = _between(pieces, part)
    if not hunk.new:
        return _deleted(pieces, start, end, between, part, index, writing)
    return [Edit(index, start, end, words)] if leaves_whole(between, writing) else None


def _between(pieces: list[tuple[int, int, int, int]], part: Part) -> str:
    """The markup between the pieces of a stretch."""
    return SEAM.join(part.text[a[3] : b[2]] for a, b in pairwise(pieces))


def _deleted(
    pieces: list[tuple[int, int, int, int]],
    start: int,
    end: int,
    between: str,
    part: Part,
    index: int,
    writing: Writing,
) -> list[Edit] | None:
    """The edits that delete a stretch: with the marks around it when nothing would be left in them, else word by word.

    None when a link would be left without words.
    """
    for left, right in around(part.text, start, end, writing):
        if leaves_whole(SEAM.join((part.text[left:start], between, part.text[end:right])), writing):
            return [Edit(index, left, right, "")]
    if any(empties_link(part.text, one[2], one[3], writing) for one in pieces):
        return None
    return [Edit(index, one[2], one[3], "") for one in pieces]


def _source_pieces(segment: Segment, start: int, end: int) -> list[tuple[int, int, int, int]]:
    """The stretch `start..end` of a segment's text as pieces that stand in one place each.

    Each is text start, text end, source start, source end.
    """
    pieces: list[tuple[int, int, int, int]] = []
    runs = segment.source.runs
    first = max(bisect_left(runs, start + 1, key=lambda run: run[0]) - 1, 0)
    for text_start, source_start, text_length, source_length in runs[first:]:
        left, right = max(start, text_start), min(end, text_start + text_length)
        if left >= right:
            if text_start >= end:
                break
            continue
        if text_length == source_length:
            piece = (left, right, source_start + left - text_start, source_start + right - text_start)
        else:
            piece = (left, right, source_start, source_start + source_length)
        if pieces and pieces[-1][3] == piece[2]:
            piece = (pieces[-1][0], piece[1], pieces[-1][2], piece[3])
            pieces.pop()
        pieces.append(piece)
    return pieces


def _cuts(segment: Segment, start: int, end: int) -> bool:
    """Whether a stretch takes only a piece of what the source spells as one: the rest of it would be lost."""
    return any(
        length != source_length and text_start < edge < text_start + length
        for text_start, _, length, source_length in segment.source.runs
        for edge in (start, end)
    )


def _hides_a_tag(segment: Segment, part: Part, left: int, right: int, start: int, end: int) -> bool:
    """Whether white space of the text is a template tag in the source, which steers what is shown and must stay."""
    text, source = segment.text[left:right], part.text[start:end]
    if len(text) != len(source):
        return text.isspace() and any(mark in source for mark in ("{%", "{{", "<%", "*|", "[%", "{#"))
    return any(
        shown.isspace() and not written.isspace() and shown != "\u00a0"
        for shown, written in zip(text, source, strict=True)
    )


def _insertion_point(segment: Segment, at: int) -> int:
    """Where words that come before position `at` of the text go: right behind the piece before it."""
    if at > 0:
        return segment.source.span(at - 1, at).end
    return segment.source.span(0, 1).start


def _spelled(words: str, place: Place, tags: set[str]) -> str | None:
    """New words in the spelling of the source; merge tags among them stay as they are."""
    made, at = "", 0
    for start, end, tag in (*spelled_tags(words, sorted(tags)), (len(words), len(words), "")):
        plain = encoded(words[at:start], place)
        if plain is None:
            return None
        made, at = made + plain + tag, end
    return made


def _whole_block(segment: Segment, part: Part, index: int, writing: Writing) -> Edit | None:
    """The edit that takes a whole paragraph away, in plain text and Markdown with its line and an empty line."""
    pieces = _source_pieces(segment, 0, len(segment.text))
    if any(_hides_a_tag(segment, part, *piece) for piece in pieces) or TAG_FILLER in segment.text:
        return None
    start, end = pieces[0][2], pieces[-1][3]
    between = _between(pieces, part)
    if not leaves_whole(between, writing):
        return None
    if writing == "html":
        for left, right in around(part.text, start, end, writing):
            if leaves_whole(SEAM.join((part.text[left:start], between, part.text[end:right])), writing, block=True):
                return Edit(index, left, right, "")
        return None
    text = part.text
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end == -1 else line_end
    if not _LINE_OPENING.fullmatch(text, line, start) or text[end:line_end].strip():
        return Edit(index, start, end, "") if writing == "text" else None
    if line_end < len(text):
        line_end += 1
        empty = re.compile(r"[ \t]*\r?\n").match(text, line_end)
        before = text[:line]
        if empty and (not before.strip() or re.search(r"\n[ \t]*\r?\n$", before)):
            line_end = empty.end()
    return Edit(index, line, line_end, "")
