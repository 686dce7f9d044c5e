"""What each element of HTML and MJML is to a reader: inline or block, pressed or shown, closed by what. Tables only."""

from __future__ import annotations

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
CLOSED_BY_BLOCK = frozenset({"p"})
IMPLIED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
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
SCOPES = frozenset({"table", "td", "th", "caption", "button"})
TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th", "body", "html"})
