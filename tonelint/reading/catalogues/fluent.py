"""Fluent: messages, terms and their attributes; every variant of a choice is copy.

A choice is read as a whole sentence with its default variant in place, and the other variants alone. Placeables stay as
they are written and are masked with the other placeholders.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.flat import Text, entries
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence

_LINE = lazy(r"[^\n]*(?:\n|\Z)")
_MESSAGE = lazy(r"(-?[A-Za-z][\w-]*)[ ]*=[ ]*")
_ATTRIBUTE = lazy(r"[ ]+\.([A-Za-z][\w-]*)[ ]*=[ ]*")
_CHOICE = lazy(r"\{\s*(?:\"[^\"\n]*\"|[^{}\"])*?->[ ]*\r?\n")
_VARIANT = lazy(r"\s*(\*?)\[\s*([^\[\]\n]+?)\s*\][ ]*")
_BRACE = lazy(r"\"(?:[^\"\\\n]|\\.)*\"|[{}]")
_NEXT = lazy(r"\r?\n[ ]*(?=\*?\[|\})")
_BREAK = lazy(r"(?<![ ])[ ]*+((?:\r?\n[ ]*)+)")


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a Fluent file.

    Raises:
        ReadingError: a line is no comment, no message and belongs to none, or a brace is not closed.
    """
    return catalogue(name, "ftl", part, entries(_texts(part.text, name)), options)


def pieces_of(text: str, start: int, end: int, pieces: Pieces | None = None) -> Pieces:
    """What a pattern without choices says: the indent of continued lines is not part of it."""
    pieces = Pieces() if pieces is None else pieces
    at = start
    for found in _BREAK.finditer(text, start, end):
        pieces.add(text[at : found.start()], at, found.start())
        pieces.add("\n" * found[0].count("\n"), found.start(), found.end())
        at = found.end()
    pieces.add(text[at:end], at, end)
    return pieces


def _texts(text: str, name: str) -> Iterator[Text]:
    for address, keys, start, end in _patterns(text, name):
        yield from _variants(text, start, end, address, keys, name)


def _patterns(text: str, name: str) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
    """Each pattern with its address, its keys and its place, white space around it left out."""
    message = ""
    opened: tuple[str, tuple[str, ...], int] | None = None
    last = 0
    for line in _LINE.finditer(text):
        start, end = line.span()
        words = line[0].strip()
        if not words:
            continue
        attribute = _ATTRIBUTE.match(text, start, end)
        if attribute is None and line[0][0] in " }" and opened is not None:
            last = end
            continue
        if opened is not None:
            yield (*opened[:2], *_trimmed(text, opened[2], last))
            opened = None
        if line[0].startswith("#"):
            continue
        begun = attribute if attribute and message else _MESSAGE.match(text, start, end)
        if begun is None:
            said = Sentence("this line is no comment and no message of Fluent, and belongs to none")
            raise ReadingError(said, path=name, line=text.count("\n", 0, start) + 1)
        if begun is not attribute:
            message = begun[1]
        address = f"{message}.{begun[1]}" if begun is attribute else message
        opened, last = (address, tuple(address.split(".")), begun.end()), end
    if opened is not None:
        yield (*opened[:2], *_trimmed(text, opened[2], last))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))


def _variants(
    text: str, start: int, end: int, address: str, keys: tuple[str, ...], name: str, depth: int = 0
) -> Iterator[Text]:
    """The texts of one pattern: itself, or the sentence with its default variant and the other variants."""
    choice = _CHOICE.search(text, start, end)
    if choice is None or depth > 8:
        _closed(text, start, end, name)
        yield Text(keys, pieces_of(text, start, end), "fluent", address)
        return
    close = _closed(text, choice.start(), end, name)
    around = bool(text[start : choice.start()].strip() or text[close:end].strip())
    at = choice.end() - 1
    while variant := _VARIANT.match(text, at, close):
        stop = _next_variant(text, variant.end(), close)
        left, right = _trimmed(text, variant.end(), stop)
        own = f"{address}[{variant[2]}]"
        if variant[1] and around and _CHOICE.search(text, left, right) is None:
            pieces = pieces_of(text, start, choice.start())
            pieces_of(text, left, right, pieces)
            yield Text(keys, pieces_of(text, close, end, pieces), "", own)
        else:
            yield from _variants(text, left, right, own, keys, name, depth + 1)
        at = stop


def _next_variant(text: str, start: int, close: int) -> int:
    """Where a variant that begins at `start` ends: before the next one, or before the brace that closes the choice."""
    level = 0
    at = start
    while True:
        brace = _BRACE.search(text, at, close)
        following = _NEXT.search(text, at, brace.start() if brace else close)
        if following and level == 0:
            return following.start()
        if brace is None:
            return close - 1
        level += {"{": 1, "}": -1}.get(brace[0], 0)
        if level < 0:
            return brace.start()
        at = brace.end()


def _closed(text: str, start: int, end: int, name: str) -> int:
    """Where the first brace from `start` on is closed; `end` when there is none.

    Raises:
        ReadingError: it is not closed.
    """
    level = 0
    for brace in _BRACE.finditer(text, start, end):
        level += {"{": 1, "}": -1}.get(brace[0], 0)
        if brace[0] == "}" and level <= 0:
            return brace.end()
    if level:
        said = Sentence("a brace in this message is not closed")
        raise ReadingError(said, path=name, line=text.count("\n", 0, start) + 1)
    return end
