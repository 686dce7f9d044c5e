"""Template density: canned formulas per 100 words, as the rules of the category `template` find them.

None is the usual state of a good letter; from 2 per 100 words on, every other sentence has been read before.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.matching.finder import Match
from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure, level_of, too_short

NAME = "template_density"
UNIT = "formulas per 100 words"
LOW, HIGH = 0.5, 2.0
LEAST_WORDS = 25
WHOLE_LETTER = frozenset(("template/could-be-anyone", "template/only-the-name", "template/name-without-fallback"))
"""Rules that speak of the whole letter, not of a formula."""

_READING: dict[Level, dict[str, str]] = {
    "low": {"en": "Hardly any canned phrases.", "ru": "Готовых формул почти нет."},
    "middle": {
        "en": "A few canned phrases; the letter would lose nothing without them.",
        "ru": "Есть готовые формулы; без них письмо ничего не потеряет.",
    },
    "high": {
        "en": "The letter is largely made of phrases its readers have met before.",
        "ru": "Письмо во многом составлено из фраз, которые читатель уже встречал.",
    },
}


def template_density(copy: Copy, matches: Sequence[Match]) -> Measure:
    """How much of the letter is canned."""
    found = [match for match in matches if match.rule.startswith("template/") and match.rule not in WHOLE_LETTER]
    if copy.words < LEAST_WORDS:
        return too_short(NAME, UNIT, {"formulas": len(found)})
    value = copy.per_hundred(len(found))
    level = level_of(value, LOW, HIGH)
    return Measure(NAME, value, UNIT, level, _READING[level], {"formulas": len(found)})
