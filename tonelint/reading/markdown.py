"""Markdown: front matter, headings, paragraphs, list items, table cells, quotations; emphasis and links stay in the
phrase.

Blocks and inline marks come from tree-sitter-markdown. The parser is given the text as UTF-16 with every rare character
replaced by one code unit, so that its offsets, halved, are code points. Code is code; raw HTML goes through the HTML
reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.language.identify import settle
from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER, Document, Element, Part, Role, Segment
from tonelint.reading.entities import add_decoded
from tonelint.reading.front_matter import front_matter
from tonelint.reading.leading_tags import unindented
from tonelint.reading.options import ReadingOptions
from tonelint.reading.roles import control_role
from tonelint.reading.segments import Link, fallback_segments, segment, with_links
from tonelint.reading.source_map import Pieces
from tonelint.reading.templates import Masked, mask

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

_RARE = lazy("[\U00010000-\U0010ffff\ud800-\udfff\0]")
_TEXT_BLOCKS = frozenset({"inline", "pipe_table_cell"})
_UNREAD = frozenset(
    {"link_reference_definition", "minus_metadata", "plus_metadata", "thematic_break", "pipe_table_delimiter_row"}
)
_CODE = frozenset({"fenced_code_block", "indented_code_block"})
_DROPPED = frozenset(
    {"emphasis_delimiter", "link_destination", "link_title", "link_label", "html_tag", "code_span_delimiter"}
)
_LINKS = frozenset({"inline_link", "full_reference_link", "collapsed_reference_link"})
"""`[words]` alone stays as written: in a draft it is a placeholder more often than a link."""
_ELEMENTS = {"atx_heading": "h", "setext_heading": "h", "list_item": "li", "pipe_table_cell": "td"}
_ADMONITION = lazy(r"\[!\w+\][+-]?")
_MARK = lazy(r"[*_~`\[\]!<>&\\]|  \n")
_EMPHASIS = lazy(r"[*_~!\[]")
LOUD = 1000
"""Marks in one phrase: beyond this nobody meant emphasis, and the grammar would take the square of their number."""
_DEFINITION = lazy(r"\[[^\[\]\n]+\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*")
_BREAK_TAG = lazy(r"<br\b[^>]*>", re.IGNORECASE)


class _Place(NamedTuple):
    """What the blocks around a text say about it."""

    role: Role = "body"
    element: str = "p"
    block: int = 0
    menu: bool = False


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a Markdown text."""
    source = part.text
    masked = mask(source, options.template_dialect, options.template_tags)
    front = front_matter(source, masked)
    segments, elements = marked_segments(source, masked, front.end)
    if role != "body":
        segments = [replace(one, role=role) if one.role == "body" else one for one in segments]
    settled = settle([*front.segments, *segments], language=options.language)
    return Document(
        name, "markdown", (part,), settled, front_matter=front.values, elements=tuple(elements), problems=front.problems
    )


def marked_segments(source: str, masked: Masked, start: int = 0) -> tuple[list[Segment], list[Element]]:
    """The segments and elements of the Markdown in `source` from `start` on, languages not yet settled."""
    segments: list[Segment] = []
    elements: list[Element] = []
    for made, found in _blocks(source, unindented(masked) if masked.tags else masked, start):
        segments.extend(made)
        elements.extend(found)
    return segments, elements


def _blocks(source: str, masked: Masked, start: int) -> Iterator[tuple[list[Segment], list[Element]]]:
    """The segments and elements of each block, in order; written as a loop, because lists can be nested without end."""
    text = masked.text
    waiting: list[tuple[Node, _Place]] = [(_parsed(text[start:], "block"), _Place())]
    blocks = 0
    while waiting:
        node, place = waiting.pop()
        kind = node.type
        here, end = start + node.start_byte // 2, start + node.end_byte // 2
        if kind in _UNREAD:
            continue
        if kind in _TEXT_BLOCKS:
            if kind == "pipe_table_cell":
                place = place._replace(element="td")
            yield _phrase(source, masked, node, start, place), []
        elif kind in _CODE:
            yield _code(text, node, start, place), []
        elif kind == "html_block":
            from tonelint.reading.html import markup_segments

            made, found = markup_segments(source, masked, start=here, end=end, block=blocks + 1)
            blocks = max([blocks + 1, *(one.block for one in made)])
            if place.role == "quote":
                made = [replace(one, role="quote") for one in made]
            yield made, found
        else:
            place = _inside(kind, place)
            children = node.children
            if kind in {"section", "document"}:
                blocks += 1
            if kind in {"list", "pipe_table", "block_quote", "section", "document"}:
                blocks += 1
                place = place._replace(block=blocks)
            waiting.extend((child, place) for child in reversed(children))


def _inside(kind: str, place: _Place) -> _Place:
    if kind == "block_quote":
        return place._replace(role="quote", element="blockquote")
    if kind in {"atx_heading", "setext_heading"} and place.role == "body":
        return place._replace(role="heading", element="h")
    if kind == "list_item":
        return place._replace(element="li", menu=True)
    return place


