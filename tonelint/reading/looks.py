"""How an element looks, from its class and inline style: hidden, small, drawn as a button.

Style sheets are not applied: a mail keeps what matters inline, because mail programs drop the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SMALL_PRINT = 11.0
"""Pixels: text this size or smaller is fine print."""
INVISIBLE = 1.0
"""Pixels: text this size or smaller is not meant to be seen."""

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)", re.I
)
_FONT_SIZE = re.compile(r"(?:^|[;\s])font(?:-size)?\s*:\s*(?:[^;:]*?\s)?(\d+(?:\.\d+)?)(px|pt)?(?=[\s;/!]|$)", re.I)
_BUTTON_CLASS = re.compile(r"(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_\d-])", re.I)
_PREHEADER_CLASS = re.compile(r"pre-?header|preview", re.I)
_FINE_CLASS = re.compile(r"(?:^|[\s_-])(?:footer|legal|disclaimer|terms|fine-?print|small-?print|copyright)(?:$|[\s_\d-])", re.I)
_MENU_CLASS = re.compile(r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|social)(?:$|[\s_\d-])", re.I)


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


def is_preheader(marks: str) -> bool:
    """Whether class and id call the element a preheader."""
    return _PREHEADER_CLASS.search(marks) is not None


def is_fine_print(marks: str) -> bool:
    """Whether class and id call the element a footer or legal text."""
    return _FINE_CLASS.search(marks) is not None


def is_menu(marks: str) -> bool:
    """Whether class and id call the element a menu."""
    return _MENU_CLASS.search(marks) is not None
