"""Labelled and legitimate text that a caller brings to an evaluation: JSON lines, or one legitimate line a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tonelint.errors import TonelintError
from tonelint.model import ROLES, Language, Role
from tonelint.sentences import Sentence, unreadable, words

LEGITIMATE = "none"


class EvaluationError(TonelintError):
    """A file that cannot be evaluated."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text with the label a person gave it; `none` is legitimate. `line` counts from 1 in its file."""

    file: str
    line: int
    text: str
    label: str
    language: Language | None
    strength: str
    role: Role


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a `.jsonl` file, or the non-empty lines of any other file as legitimate text.

    The language of a text file is taken from a name that ends in `_ru` or `_en`, otherwise recognised line by line.

    Raises:
        EvaluationError: the file is missing, not UTF-8, or a row is not valid; the line is named.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(unreadable(error), path=str(path)) from error
    suffix = path.stem.rpartition("_")[2]
    named: Language | None = "ru" if suffix == "ru" else "en" if suffix == "en" else None
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if path.suffix == ".jsonl":
            yield _row(path, number, line)
        else:
            yield Row(str(path), number, line.strip(), LEGITIMATE, named, "", "body")


def _row(path: Path, number: int, line: str) -> Row:
    try:
        given: Any = json.loads(line)
    except json.JSONDecodeError as error:
        message = Sentence("not valid JSON: {what}", what=words(error.msg.lower()))
        raise EvaluationError(message, path=str(path), line=number) from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or not isinstance(given.get("label"), str):
        raise EvaluationError("a row needs the texts 'text' and 'label'", path=str(path), line=number)
    role = given.get("role") or "body"
    if role not in ROLES:
        message = Sentence("unknown role '{role}'; roles are: {known}", role=role, known=", ".join(ROLES))
        raise EvaluationError(message, path=str(path), line=number)
    language = given.get("lang")
    if language not in (None, "ru", "en", "und"):
        message = Sentence("unknown language '{language}'; use ru or en", language=language)
        raise EvaluationError(message, path=str(path), line=number)
    return Row(str(path), number, given["text"], given["label"], language, given.get("strength") or "", role)


def read_map(path: Path) -> dict[str, frozenset[str]]:
    """A JSON file that says for each label which categories count as right; `*` is any but advice."""
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        message = Sentence("not valid JSON: {what}", what=words(error.msg.lower()))
        raise EvaluationError(message, path=str(path), line=error.lineno) from error
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(unreadable(error), path=str(path)) from error
    if not isinstance(given, dict) or not all(isinstance(value, list) for value in given.values()):
        message = Sentence("expected an object of lists: {{label: [category, ...]}}")
        raise EvaluationError(message, path=str(path))
    return {label: frozenset(categories) for label, categories in given.items()}
