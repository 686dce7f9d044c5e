"""`POST /v1/rewrite` without HTTP: every part of a letter with the rewrites applied that may be, and the edits made."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from tonelint.checker import Checker
from tonelint.model import Document, Role
from tonelint.reading import ReadingOptions, read_bytes, read_text
from tonelint.rewriting.apply import Fixed, fixed
from tonelint.server.changes import changes
from tonelint.server.letters import BODIES, LINES, decoded
from tonelint.server.positions import Utf16


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A letter after rewriting: the fields of the request with their new values, and what was done."""

    fields: Mapping[str, str]
    edits: list[dict[str, Any]]
    applied: list[dict[str, Any]]
    left: list[dict[str, Any]]


def rewritten(letter: Mapping[str, Any], checker: Checker, *, utf16: bool) -> Rewritten:
    """The letter with `safe` rewrites applied, and with facts also those that the facts complete.

    Raises:
        ReadingError: the letter cannot be read.
        FactsError: the facts say something that facts cannot say.
    """
    options = checker.reading_options(letter.get("language"))
    facts = letter.get("facts")
    made = Rewritten({}, [], [], [])
    fields: dict[str, str] = {}
    for name, data, read, spelled in _pieces(letter, options):
        before = read(data)
        done = fixed(data, read, partial(checker.check_document, facts=facts), with_facts=facts is not None)
        fields[name] = spelled(done.data)
        _tell(made, name, before, done, utf16=utf16)
    return replace(made, fields=fields)


Piece = tuple[str, bytes, Callable[[bytes], Document], Callable[[bytes], str]]
"""A field of the request: its name, its bytes, how they are read, and how bytes become the field again."""


def _pieces(letter: Mapping[str, Any], options: ReadingOptions) -> list[Piece]:
    pieces: list[Piece] = []
    for role in LINES:
        if letter.get(role):
            pieces.append((role, letter[role].encode(), partial(_line, role=role, options=options), bytes.decode))
    for key, kind in BODIES.items():
        if letter.get(key) is not None:
            pieces.append((key, letter[key].encode(), partial(_text, format=kind, options=options), bytes.decode))
    for key, name in (("eml_base64", "letter.eml"), ("file_base64", letter.get("file_name", ""))):
        if letter.get(key) is not None:
            read = partial(read_bytes, name=name, options=options)
            pieces.append((key, decoded(letter[key], key), read, lambda data: base64.b64encode(data).decode()))
    return pieces


def _text(data: bytes, format: str, options: ReadingOptions) -> Document:
    """UTF-8 that came as text, whatever encoding its own markup may name."""
    document = read_text(data.decode(), "", format=format, options=options)
    return replace(document, parts=(replace(document.parts[0], byte_end=len(data)), *document.parts[1:]))


def _line(data: bytes, role: Role, options: ReadingOptions) -> Document:
    document = read_text(data.decode(), "", role=role, options=options)
    return replace(document, parts=(replace(document.parts[0], byte_end=len(data)),))


def _tell(made: Rewritten, name: str, before: Document, done: Fixed, *, utf16: bool) -> None:
    here = name if name in LINES else ""
    after = {part.path: part.text for part in done.document.parts}
    for part in before.parts:
        count = Utf16(part.text).units if utf16 else int
        for change in changes(part.text, after.get(part.path, part.text)):
            made.edits.append(
                {
                    "part": here or part.path,
                    "start": count(change.start),
                    "end": count(change.end),
                    "old": change.old,
                    "new": change.new,
                }
            )
    for each in done.applied:
        made.applied.append(
            {
                "rule": each.finding.rule,
                "part": here or each.finding.part,
                "applicability": each.rewrite.applicability,
                "old": each.old,
                "new": each.rewrite.text,
            }
        )
    for left in done.left:
        made.left.append(
            {
                "rule": left.finding.rule,
                "part": here or left.finding.part,
                "excerpt": left.finding.excerpt,
                "obstacle": left.obstacle,
            }
        )
