"""What number a few words name: `2`, `1 500`, «две», «двадцать одно», «1,5», `a dozen`; and how exactly they mean it.

Pure reading, no inflection: that is the business of rewriting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import Token, tokenize
from tonelint.model import Language, Span

Bound = Literal["exactly", "more", "less", "about"]

_DIGITS = lazy(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?")
_THOUSANDS = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_HALVES = {"полтора", "полторы"}
_SCALES = {
    "тыс": 1000, "тысяч": 1000, "тысячи": 1000, "тысяча": 1000, "млн": 1_000_000, "миллион": 1_000_000,
    "миллиона": 1_000_000, "миллионов": 1_000_000, "k": 1000, "к": 1000, "thousand": 1000, "m": 1_000_000,
    "mln": 1_000_000, "million": 1_000_000, "hundred": 100, "dozen": 12,
}  # fmt: skip
_CROWDS = {
    "десятки": 20, "десятков": 20, "десяткам": 20, "десятками": 20, "сотни": 200, "сотен": 200, "сотням": 200,
    "сотнями": 200, "тысячи": 2000, "тысяч": 2000, "тысячам": 2000, "тысячами": 2000, "миллионы": 2_000_000,
    "миллионов": 2_000_000, "миллионам": 2_000_000, "dozens": 24, "hundreds": 200, "thousands": 2000,
    "millions": 2_000_000,
}  # fmt: skip
"""The least that a plural crowd can be: two of its kind."""
_MORE = lazy(r"(?:более|больше|свыше|не менее|от|over|more than|at least|upwards of)(?: чем)?\s*(?:уже\s*)?$")
_LESS = lazy(
    r"(?:менее|меньше|не более|не больше|до|under|less than|fewer than|at most|up to|no more than)(?: чем)?\s*$"
)
_ABOUT = lazy(r"(?:около|примерно|порядка|почти|about|around|roughly|nearly|almost|some)\s*$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text: its value, how exactly it is meant, and where it stands (code points)."""

    value: float
    bound: Bound
    span: Span


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
        elif value == 12 and current is not None and word == "dozen":
            current *= value
        else:
            current = (current or 0.0) + value
    return total + (current or 0.0)


def amounts(text: str, language: Language) -> list[Amount]:
    """Every number in `text`, in order: «более 3 000», 'fewer than six', «две последние», 'a dozen', «сотни».

    Numbers inside dates and clock faces are not counted.
    """
    tokens = tokenize(text)
    found: list[Amount] = []
    at = 0
    while at < len(tokens):
        end, value = _longest(tokens, at, language)
        if value is None:
            at += 1
            continue
        start = tokens[at].start
        bound = _bound(text[max(0, start - 24) : start].lower())
        if tokens[at].norm in _CROWDS and end == at + 1:
            bound = "more"
        following = text[tokens[end - 1].end : tokens[end - 1].end + 1]
        found.append(Amount(value, "more" if following == "+" else bound, Span(start, tokens[end - 1].end)))
        at = end
    return found


def _longest(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, float | None]:
    """Where the number that begins at token `at` ends, and its value; None when none begins there."""
    first = tokens[at]
    if first.kind == "word" and first.norm in _CROWDS:
        return at + 1, float(_CROWDS[first.norm])
    if first.kind == "number":
        value = _figure(first.norm, language)
        follows = tokens[at + 1] if at + 1 < len(tokens) else None
        if follows is not None and value is not None and follows.norm in _SCALES and len(follows.marks) <= 1:
            return at + 2, value * _SCALES[follows.norm]
        return at + 1, value
    if first.kind != "word" or first.norm in ("и", "and"):
        return at + 1, None
    start = at + 1 if language == "en" and first.norm in ("a", "an") else at
    end = start
    while end < len(tokens) and end < start + 5 and tokens[end].kind == "word" and _word(tokens[end].norm, language):
        if tokens[end].norm in ("a", "an"):
            break
        end += 1
    value = number_named([token.norm for token in tokens[start:end]], language) if end > start else None
    return max(end, at + 1), value


def _bound(before: str) -> Bound:
    if _MORE.search(before):
        return "more"
    if _LESS.search(before):
        return "less"
    return "about" if _ABOUT.search(before) else "exactly"


def _figure(word: str, language: Language) -> float | None:
    if language == "en" and _THOUSANDS.fullmatch(word):
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
