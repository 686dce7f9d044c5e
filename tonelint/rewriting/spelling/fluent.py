"""Patterns of Fluent: words stand as they are; what would begin or end a placeable or a variant is refused."""

from __future__ import annotations

import re
from collections import Counter

from tonelint.reading.catalogues.fluent import pieces_of
from tonelint.rewriting.spelling import Place

_PLACEABLE = re.compile(r"\{[^{}]*\}")
_BEGINS_SOMETHING = re.compile(r"(?:^|\n)[ ]*[\[*.}]")


def encoded(words: str, spelling: str, place: Place) -> str:
    """The words with their lines indented as the message's first continued line is, or by four spaces."""
    if "\n" not in words:
        return words
    found = re.search(r"\n([ ]+)\S", place.source[place.start : place.end])
    return words.replace("\n", "\n" + (found[1] if found else "    "))


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What a pattern says; None when it has placeables that were not there before, or a line that Fluent reads
    otherwise."""
    before = Counter(_PLACEABLE.findall(place.source[place.start : place.end]))
    now = Counter(_PLACEABLE.findall(source))
    if now - before or re.search(r"[{}]", _PLACEABLE.sub("", source)) or source != source.strip():
        return None
    said = pieces_of(source, 0, len(source)).text
    return None if _BEGINS_SOMETHING.search(source) else said
