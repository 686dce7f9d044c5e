"""Annotated text: copy and markup in turns, as editors send it; positions count both."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tonelint.errors import ReadingError
from tonelint.model import SourceMap
from tonelint.sentences import Sentence

_SHAPE = Sentence('\'data\' takes {{"annotation": [{{"text": …}}, {{"markup": …, "interpretAs": …}}, …]}}')


@dataclass(frozen=True, slots=True)
class Annotated:
    """`source` is everything in a row, `visible` what a reader sees of it, `places` the way back."""

    source: str
    visible: str
    places: SourceMap


def plain(text: str) -> Annotated:
    """Text without markup.

    Raises:
        ReadingError: it is not text that a reader could see.
    """
    _refuse_binary(text)
    return Annotated(text, text, SourceMap.identity(0, len(text)))


def annotated(data: str) -> Annotated:
    """The text behind the field `data`.

    Raises:
        ReadingError: it is not of that shape, or not text.
    """
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadingError("'data' is not valid JSON") from error
    pieces = given.get("annotation") if isinstance(given, dict) else None
    if not isinstance(pieces, list):
        raise ReadingError(_SHAPE)
    source: list[str] = []
    visible: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    at = seen = 0
    for piece in pieces:
        written, shown = _piece(piece)
        source.append(written)
        if shown:
            visible.append(shown)
            runs.append((seen, at, len(shown), len(written)))
        seen += len(shown)
        at += len(written)
    _refuse_binary("".join(source))
    return Annotated("".join(source), "".join(visible), SourceMap(tuple(runs)))


def _refuse_binary(text: str) -> None:
    if "\0" in text:
        raise ReadingError("the text holds NUL characters; it looks like a binary file")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        raise ReadingError("the text is not valid Unicode; half of a surrogate pair stands alone in it")


def _piece(piece: Any) -> tuple[str, str]:
    """What stands in the source, and what of it is seen."""
    if not isinstance(piece, dict):
        raise ReadingError(_SHAPE)
    text, markup, shown = piece.get("text"), piece.get("markup"), piece.get("interpretAs", "")
    if isinstance(text, str) and markup is None:
        return text, text
    if isinstance(markup, str) and text is None and isinstance(shown, str):
        return markup, shown
    raise ReadingError(_SHAPE)
