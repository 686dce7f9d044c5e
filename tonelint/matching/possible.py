"""Whether a paragraph can hold a match at all, judged by the set of its words: cheap, never wrong about 'no'.

The word index proposes a pattern when one of its rarer words occurs. This asks for all of them, before the paragraph
is cut into
sentences and tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from tonelint.ruleset.anchors import DIGIT, numeric_words
from tonelint.ruleset.commonness import RARE, cost
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Possible = Callable[[Set[str]], bool]
Words = Callable[[str], frozenset[str]]

Priced = tuple[float, Possible]
"""A test, and a guess how often it lets a text pass: among several the most telling is asked first."""


def possible(node: Node, lexicon: Callable[[str], Priced | None], words: Words) -> Possible | None:
    """A test for `node` over a paragraph's folded words; None when any paragraph may do.

    Args:
        lexicon: gives the test for a lexicon by name, see `holds_entry`.
        words: gives the single words of a lexicon by name.
    """
    priced = _priced(node, lexicon, words)
    return None if priced is None else priced[1]


def _priced(node: Node, lexicon: Callable[[str], Priced | None], words: Words) -> Priced | None:
    kind = node[0]
    if kind == "w":
        forms = frozenset(DIGIT if form[:1].isdigit() else form for form in node[1])
        known = all(form[:1].isalpha() or form == DIGIT for form in forms)
        return (cost(forms), lambda words: not forms.isdisjoint(words)) if known else None
    if kind == "lex":
        return lexicon(node[1])
    if kind == "cap":
        return _priced(node[2], lexicon, words)
    if kind in ("seq", "near"):
        parts = [one for child in node[-1] if (one := _priced(child, lexicon, words)) is not None]
        if not parts:
            return None
        parts.sort(key=lambda one: one[0])
        return parts[0] if len(parts) == 1 else (parts[0][0], _all_of([test for _, test in parts]))
    if kind == "alt":
        options = [_priced(option, lexicon, words) for option in node[2]]
        some = [one for one in options if one is not None]
        if len(some) < len(options):
            return None
        return sum(price for price, _ in some), _any_of([test for _, test in some])
    if kind == "cls":
        betraying = numeric_words(node[1], words)
        return None if betraying is None else (cost(betraying), lambda words: not betraying.isdisjoint(words))
    return None


def _all_of(tests: list[Possible]) -> Possible:
    def every(words: Set[str]) -> bool:
        for test in tests:  # noqa: SIM110  (a loop is twice as fast as all() here)
            if not test(words):
                return False
        return True

    return every


def _any_of(tests: list[Possible]) -> Possible:
    def some(words: Set[str]) -> bool:
        for test in tests:  # noqa: SIM110  (as above)
            if test(words):
                return True
        return False

    return some


def holds_entry(lexicon: Lexicon) -> Priced | None:
    """A test for an entry of `lexicon`, with its price; None when any paragraph may hold one."""
    if not all(word[:1].isalpha() for word in lexicon.openers):
        return None
    singles = lexicon.singles
    openers = frozenset(lexicon.phrases)
    rests = {
        opener: tuple(
            tuple(forms for forms in phrase if any(form[:1].isalpha() for form in forms)) for phrase in phrases
        )
        for opener, phrases in lexicon.phrases.items()
    }

    def test(words: Set[str]) -> bool:
        if not singles.isdisjoint(words):
            return True
        for opener in openers.intersection(words):
            for rest in rests[opener]:
                for forms in rest:
                    if forms.isdisjoint(words):
                        break
                else:
                    return True
        return False

    return RARE * (len(singles) + len(openers)), test
