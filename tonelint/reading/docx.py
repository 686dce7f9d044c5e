"""Word documents: paragraphs, headings, lists, tables, text boxes; then headers, footers and notes as fine print.

The part's text has one line a paragraph, so that lines and columns mean something outside of Word. Deleted words,
hidden words, comments and tables of contents are not copy; macros are not looked at, nothing linked is fetched.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from zipfile import ZipFile

from tonelint.errors import ReadingError
from tonelint.language.identify import settle
from tonelint.model import TAG_FILLER, Document, Part, Role, Segment, SourceMap, Span
from tonelint.reading.office_xml import Attributes, parse
from tonelint.reading.options import ReadingOptions
from tonelint.reading.packed import opened, unpacked
from tonelint.reading.segments import Link, fallback_segments, with_links
from tonelint.reading.source_map import Pieces
from tonelint.reading.templates import Masked, mask
from tonelint.reading.text import masked_segments
from tonelint.reading.wordml import Paragraph, paragraphs
from tonelint.sentences import Sentence

MAIN = "word/document.xml"
_ASIDE = ("header", "footer", "footnotes", "endnotes")
"""Parts beside the body that readers see, in the order they are read."""
_PRESSED = frozenset(("cta", "decline"))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph and where its text begins in the text of the whole.

    `member` is the file of the zip that it stands in, `aside` what that is when it is not the body: a header, a footer.
    `kind` is what its style says: `heading`, `quote`, `contents`, or nothing. `hrefs` holds the addresses of links by
    the names that the paragraph uses for them.
    """

    paragraph: Paragraph
    at: int
    member: str
    aside: str
    kind: str
    hrefs: Mapping[str, str]

    @property
    def end(self) -> int:
        return self.at + self.paragraph.length


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out as text, one line a paragraph."""

    text: str
    lines: tuple[Line, ...]


def read(data: bytes, name: str, options: ReadingOptions) -> Document:
    """The document in a Word file.

    Raises:
        ReadingError: it is broken, protected, of an old kind, or unpacks to more than a document needs.
    """
    laid = laid_out(data, name, options.max_bytes)
    masked = _with_fields_masked(mask(laid.text, options.template_dialect, options.template_tags), laid)
    segments = settle(_segments(laid, masked), language=options.language)
    return Document(name, "docx", (Part(laid.text, packed=True),), segments)


def laid_out(data: bytes, name: str, limit: int) -> Laid:
    """The paragraphs of a Word file under one another.

    Args:
        limit: the most bytes of XML that are read.

    Raises:
        ReadingError: as in `read`.
    """
    packed = opened(data, name)
    members = set(packed.namelist())
    start = next((to for kind, to in _related(packed, "", name, limit) if kind == "officeDocument"), MAIN)
    if start not in members:
        raise ReadingError(Sentence("this is no Word document: there is no text inside"), path=name)
    related = list(_related(packed, start, name, limit))
    styles = next((to for kind, to in related if kind == "styles" and to in members), "")
    kinds = _kinds(unpacked(packed, styles, name, limit), name) if styles else {}
    beside = {to: kind for aside in _ASIDE for kind, to in related if kind == aside and to in members}
    lines: list[Line] = []
    texts: list[str] = []
    at = 0
    for member, aside in {start: "", **beside}.items():
        hrefs = dict(_links(packed, member, name, limit))
        for paragraph in paragraphs(unpacked(packed, member, name, limit), name):
            kind = kinds.get(paragraph.style, "heading" if paragraph.outlined else "")
            lines.append(Line(paragraph, at, member, aside, kind, hrefs))
            texts.append(paragraph.text + "\n")
            at += paragraph.length + 1
            if at > limit:
                message = "larger than {limit} MB, the limit for one file; split it or raise the limit"
                raise ReadingError(Sentence(message, limit=f"{limit / 1_000_000:g}"), path=name)
    return Laid("".join(texts), tuple(lines))


def _related(packed: ZipFile, member: str, name: str, limit: int) -> Iterator[tuple[str, str]]:
    """What a member refers to inside the file: the kind, and the name of the other member."""
    folder, own = posixpath.split(member)
    for kind, to, _, outside in _relations(packed, posixpath.join(folder, "_rels", f"{own}.rels"), name, limit):
        if not outside:
            yield kind, posixpath.normpath(posixpath.join("/", folder, to)).lstrip("/")


def _links(packed: ZipFile, member: str, name: str, limit: int) -> Iterator[tuple[str, str]]:
    folder, own = posixpath.split(member)
    for kind, to, key, _ in _relations(packed, posixpath.join(folder, "_rels", f"{own}.rels"), name, limit):
        if kind == "hyperlink":
            yield key, to


def _relations(packed: ZipFile, member: str, name: str, limit: int) -> list[tuple[str, str, str, bool]]:
    if member not in packed.namelist():
        return []
    found: list[tuple[str, str, str, bool]] = []

    def start(tag: str, given: Attributes, at: int) -> None:
        if tag == "rel:Relationship":
            kind = given.get("Type", "").rpartition("/")[2]
            outside = given.get("TargetMode") == "External"
            found.append((kind, given.get("Target", ""), given.get("Id", ""), outside))

    parse(unpacked(packed, member, name, limit), name, start=start)
    return found


def _kinds(data: bytes, name: str) -> dict[str, str]:
    """What the paragraphs of each style are, by the style's id; a style takes after the one it is based on."""
    named: dict[str, str] = {}
    based: dict[str, str] = {}
    current = ""

    def start(tag: str, given: Attributes, at: int) -> None:
        nonlocal current
        value = given.get("w:val", "")
        if tag == "w:style":
            current = given.get("w:styleId", "") if given.get("w:type") == "paragraph" else ""
        elif not current:
            return
        elif tag == "w:name":
            named[current] = named.get(current) or _kind(value.lower())
        elif tag == "w:basedOn":
            based[current] = value
        elif tag == "w:outlineLvl" and value != "9":
            named[current] = named.get(current) or "heading"

    parse(data, name, start=start)
    kinds = {}
    for style in named:
        parent, seen = style, {style}
        while not named.get(parent) and based.get(parent) and based[parent] not in seen:
            parent = based[parent]
            seen.add(parent)
        kinds[style] = named.get(parent, "")
    return kinds


def _kind(style: str) -> str:
    """What a style is for by its name; built-in styles keep their English names in every language."""
    if style.startswith(("heading", "title", "subtitle", "заголовок")):
        return "heading"
    if style in {"quote", "intense quote"}:
        return "quote"
    return "contents" if style.startswith(("toc ", "table of figures")) else ""


def _with_fields_masked(masked: Masked, laid: Laid) -> Masked:
    """The same with the samples in merge fields masked too: «Name» is not what anybody will read."""
    filled: list[tuple[int, int]] = []
    for line in laid.lines:
        at = line.at
        for run in line.paragraph.runs:
            if run.filled:
                filled.append((at, at + len(run.text)))
            at += len(run.text)
    text = masked.text
    for start, end in reversed(filled):
        text = text[:start] + TAG_FILLER * (end - start) + text[end:]
    return replace(masked, text=text)


def _segments(laid: Laid, masked: Masked) -> Iterator[Segment]:
    """The segments of all paragraphs, each with its address; languages not yet settled."""
    counts: dict[str, int] = {}
    rows: dict[tuple[str, int, int], int] = {}
    cells: dict[tuple[str, tuple[int, int, int]], int] = {}
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
            made = list(_paragraph(line, laid.text, masked, known or block + 1))
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
        replace(
            tag,
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
