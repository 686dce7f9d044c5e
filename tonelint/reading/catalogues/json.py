"""JSON and ARB: the strings that hang in maps and lists, with their places.

The standard library says whether the file is JSON at all; where each string stands is found here, in one pass. The key
`"//"` holds remarks, in ARB so does every key that begins with `@`; `@@locale` says the language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.escapes import unescaped
from tonelint.reading.catalogues.keys import Key
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.catalogues.tree import Branch, Leaf, entries
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence, words

_TOKEN = lazy(r'"((?:[^"\\]++|\\.)*+)"|[{}\[\],]')
_ESCAPE = lazy(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.")
_LOCALE = lazy(r'"@@?locale"\s*:\s*"([A-Za-z_-]{2,12})"')
_LOCALE_WITHIN = 2000
"""Code points from the start of the file within which it says its language."""


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a JSON text.

    Raises:
        ReadingError: it is not valid JSON.
    """
    text = part.text
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        said = Sentence("this is not valid JSON: {reason}", reason=words(error.msg.lower()))
        raise ReadingError(said, path=name, line=error.lineno) from error
    except RecursionError:
        raise ReadingError("the texts in this file are nested too deeply to be read", path=name) from None
    said_so = _LOCALE.search(text, 0, _LOCALE_WITHIN)
    return catalogue(name, "json", part, entries(_leaves(text)), options, said=said_so[1] if said_so else "")


def pieces_of(text: str, start: int, end: int) -> Pieces:
    """What the string between the quotation marks at `start..end` says."""
    if text.find("\\", start, end) != -1:
        return unescaped(text, start, end, _ESCAPE, _meant)
    pieces = Pieces()
    pieces.add(text[start:end], start, end)
    return pieces


def _meant(written: str) -> str:
    return str(json.loads(f'"{written}"'))


def _leaves(text: str) -> Iterator[Leaf]:
    """The strings of a valid JSON text that are values, in order."""
    branch: Branch | None = None
    listed = False
    index = 0
    key: Key | None = None
    count = 0
    waiting: list[tuple[Branch, bool, int, Key | None]] = []
    for token in _TOKEN.finditer(text):
        first = text[token.start()]
        if first == '"':
            if branch is None:
                yield Leaf(Branch(None, "", 0), "", pieces_of(text, token.start(1), token.end(1)), "json")
            elif listed:
                yield Leaf(branch, index, pieces_of(text, token.start(1), token.end(1)), "json")
            elif key is None:
                key = pieces_of(text, token.start(1), token.end(1)).text
                branch.keys.add(key)
            else:
                yield Leaf(branch, key, pieces_of(text, token.start(1), token.end(1)), "json")
        elif first == ",":
            index += 1
            key = None
        elif first in "{[":
            count += 1
            opened = Branch(branch, index if listed else key if key is not None else "", count)
            if branch is not None:
                waiting.append((branch, listed, index, key))
            branch, listed, index, key = opened, first == "[", 0, None
        elif waiting:
            branch, listed, index, key = waiting.pop()
