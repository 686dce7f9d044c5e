"""Texts of XML catalogues: references for `&`, `<` and `>`, and Android's escapes on top of them.

Inside markup the words come with their references already, because they are written as HTML first.
"""

from __future__ import annotations

import re

from tonelint.errors import ReadingError
from tonelint.reading.catalogues.xml import hold_well_formed, pieces_of
from tonelint.rewriting.spelling import Place

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ANDROID = {"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def encoded(words: str, spelling: str, place: Place) -> str | None:
    """The words as they stand between two tags."""
    if spelling == "cdata":
        return words
    written = words
    if spelling.startswith("android"):
        written = re.sub(r"[\\'\"\n\t]", lambda found: _ANDROID[found[0]], written)
        if written[:1] in ("@", "?"):
            written = "\\" + written
    if not spelling.endswith(("markup", "cdata")):
        written = re.sub(r"[&<>]", lambda found: _REFERENCES[found[0]], written)
    return written


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What such a text says; None when it is not well-formed any more."""
    if spelling.endswith("cdata"):
        if "]]>" in source:
            return None
        return pieces_of(f"<![CDATA[{source}]]>", 0, len(source) + 12, markup=False, android=spelling != "cdata").text
    try:
        hold_well_formed(f"<text>{source}</text>", "")
    except ReadingError:
        return None
    markup, android = spelling.endswith("markup"), spelling.startswith("android")
    if not markup and "<" in source:
        return None
    return pieces_of(source, 0, len(source), markup=markup, android=android).text
