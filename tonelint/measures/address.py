"""We and you: of all the times the letter names one of the two sides, how often it is the sender.

Above two thirds a letter speaks of its sender; below one half it speaks of its reader.
"""

from __future__ import annotations

from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure, level_of, too_short

NAME = "we_share"
UNIT = "share of sender words, 0 to 1"
LOW, HIGH = 0.5, 2 / 3
LEAST = 4
"""With fewer words of address the share says nothing."""

_READING: dict[Level, dict[str, str]] = {
    "low": {
        "en": "The letter speaks more of its reader than of itself.",
        "ru": "Письмо больше говорит о читателе, чем о себе.",
    },
    "middle": {
        "en": "Sender and reader are named about equally often.",
        "ru": "Отправитель и читатель названы примерно поровну.",
    },
    "high": {
        "en": "The letter speaks mostly of its sender. What changes for the reader?",
        "ru": "Письмо говорит в основном об отправителе. Что изменится для читателя?",
    },
}


def we_and_you(copy: Copy) -> Measure:
    """The share of `we` and `I` among the words that name sender or reader."""
    we = copy.count("first-person-plural") + copy.count("first-person")
    you = copy.count("second-person")
    details = {"we": we, "you": you}
    if we + you < LEAST:
        return too_short(NAME, UNIT, details)
    value = we / (we + you)
    level = level_of(value, LOW, HIGH)
    return Measure(NAME, value, UNIT, level, _READING[level], details)
