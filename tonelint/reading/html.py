"""HTML and MJML: what a reader sees, in reading order, with the role each piece plays.

Inline tags join into one phrase, block tags and cells divide, attributes that are shown (`alt`, `title`, `aria-label`,
`placeholder`, the value of a button) are copy of their own. Scripts, styles, comments and templates are not copy. Style
sheets are not applied and nothing is fetched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tonelint.language.identify import settle
from tonelint.model import TAG_FILLER, Document, Element, Part, Role, Segment
from tonelint.reading import looks
from tonelint.reading.entities import add_decoded
from tonelint.reading.front_matter import front_matter
from tonelint.reading.looks import Look
from tonelint.reading.markup import Token, tokens
from tonelint.reading.options import ReadingOptions
from tonelint.reading.roles import control_role, is_label
from tonelint.reading.segments import Link, fallback_segments, segment, with_links
from tonelint.reading.source_map import EDGES, Pieces
from tonelint.reading.tags import (
    BUTTON_INPUTS,
    CLOSED_BY_BLOCK,
    CONTAINERS,
    CONTROLS,
    IMPLIED,
    INLINE,
    PRESSED,
    SCOPES,
    TABLE_PARTS,
    TITLED,
    TRACKED,
    VOID,
)
from tonelint.reading.templates import Masked, mask

DEEPEST = 512
"""Open elements: deeper ones are read but not remembered, as in browsers."""
TOP = 120
"""Code points of visible copy: what is hidden after more than this is not a preheader."""


@dataclass(slots=True)
class _Open:
    """An element that is open; `heard` counts what was read before it when its text is wanted, else -1."""

    name: str
    start: int
    look: Look
    attributes: tuple[tuple[str, str], ...] = ()
    heard: int = -1


@dataclass(slots=True)
class _Walk:
    """The state of one pass over the tokens."""

    source: str
    masked: Masked
    stack: list[_Open]
    counts: Counter[str] = field(default_factory=Counter)
    pieces: Pieces = field(default_factory=Pieces)
    role: Role = "body"
    links: list[Link] = field(default_factory=list)
    link: tuple[int, str, bool] | None = None
    aside: list[Segment] = field(default_factory=list)
    echoes: set[int] = field(default_factory=set)
    segments: list[Segment] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    blocks: int = 0
    seen: int = 0


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in an HTML or MJML text; a leading front matter block is read too."""
    masked = mask(part.text, options.template_dialect, options.template_tags)
    front = front_matter(part.text, masked)
    segments, elements = markup_segments(part.text, masked, start=front.end)
    if role != "body":
        segments = [replace(one, role=role) if one.role == "body" else one for one in segments]
    settled = settle([*front.segments, *segments], language=options.language)
    return Document(
        name, "html", (part,), settled, front_matter=front.values, elements=tuple(elements), problems=front.problems
    )


def markup_segments(
    source: str, masked: Masked, *, start: int = 0, end: int | None = None, block: int = 0
) -> tuple[list[Segment], list[Element]]:
    """The segments and elements of the markup in `source[start:end]`, languages not yet settled; blocks count from
    `block`."""
    walk = _Walk(source, masked, [_Open("", start, Look(block=block))], blocks=block)
    for token in tokens(masked.text, start, end):
        if token.kind == "text":
            _text(walk, token.start, token.end)
        elif token.kind == "start":
            _start(walk, token)
        else:
            _end(walk, token)
    while len(walk.stack) > 1:
        _pop(walk, len(source) if end is None else end)
    _flush(walk)
    walk.elements.sort(key=lambda element: element.start)
    return list(_without_echoes(walk)), walk.elements


def _text(walk: _Walk, start: int, end: int) -> None:
    top = walk.stack[-1].look
    if top.unread:
        return
    text = walk.masked.text
    if text[start:end].isspace():
        if walk.pieces.length:
            walk.pieces.add(text[start:end], start, end)
        return
    role = _role(walk, top)
    if role != walk.role and walk.pieces.length:
        _flush(walk)
    walk.role = role
    before = len(walk.pieces.pieces)
    if top.code and not top.preformatted:
        walk.pieces.add("".join(c if c.isspace() else TAG_FILLER for c in text[start:end]), start, end)
    else:
        add_decoded(walk.pieces, text, start, end)
    if not top.hidden and top.font > looks.INVISIBLE and role != "preheader" and not top.heading:
        walk.seen += end - start
    walk.heard.append("".join(piece[0] for piece in walk.pieces.pieces[before:]))


