"""Word classes of the pattern language: numbers, prices, dates, and grammar of any reading.

Each answers one question: where may a match of the class that begins at token `at` end? Positions are token indices.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tonelint.language.tokens import Token
from tonelint.ruleset.anchors import CURRENCY_SIGNS
from tonelint.ruleset.compiled import Ruleset
from tonelint.ruleset.pattern import GRAMMAR_CLASSES

Words = Callable[[str], frozenset[str]]
"""Gives the single words of a lexicon by name, in the language of the text."""

_CURRENCY_MARKS = CURRENCY_SIGNS
_ENGLISH_HOURS = frozenset(("am", "pm", "o'clock", "noon", "midnight"))


def lexicon_words(ruleset: Ruleset, language: str) -> Words:
    """Access to the lexicons of `language`; an unknown one is empty, so that a bare rule pack still works."""

    known: dict[str, frozenset[str]] = {}

    def words(name: str) -> frozenset[str]:
        if name not in known:
            known[name] = (
                ruleset.lexicon(language, name).singles if name in ruleset.lexicon_names(language) else frozenset()
            )
        return known[name]

    return words


def ends(label: str, tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    """The token indices at which a match of class `label` that begins at `at` may end; longest first."""
    if at >= len(tokens):
        return []
    simple = _SIMPLE.get(label)
    if simple is not None:
        return simple(tokens, at, words)
    return [at + 1] if _has_grammar(tokens[at], label) else []


def _has_grammar(token: Token, label: str) -> bool:
    if token.kind != "word" or not "а" <= token.norm[:1] <= "я":
        return False
    from tonelint.language.russian import has_reading

    return has_reading(token.norm, *GRAMMAR_CLASSES[label])


def _number(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    first = tokens[at]
    if first.kind in ("number", "tag"):
        following = at + 1
        if following < len(tokens) and tokens[following].norm in words("magnitudes"):
            return [following + 1, following]
        return [following]
    spoken = words("numbers")
    end = at
    while end < len(tokens) and end < at + 4 and tokens[end].norm in spoken:
        end += 1
    return list(range(end, at, -1))


def _percent(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    return [
        end + 1
        for end in _number(tokens, at, words)
        if end < len(tokens) and (tokens[end].norm == "%" or tokens[end].norm in words("percent"))
    ]


def _money(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    if tokens[at].norm in _CURRENCY_MARKS:
        return _number(tokens, at + 1, words) if at + 1 < len(tokens) else []
    return [
        end + 1
        for end in _number(tokens, at, words)
        if end < len(tokens) and (tokens[end].norm in _CURRENCY_MARKS or tokens[end].norm in words("currencies"))
    ]


def _duration(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    """A number with a unit of time, and what may follow on a clock face: `2 days 13:06:13`, `16h 59m 06s`.

    Longest first. One-letter units count only beside another pair, so that `5 m` alone stays a length.
    """
    plain = _pair_end(tokens, at, words, "time-units")
    first = plain or _pair_end(tokens, at, words, "clock-face")
    if first is None:
        return []
    ends = [first] if plain else []
    end = first
    for _ in range(3):
        if end < len(tokens) and tokens[end].kind == "time":
            ends.append(end + 1)
            break
        following = _pair_end(tokens, end, words, "clock-face")
        if following is None:
            break
        ends.append(following)
        end = following
    return ends[::-1]


def _pair_end(tokens: Sequence[Token], at: int, words: Words, units: str) -> int | None:
    """Where a number with a unit from the lexicon `units` ends that begins at `at`; None when there is none."""
    if at >= len(tokens):
        return None
    known = words(units)
    ends = (end for end in _number(tokens, at, words) if end < len(tokens) and tokens[end].norm in known)
    return next((end + 1 for end in ends), None)


def _date(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    if tokens[at].kind == "date":
        return [at + 1]
    months = words("months")
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None:
        return []
    day_first = _is_day(tokens[at]) and following.norm in months
    month_first = tokens[at].norm in months and _is_day(following)
    if not (day_first or month_first):
        ordinal = following.norm in ("st", "nd", "rd", "th", "го", "е") and at + 2 < len(tokens)
        if not (ordinal and _is_day(tokens[at]) and tokens[at + 2].norm in months):
            return []
        at += 1
    end = at + 2
    if end < len(tokens) and tokens[end].norm in ("st", "nd", "rd", "th"):
        end += 1
    if end < len(tokens) and len(tokens[end].norm) == 4 and tokens[end].norm.startswith(("19", "20")):
        return [end + 1, end]
    return [end]


def _is_day(token: Token) -> bool:
    return token.kind == "number" and token.norm.isdigit() and 1 <= int(token.norm) <= 31


def _time(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    first = tokens[at]
    if first.kind == "time" and first.norm.count(":") == 1:
        return [at + 1]
    if first.norm in ("noon", "midnight", "полуночи", "полудня"):
        return [at + 1]
    hour = first.kind == "number" and first.norm.isdigit() and int(first.norm) <= 24
    if hour and at + 1 < len(tokens) and tokens[at + 1].norm in _ENGLISH_HOURS:
        return [at + 2]
    return []


def _timer(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    first = tokens[at]
    return [at + 1] if first.kind == "time" or first.kind == "tag" else []


def _listed(name: str) -> Callable[[Sequence[Token], int, Words], list[int]]:
    def find(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
        return [at + 1] if tokens[at].norm in words(name) else []

    return find


def _kind(*kinds: str) -> Callable[[Sequence[Token], int, Words], list[int]]:
    def find(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
        return [at + 1] if tokens[at].kind in kinds else []

    return find


def _name(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    if tokens[at].kind == "tag":
        return [at + 1]
    end = at
    while end < len(tokens) and end < at + 3 and tokens[end].kind == "word" and tokens[end].raw[:1].isupper():
        end += 1
    return list(range(end, at, -1))


def _caps(tokens: Sequence[Token], at: int, words: Words) -> list[int]:
    raw = tokens[at].raw
    return [at + 1] if len(raw) > 1 and raw.isupper() else []


_SIMPLE: dict[str, Callable[[Sequence[Token], int, Words], list[int]]] = {
    "number": _number,
    "percent": _percent,
    "money": _money,
    "duration": _duration,
    "date": _date,
    "time": _time,
    "timer": _timer,
    "weekday": _listed("weekdays"),
    "month": _listed("months"),
    "word": _kind("word"),
    "tag": _kind("tag"),
    "any": _kind("word", "number", "time", "date", "tag", "symbol"),
    "name": _name,
    "caps": _caps,
}
