"""Markdown lines that begin with a steering tag: its mask is white space, and four spaces would make the line code.

Only such lines are changed, and only as far as the parser of Markdown sees them: the mask becomes invisible characters
that are no white space and that every segment sheds at its edges.
"""

from __future__ import annotations

from dataclasses import replace

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.templates import Masked

JOINER = "\u2060"
"""Word joiner: invisible, of no width, no white space."""
_LEAD = lazy(r"[ \t>]*(?P<item>(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ ]*")
_ENDS_BLOCK = lazy(r"[ \t>]*(?:#.*|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|```.*)?")
"""A line behind which a paragraph begins anew."""


def unindented(masked: Masked) -> Masked:
    """The same text with the masks of steering tags at the beginning of blocks made invisible."""
    text = masked.text
    made: list[str] = []
    at = 0
    for tag in masked.tags:
        if tag.kind != "control":
            continue
        line_start = text.rfind("\n", 0, tag.end) + 1
        start = max(tag.start, line_start, at)
        lead = _LEAD.fullmatch(text, line_start, start)
        line_end = text.find("\n", tag.end)
        rest = text[tag.end : len(text) if line_end == -1 else line_end]
        if lead is None or not rest.strip() or start >= tag.end:
            continue
        above = text[text.rfind("\n", 0, max(line_start - 1, 0)) + 1 : max(line_start - 1, 0)]
        if not lead["item"] and not _ENDS_BLOCK.fullmatch(above.rstrip("\r")):
            continue
        made += [text[at:start], JOINER * (tag.end - start)]
        at = tag.end
    return replace(masked, text="".join([*made, text[at:]])) if made else masked
