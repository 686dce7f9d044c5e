"""`POST /v1/series` without HTTP: the letters of the request in the order of their dates, held against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tonelint.campaign.compare import compared
from tonelint.campaign.letters import letter_of
from tonelint.campaign.model import MAX_PER_WEEK, Letter, Series
from tonelint.checker import Checker
from tonelint.errors import ReadingError
from tonelint.server.letters import document_of


def series_of(asked: Mapping[str, Any], checker: Checker) -> Series:
    """The series in the validated body of a request.

    Raises:
        ReadingError: a letter cannot be read, or nothing says when it was sent.
    """
    letters = [_letter(given, number, checker) for number, given in enumerate(asked["letters"], 1)]
    letters.sort(key=lambda letter: (letter.sent_at, letter.name))
    return compared(letters, (), checker, asked.get("max_per_week", MAX_PER_WEEK))


def _letter(given: Mapping[str, Any], number: int, checker: Checker) -> Letter:
    name = str(given.get("id", number))
    try:
        document = document_of(given, checker.reading_options(given.get("language")))
    except ReadingError as error:
        raise ReadingError(error.message, path=f"letters[{number - 1}]") from error
    document = replace(document, name=name)
    known = letter_of(document)
    if known is None and "sent_at" not in given:
        raise ReadingError("nothing says when it was sent; add 'sent_at'", path=f"letters[{number - 1}]")
    if "sent_at" not in given:
        assert known is not None
        return known
    subject = next((segment.text for segment in document.segments if segment.role == "subject"), "")
    made = known or Letter(name, given["sent_at"], " ".join(subject.split()), "", document)
    return replace(made, sent_at=given["sent_at"], sender=given.get("sender", made.sender).strip().lower())
