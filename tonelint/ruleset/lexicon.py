"""Lexicons: one dictionary word or phrase a line, `#` for remarks, `=` before a form that stands for itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tonelint.errors import RuleError
from tonelint.language.tokens import tokenize
from tonelint.ruleset.commonness import cost
from tonelint.sentences import unreadable

Forms = Callable[[str], frozenset[str]]
Phrase = tuple[frozenset[str], ...]


class Lexicon(NamedTuple):
    """A compiled lexicon: forms of its single words, and phrases by the forms of their first word."""

    name: str
    singles: frozenset[str]
    phrases: dict[str, tuple[Phrase, ...]]
    telling: frozenset[str] = frozenset()
    """Of every entry the rarest word, in all its forms: a text without any of them holds no entry."""

    @property
    def openers(self) -> frozenset[str]:
        """Every word that an entry can begin with."""
        return self.singles | frozenset(self.phrases)


def read_entries(path: Path) -> list[tuple[int, str]]:
    """The entries of a lexicon file with their line numbers.

    Raises:
        RuleError: the file cannot be read as UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(unreadable(error), path=str(path)) from error
    entries = []
    for number, line in enumerate(lines, start=1):
        entry = line.partition("#")[0].strip()
        if entry:
            entries.append((number, entry))
    return entries


def compile_lexicon(name: str, entries: list[str], forms: Forms) -> Lexicon:
    """A lexicon from its entries; every word is expanded to its forms unless it carries `=`."""
    singles: set[str] = set()
    phrases: dict[str, list[Phrase]] = {}
    telling: set[str] = set()
    for entry in entries:
        phrase: list[frozenset[str]] = []
        for written in entry.split():
            exact = written.startswith("=")
            for token in tokenize(written.removeprefix("=")):
                phrase.append(frozenset((token.norm,)) if exact or token.kind != "word" else forms(token.norm))
        lettered = [forms_ for forms_ in phrase if any(form[:1].isalpha() for form in forms_)]
        if phrase:
            telling |= min(lettered or phrase, key=cost)
        if len(phrase) == 1:
            singles |= phrase[0]
        elif phrase:
            for opener in phrase[0]:
                phrases.setdefault(opener, []).append(tuple(phrase[1:]))
    return Lexicon(
        name, frozenset(singles), {opener: tuple(rest) for opener, rest in phrases.items()}, frozenset(telling)
    )
