"""What was probably meant by a name that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.sentences import Sentence


def closest(word: str, known: Sequence[str]) -> str:
    """What was probably meant by `word`, or an empty text."""
    from difflib import get_close_matches

    close = get_close_matches(word.replace("-", "_"), known, n=1) or get_close_matches(word, known, n=1)
    return close[0] if close else ""


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`; did you mean 'select'?` when something known is close to `word`, otherwise nothing."""
    close = closest(word, known)
    return Sentence("; did you mean '{close}'?", close=close) if close else ""
