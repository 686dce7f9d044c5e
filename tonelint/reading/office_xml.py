"""The XML inside Office files, read event by event with the byte that each event begins at.

Word and Excel never write a document type; a file that has one wants something else from its reader and is refused, so
that no entity is ever expanded. Which elements mean what is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from xml.parsers import expat

from tonelint.errors import ReadingError
from tonelint.sentences import Sentence, words

Attributes = Mapping[str, str]

_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
"""The two spellings of each namespace, in today's and in the strict edition of the standard."""


def parse(
    data: bytes,
    name: str,
    *,
    start: Callable[[str, Attributes, int], object],
    end: Callable[[str, int], object] = lambda name, at: None,
    text: Callable[[str, int], object] | None = None,
) -> None:
    """Tells of every element in `data`: `w:p`, its attributes (`w:val`), and the byte its tag begins at.

    Raises:
        ReadingError: this is no well-formed XML, or it has a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    short: dict[str, str] = {}

    def known(long: str) -> str:
        found = short.get(long)
        if found is None:
            space, _, local = long.rpartition(" ")
            found = short[long] = f"{_NAMESPACES.get(space, '')}:{local}" if space else local
        return found

    def refused(*_: Any) -> None:
        raise ReadingError(Sentence("has a document type inside, which Office never writes; it is not read"), path=name)

    parser.StartDoctypeDeclHandler = refused
    parser.StartElementHandler = lambda tag, given: start(
        known(tag), {known(key): value for key, value in given.items()} if given else {}, parser.CurrentByteIndex
    )
    parser.EndElementHandler = lambda tag: end(known(tag), parser.CurrentByteIndex)
    if text is not None:
        parser.CharacterDataHandler = lambda said: text(said, parser.CurrentByteIndex)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        message = Sentence("the XML inside is broken: {reason}", reason=words(expat.ErrorString(error.code)))
        raise ReadingError(message, path=name) from error
