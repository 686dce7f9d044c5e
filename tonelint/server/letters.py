"""A letter as it comes in a request, read into one document: subject and preheader beside the body.

The body keeps its own parts; `subject` and `preheader` become parts of those names, so that every finding says where
its positions count.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tonelint.errors import ReadingError
from tonelint.model import Document, Part, Role, Segment
from tonelint.reading import ReadingOptions, format_of, read_bytes, read_text
from tonelint.sentences import Sentence

BODIES: dict[str, str] = {"text": "text", "html": "html", "markdown": "markdown"}
"""The fields that hold a body as text, and the format each is read in."""

LINES: tuple[Role, ...] = ("subject", "preheader")
"""The fields beside a body; each is one line of a letter, named after its role."""


def document_of(letter: Mapping[str, Any], options: ReadingOptions) -> Document:
    """The document in the validated body of a request.

    Raises:
        ReadingError: the letter is binary, its encoding is damaged, or its format is not known.
    """
    body = body_of(letter, options)
    lines = [line_of(letter[role], role, options) for role in LINES if letter.get(role)]
    if not lines:
        return body
    parts: list[Part] = list(body.parts)
    segments: list[Segment] = []
    block = 0
    for line in lines:
        number = len(parts)
        parts.append(line.parts[0])
        block += 1
        segments += [replace(each, part=number, block=block) for each in line.segments]
    segments += [replace(each, block=each.block + block) for each in body.segments]
    return replace(body, parts=tuple(parts), segments=tuple(segments))


def body_of(letter: Mapping[str, Any], options: ReadingOptions) -> Document:
    """The body alone; an empty text when the letter is only a subject line.

    Raises:
        ReadingError: as in `document_of`.
    """
    for key, kind in BODIES.items():
        if letter.get(key) is not None:
            return read_text(letter[key], "", format=kind, options=options)
    if letter.get("eml_base64") is not None:
        return read_bytes(decoded(letter["eml_base64"], "eml_base64"), "letter.eml", format="eml", options=options)
    if letter.get("file_base64") is not None:
        name = letter.get("file_name") or ""
        if format_of(name) is None:
            raise ReadingError("'file_name' tells no format that can be read; letter.eml or page.html would")
        return read_bytes(decoded(letter["file_base64"], "file_base64"), name, options=options)
    return read_text("", "", options=options)


def line_of(text: str, role: Role, options: ReadingOptions) -> Document:
    """A subject line or a preheader as a document of its own."""
    read = read_text(text, "", role=role, options=options)
    return replace(read, parts=(replace(read.parts[0], path=role),))


def decoded(data: str, key: str) -> bytes:
    """The bytes behind base64, line ends and spaces in it forgiven.

    Raises:
        ReadingError: it is not base64.
    """
    try:
        return base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ReadingError(Sentence("'{key}' is not valid base64", key=key)) from error
