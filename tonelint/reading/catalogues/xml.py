"""The markup of XML catalogues: tags with their places, and what the content of an element says.

The standard library's expat says whether the file is well-formed and where it is not. Entities that a file declares
itself are refused, because they can be made to unfold without end; the five of XML and numbers are undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from xml.parsers import expat

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER
from tonelint.reading.catalogues.escapes import PAIR, behind_backslash, unescaped
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence, words

_ASIDE = r"<!--[\s\S]*?-->|<\?[\s\S]*?\?>"
_CDATA = r"<!\[CDATA\[(?P<cdata>[\s\S]*?)\]\]>"
_TAGS = r"<(?P<close>/?)(?P<name>[^\s/>!?]+)(?P<inside>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>"
_TOKEN = lazy(rf"{_CDATA}|{_ASIDE}|<!DOCTYPE(?:[^<>\[]|\[[\s\S]*?\])*>|{_TAGS}")
_ATTRIBUTE = lazy(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);"
_CODES = r"<(?P<code>ph|bpt|ept|it)\b[^<>]*(?<!/)>[\s\S]*?</(?P=code)\s*>"
_PIECE = lazy(rf"{_CDATA}|{_ASIDE}|{_CODES}|{_REFERENCE}|<[^<>]*>")
_ANDROID_PIECE = lazy(
    rf"{_CDATA}|{_ASIDE}|{_REFERENCE}|<[^<>]*>|\\(?:{PAIR}|u[0-9a-fA-F]{{4}}|{_REFERENCE}|[\s\S])|\"|[ \t\r\n]+"
)

_ANDROID_ESCAPE = lazy(rf"\\(?:{PAIR}|u[0-9a-fA-F]{{4}}|[\s\S])")


class Tag(NamedTuple):
    """A start tag, an end tag, or an element without content; `name` is without its namespace prefix."""

    name: str
    start: int
    end: int
    attributes: dict[str, str]
    closes: bool
    empty: bool


def hold_well_formed(text: str, name: str) -> None:
    """Refuses what is no well-formed XML.

    Raises:
        ReadingError: it is not, or it declares entities of its own.
    """
    parser = expat.ParserCreate("utf-8")

    def refuse(*_: object) -> None:
        raise ReadingError(
            "this XML declares entities of its own, which are not unfolded", path=name, line=parser.CurrentLineNumber
        )

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        said = Sentence("this is not well-formed XML: {reason}", reason=words(expat.ErrorString(error.code) or ""))
        raise ReadingError(said, path=name, line=error.lineno) from error


def tags(text: str) -> Iterator[Tag]:
    """The tags of a well-formed text, in order."""
    for found in _TOKEN.finditer(text):
        if found["name"] is None:
            continue
        attributes = {
            one[1].rpartition(":")[2]: unescape(one[2] if one[2] is not None else one[3])
            for one in _ATTRIBUTE.finditer(found["inside"])
        }
        local = found["name"].rpartition(":")[2]
        yield Tag(local, found.start(), found.end(), attributes, bool(found["close"]), bool(found["empty"]))


def content(text: str, start: int, end: int, *, android: bool = False) -> tuple[Pieces, str]:
    """What stands between two tags, and how it is spelled: as text, as one CDATA section, or as markup.

    Markup keeps its tags and references as they are written; what is native code of another format becomes a filler.
    Android's own escapes are undone on top.
    """
    inner = text[start:end]
    sections = inner.count("<![CDATA[")
    bare = re.sub(rf"{_CDATA}|{_ASIDE}", "", inner)
    markup = "<" in bare
    if sections and (markup or sections > 1 or bare.strip()):
        spelling = ""
    elif sections:
        spelling = "android-cdata" if android else "cdata"
    else:
        spelling = ("android" if android else "xml") if not markup else ("android-markup" if android else "markup")
    return pieces_of(text, start, end, markup=markup, android=android), spelling


def pieces_of(text: str, start: int, end: int, *, markup: bool, android: bool) -> Pieces:
    """What `text[start:end]` says; with `markup` tags and references stay."""
    pieces = Pieces()
    at = start
    quoted = False
    for found in (_ANDROID_PIECE if android else _PIECE).finditer(text, start, end):
        left, right = found.span()
        written = found[0]
        pieces.add(text[at:left], at, left)
        at = right
        if found["cdata"] is not None and android:
            unescaped(text, *found.span("cdata"), _ANDROID_ESCAPE, behind_backslash, pieces)
        elif found["cdata"] is not None:
            pieces.add(found["cdata"], *found.span("cdata"))
        elif written.startswith(("<!--", "<?")):
            continue
        elif not android and found["code"] is not None:
            pieces.add(TAG_FILLER, left, right)
        elif written[0] == "<" or (written[0] == "&" and markup):
            pieces.add(written, left, right)
        elif written[0] == "&":
            pieces.add(unescape(written), left, right)
        elif written == '"':
            quoted = not quoted
        elif written[0] == "\\":
            said = unescape(written[1:]) if written[1] == "&" else behind_backslash(written)
            pieces.add(said, left, right)
        else:
            pieces.add(written if quoted else " ", left, right)
    pieces.add(text[at:end], at, end)
    return pieces
