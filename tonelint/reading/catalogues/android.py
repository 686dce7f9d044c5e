"""Android resources: `string`, `plurals` and `string-array`, with Android's own escapes on top of those of XML.

What is marked `translatable="false"` and what only refers to another resource is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues import xliff
from tonelint.reading.catalogues.flat import Text, entries
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.catalogues.xml import Tag, content, hold_well_formed, tags
from tonelint.reading.options import ReadingOptions

_REFERS = lazy(r"\s*[@?](?:\+?[\w.]+:)?\w+/[\w.]+\s*")
_LISTS = frozenset({"plurals", "string-array"})


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in an Android resource file; XML of another kind holds no texts that we know, but may be XLIFF.

    Raises:
        ReadingError: it is no well-formed XML.
    """
    hold_well_formed(part.text, name)
    found = list(tags(part.text))
    root = found[0].name if found else ""
    if root == "xliff":
        return xliff.read(part, name, options, role)
    texts = _texts(part.text, found) if root == "resources" else ()
    return catalogue(name, "android", part, entries(texts), options, said=_locale(found))


def _locale(found: list[Tag]) -> str:
    return found[0].attributes.get("locale", "") if found else ""


def _texts(text: str, found: list[Tag]) -> Iterator[Text]:
    listed: Tag | None = None
    opened: Tag | None = None
    number = 0
    for tag in found:
        if tag.name in _LISTS:
            listed, number = None if tag.closes else tag, 0
        elif tag.name in ("string", "item") and not tag.empty:
            if not tag.closes:
                opened = tag
                continue
            if opened is None or opened.name != tag.name:
                continue
            owner = listed if tag.name == "item" else opened
            if owner is not None and owner.attributes.get("translatable") != "false":
                yield from _text(text, owner, opened, tag, number)
            number += 1
            opened = None


def _text(text: str, owner: Tag, opened: Tag, closed: Tag, number: int) -> Iterator[Text]:
    if _REFERS.fullmatch(text, opened.end, closed.start):
        return
    pieces, spelling = content(text, opened.end, closed.start, android=True)
    name = owner.attributes.get("name", "")
    which = opened.attributes.get("quantity", str(number))
    address = name if owner is opened else f"{name}[{which}]"
    yield Text((name,), pieces, spelling, address, "html" if spelling == "android-markup" else "")
