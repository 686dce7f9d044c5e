"""Pressure density: how often, per 100 words, the letter hurries, frightens, shames or begs, as its rules find it.

None is the usual state; from 2 per 100 words on, pressure is what the letter is about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tonelint.matching.finder import Match
from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure, level_of

NAME = "pressure_density"
UNIT = "places per 100 words"
LOW, HIGH = 0.01, 2.0
PRESSING = frozenset(
    {
        "cadence",
        "confirmshaming",
        "countdown",
        "fear",
        "fomo",
        "guilt",
        "retention-bait",
        "scarcity",
        "shaming",
        "threat",
        "urgency",
    }
)
"""The categories that press, whoever is right about the facts."""

_READING: dict[Level, dict[str, str]] = {
    "low": {"en": "Nothing presses.", "ru": "Ничто не давит."},
    "middle": {"en": "Some lines press the reader.", "ru": "Некоторые строки давят на читателя."},
    "high": {"en": "Pressure is most of what this letter does.", "ru": "Письмо в основном давит."},
}


def pressure(copy: Copy, matches: Sequence[Match]) -> Measure:
    """How much the letter presses."""
    kinds = Counter(category for match in matches if (category := match.rule.partition("/")[0]) in PRESSING)
    value = copy.per_hundred(kinds.total())
    level = level_of(value, LOW, HIGH)
    return Measure(NAME, value, UNIT, level, _READING[level], {"places": kinds.total(), "kinds": dict(kinds)})
