"""Character references of HTML and Markdown, decoded with the way back: each is one atomic run. No markup is known
here."""

from __future__ import annotations

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.source_map import Pieces

_REFERENCE = lazy(r"&(?:#[xX][0-9a-fA-F]{1,6};?|#[0-9]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")


def add_decoded(pieces: Pieces, text: str, start: int, end: int) -> None:
    """Appends `text[start:end]` with its references decoded; positions in `text` are positions in the source."""
    at = start
    if "&" in text[start:end]:
        from html import unescape

        for found in _REFERENCE.finditer(text, start, end):
            character = unescape(found[0])
            if character == found[0]:
                continue
            pieces.add(text[at : found.start()], at, found.start())
            pieces.add(character, found.start(), found.end())
            at = found.end()
    pieces.add(text[at:end], at, end)
