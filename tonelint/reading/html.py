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
from tonelint.reading.markup import Token, tokens
from tonelint.reading.options import ReadingOptions
from tonelint.reading.roles import control_role, is_label
from tonelint.reading.segments import Link, fallback_segments, segment, with_links
from tonelint.reading.source_map import EDGES, Pieces
from tonelint.reading.templates import Masked, mask

DEEPEST = 512
"""Open elements: deeper ones are read but not remembered, as in browsers."""
TOP = 120
"""Code points of visible copy: what is hidden after more than this is not a preheader."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr mj-image mj-divider mj-spacer mj-font".split())
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd map mark o:p q rp rt ruby s samp small span strike "
    "strong sub sup time tt u var wbr nobr blink".split()
)
CONTAINERS = frozenset(
    "article aside body blockquote details dialog div dl fieldset footer form header html main mj-body mj-column mj-hero mj-section "
    "mj-wrapper nav ol section select table ul".split()
)
UNREAD = frozenset("template svg math object xml mj-attributes mj-html-attributes".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title mj-title mj-accordion-title".split())
CONTROLS = frozenset("button label option summary mj-button mj-navbar-link".split())
PRESSED = frozenset({"button", "mj-button"})
TRACKED = frozenset("a button input label img script meta form select option mj-button".split())
TITLED = frozenset("link style iframe script meta".split())
"""Elements whose `title` nobody sees."""
BUTTON_INPUTS = frozenset({"submit", "button", "reset", "image"})
MENUS = frozenset({"nav", "li", "mj-navbar", "mj-social", "footer"})
_QUOTE_CLASSES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "gmail_attr", "protonmail_quote")
_CLOSED_BY_BLOCK = frozenset({"p"})
_IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"}), frozenset({"table"})),
    "a": (frozenset({"a"}), frozenset({"table", "td", "th"})),
    "button": (frozenset({"button"}), frozenset({"table", "td", "th"})),
}
"""Start tag -> the elements it closes, and the elements beyond which it closes nothing."""
_SCOPES = frozenset({"table", "td", "th", "caption", "button"})
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"})


@dataclass(slots=True)
class _Open:
    """An element that is open, with what it says about the text inside it."""

    name: str
    start: int
    quote: bool = False
    code: bool = False
    preformatted: bool = False
    heading: bool = False
    hidden: bool = False
    preheader: bool = False
    fine: bool = False
    menu: bool = False
    unread: bool = False
    font: float = 16.0
    block: int = 0
    control: str = ""
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
    masked = mask(part.text, options.template_dialect)
    front = front_matter(part.text, masked)
    segments, elements = markup_segments(part.text, masked, start=front.end)
    if role != "body":
        segments = [replace(one, role=role) if one.role == "body" else one for one in segments]
    settled = settle([*front.segments, *segments], language=options.language)
    return Document(name, "html", (part,), settled, front_matter=front.values, elements=tuple(elements), problems=front.problems)


def markup_segments(
    source: str, masked: Masked, *, start: int = 0, end: int | None = None, block: int = 0
) -> tuple[list[Segment], list[Element]]:
    """The segments and elements of the markup in `source[start:end]`, languages not yet settled; blocks count from `block`."""
    walk = _Walk(source, masked, [_Open("", start, block=block)], blocks=block)
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
    top = walk.stack[-1]
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


def _role(walk: _Walk, top: _Open) -> Role:
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
    if walk.stack[-1].unread:
        if name not in VOID and not token.closed:
            _push(walk, replace(walk.stack[-1], name=name, start=token.start, attributes=(), heard=-1))
        return
    inline = name in INLINE
    if name == "br":
        _line_break(walk, token)
        return
    if not inline and walk.counts["p"]:
        _close_implied(walk, _CLOSED_BY_BLOCK, _SCOPES, token.start)
    if name in _IMPLIED:
        _close_implied(walk, *_IMPLIED[name], token.start)
    values = [(one.name, one.start, one.end) for one in token.attributes(walk.masked.text)]
    attributes = tuple((key, _plain(walk, start, end)) for key, start, end in values)
    if not inline:
        _flush(walk)
    opened = _opened(walk, walk.stack[-1], name, token.start, dict(attributes))
    opened.attributes = attributes
    _shown_attributes(walk, opened, {key: (start, end) for key, start, end in values}, dict(attributes))
    tracked = name in TRACKED or looks.hides(dict(attributes).get("style", ""))
    if name in VOID or token.closed:
        if tracked:
            walk.elements.append(Element(name, attributes, token.start, token.end))
        return
    if tracked:
        opened.heard = len(walk.heard)
    if name == "a":
        href = dict(attributes).get("href", "")
        walk.link = (walk.pieces.length, href, looks.is_button(dict(attributes)))
    _push(walk, opened)


def _opened(walk: _Walk, parent: _Open, name: str, start: int, attributes: dict[str, str]) -> _Open:
    marks = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    style = attributes.get("style", "")
    child = replace(parent, name=name, start=start, attributes=(), heard=-1)
    if name in CONTAINERS:
        walk.blocks += 1
        child.block = walk.blocks
    size = looks.font_size(style)
    if size is None and attributes.get("font-size", "").endswith("px"):
        size = looks.font_size(f"font-size:{attributes['font-size']}")
    if size is not None:
        child.font = size
    elif name == "small":
        child.font = min(parent.font, looks.SMALL_PRINT)
    child.hidden |= looks.hides(style) or ("hidden" in attributes and name != "input")
    child.quote |= name in {"blockquote", "q", "cite"} or any(mark in marks for mark in _QUOTE_CLASSES)
    child.code |= name in {"code", "kbd", "samp", "pre", "tt"}
    child.preformatted |= name == "pre"
    child.heading |= name in HEADINGS
    child.unread |= name in UNREAD
    if marks.strip():
        child.preheader |= looks.is_preheader(marks)
        child.fine |= looks.is_fine_print(marks) and name not in {"body", "html"}
        child.menu |= looks.is_menu(marks)
    child.preheader |= name == "mj-preview"
    child.fine |= name == "footer"
    child.menu |= name in MENUS
    if name in CONTROLS:
        child.control = name
    return child


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
        if opened.name in _SCOPES and name not in _TABLE_PARTS:
            return


def _push(walk: _Walk, opened: _Open) -> None:
    if len(walk.stack) < DEEPEST:
        walk.stack.append(opened)
        walk.counts[opened.name] += 1


def _pop(walk: _Walk, end: int, *, before: int | None = None) -> None:
    """Closes the innermost element; its text is complete."""
    opened = walk.stack[-1]
    if opened.name not in INLINE and not opened.unread:
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
    if opened.code or (name == "input" and values.get("type", "").lower() == "hidden"):
        return
    body: Role = "quote" if opened.quote else "fine-print" if opened.fine else "body"
    if name in {"img", "area", "mj-image"} or (name == "input" and values.get("type", "").lower() == "image"):
        if "alt" in places:
            linked = walk.link is not None or "href" in values or name == "input"
            _aside(walk, places["alt"], body, name, pressed=linked, href=values.get("href", walk.link[1] if walk.link else ""))
    if name == "input" and values.get("type", "").lower() in BUTTON_INPUTS and "value" in places:
        _aside(walk, places["value"], "cta", name, pressed=True)
    if "placeholder" in places:
        _aside(walk, places["placeholder"], body, name)
    pressed = name in {"a", "input", *CONTROLS} and (name != "a" or looks.is_button(values))
    for key in ("title", "aria-label"):
        if key in places and name not in TITLED:
            _aside(walk, places[key], body, name, pressed=pressed, echo=True, href=values.get("href", ""))


def _aside(
    walk: _Walk, place: tuple[int, int], role: Role, element: str, *, pressed: bool = False, echo: bool = False, href: str = ""
) -> None:
    """Keeps the copy of an attribute until the phrase it stands in is complete."""
    pieces = Pieces()
    add_decoded(pieces, walk.masked.text, *place)
    words = pieces.text.strip(EDGES)
    if pressed or element == "a":
        role = control_role(words, "cta" if pressed and element not in {"label", "option"} and is_label(words) else role)
    block = walk.stack[-1].block
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
        block_name = next((one.name for one in reversed(walk.stack) if one.name not in INLINE), "")
        role = walk.role
        if top.control and role in {"body", "fine-print", "heading"}:
            words = " ".join(pieces.text.split())
            role = control_role(words, "cta" if top.control in PRESSED else role)
            href = dict(top.attributes).get("href", "")
            if role != walk.role or not links:
                made = segment(pieces, role, element=top.control, href=href, block=top.block)
                walk.segments.extend([made] if made else [])
                links = []
                walk.segments.extend(fallback_segments(walk.source, walk.masked, pieces, block=top.block))
                pieces = Pieces()
        if pieces.length:
            found = with_links(pieces, links, role, element=block_name, block=top.block, lone_is_button=not (top.menu or top.fine))
            walk.segments.extend(found)
            walk.segments.extend(fallback_segments(walk.source, walk.masked, pieces, block=top.block))
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
