"""One measure: a number, its unit, where it stands on its scale, and what that means in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["low", "middle", "high", "unknown"]

TOO_SHORT: Mapping[str, str] = {
    "en": "The letter is too short to say.",
    "ru": "Письмо слишком короткое, чтобы судить.",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """`value` is None when the letter is too short for the measure, and `level` is then `unknown`.

    `low` and `high` are places on the scale, not marks; `reading` says in each language what the place means.
    """

    name: str
    value: float | None
    unit: str
    level: Level
    reading: Mapping[str, str]
    details: Mapping[str, Any] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """The measure as JSON-ready data, the number rounded to two places."""
        return {
            "value": None if self.value is None else round(self.value, 2),
            "unit": self.unit,
            "level": self.level,
            "reading": dict(self.reading),
            "details": dict(self.details),
        }


def too_short(name: str, unit: str, details: Mapping[str, Any] | None = None) -> Measure:
    """The measure of a letter that does not have enough words for it."""
    return Measure(name, None, unit, "unknown", TOO_SHORT, details or {})


def level_of(value: float, low: float, high: float) -> Level:
    """Where a value stands: below `low`, from `high` on, or between."""
    return "low" if value < low else "high" if value >= high else "middle"
