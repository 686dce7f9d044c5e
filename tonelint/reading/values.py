"""Texts that stand inside another format, the strings of a catalogue or the cells of a table, become segments.

A reader of such a format finds its entries: each one's words with their places, where it is, what it is for. Here the
words are read once more, as plain text, Markdown or HTML, and the two ways back are laid end to end, so that a word in
bold in an escaped string still has its exact place in the file. Nothing here knows a format of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tonelint.language.identify import settle, speaks_for_itself
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Element, Language, Part, Role, Segment, Value
from tonelint.reading.data_or_copy import is_data
from tonelint.reading.options import ReadingOptions
from tonelint.reading.placeholders import views
from tonelint.reading.roles import LONGEST_REFUSAL
from tonelint.reading.segments import segment
from tonelint.reading.source_map import Pieces, composed
from tonelint.reading.tags import KNOWN
from tonelint.reading.templates import Masked, mask
from tonelint.reading.text import line_role, masked_segments

_CONTROLS: tuple[Role, ...] = ("cta", "decline", "unsubscribe")
_PLAIN = lazy(r"(?!.*(?:://|www\.))[^\r\n<>&{}\[\]%$*|`~#@_\\]*")
_TAG = lazy(r"</?([A-Za-z][\w:-]*)(?:\s[^<>]*)?/?>|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,6});")
_MARKS = lazy(
    r"(?<!\*)\*\*(?=\S)[^*\n]+\*\*|(?<!\w)__(?=\S)[^_\n]+__(?!\w)|\[[^\]\n]{1,300}\]\([^)\s]{1,2000}\)|^#{1,6} ",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a catalogue or a table.

    `pieces` are its words, escapes undone, with their places in the part; `address` says where it is (a key path, a
    cell); entries of one `block` (from 1) stand side by side; `spelling` is as in `Value`; `language` is set when the
    file says it of this very text, `format` when it says what the text is written in.
    """

    pieces: Pieces
    address: str = ""
    role: Role = "body"
    block: int = 0
    spelling: str = ""
    language: Language | None = None
    format: str = ""


def document_of(
    name: str,
    format: str,
    part: Part,
    entries: Iterable[Entry],
    options: ReadingOptions,
    *,
    language: Language | None = None,
) -> Document:
    """The document in a file of entries.

    Args:
        language: what the file is in, by its name or by what it says; a text that speaks for itself is not overruled.
    """
    segments, elements = read_entries(entries, options, language=language)
    return Document(name, format, (part,), tuple(segments), elements=tuple(elements))


def read_entries(
    entries: Iterable[Entry], options: ReadingOptions, *, part: int = 0, language: Language | None = None
) -> tuple[list[Segment], list[Element]]:
    """The segments and elements of the entries of one part, languages settled; data is left out."""
    everything = list(entries)
    used = max((entry.block for entry in everything), default=0)
    segments: list[Segment] = []
    elements: list[Element] = []
    for entry in everything:
        made, found = _read(entry, options)
        elements += [replace(one, part=part) for one in found]
        alone = len({one.block for one in made}) < 2
        spoken = entry.language or language
        for one in made:
            known = options.language is not None or spoken is None or one.language == "ru" or speaks_for_itself(one)
            segments.append(
                replace(
                    one,
                    part=part,
                    address=entry.address,
                    block=entry.block if alone else used + 1 + one.block,
                    language=one.language if known or spoken is None else spoken,
                )
            )
        if not alone:  # a text of several paragraphs has blocks of its own
            used = segments[-1].block
    return list(settle(segments, language=options.language)), elements


def _read(entry: Entry, options: ReadingOptions) -> tuple[list[Segment], list[Element]]:
    """The segments of one entry, with their way back into its part."""
    text = entry.pieces.text
    if is_data(text):
        return [], []
    outer = entry.pieces.source_map()
    kind = entry.format or _written_in(text)
    role = entry.role
    if role in _CONTROLS and (len(text) > LONGEST_REFUSAL or "\n" in text.strip()):
        role = "body"  # no control is that long; its key was about something else
    value = Value(text, outer, kind, entry.spelling)
    if _PLAIN.fullmatch(text):
        whole = Pieces()
        whole.add(text, 0, len(text))
        one = segment(whole, line_role(whole, role))
        return ([_placed(one, value)] if one else []), []
    masked = mask(text, options.template_dialect, options.template_tags)
    made: list[Segment] = []
    found: Sequence[Element] = ()
    for view in views(masked.text):
        inner, elements = _segments(text, Masked(view, masked.tags), kind, role)
        made += inner
        found = found or elements
    made.sort(key=lambda one: one.source.runs[0][1])
    placed = [(one, outer.span(one.start, one.end)) for one in found]
    return (
        [_placed(one, value) for one in made],
        [replace(one, start=span.start, end=span.end) for one, span in placed],
    )


def _segments(text: str, masked: Masked, kind: str, role: Role) -> tuple[list[Segment], list[Element]]:
    if kind == "text":
        return masked_segments(text, masked, role=role), []
    if kind == "html":
        from tonelint.reading.html import markup_segments

        segments, elements = markup_segments(text, masked)
    else:
        from tonelint.reading.markdown import marked_segments

        segments, elements = marked_segments(text, masked)
    return [replace(one, role=role) if one.role == "body" else one for one in segments], elements


def _placed(one: Segment, value: Value) -> Segment:
    return replace(one, source=composed(value.source, one.source), value=value, within=one.source)


def _written_in(text: str) -> str:
    """What the text of a value is written in: HTML when it has tags or entities, Markdown when it has marks."""
    if ("<" in text or "&" in text) and any(tag[1] is None or tag[1].lower() in KNOWN for tag in _TAG.finditer(text)):
        return "html"
    return "markdown" if _MARKS.search(text) else "text"
