"""The words of a whole letter, put together when a claim asks for them; what was found in them is kept for others."""

from __future__ import annotations

from functools import cached_property

from tonelint.language.numbers import amounts
from tonelint.language.stems import share_found
from tonelint.model import Document, Language


class Whole:
    """A letter as its claims look at it: everything it says itself, without quotations and code."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._sums: dict[Language, frozenset[float]] = {}
        self._shares: dict[tuple[str, str], float] = {}

    @cached_property
    def text(self) -> str:
        """The letter's own words, a segment a line."""
        return "\n".join(one.text for one in self.document.segments if one.role not in ("quote", "code"))

    def sums(self, language: Language) -> frozenset[float]:
        """Every number that the letter names."""
        if language not in self._sums:
            self._sums[language] = frozenset(one.value for one in amounts(self.text, language))
        return self._sums[language]

    def names(self, thing: str, text: str | None = None) -> bool:
        """Whether all words of `thing` stand in `text`, or in the letter when None."""
        key = (thing, self.text if text is None else text)
        if key not in self._shares:
            self._shares[key] = share_found(*key)
        return self._shares[key] == 1
