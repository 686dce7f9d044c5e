"""A Word file laid out as text: the paragraphs of its body, headers, footers and notes under one another.

What the parts of the zip are called is told by their relations, what a paragraph is for by its style. Nothing here
decides what is copy.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zipfile import ZipFile

from tonelint.errors import ReadingError
from tonelint.reading.office_xml import Attributes, parse
from tonelint.reading.packed import opened, unpacked
from tonelint.reading.wordml import Paragraph, paragraphs
from tonelint.sentences import Sentence

MAIN = "word/document.xml"
_ASIDE = ("header", "footer", "footnotes", "endnotes")
"""Parts beside the body that readers see, in the order they are read."""


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


def laid_out(data: bytes, name: str, limit: int) -> Laid:
    """The paragraphs of a Word file under one another.

    Args:
        limit: the most bytes of XML that are read.

    Raises:
        ReadingError: the file is broken, protected, of an old kind, or unpacks to more than a document needs.
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
