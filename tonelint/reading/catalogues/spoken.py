"""The document of a catalogue, once its language is settled: by what it says of itself, then by its name.

A catalogue in a third language is read as nothing, and says so; it is never taken for bad English.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tonelint.model import Document, Part
from tonelint.reading.catalogues.languages import code_of, known, language_named
from tonelint.reading.options import ReadingOptions
from tonelint.reading.values import Entry, document_of
from tonelint.sentences import Sentence


def catalogue(
    name: str, format: str, part: Part, entries: Iterable[Entry], options: ReadingOptions, *, said: str = ""
) -> Document:
    """The document in a catalogue.

    Args:
        said: the language that the file says it is in; empty when it says nothing.
    """
    code = code_of(said) or language_named(name)
    language = known(code)
    if code and language is None and options.language is None:
        left_out = Sentence("written in another language than Russian and English")
        return replace(document_of(name, format, part, (), options), left_out=(left_out,))
    return document_of(name, format, part, entries, options, language=language)