def _role(walk: _Walk, top: Look) -> Role:
    if top.quote:
        return "quote"
    if top.code and top.preformatted:
        return "code"
    if (top.preheader or top.hidden or top.font <= looks.INVISIBLE) and walk.seen <= TOP and not top.control:
        return "preheader"
    if top.heading:
        return "heading"
    if top.fine or looks.INVISIBLE < top.font <= looks.SMALL_PRINT:
        return "fine-print"
    return "body"


def _start(walk: _Walk, token: Token) -> None:
    name = token.name
    parent = walk.stack[-1].look
    childless = token.closed or name in VOID
    if parent.unread:
        if not childless:
            _push(walk, _Open(name, token.start, parent))
        return
    if name == "br":
        _line_break(walk, token)
        return
    inline = name in INLINE
    if not inline and walk.counts["p"]:
        _close_implied(walk, CLOSED_BY_BLOCK, SCOPES, token.start)
    if name in IMPLIED:
        _close_implied(walk, *IMPLIED[name], token.start)
    places = {one.name: (one.start, one.end) for one in token.attributes(walk.masked.text)}
    values = {key: _plain(walk, *place) for key, place in places.items()}
    if not inline:
        _flush(walk)
    opened = _Open(name, token.start, _look(walk, name, values), tuple(values.items()))
    if places:
        _shown_attributes(walk, opened, places, values)
    tracked = name in TRACKED or looks.hides(values.get("style", ""))
    if childless:
        if tracked:
            walk.elements.append(Element(name, opened.attributes, token.start, token.end))
        return
    if tracked:
        opened.heard = len(walk.heard)
    if name == "a":
        walk.link = (walk.pieces.length, values.get("href", ""), looks.is_button(values))
    _push(walk, opened)


def _look(walk: _Walk, name: str, values: dict[str, str]) -> Look:
    block = 0
    if name in CONTAINERS:
        walk.blocks += 1
        block = walk.blocks
    return looks.inside(walk.stack[-1].look, name, values, block=block)


def _end(walk: _Walk, token: Token) -> None:
    name = token.name
    if name == "br":
        _line_break(walk, token)
    if not walk.counts[name]:
        return
    for depth in range(len(walk.stack) - 1, 0, -1):
        opened = walk.stack[depth]
        if opened.name == name:
            while len(walk.stack) > depth + 1:
                _pop(walk, token.start)
            _pop(walk, token.end, before=token.start)
            return
        if opened.name in SCOPES and name not in TABLE_PARTS:
            return


def _push(walk: _Walk, opened: _Open) -> None:
    if len(walk.stack) < DEEPEST:
        walk.stack.append(opened)
        walk.counts[opened.name] += 1


def _pop(walk: _Walk, end: int, *, before: int | None = None) -> None:
    """Closes the innermost element; its text is complete."""
    opened = walk.stack[-1]
    if opened.name not in INLINE and not opened.look.unread:
        _flush(walk)
    elif opened.name == "a" and walk.link is not None:
        started, href, button = walk.link
        walk.links.append(Link(started, walk.pieces.length, href, button))
        walk.link = None
    if opened.heard >= 0:
        text = " ".join(" ".join(walk.heard[opened.heard : opened.heard + 200]).split())
        walk.elements.append(Element(opened.name, opened.attributes, opened.start, end, text))
    walk.stack.pop()
    walk.counts[opened.name] -= 1


def _close_implied(walk: _Walk, closes: frozenset[str], barriers: frozenset[str], at: int) -> None:
    if not any(walk.counts[name] for name in closes):
        return
    lowest = 0
    for depth in range(len(walk.stack) - 1, 0, -1):
        name = walk.stack[depth].name
        if name in closes:
            lowest = depth
        elif name in barriers:
            break
    if lowest:
        while len(walk.stack) > lowest:
            _pop(walk, at)


def _line_break(walk: _Walk, token: Token) -> None:
    """One break is a line end inside the phrase; two in a row end the paragraph."""
    if not walk.pieces.length:
        return
    tail = ""
    for text, _, _ in reversed(walk.pieces.pieces):
        tail = text + tail
        if text.strip():
            break
    if "\n" in tail[len(tail.rstrip()) :] and walk.pieces.pieces and _ends_with_break(walk):
        _flush(walk)
        return
    walk.pieces.add("\n", token.start, token.end)


