"""How an element looks, from its name, class and inline style: hidden, small, quoted, drawn as a button.

Style sheets are not applied: a mail keeps what matters inline, because mail programs drop the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.tags import CONTROLS, HEADINGS, MENUS, UNREAD

SMALL_PRINT = 11.0
"""Pixels: text this size or smaller is fine print."""
INVISIBLE = 1.0
"""Pixels: text this size or smaller is not meant to be seen."""

_HIDING = lazy(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)",
    re.I,
)
_FONT_SIZE = lazy(r"(?:^|[;\s])font(?:-size)?\s*:\s*(?:[^;:]*?\s)?(\d+(?:\.\d+)?)(px|pt)?(?=[\s;/!]|$)", re.I)
_BUTTON_CLASS = lazy(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_\d-])", re.I)
_PREHEADER_CLASS = lazy(r"pre-?header|preview", re.I)
_FINE_CLASS = lazy(
    r"(?:^|[\s_-])(?:footer|legal|disclaimer|terms|fine-?print|small-?print|copyright)(?:$|[\s_\d-])", re.I
)
_MENU_CLASS = lazy(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|social)(?:$|[\s_\d-])", re.I)


_QUOTE_CLASSES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "gmail_attr", "protonmail_quote")
_QUOTES = frozenset({"blockquote", "q", "cite"})
_CODE = frozenset({"code", "kbd", "samp", "pre", "tt"})


@dataclass(frozen=True, slots=True)
class Look:
    """What the open elements say about the text inside them; shared by parent and child while nothing changes.

    `font` is in pixels; `control` names the innermost element a reader presses or ticks; `block` numbers the container.
    """

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


def inside(parent: Look, name: str, attributes: Mapping[str, str], *, block: int = 0) -> Look:
    """How text inside an element looks; a `block` of 0 stays in the parent's container."""
    changes: dict[str, object] = {}
    if block:
        changes["block"] = block
    if name in _QUOTES:
        changes["quote"] = True
    if name in _CODE:
        changes["code"] = True
        if name == "pre":
            changes["preformatted"] = True
    if name in HEADINGS:
        changes["heading"] = True
    if name in UNREAD:
        changes["unread"] = True
    if name in MENUS:
        changes["menu"] = True
    if name in CONTROLS:
        changes["control"] = name
    if name == "small":
        changes["font"] = min(parent.font, SMALL_PRINT)
    elif name == "footer":
        changes["fine"] = True
    elif name == "mj-preview":
        changes["preheader"] = True
    if attributes:
        changes.update(_said(name, attributes))
    return replace(parent, **changes) if changes else parent  # type: ignore[arg-type]


def _said(name: str, attributes: Mapping[str, str]) -> dict[str, object]:
    """What class, id and inline style change."""
    changes: dict[str, object] = {}
    style = attributes.get("style", "")
    size = font_size(style) if style else None
    if size is None and attributes.get("font-size", "").endswith("px"):
        size = font_size(f"font-size:{attributes['font-size']}")
    if size is not None:
        changes["font"] = size
    if hides(style) or ("hidden" in attributes and name != "input"):
        changes["hidden"] = True
    marks = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    if marks != " ":
        if any(mark in marks for mark in _QUOTE_CLASSES):
            changes["quote"] = True
        if _PREHEADER_CLASS.search(marks):
            changes["preheader"] = True
        if _FINE_CLASS.search(marks) and name not in {"body", "html"}:
            changes["fine"] = True
        if _MENU_CLASS.search(marks):
            changes["menu"] = True
    return changes


def hides(style: str) -> bool:
    """Whether an inline style keeps the element from being seen, whatever stands inside."""
    return ":" in style and _HIDING.search(style) is not None


def font_size(style: str) -> float | None:
    """The font size in pixels that an inline style sets, or None; relative sizes are not followed."""
    if "font" not in style.lower():
        return None
    found = _FONT_SIZE.search(style)
    if found is None:
        return None
    size = float(found[1])
    if found[2] is None:
        return size if size == 0 else None
    return size * 4 / 3 if found[2].lower() == "pt" else size


def is_button(attributes: Mapping[str, str]) -> bool:
    """Whether a link is drawn as a button: its role, its class, or a background with padding."""
    if attributes.get("role", "").lower() == "button" or _BUTTON_CLASS.search(attributes.get("class", "")):
        return True
    style = attributes.get("style", "").lower()
    return "background" in style and "padding" in style
