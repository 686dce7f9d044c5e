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
        if is_data(entry.pieces.text):
            continue
        value = Value(
            entry.pieces.text,
            entry.pieces.source_map(),
            entry.format or _written_in(entry.pieces.text),
            entry.spelling,
        )
        inner, found = _read(value, _role(entry), options)
        several = len({one.block for one in inner}) > 1  # a text of several paragraphs has blocks of its own
        for one in inner:
            spoken = entry.language or language
            if spoken is None or options.language or one.language == "ru" or speaks_for_itself(one):
                spoken = one.language
            segments.append(
                replace(
                    one,
                    language=spoken,
                    source=composed(value.source, one.source),
                    part=part,
                    block=used + 1 + one.block if several else entry.block,
                    address=entry.address,
                    value=value,
                    within=one.source,
                )
            )
        if several:
            used += 1 + max(one.block for one in inner)
        for element in found:
            span = value.source.span(element.start, element.end)
            elements.append(replace(element, start=span.start, end=span.end, part=part))
    return list(settle(segments, language=options.language)), elements


def _role(entry: Entry) -> Role:
    """What an entry is for; no control is as long as a text that only has the key of one."""
    text = entry.pieces.text
    long = len(text) > LONGEST_REFUSAL or "\n" in text.strip()
    return "body" if long and entry.role in _CONTROLS else entry.role


def _read(value: Value, role: Role, options: ReadingOptions) -> tuple[list[Segment], Sequence[Element]]:
    """The segments and elements in what a value says, with their places there."""
    text = value.text
    if _PLAIN.fullmatch(text):
        whole = Pieces()
        whole.add(text, 0, len(text))
        one = segment(whole, line_role(whole, role))
        return ([one] if one else []), ()
    masked = mask(text, options.template_dialect, options.template_tags)
    made: list[Segment] = []
    found: Sequence[Element] = ()
    for view in views(masked.text):
        inner, elements = _segments(text, Masked(view, masked.tags), value.format, role)
        made += inner
        found = found or elements
    return sorted(made, key=lambda one: one.source.runs[0][1]), found


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


def _written_in(text: str) -> str:
    """What the text of a value is written in: HTML when it has tags or entities, Markdown when it has marks."""
    if ("<" in text or "&" in text) and any(tag[1] is None or tag[1].lower() in KNOWN for tag in _TAG.finditer(text)):
        return "html"
    return "markdown" if _MARKS.search(text) else "text"
