"""Java properties: keys and values on logical lines, `\\u0441` and continued lines undone.

Read as UTF-8, or as ISO-8859-1 where the bytes are no UTF-8. In a value with `{0}` two apostrophes are one, as
MessageFormat reads them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.escapes import PAIR, behind_backslash, unescaped
from tonelint.reading.catalogues.flat import Text, entries
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence

_LOGICAL = lazy(r"[ \t\f]*+(?:(?P<remark>[#!][^\r\n]*)|(?P<line>(?:\\(?:\r\n|[\s\S])|[^\\\r\n])+))?+(?:\r\n|[\r\n]|\Z)")
_KEY = lazy(r"((?:\\[\s\S]|[^\\\s=:])*)[ \t\f]*[=:]?[ \t\f]*")
_ESCAPES = rf"\\(?:(?:\r\n|[\r\n])[ \t\f]*|{PAIR}|u[0-9a-fA-F]{{4}}|u|[\s\S])"
_SPECIAL = lazy(_ESCAPES)
_SPECIAL_IN_MESSAGE = lazy(f"{_ESCAPES}|''")
_ARGUMENT = lazy(r"\{\d")


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a properties file.

    Raises:
        ReadingError: a `\\u` without its four digits.
    """
    return catalogue(name, "properties", part, entries(_texts(part.text, name)), options)


def pieces_of(text: str, start: int, end: int, *, message: bool) -> Pieces:
    """What a value says."""
    return unescaped(text, start, end, _SPECIAL_IN_MESSAGE if message else _SPECIAL, _meant)


def _meant(written: str) -> str:
    if written == "''":
        return "'"
    return "" if written[1] in "\r\n" else behind_backslash(written)


def _texts(text: str, name: str) -> Iterator[Text]:
    at = 0
    while at < len(text):
        found = _LOGICAL.match(text, at)
        if found is None:  # a backslash at the very end
            return
        at = found.end()
        if found["line"] is None:
            continue
        start, end = found.span("line")
        broken = text.find("\\u", start, end)
        key = _KEY.match(text, start, end)
        if key is None:
            continue
        if broken != -1 and any(one[0] == "\\u" for one in _SPECIAL.finditer(text, start, end)):
            said = Sentence("a \\u in this value is not followed by four hexadecimal digits")
            raise ReadingError(said, path=name, line=text.count("\n", 0, broken) + 1)
        named = unescaped(text, key.start(1), key.end(1), _SPECIAL, _meant).text
        message = _ARGUMENT.search(text, key.end(), end) is not None
        spelling = "properties-message" if message else "properties"
        yield Text((named,), pieces_of(text, key.end(), end, message=message), spelling, named)
