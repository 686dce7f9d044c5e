"""What each element of HTML and MJML is to a reader: inline or block, pressed or shown, closed by what. Tables only."""

from __future__ import annotations

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    | {"mj-divider", "mj-font", "mj-image", "mj-spacer"}
)
INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font", "i"}
    | {
        "img",
        "ins",
        "kbd",
        "map",
        "mark",
        "nobr",
        "o:p",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
    }
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
"""Elements whose text belongs to the phrase around them; everything else divides."""
CONTAINERS = frozenset(
    {"article", "aside", "blockquote", "body", "details", "dialog", "div", "dl", "fieldset", "footer", "form", "header"}
    | {"html", "main", "nav", "ol", "section", "select", "table", "ul"}
    | {"mj-body", "mj-column", "mj-hero", "mj-section", "mj-wrapper"}
)
"""Elements that make a block: what stands in one of them stands side by side."""
UNREAD = frozenset({"template", "svg", "math", "object", "xml", "mj-attributes", "mj-html-attributes"})
"""Elements whose text nobody is shown."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "title", "mj-title", "mj-accordion-title"})
CONTROLS = frozenset({"button", "label", "option", "summary", "mj-button", "mj-navbar-link"})
"""Elements that a reader presses, ticks or chooses, beside links and inputs."""
PRESSED = frozenset({"button", "mj-button"})
TRACKED = frozenset({"a", "button", "form", "img", "input", "label", "meta", "mj-button", "option", "script", "select"})
"""Elements that a document lists for structure checks."""
TITLED = frozenset({"link", "style", "iframe", "script", "meta"})
"""Elements whose `title` nobody sees."""
BUTTON_INPUTS = frozenset({"submit", "button", "reset", "image"})
MENUS = frozenset({"nav", "li", "mj-navbar", "mj-social", "footer"})

CLOSED_BY_BLOCK = frozenset({"p"})
_CELLS = frozenset({"td", "th"})
_ROWS = frozenset({"tbody", "thead", "tfoot", "tr", "td", "th"})
_TABLE = frozenset({"table"})
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "tr": (frozenset({"tr", "td", "th"}), _TABLE),
    "td": (_CELLS, frozenset({"table", "tr"})),
    "th": (_CELLS, frozenset({"table", "tr"})),
    "tbody": (_ROWS, _TABLE),
    "tfoot": (_ROWS, _TABLE),
    "a": (frozenset({"a"}), frozenset({"table", "td", "th"})),
    "button": (frozenset({"button"}), frozenset({"table", "td", "th"})),
}
"""Start tag -> the open elements it closes, and the elements beyond which it closes nothing."""
SCOPES = frozenset({"table", "td", "th", "caption", "button"})
"""Elements that an end tag from inside does not reach across."""
TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"})
"""End tags that do."""
KNOWN = (
    VOID | INLINE | CONTAINERS | UNREAD | HEADINGS | CONTROLS | TRACKED | TITLED | TABLE_PARTS | _ROWS
    | frozenset({"p", "li", "dt", "dd", "center", "caption", "figure", "figcaption", "head", "pre", "textarea"})
) - {"link"}  # fmt: skip
"""Elements that HTML and MJML have a meaning for; programs call tags of their own `<link>` more often than HTML does
inside a text."""
