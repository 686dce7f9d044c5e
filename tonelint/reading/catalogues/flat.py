"""Texts under keys that do not nest: gettext, properties, Fluent, Android, iOS. Their roles, and who stands beside
whom.

`welcome_accept` and `welcome_decline` belong together by what their keys share beside the words for their roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tonelint.reading.catalogues.keys import family, is_remark, role_of
from tonelint.reading.source_map import Pieces
from tonelint.reading.values import Entry

LONGEST = 60
"""Code points of a message that stands for an address."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text: its keys, the outermost first, its words with their places, how it is spelled, how its place is called.

    `format` is what the text is written in, where its place says so.
    """

    keys: tuple[str, ...]
    pieces: Pieces
    spelling: str
    address: str
    format: str = ""


def entries(texts: Iterable[Text]) -> Iterator[Entry]:
    """The texts as entries."""
    blocks: dict[str, int] = {}
    for text in texts:
        path = [part for key in text.keys for part in key.split(".") if part]
        if any(is_remark(key) for key in path):
            continue
        block = blocks.setdefault(family(path) if path else f"\n{text.address}", len(blocks) + 1)
        yield Entry(text.pieces, text.address, role_of(path), block, text.spelling, format=text.format)


def shortened(message: str) -> str:
    """A message as an address: on one line, not too long."""
    line = " ".join(message.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
