"""Russian word forms and grammar, through pymorphy3. The only file that imports it; the dictionary loads on first
use."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

_NON_FINITE = ("PRTF", "PRTS")
_OPEN_CLASSES = ("NOUN", "VERB", "INFN", "ADJF", "ADJS", "PRTF", "PRTS", "COMP", "GRND", "NUMR", "NPRO")


@cache
def analyzer() -> Any:
    """The one pymorphy3 analyser of the process (about 0.1 s and 40 MB at first use)."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Any, ...]:
    """Every dictionary reading of `word`, likeliest first."""
    return tuple(analyzer().parse(word))


def is_known(word: str) -> bool:
    """Whether the dictionary knows the word, rather than guesses it."""
    return bool(analyzer().word_is_known(word))


@lru_cache(maxsize=20_000)
def has_reading(word: str, *grammemes: str) -> bool:
    """Whether any reading of `word` carries all `grammemes` (pymorphy3 names: `impr`, `past`, `plur`, `2per`, …).

    Any reading, not the likeliest: «успейте» and «купите» open a call to action more often than the tagger believes.
    """
    return any(all(g in reading.tag for g in grammemes) for reading in readings(word))


@cache
def forms(word: str) -> frozenset[str]:
    """Every form of the dictionary words that `word` can be read as, with ё written as е.

    A word in its dictionary form stands for the words that have this dictionary form; any other stands for all that it
    can
    be a form of. Participles are words of their own: a verb does not bring them, a participle does.
    """
    plain = word.replace("ё", "е")
    parsed = [r for r in readings(word) if r.is_known] or list(readings(word))
    own = [r for r in parsed if r.normal_form.replace("ё", "е") == plain and not _is_participle(r)]
    chosen = own or [r for r in parsed if r.score >= 0.05] or parsed
    found = {plain}
    for reading in chosen:
        if not any(pos in reading.tag for pos in _OPEN_CLASSES):
            continue
        keep_participles = _is_participle(reading)
        for form in reading.lexeme:
            if _is_participle(form) and not keep_participles:
                continue
            if keep_participles and not _is_participle(form):
                continue
            if form.tag.POS == "COMP" and reading.tag.POS != "COMP" and form.word.startswith("по"):
                continue
            found.add(form.word.replace("ё", "е"))
    return frozenset(found)


def _is_participle(reading: Any) -> bool:
    return reading.tag.POS in _NON_FINITE


NUMBER_WORDS: dict[str, int] = {
    "ноль": 0, "один": 1, "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
    "десять": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15,
    "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20, "тридцать": 30,
    "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100,
    "двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600, "семьсот": 700, "восемьсот": 800,
    "девятьсот": 900, "тысяча": 1000, "миллион": 1_000_000, "двое": 2, "трое": 3, "четверо": 4, "пятеро": 5,
    "дюжина": 12, "десяток": 10, "полтора": 1,
}  # fmt: skip


@cache
def number_forms() -> dict[str, int]:
    """Every form of the number words, with its value."""
    table: dict[str, int] = {}
    for word, value in NUMBER_WORDS.items():
        for form in forms(word):
            table.setdefault(form, value)
    return table
