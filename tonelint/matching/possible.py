"""Whether a paragraph can hold a match at all, judged by the set of its words: cheap, never wrong about 'no'.

The word index proposes a pattern when one of its rarer words occurs. This asks for all of them, before the paragraph
is cut into
sentences and tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Set

from tonelint.ruleset.anchors import DIGIT, numeric_words
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Possible = Callable[[Set[str]], bool]


def possible(node: Node, lexicon: Callable[[str], Lexicon], words: Callable[[str], frozenset[str]]) -> Possible | None:
    """A test for `node` over a paragraph's folded words; None when any paragraph may do.

    Args:
        lexicon: gives a lexicon by name.
        words: gives the single words of a lexicon by name.
    """
    kind = node[0]
    if kind == "w":
        forms = frozenset(DIGIT if form[:1].isdigit() else form for form in node[1])
        known = all(form[:1].isalpha() or form == DIGIT for form in forms)
        return (lambda words: not forms.isdisjoint(words)) if known else None
    if kind == "lex":
        return _lexicon(lexicon(node[1]))
    if kind == "cap":
        return possible(node[2], lexicon, words)
    if kind in ("seq", "near"):
        parts = [test for child in node[-1] if (test := possible(child, lexicon, words)) is not None]
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else _all_of(parts)
    if kind == "alt":
        options = [possible(option, lexicon, words) for option in node[2]]
        some = [test for test in options if test is not None]
        return None if len(some) < len(options) else _any_of(some)
    if kind == "cls":
        betraying = numeric_words(node[1], words)
        return None if betraying is None else lambda words: not betraying.isdisjoint(words)
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


def _lexicon(lexicon: Lexicon) -> Possible | None:
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

    return test
