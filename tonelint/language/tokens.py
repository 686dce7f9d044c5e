"""Text as tokens that compare equal when a reader would call them the same word.

Case, ё/е, typographic apostrophes, soft hyphens, zero-width characters and Latin letters dressed as Cyrillic ones (or
the
other way round) disappear in `Token.norm`; `start` and `end` stay exact. Punctuation is not a token: the marks between
two
tokens are kept on the second one, so that a comma, a dash or an emoji inside a phrase does not hide it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tonelint.language.lazy_pattern import lazy

Kind = Literal["word", "number", "time", "date", "tag", "symbol"]

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301"
"""Soft hyphen, zero-width characters and the combining stress mark: they stand inside words without being letters."""

TAG = "\ue000"

_LETTER = rf"[^\W\d_{INVISIBLE}]"
_WORD = rf"{_LETTER}(?:[{INVISIBLE}]*{_LETTER})*(?:['’ʼ]{_LETTER}+)*"
_TOKEN = lazy(
    rf"(?P<tag>{TAG}+)"
    r"|(?P<date>(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[./](?:0[1-9]|1[0-2])(?:[./](?:\d{4}|\d{2}))?(?![\d%]|\.\d|\s?[%₽])|\d{4}-\d\d-\d\d)"
    r"|(?P<time>\d{1,2}:\d\d(?::\d\d)*)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009,.']\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?)"
    rf"|(?P<word>{_WORD})"
    r"|(?P<symbol>[%‰₽$€£¥₴₸№#&+*@])"
)
_PLAIN_WORD = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_INVISIBLE = lazy(rf"[ʼ{INVISIBLE}]")
_LATIN = lazy("[a-z]")
_MIXED = lazy("[a-z][а-я]|[а-я][a-z]")
_MIXED_WORD = lazy(r"[a-zа-я]*(?:[a-z][а-я]|[а-я][a-z])[a-zа-я]*")
_AROUND = '.,!?:;…«»“”„"()—–-'
"""Punctuation that stands before and after words."""
_LETTERS = bytes(code if chr(code).isalpha() or chr(code) == "'" else 32 for code in range(256))
_LETTERS_AND_SPACE = b"abcdefghijklmnopqrstuvwxyz \t\r\n"
_INVISIBLE_OUT = {ord(c): None for c in INVISIBLE}

_TO_CYRILLIC = str.maketrans("aceopxyktmhb", "асеорхуктмнв")
_TO_LATIN = str.maketrans("асеорхуктмнвіѕј", "aceopxyktmhbisj")


@dataclass(slots=True)
class Token:
    """One word, number, time, date, symbol or template tag; `start` and `end` are code points of the tokenised text."""

    norm: str
    start: int
    end: int
    kind: Kind
    raw: str
    marks: str = ""
    """The punctuation and white space between the previous token and this one, as written."""


def _one_script(match: re.Match[str]) -> str:
    """A word of mixed scripts rewritten in the script of most of its letters."""
    word = match[0]
    cyrillic = sum("а" <= c <= "я" for c in word)
    if cyrillic * 2 >= len(word):
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN)


def fold(text: str) -> str:
    """Lower case, one spelling for ё/е and apostrophes, no invisible characters, one script a word."""
    low = text.lower()
    if low.isascii():
        return low
    low = low.replace("ё", "е").replace("’", "'")
    if _INVISIBLE.search(low):
        low = low.translate(_INVISIBLE_OUT).replace("ʼ", "'")
    return _MIXED_WORD.sub(_one_script, low) if _LATIN.search(low) and _MIXED.search(low) else low


def _is_plain(low: str) -> bool:
    """Whether lower case is all the folding that the words of a text need."""
    return low.isascii() or fold(low) == low


def folded_words(text: str) -> list[str]:
    """The words of `text`, folded, in order: the cheap pass that looks for candidates."""
    return words_and_rest(text)[0]


def words_and_rest(text: str) -> tuple[list[str], str]:
    """The words of `text`, folded, in order; and what is left when plain words are taken out: every figure and sign.

    A word is letters, with apostrophes inside. Splitting at white space finds most words ten times as fast as an
    expression does; the expression is asked about what has anything but letters in it.
    """
    low = fold(text)
    if low.isascii():
        plain = low.encode()
        letters = plain.translate(_LETTERS)
        words = letters.decode().split()
        if b"'" in letters:
            words = [part for word in words for part in (_PLAIN_WORD.findall(word) if "'" in word else (word,))]
        return words, plain.translate(None, _LETTERS_AND_SPACE).decode()
    words = []
    rest = []
    for piece in low.split():
        if piece.isalpha():
            words.append(piece)
            continue
        bare = piece.strip(_AROUND)
        if bare.isalpha():
            words.append(bare)
        else:
            words += _PLAIN_WORD.findall(piece)
            rest.append(piece)
    return words, " ".join(rest)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, positions counted from the start of `text`."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    last = start
    plain = _is_plain(text[start:stop].lower())
    for found in _TOKEN.finditer(text, start, stop):
        first, after = found.span()
        raw = found[0]
        kind: Kind = found.lastgroup  # type: ignore[assignment]
        norm = raw if kind != "word" else raw.lower() if plain else fold(raw)
        tokens.append(Token(norm, first, after, kind, raw, text[last:first]))
        last = after
    return tokens
