"""The tokens of HTML and MJML with exact places: tags, attributes, text. What they mean is decided elsewhere.

Follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) as far
as copy needs it: raw text, escapable raw text, comments, quoted and bare attributes, a lone `<` that is text. It
cannot fail, never reorders anything, and takes linear time on hostile input, which is why letters are not put through
a grammar here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from tonelint.language.lazy_pattern import lazy

TokenKind = Literal["start", "end", "text"]

RAW_TEXT = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "mj-style"})
"""Elements whose content is not markup and not copy."""
ESCAPABLE = frozenset({"title", "textarea", "mj-title", "mj-preview"})
"""Elements whose content is text with references, without tags."""
PATIENCE = 50
"""Tags whose quotes never close are read to their quoted end this many times; after that, to the next `>`."""
LONGEST_TAG = 2_000_000

_MARK = lazy(r"<(?=[A-Za-z!?]|/[A-Za-z])")
_TAG = lazy(r"<(/?)([A-Za-z][^\s/>]*+)((?:=\s*+(?:\"[^\"]*+\"|'[^']*+')|[^>])*+)>")
_HASTY_TAG = lazy(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = lazy(r"([^\s/>=\"'][^\s/>=]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"'][^\s>]*+)))?+")


class Attribute(NamedTuple):
    """One attribute: its lower-case name and where its value stands, without the quotation marks."""

    name: str
    start: int
    end: int


class Token(NamedTuple):
    """A start tag, an end tag, or a stretch of text between tags; `name` is lower-case and empty for text."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    closed: bool = False
    inside: tuple[int, int] = (0, 0)

    def attributes(self, text: str) -> list[Attribute]:
        """The attributes of a start tag, in order; a repeated one counts once, as in a browser."""
        if self.inside[1] - self.inside[0] < 2:
            return []
        found: dict[str, Attribute] = {}
        for match in _ATTRIBUTE.finditer(text, *self.inside):
            name = match[1].lower()
            group = match.lastindex or 1
            start, end = match.span(group) if group > 1 else (match.end(), match.end())
            found.setdefault(name, Attribute(name, start, end))
        return list(found.values())


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]`; comments, declarations and the content of raw text elements are left out."""
    end = len(text) if end is None else end
    impatient = 0
    endless: set[str] = set()
    text_start = at = start
    while found := _MARK.search(text, at, end):
        here = found.start()
        following = text[here + 1]
        if following in "!?":
            after = _after_declaration(text, here, end)
            if after is None:
                break
            if here > text_start:
                yield Token("text", text_start, here)
            text_start = at = after
            continue
        tag = _TAG.match(text, here, min(end, here + LONGEST_TAG)) if impatient < PATIENCE else None
        if tag is None:
            impatient += 1
            tag = _HASTY_TAG.match(text, here, end)
            if tag is None:
                break
        if here > text_start:
            yield Token("text", text_start, here)
        name = tag[2].lower()
        text_start = at = tag.end()
        if tag[1]:
            yield Token("end", here, at, name)
            continue
        closed = tag[3].endswith("/")
        yield Token("start", here, at, name, closed, tag.span(3))
        if (name in RAW_TEXT or name in ESCAPABLE) and name not in endless and not (closed and name.startswith("mj-")):
            close = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE).search(text, at, end)
            if close is None:
                endless.add(name)
                continue
            if name in ESCAPABLE and close.start() > at:
                yield Token("text", at, close.start())
            text_start = at = close.start()
    if end > text_start:
        yield Token("text", text_start, end)


def _after_declaration(text: str, here: int, end: int) -> int | None:
    """Where a comment, doctype or processing instruction ends; None when no `>` is left."""
    if text.startswith("<!--", here):
        close = text.find("-->", here + 2, end)
        return close + 3 if close != -1 else end
    if text.startswith(("<?php", "<?="), here):
        close = text.find("?>", here, end)
        if close != -1:
            return close + 2
    close = text.find(">", here, end)
    return close + 1 if close != -1 else None
