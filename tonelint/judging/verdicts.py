"""What a letter says at a match, and what comes of holding it against the facts. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tonelint.judging.facts import When
from tonelint.judging.whole import Whole
from tonelint.language.dates import Window
from tonelint.language.numbers import Amount
from tonelint.model import ClaimStatus, Language

Shade = Literal["plain", "money", "percent", "days"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a message names: a number, a day or moment, windows of time, or words as they are."""

    of: float | str | When | tuple[Window, ...]
    shade: Shade = "plain"


@dataclass(frozen=True, slots=True)
class Said:
    """What the letter says at a match: the words, their sentence and paragraph, and what was captured in them."""

    words: str
    sentence: str
    paragraph: str
    letter: Whole
    start: int
    """Where the words stand in the sentence (code points)."""
    language: Language
    rule: str
    kind: str
    fact: str
    amount: Amount | None = None
    unit: str = ""
    captures: Mapping[str, str] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status of a claim. `say` names the message; `claimed` and `known` are the two values that it states.

    `fact` is what settles the claim, or what would.
    """

    status: ClaimStatus
    fact: str
    value: float | str | None = None
    unit: str = ""
    say: str = ""
    claimed: Value | None = None
    known: Value | None = None


def supported(said: Said, *, value: float | str | None = None, fact: str = "") -> Verdict:
    """The facts bear it out."""
    return Verdict("supported", fact or said.fact, value, said.unit)


def unsupported(
    said: Said,
    *,
    value: float | str | None = None,
    fact: str = "",
    say: str = "",
    known: Value | None = None,
    claimed: Value | None = None,
) -> Verdict:
    """Nothing that was given settles it; `fact` would."""
    return Verdict("unsupported", fact or said.fact, value, said.unit, say, claimed, known)


def contradicted(
    said: Said,
    claimed: Value | None,
    known: Value | None,
    *,
    say: str = "differs",
    value: float | str | None = None,
    fact: str = "",
) -> Verdict:
    """The facts say otherwise."""
    return Verdict("contradicted", fact or said.fact, value, said.unit, say, claimed, known)


def iso(moment: datetime) -> str:
    """A moment as a claim's value: ISO 8601 to the minute."""
    return moment.isoformat(timespec="minutes")
