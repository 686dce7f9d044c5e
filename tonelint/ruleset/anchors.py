"""Which words a pattern cannot do without: the cheap question asked of every paragraph before a pattern is tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tonelint.ruleset.commonness import cost
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

DIGIT = "#digit"
"""Stands among the words of a text that holds a digit or a merge tag."""

PERCENT = "#percent"
CURRENCY = "#currency"
"""Stand among the words of a text that holds a percent sign, or the sign of a currency."""

CURRENCY_SIGNS = frozenset("₽$€£¥₴₸")

_CLOCK_WORDS = ("noon", "midnight", "полуночи", "полудня")


def required(node: Node, lexicons: Mapping[str, Lexicon]) -> list[frozenset[str]]:
    """Sets of word forms; a text that can match holds at least one word of each set. Cheapest set first."""
    return sorted(_required(node, lexicons), key=cost)


def telling(words: frozenset[str]) -> bool:
    """Whether a text without any of `words` certainly lacks them: what is no word is not among the words of a text."""
    return all(word[:1].isalpha() or word.startswith("#") for word in words)


def _required(node: Node, lexicons: Mapping[str, Lexicon]) -> list[frozenset[str]]:
    kind = node[0]
    if kind == "w":
        words = frozenset(DIGIT if word[:1].isdigit() else word for word in node[1])
        return [words] if all(word[:1].isalpha() or word == DIGIT for word in words) else []
    if kind == "lex":
        telling = lexicons[node[1]].telling
        return [telling] if telling else []
    if kind in ("seq", "near"):
        return [words for child in node[-1] for words in _required(child, lexicons)]
    if kind == "cap":
        return _required(node[2], lexicons)
    if kind == "alt":
        options = [_required(option, lexicons) for option in node[2]]
        if not all(options):
            return []
        return [frozenset().union(*(min(option, key=cost) for option in options))]
    if kind == "cls":
        betraying = numeric_words(node[1], lambda name: lexicons[name].singles if name in lexicons else frozenset())
        return [betraying] if betraying is not None else []
    return []


def numeric_words(label: str, words: Callable[[str], frozenset[str]]) -> frozenset[str] | None:
    """What betrays a class of numbers: a digit, a number word, a sign, a word that names an hour; None for other
    classes.

    Args:
        words: gives the single words of a lexicon by name.
    """
    if label in ("number", "duration"):
        return words("numbers") | {DIGIT}
    if label == "percent":
        return words("percent") | {PERCENT}
    if label == "money":
        return words("currencies") | {CURRENCY}
    if label in ("date", "timer"):
        return frozenset((DIGIT,))
    if label == "time":
        return frozenset((DIGIT, *_CLOCK_WORDS))
    return None
