"""Which words a pattern cannot do without: the cheap question asked of every paragraph before a pattern is tried."""

from __future__ import annotations

from collections.abc import Mapping

from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

_COMMON: dict[str, int] = {}
for _weight, _words in (
    (
        40,
        "и в не на с что по а как это из у за от к но для мы вы я он она они вам вас нам нас наш ваш все мой свой быть есть "
        "the to of and a in is for you your we our it on with that this are be i not have or at by from as will can no",
    ),
    (
        12,
        "только уже если или так еще можно для при чтобы один два свой этот тот который мочь сейчас сегодня день год человек новый "
        "хотеть делать время сам когда нет да ты твой лишь весь вся всего до без после просто где там тут "
        "only just all if so more now today day time new get make do more one two up out off here there when who what who "
        "want need was has had but they their he his she her them than then also about any some who my me us",
    ),
):
    for _word in _words.split():
        _COMMON[_word] = _weight


def required(node: Node, lexicons: Mapping[str, Lexicon]) -> list[frozenset[str]]:
    """Sets of word forms; a text that can match holds at least one word of each set. Cheapest set first."""
    return sorted(_required(node, lexicons), key=_cost)


def _cost(words: frozenset[str]) -> float:
    return sum(_COMMON.get(word, 0.3) for word in words)


def _required(node: Node, lexicons: Mapping[str, Lexicon]) -> list[frozenset[str]]:
    kind = node[0]
    if kind == "w":
        words = frozenset(word for word in node[1] if word[:1].isalpha())
        return [words] if words and len(words) == len(node[1]) else []
    if kind == "lex":
        first = lexicons[node[1]].openers
        return [first] if first else []
    if kind in ("seq", "near"):
        return [words for child in node[-1] for words in _required(child, lexicons)]
    if kind == "cap":
        return _required(node[2], lexicons)
    if kind == "alt":
        options = [_required(option, lexicons) for option in node[2]]
        if not all(options):
            return []
        return [frozenset().union(*(min(option, key=_cost) for option in options))]
    return []
