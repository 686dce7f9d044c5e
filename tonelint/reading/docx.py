"""Word documents: paragraphs, headings, lists, tables, text boxes; then headers, footers and notes as fine print.

The part's text has one line a paragraph, so that lines and columns mean something outside of Word. Deleted words,
hidden words, comments and tables of contents are not copy; macros are not looked at, nothing linked is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tonelint.language.identify import settle
from tonelint.model import TAG_FILLER, Document, Part, Role, Segment, SourceMap, Span
from tonelint.reading.options import ReadingOptions
from tonelint.reading.roles import control_role
from tonelint.reading.segments import Link, fallback_segments, with_links
from tonelint.reading.source_map import Pieces
from tonelint.reading.tables.columns import role_of
from tonelint.reading.templates import Masked, mask
from tonelint.reading.text import masked_segments
from tonelint.reading.word_layout import Laid, Line, laid_out

_PRESSED = frozenset(("cta", "decline"))
Cell = tuple[str, tuple[int, int, int]]
"""A cell of a table: the member of the zip, and table, row and cell as in `Paragraph`."""


def read(data: bytes, name: str, options: ReadingOptions) -> Document:
    """The document in a Word file.

    Raises:
        ReadingError: it is broken, protected, of an old kind, or unpacks to more than a document needs.
    """
    laid = laid_out(data, name, options.max_bytes)
    masked = _with_fields_masked(mask(laid.text, options.template_dialect, options.template_tags), laid)
    segments = settle(_segments(laid, masked, options), language=options.language)
    return Document(name, "docx", (Part(laid.text, packed=True),), segments)


def _with_fields_masked(masked: Masked, laid: Laid) -> Masked:
    """The same with the samples in merge fields masked too: «Name» is not what anybody will read."""
    made: list[str] = []
    done = 0
    for line in laid.lines:
        at = line.at
        for run in line.paragraph.runs:
            if run.filled:
                made += [masked.text[done:at], TAG_FILLER * len(run.text)]
                done = at + len(run.text)
            at += len(run.text)
    return replace(masked, text="".join([*made, masked.text[done:]]))


def _labels(laid: Laid, options: ReadingOptions) -> dict[Cell, Role]:
    """What cells of tables are for: by the label in the first cell of their row («Кнопка»), else by the heading above.

    What is not in here is for whatever its words say.
    """
    said: dict[Cell, str] = {}
    for line in laid.lines:
        if line.paragraph.cell is not None:
            said.setdefault((line.member, line.paragraph.cell), laid.text[line.at : line.end].strip(" \t:"))
    roles: dict[Cell, Role] = {}
    for member, (table, row, cell) in said:
        beside = said.get((member, (table, row, 1)), "") if cell > 1 else ""
        above = said.get((member, (table, 1, cell)), "") if row > 1 else ""
        role = role_of(beside, options) or role_of(above, options)
        if role is not None:
            roles[member, (table, row, cell)] = role
    return roles


def _segments(laid: Laid, masked: Masked, options: ReadingOptions) -> Iterator[Segment]:
    """The segments of all paragraphs, each with its address; languages not yet settled."""
    labels = _labels(laid, options)
    counts: dict[str, int] = {}
    rows: dict[tuple[str, int, int], int] = {}
    cells: dict[Cell, int] = {}
    block = 0
    pressed = False
    for line in laid.lines:
        one = line.paragraph
        if line.kind == "contents" or not laid.text[line.at : line.end].strip():
            continue
        place = _place(line)
        if one.cell is not None:
            number = cells[line.member, one.cell] = cells.get((line.member, one.cell), 0) + 1
            address = f"{place}, paragraph {number}" if number > 1 else place
            row = (line.member, *one.cell[:2])
            known = rows.get(row)
            made = _labelled(
                _paragraph(line, laid.text, masked, known or block + 1), labels.get((line.member, one.cell))
            )
            if made and known is None:
                block += 1
                rows[row] = block
            pressed = False
        else:
            counts[place] = counts.get(place, 0) + 1
            address = f"{place}paragraph {counts[place]}"
            made = list(_paragraph(line, laid.text, masked, block + 1))
            controls = bool(made) and all(each.role in _PRESSED for each in made)
            if controls and pressed:
                made = [replace(each, block=block) for each in made]
            elif made:
                block = max(each.block for each in made)
            pressed = controls
        for each in made:
            yield replace(each, address=address)


def _labelled(found: Iterator[Segment], role: Role | None) -> list[Segment]:
    """The segments of a cell, ordinary ones with the role that its label gives them."""
    if role is None:
        return list(found)
    return [
        replace(each, role=control_role(each.text, role) if role == "cta" else role) if each.role == "body" else each
        for each in found
    ]


def _place(line: Line) -> str:
    """Where a paragraph stands, for a person who has the document open."""
    one = line.paragraph
    before = f"{line.aside}, " if line.aside else ""
    if one.box:
        before += f"text box {one.box}, "
    if one.cell is None:
        return before
    table, row, cell = one.cell
    return f"{before}table {table}, row {row}, cell {cell}"


def _paragraph(line: Line, source: str, masked: Masked, block: int) -> Iterator[Segment]:
    """The segments of one paragraph, their blocks counted from `block`."""
    one = line.paragraph
    pieces = Pieces()
    pieces.add(masked.text[line.at : line.end], line.at, line.end)
    role = _role(line)
    element = "h" if role == "heading" else "td" if one.cell else "li" if one.listed else "p"
    if role == "body" and not one.links:
        for each in masked_segments(source[line.at : line.end], _cut(masked, line.at, line.end)):
            yield replace(
                each,
                source=SourceMap(
                    tuple((at, start + line.at, size, same) for at, start, size, same in each.source.runs)
                ),
                element=each.element or element,
                block=block + each.block - 1 if one.cell is None else block,
            )
        return
    links = [
        Link(link.start, link.end, link.href or line.hrefs.get(link.rel, ""))
        for link in sorted(one.links, key=lambda link: link.start)
        if link.start < link.end
    ]
    alone = one.cell is not None or not one.listed
    yield from with_links(pieces, links, role, element=element, block=block, lone_is_button=alone)
    yield from fallback_segments(source, masked, pieces, block=block)


def _cut(masked: Masked, start: int, end: int) -> Masked:
    """`start..end` of a masked text as one of its own."""
    tags = [
        tag._replace(
            start=tag.start - start,
            end=tag.end - start,
            fallbacks=tuple(Span(one.start - start, one.end - start) for one in tag.fallbacks),
        )
        for tag in masked.tags_within(start, end)
    ]
    return Masked(masked.text[start:end], tuple(tags))


def _role(line: Line) -> Role:
    if line.aside:
        return "fine-print"
    if line.kind == "heading":
        return "heading"
    return "quote" if line.kind == "quote" else "body"
