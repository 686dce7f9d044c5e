"""How words look, as far as the markup itself says: colours and sizes, handed down from element to element.

Only inline styles and the old presentational attributes are followed. Where a style sheet could decide instead, the
answer is that nobody knows; nothing here guesses, and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.looks import font_size, hides
from tonelint.reading.markup import tokens
from tonelint.reading.tags import VOID
from tonelint.reading.templates import mask

Colour = tuple[int, int, int]

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
LINK: Colour = (0, 0, 238)
"""What browsers paint a link that has no colour of its own."""

_NAMED: dict[str, Colour] = {
    "black": BLACK, "white": WHITE, "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "darkgray": (169, 169, 169),
    "darkgrey": (169, 169, 169), "dimgray": (105, 105, 105), "dimgrey": (105, 105, 105), "gainsboro": (220, 220, 220),
    "whitesmoke": (245, 245, 245), "snow": (255, 250, 250), "ivory": (255, 255, 240), "beige": (245, 245, 220),
    "red": (255, 0, 0), "green": (0, 128, 0),
    "blue": (0, 0, 255), "navy": (0, 0, 128), "yellow": (255, 255, 0), "orange": (255, 165, 0), "purple": (128, 0, 128),
}  # fmt: skip
_HEX = lazy(r"#([0-9a-f]{3,8})\b")
_RGB = lazy(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})")
_DECLARATION = lazy(r"([a-z-]+)\s*:\s*([^;]+)")
_SHEET = lazy(r"<style\b.*?</style", re.IGNORECASE | re.DOTALL)
_PICTURE = lazy(r"url\(|gradient", re.IGNORECASE)
_FONT_ATTRIBUTE = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
"""Pixels for the sizes of the old `font` element."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the text inside an element looks; `font` is in pixels, None stands for what nobody knows."""

    colour: Colour | None
    background: Colour | None
    font: float = 16.0
    opacity: float = 1.0
    hidden: bool = False
    button: bool = False

    @property
    def contrast(self) -> float | None:
        """The contrast ratio of text and background, 1 to 21, or None when one of them is not known."""
        if self.colour is None or self.background is None:
            return None
        share = self.opacity
        seen = [round(share * c + (1 - share) * b) for c, b in zip(self.colour, self.background, strict=True)]
        return contrast((seen[0], seen[1], seen[2]), self.background)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def appearances(source: str, wanted: Collection[int]) -> dict[int, Appearance]:
    """How the elements whose start tags stand at the `wanted` places of `source` look, in one pass."""
    if not wanted:
        return {}
    text = mask(source).text
    sheets = " ".join(found[0] for found in _SHEET.finditer(source)).lower()
    page = Appearance(
        None if re.search(r"(?<![-\w])color\s*:", sheets) else BLACK, None if "background" in sheets else WHITE
    )
    stack: list[tuple[str, Appearance]] = [("", page)]
    found: dict[int, Appearance] = {}
    for token in tokens(text):
        if token.kind == "start":
            attributes = {one.name: source[one.start : one.end] for one in token.attributes(text)}
            look = _inside(stack[-1][1], token.name, attributes, sheets=bool(sheets))
            if token.start in wanted:
                found[token.start] = look
                if len(found) == len(wanted):
                    break
            if not token.closed and token.name not in VOID:
                stack.append((token.name, look))
        elif token.kind == "end":
            depth = next((at for at in range(len(stack) - 1, 0, -1) if stack[at][0] == token.name), 0)
            if depth:
                del stack[depth:]
    return found


def _inside(parent: Appearance, name: str, attributes: Mapping[str, str], *, sheets: bool) -> Appearance:
    style = dict(_DECLARATION.findall(attributes.get("style", "").lower()))
    look = parent if name != "a" else replace(parent, colour=None if sheets else LINK)
    if not attributes:
        return look
    painted = style.get("background-color") or style.get("background") or attributes.get("bgcolor", "").lower()
    if "background-image" in style or "background" in attributes or (painted and _PICTURE.search(painted)):
        look = replace(look, background=None)
    elif painted and (colour := _colour(painted)):
        look = replace(look, background=colour)
    written = style.get("color") or (attributes.get("color", "").lower() if name == "font" else "")
    if written == "inherit":
        look = replace(look, colour=parent.colour)
    elif written and (colour := _colour(written)):
        look = replace(look, colour=colour)
    size = font_size(attributes.get("style", ""))
    if size is None and name == "font":
        size = _FONT_ATTRIBUTE.get(attributes.get("size", ""))
    if size is not None:
        look = replace(look, font=size)
    if "opacity" in style:
        look = replace(look, opacity=look.opacity * _share(style["opacity"]))
    hidden = parent.hidden or hides(attributes.get("style", "")) or "hidden" in attributes
    button = bool(painted or "border" in style) and ("padding" in style or name == "button")
    return replace(look, hidden=hidden, button=button or (parent.button and not style))


def _colour(value: str) -> Colour | None:
    """The first colour that a style value names."""
    if found := _HEX.search(value):
        digits = found[1]
        pairs = [digit * 2 for digit in digits[:3]] if len(digits) in (3, 4) else [digits[i : i + 2] for i in (0, 2, 4)]
        return (int(pairs[0], 16), int(pairs[1], 16), int(pairs[2], 16)) if all(len(p) == 2 for p in pairs) else None
    if found := _RGB.search(value):
        red, green, blue = (min(int(part), 255) for part in found.groups())
        return red, green, blue
    return next((_NAMED[word] for word in re.findall(r"[a-z]+", value) if word in _NAMED), None)


def _share(value: str) -> float:
    found = re.match(r"\s*(\d*\.?\d+)(%?)", value)
    if found is None:
        return 1.0
    return min(float(found[1]) / (100 if found[2] else 1), 1.0)
