"""What is known about a series of letters. Data only."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from tonelint.model import Document, Finding, Problem

MAX_PER_WEEK = 2
"""How many letters within seven days are not too many, unless the caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its date. `sender` is an address in lower case, empty when nobody is named."""

    name: str
    sent_at: datetime
    subject: str
    sender: str
    document: Document
    message_id: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class SeriesLetter:
    """A letter in its series.

    `pressure` counts pressing places per 100 words; `deadlines` are the days that the letter names as an end;
    `last_claims` its 'last chances' as written; `from_reader` says that the reader wrote it. `findings` are only those
    that the series causes.
    """

    name: str
    sent_at: datetime
    subject: str
    words: int
    pressure: float
    deadlines: tuple[date, ...] = ()
    last_claims: tuple[str, ...] = ()
    from_reader: bool = False
    refuses: bool = False
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """All letters in order. `busiest` is the greatest number of letters within seven days, answers not counted."""

    letters: tuple[SeriesLetter, ...]
    max_per_week: int = MAX_PER_WEEK
    busiest: int = 0
    problems: tuple[tuple[str, Problem], ...] = field(default=())
    """The files that could not be read or have no date, by name."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all letters, in order."""
        return tuple(finding for letter in self.letters for finding in letter.findings)

    def to_dict(self) -> dict[str, Any]:
        """The series as JSON-ready data; times in ISO 8601 with their zone."""
        data = asdict(self)
        for letter in data["letters"]:
            letter["sent_at"] = letter["sent_at"].isoformat()
            letter["deadlines"] = [day.isoformat() for day in letter["deadlines"]]
        data["problems"] = [{"name": name, **asdict(problem)} for name, problem in self.problems]
        return data
