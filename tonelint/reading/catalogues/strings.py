"""iOS and macOS `.strings`: pairs of `"key" = "value";` between comments, in UTF-8 or UTF-16."""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.escapes import PAIR, behind_backslash, unescaped
from tonelint.reading.catalogues.flat import Text, entries, shortened
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence

_BETWEEN = lazy(r"(?:\s+|/\*[\s\S]*?\*/|//[^\r\n]*)*+")
_STRING = r'"((?:[^"\\]++|\\[\s\S])*+)"'
_REMARKS = r"(?:\s+|/\*[\s\S]*?\*/|//[^\r\n]*)*+"
_PAIR = lazy(rf"(?:{_STRING}|([\w.$-]+)){_REMARKS}={_REMARKS}{_STRING}{_REMARKS};")
_SPECIAL = lazy(rf"\\(?:{PAIR}|[uU][0-9a-fA-F]{{4}}|[\s\S])")


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a `.strings` file.

    Raises:
        ReadingError: something stands there that is no pair and no comment.
    """
    return catalogue(name, "strings", part, entries(_texts(part.text, name)), options)


def pieces_of(text: str, start: int, end: int) -> Pieces:
    """What stands between the quotation marks of a string."""
    return unescaped(text, start, end, _SPECIAL, behind_backslash)


def _texts(text: str, name: str) -> Iterator[Text]:
    at = _past_remarks(text, 0)
    while at < len(text):
        pair = _PAIR.match(text, at)
        if pair is None:
            said = Sentence('expected "key" = "text"; here')
            raise ReadingError(said, path=name, line=text.count("\n", 0, at) + 1)
        key = pieces_of(text, pair.start(1), pair.end(1)).text if pair[1] is not None else pair[2]
        keys = () if any(char.isspace() for char in key) else (key,)
        yield Text(keys, pieces_of(text, pair.start(3), pair.end(3)), "strings", shortened(key))
        at = _past_remarks(text, pair.end())


def _past_remarks(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at