def _ends_with_break(walk: _Walk) -> bool:
    for text, start, end in reversed(walk.pieces.pieces):
        if text == "\n" and end - start > 1:
            return True
        if text.strip(EDGES):
            return False
    return False


def _shown_attributes(walk: _Walk, opened: _Open, places: dict[str, tuple[int, int]], values: dict[str, str]) -> None:
    name = opened.name
    if name == "meta":
        if values.get("name", "").lower() == "description" and "content" in places:
            _aside(walk, places["content"], "preheader", name)
        return
    look = opened.look
    kind = values.get("type", "").lower() if name == "input" else ""
    if look.code or kind == "hidden":
        return
    body: Role = "quote" if look.quote else "fine-print" if look.fine else "body"
    if "alt" in places and (name in {"img", "area", "mj-image"} or kind == "image"):
        linked = walk.link is not None or "href" in values or kind == "image"
        href = values.get("href", walk.link[1] if walk.link else "")
        _aside(walk, places["alt"], body, name, pressed=linked, href=href)
    if kind in BUTTON_INPUTS and "value" in places:
        _aside(walk, places["value"], "cta", name, pressed=True)
    if "placeholder" in places:
        _aside(walk, places["placeholder"], body, name)
    pressed = name in {"a", "input", *CONTROLS} and (name != "a" or looks.is_button(values))
    for key in ("title", "aria-label"):
        if key in places and name not in TITLED:
            _aside(walk, places[key], body, name, pressed=pressed, echo=True, href=values.get("href", ""))


def _aside(
    walk: _Walk,
    place: tuple[int, int],
    role: Role,
    element: str,
    *,
    pressed: bool = False,
    echo: bool = False,
    href: str = "",
) -> None:
    """Keeps the copy of an attribute until the phrase it stands in is complete."""
    pieces = Pieces()
    add_decoded(pieces, walk.masked.text, *place)
    words = pieces.text.strip(EDGES)
    if pressed or element == "a":
        role = control_role(
            words, "cta" if pressed and element not in {"label", "option"} and is_label(words) else role
        )
    block = walk.stack[-1].look.block
    made = segment(pieces, role, element=element, href=href, block=block)
    for one in [*([made] if made else []), *fallback_segments(walk.source, walk.masked, pieces, block=block)]:
        if echo:
            walk.echoes.add(id(one))
        walk.aside.append(one)


def _flush(walk: _Walk) -> None:
    """Ends the phrase that is being read and turns it into segments."""
    pieces, links, aside = walk.pieces, walk.links, walk.aside
    if walk.link is not None:
        started, href, button = walk.link
        links.append(Link(started, pieces.length, href, button))
        walk.link = (0, href, button)
    if pieces.length:
        walk.pieces, walk.links = Pieces(), []
        top = walk.stack[-1]
        look, role = top.look, walk.role
        if look.control and role in {"body", "fine-print", "heading"}:
            role = control_role(pieces.text, "cta" if look.control in PRESSED else role)
        if look.control and (role != walk.role or not links):
            made = segment(
                pieces, role, element=look.control, href=dict(top.attributes).get("href", ""), block=look.block
            )
            walk.segments.extend([made] if made else [])
        else:
            name = next((one.name for one in reversed(walk.stack) if one.name not in INLINE), "")
            alone = not (look.menu or look.fine)
            walk.segments.extend(with_links(pieces, links, role, element=name, block=look.block, lone_is_button=alone))
        walk.segments.extend(fallback_segments(walk.source, walk.masked, pieces, block=look.block))
    else:
        walk.links = []
    if aside:
        walk.segments.extend(aside)
        walk.aside = []
    walk.role = "body"


def _without_echoes(walk: _Walk) -> Iterator[Segment]:
    """The segments without tooltips and labels that only repeat the words beside them."""
    if not walk.echoes:
        yield from walk.segments
        return
    words = [" ".join(one.text.split()).casefold() for one in walk.segments]
    for index, one in enumerate(walk.segments):
        near = [*words[max(0, index - 3) : index], *words[index + 1 : index + 4]]
        if id(one) not in walk.echoes or words[index] not in near:
            yield one


def _plain(walk: _Walk, start: int, end: int) -> str:
    """An attribute's value as the browser sees it; template tags stand as written."""
    if start == end:
        return ""
    pieces = Pieces()
    add_decoded(pieces, walk.source, start, end)
    return pieces.text
