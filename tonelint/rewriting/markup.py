"""How new words are written into each format, and which stretches of its markup may leave together.

A format that is not listed here is read but never written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tonelint.reading.templates import mask

Writing = Literal["text", "markdown", "html"]

SEAM = "\0"
"""Stands between pieces of markup that do not stand side by side in the source."""

_WRITINGS: dict[str, Writing] = {"text": "text", "markdown": "markdown", "html": "html", "docx": "text"}
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*?(?P<void>/?)>|<!--.*?-->", re.DOTALL
)
_VOID = frozenset(
    ("br", "wbr", "img", "hr", "input", "meta", "link", "source", "col", "area", "base", "embed", "track")
)
_CARRIES_MEANING = frozenset((
    "a", "img", "input", "button", "label", "select", "br", "hr", "table", "tbody", "tr", "td", "th", "p", "div",
    "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "center", "section",
))  # fmt: skip
_MARKS = re.compile(r"\*+|_+|~+|`+")
_LAYOUT = re.compile(r"[\s>\u00a0\0]*")
_NAMED = {
    "\u00a0": "nbsp", "«": "laquo", "»": "raquo", "—": "mdash", "–": "ndash", "…": "hellip", "“": "ldquo", "”": "rdquo",
    "„": "bdquo", "’": "rsquo", "£": "pound", "€": "euro",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where new words are to stand: the format, the mark around the attribute they are in, the encoding."""

    writing: Writing
    quote: str = ""
    encoding: str = "utf-8"
    entities: frozenset[str] = frozenset()
    """Characters that this source spells as entities."""


def writing_of(format: str, part_path: str) -> Writing | None:
    """How a part is written; None when it cannot be. A letter's parts are named after their type."""
    if format == "eml":
        return "html" if part_path.startswith("text/html") else "text" if part_path.startswith("text/plain") else None
    return _WRITINGS.get(format)


def place_in(source: str, at: int, writing: Writing, encoding: str) -> Place:
    """The place of position `at` of `source`."""
    if writing != "html":
        return Place(writing, encoding=encoding)
    entities = frozenset(char for char, name in _NAMED.items() if f"&{name};" in source)
    return Place(writing, _attribute_quote(source, at), encoding, entities)


def encoded(words: str, place: Place) -> str | None:
    """`words` as the source spells them; None when the encoding does not have their letters."""
    if place.writing == "html":
        return "".join(_html(char, place) for char in words)
    if not _fits(words, place.encoding):
        return None
    return _markdown(words) if place.writing == "markdown" else words


def leaves_whole(markup: str, writing: Writing, *, block: bool = False) -> bool:
    """Whether the markup between the pieces of a deleted stretch may go with it.

    Nothing is opened without being closed, no link, picture or line break is lost, no template tag. A whole paragraph
    or list item (`block`) may take its own tags along.
    """
    if mask(markup).tags:
        return False
    if writing == "html":
        return _balanced(markup, _CARRIES_MEANING - {"p", "li"} if block else _CARRIES_MEANING)
    if writing == "markdown":
        marks = _MARKS.findall(markup)
        rest = _MARKS.sub("", markup)
        return _LAYOUT.fullmatch(rest) is not None and all(marks.count(mark) % 2 == 0 for mark in set(marks))
    return _LAYOUT.fullmatch(markup) is not None


def around(source: str, start: int, end: int, writing: Writing) -> list[tuple[int, int]]:
    """`start..end` and the wider stretches that take in the marks right before and behind it, the widest first."""
    pattern = {"html": r"<[^<>]*>", "markdown": r"\*+|_+|~+"}.get(writing)
    if pattern is None:
        return [(start, end)]
    lefts, rights = [start], [end]
    while found := re.search(rf"(?:{pattern})$", source[max(0, lefts[-1] - 400) : lefts[-1]]):
        lefts.append(lefts[-1] - len(found[0]))
    while found := re.compile(pattern).match(source, rights[-1]):
        rights.append(found.end())
    return sorted(((left, right) for left in lefts[:6] for right in rights[:6]), key=lambda one: one[0] - one[1])


def empties_link(source: str, start: int, end: int, writing: Writing) -> bool:
    """Whether `start..end` is all that a link or button says."""
    if writing == "html":
        opened = re.search(r"<(?:a|button)\b[^<>]*>\s*$", source[max(0, start - 600) : start], re.IGNORECASE)
        return opened is not None and re.compile(r"\s*</(?:a|button)", re.IGNORECASE).match(source, end) is not None
    return writing == "markdown" and source[:start].endswith("[") and source.startswith("](", end)


def _balanced(markup: str, kept: frozenset[str]) -> bool:
    if _LAYOUT.fullmatch(_TAG.sub("", markup)) is None:
        return False
    open_tags: list[str] = []
    for tag in _TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if not name or name in kept:
            return False
        if tag["close"]:
            if not open_tags or open_tags.pop() != name:
                return False
        elif not tag["void"] and name not in _VOID:
            open_tags.append(name)
    return not open_tags


def _attribute_quote(source: str, at: int) -> str:
    """The quotation mark of the attribute that `at` stands in; empty in ordinary text."""
    opened = source.rfind("<", 0, at)
    if opened == -1 or not re.match(r"<[a-zA-Z]", source[opened : opened + 2]):
        return ""
    quote = ""
    for char in source[opened:at]:
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char == ">":
            return ""
    return quote


def _html(char: str, place: Place) -> str:
    if char == "&":
        return "&amp;"
    if char == "<":
        return "&lt;"
    if char == ">":
        return "&gt;"
    if char == place.quote:
        return "&quot;" if char == '"' else "&#39;"
    if char in place.entities:
        return f"&{_NAMED[char]};"
    return char if _fits(char, place.encoding) else f"&#{ord(char)};"


def _markdown(words: str) -> str:
    words = re.sub(r"([\\`*\[\]<])", r"\\\1", words)
    return re.sub(r"(?<!\w)_|_(?!\w)", r"\\_", words)


def _fits(words: str, encoding: str) -> bool:
    try:
        words.encode(encoding)
    except UnicodeError:
        return False
    return True
