"""Whether two words or phrases are about the same thing, whatever their endings. Coarse on purpose, and cheap."""

from __future__ import annotations

import re

from tonelint.language.tokens import fold
from tonelint.model import Language

_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_SMALL = frozenset((
    "и", "в", "во", "на", "с", "со", "по", "к", "у", "о", "об", "от", "до", "за", "для", "из", "не", "но", "а",
    "или", "что", "это", "как", "мы", "вы", "он", "она", "они", "the", "a", "an", "of", "to", "in", "on", "at",
    "by", "for", "with", "and", "or", "is", "are", "be", "it", "this", "that", "you", "we", "our", "your",
))  # fmt: skip


def content_words(text: str) -> tuple[str, ...]:
    """The words of `text` that carry meaning, folded, and its numbers."""
    return tuple(word for word in _WORD.findall(fold(text)) if word not in _SMALL)


def share_found(needle: str, hay: str) -> float:
    """How much of `needle` stands in `hay` in some form: the share of its words, from 0 to 1; 0 for an empty needle."""
    wanted, there = content_words(needle), content_words(hay)
    if not wanted:
        return 0.0
    return sum(any(alike(word, other) for other in there) for word in wanted) / len(wanted)


def alike(one: str, other: str) -> bool:
    """Whether two folded words look like forms of one: they begin alike and differ by an ending."""
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    common = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    short, long = sorted((len(one), len(other)))
    return common >= max(3, long - 2) if short < 5 else common >= max(4, short - 2)


def same_noun(one: str, other: str, language: Language) -> bool:
    """Whether two words are forms of one noun: «мест» and «место», 'seat' and 'seats'."""
    one, other = fold(one), fold(other)
    if one == other:
        return True
    if language != "ru":
        return _singular(one) == _singular(other)
    from tonelint.language.russian import readings

    return not {r.normal_form for r in readings(one)}.isdisjoint(r.normal_form for r in readings(other))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
