"""XLIFF 1.2 and 2: the translation of each unit, or its source where there is no translation.

Inline codes stay in the phrase: paired ones are looked through, single ones stand for something unknown. A source is
never written, because programs look units up by it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.flat import Text, entries, shortened
from tonelint.reading.catalogues.languages import code_of, known
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.catalogues.xml import Tag, content, hold_well_formed, tags
from tonelint.reading.options import ReadingOptions

_UNITS = frozenset({"trans-unit", "unit"})
_NOT_READ = frozenset({"alt-trans", "matches", "note", "notes", "seg-source", "skeleton", "header"})


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in an XLIFF file.

    Raises:
        ReadingError: it is no well-formed XML.
    """
    hold_well_formed(part.text, name)
    found = list(tags(part.text))
    target = _said(found, "target-language", "trgLang")
    source = _said(found, "source-language", "srcLang")
    return catalogue(name, "xliff", part, entries(_texts(part.text, found, source)), options, said=target)


def _said(found: list[Tag], *names: str) -> str:
    return next((tag.attributes[name] for tag in found for name in names if name in tag.attributes), "")


def _texts(text: str, found: list[Tag], source_language: str) -> Iterator[Text]:
    """The texts of all units; `translate="no"` leaves a unit out."""
    code = code_of(source_language)
    unit: Tag | None = None
    unread = 0
    source: tuple[int, int] | None = None
    opened: Tag | None = None
    number = 0
    for tag in found:
        if tag.name in _NOT_READ and not tag.empty:
            unread += -1 if tag.closes else 1
        elif unread:
            continue
        elif tag.name in (*_UNITS, "segment") and tag.closes:
            if unit is not None and source is not None and (known(code) or not code):
                yield _text(text, unit, number, *source, written=False)
            source = None
            unit = unit if tag.name == "segment" else None
        elif tag.name in _UNITS:
            unit, number = (tag if tag.attributes.get("translate") != "no" else None), 0
        elif tag.name in ("source", "target") and not tag.empty:
            if not tag.closes:
                opened = tag
            elif opened is not None and unit is not None:
                if tag.name == "source":
                    source = (opened.end, tag.start)
                    number += 1
                elif text[opened.end : tag.start].strip():
                    source = None
                    yield _text(text, unit, number, opened.end, tag.start, written=True)


def _text(text: str, unit: Tag, number: int, start: int, end: int, *, written: bool) -> Text:
    pieces, spelling = content(text, start, end)
    key = unit.attributes.get("resname") or unit.attributes.get("name") or unit.attributes.get("id", "")
    keys = () if not key or any(char.isspace() for char in key) else (key,)
    address = shortened(key) + (f" [{number}]" if number > 1 else "")
    markup = "html" if spelling == "markup" else ""
    return Text(keys, pieces, spelling if written else "", address, markup)