def _phrase(source: str, masked: Masked, node: Node, start: int, place: _Place) -> list[Segment]:
    """The segments of one run of inline text."""
    here, end = start + node.start_byte // 2, start + node.end_byte // 2
    text = masked.text[here:end]
    if _DEFINITION.fullmatch(text):
        return []
    holes = [
        (start + child.start_byte // 2, start + child.end_byte // 2)
        for child in node.children
        if child.type == "block_continuation"
    ]
    for left, right in holes:
        text = text[: left - here] + " " * (right - left) + text[right - here :]
    pieces, links, pictures = _inline(text, here, holes)
    role, element = place.role, place.element
    opening = _ADMONITION.match(pieces.text) if role == "quote" else None
    if opening:
        pieces, links = pieces.cut(opening.end(), pieces.length), []
    made = list(with_links(pieces, links, role, element=element, block=place.block, lone_is_button=not place.menu))
    made.extend(fallback_segments(source, masked, pieces, block=place.block))
    for left, right, href in pictures:
        words = Pieces()
        add_decoded(words, masked.text, left, right)
        alt_role = control_role(words.text, "cta") if href and role == "body" else role
        picture = segment(words, alt_role, element="img", href=href, block=place.block)
        made.extend([picture] if picture else [])
    return made


def _inline(
    text: str, here: int, holes: list[tuple[int, int]]
) -> tuple[Pieces, list[Link], list[tuple[int, int, str]]]:
    """The text of a phrase without its marks, its links, and its pictures' descriptions.

    Args:
        text: the phrase as the source has it, quotation markers blanked.
        here: where the phrase begins in the source.
        holes: source stretches that belong to the block structure, not to the phrase.
    """
    pieces = Pieces()
    links: list[Link] = []
    pictures: list[tuple[int, int, str]] = []
    cuts: list[tuple[int, int, str]] = [(left - here, right - here, "") for left, right in holes]
    spans: list[tuple[int, int, str]] = []
    if _MARK.search(text) and len(_EMPHASIS.findall(text)) <= LOUD:
        _collect(_parsed(text, "inline"), text, cuts, spans, pictures)
    cuts.sort()
    at = 0
    kept: list[tuple[int, int]] = []
    for left, right, shown in cuts:
        if left < at:
            continue
        kept.append((at, pieces.length))
        _add(pieces, text, at, left, here)
        pieces.add(shown, here + left, here + right)
        at = right
    kept.append((at, pieces.length))
    _add(pieces, text, at, len(text), here)
    for left, right, href in spans:
        links.append(Link(_shown(kept, left), _shown(kept, right), href))
    links.sort(key=lambda link: link.start)
    return pieces, links, [(here + left, here + right, href) for left, right, href in pictures]


def _add(pieces: Pieces, text: str, start: int, end: int, here: int) -> None:
    """Appends a stretch of the phrase; references such as `&nbsp;` are decoded."""
    part = Pieces()
    add_decoded(part, text, start, end)
    for words, left, right in part.pieces:
        pieces.add(words, here + left, here + right)


def _shown(kept: list[tuple[int, int]], at: int) -> int:
    """Where position `at` of the phrase's source stands in its text."""
    for source_start, text_start in reversed(kept):
        if source_start <= at:
            return text_start + at - source_start
    return 0


def _collect(
    root: Node,
    text: str,
    cuts: list[tuple[int, int, str]],
    links: list[tuple[int, int, str]],
    pictures: list[tuple[int, int, str]],
) -> None:
    """Gathers what is not text: marks to cut out, links and pictures."""
    waiting: list[tuple[Node, str]] = [(root, "")]
    while waiting:
        node, linked = waiting.pop()
        kind = node.type
        left, right = node.start_byte // 2, node.end_byte // 2
        if kind in _DROPPED:
            cuts.append((left, right, "\n" if _BREAK_TAG.fullmatch(text, left, right) else ""))
        elif kind == "code_span":
            cuts.append((left, right, "".join(c if c.isspace() else TAG_FILLER for c in text[left:right])))
        elif kind == "backslash_escape":
            cuts.append((left, left + 1, ""))
        elif kind == "hard_line_break":
            cuts.append((left, right, "\n"))
        elif kind == "uri_autolink":
            cuts.extend([(left, left + 1, ""), (right - 1, right, "")])
            links.append((left, right, text[left + 1 : right - 1]))
        elif kind == "image":
            words = _child(node, "image_description")
            if words is not None:
                pictures.append((words.start_byte // 2, words.end_byte // 2, linked))
            cuts.append((left, right, ""))
        elif kind in _LINKS:
            words = _child(node, "link_text")
            if words is None:
                continue
            to = _child(node, "link_destination")
            href = text[to.start_byte // 2 : to.end_byte // 2] if to is not None else ""
            inner, outer = words.start_byte // 2, words.end_byte // 2
            cuts.extend([(left, inner, ""), (outer, right, "")])
            links.append((left, right, href))
            waiting.append((words, href or "#"))
        else:
            waiting.extend((child, linked) for child in node.children)


def _child(node: Node, kind: str) -> Node | None:
    return next((child for child in node.children if child.type == kind), None)


def _code(text: str, node: Node, start: int, place: _Place) -> list[Segment]:
    content = _child(node, "code_fence_content") if node.type == "fenced_code_block" else node
    if content is None:
        return []
    pieces = Pieces()
    left, right = start + content.start_byte // 2, start + content.end_byte // 2
    pieces.add(text[left:right], left, right)
    made = segment(pieces, "code", element="code", block=place.block)
    return [made] if made else []


@cache
def _parser(kind: str) -> Parser:
    import tree_sitter_markdown
    from tree_sitter import Language, Parser

    grammar = tree_sitter_markdown.language() if kind == "block" else tree_sitter_markdown.inline_language()
    return Parser(Language(grammar))


def _parsed(text: str, kind: str) -> Node:
    narrow = _RARE.sub("\ufffd", text)
    options: dict[str, Any] = {"encoding": "utf16le"}
    return _parser(kind).parse(narrow.encode("utf-16-le"), **options).root_node
