"""What number a few words name: `2`, `1 500`, «две», «двадцать одно», «1,5», `a dozen`. Pure reading, no inflection."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tonelint.model import Language

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?")
_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_HALVES = {"полтора", "полторы"}


def number_named(words: Sequence[str], language: Language) -> float | None:
    """The number that `words` (folded tokens) name, or None when a merge tag or something else stands there.

    Figures may carry thousands separators and a fraction; words are added up, «тысяча» and `hundred` multiply.
    """
    if language == "en" and len(words) > 1 and words[0] in ("a", "an"):
        words = words[1:]
    if not words:
        return None
    total = 0.0
    current: float | None = None
    for word in words:
        value = _figure(word, language)
        if value is None:
            value = _word(word, language)
        if value is None:
            return None
        if value >= 100 and current is not None and value % 100 == 0 and current < value:
            current *= value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current = (current or 0.0) + value
    return total + (current or 0.0)


def _figure(word: str, language: Language) -> float | None:
    if language == "en" and _ENGLISH_THOUSANDS.fullmatch(word):
        return float(word.replace(",", ""))
    if not _DIGITS.fullmatch(word):
        return None
    return float(re.sub(r"[ \u00a0\u202f\u2009]", "", word).replace(",", "."))


def _word(word: str, language: Language) -> float | None:
    if language == "en":
        from tonelint.language.english import NUMBER_WORDS

        return {"a": 1, "an": 1}.get(word, NUMBER_WORDS.get(word))
    if word in _HALVES:
        return 1.5
    from tonelint.language.russian import number_forms

    return number_forms().get(word)
