"""What guards and checks may ask of the whole document; every answer is worked out once, when first asked for."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cached_property, partial
from typing import Any, Literal
from weakref import WeakKeyDictionary

from tonelint.language.tokens import TAG
from tonelint.matching import classes
from tonelint.matching.engine import Engine
from tonelint.matching.memory import Memory
from tonelint.matching.paragraph import Paragraph
from tonelint.model import Document, Language
from tonelint.ruleset.compiled import Ruleset

_CONTROL_ROLES = frozenset(("cta", "decline", "unsubscribe"))
_CONTROL_ELEMENTS = frozenset(("a", "button", "input"))
_BULK_HEADERS = frozenset(("list-unsubscribe", "list-id", "precedence", "list-unsubscribe-post"))

_ENGINES: WeakKeyDictionary[Ruleset, dict[str, Engine]] = WeakKeyDictionary()


def engine_for(ruleset: Ruleset, language: Language) -> Engine:
    """The pattern engine of a rule set and language; patterns are made ready in it as they are first met."""
    engines = _ENGINES.setdefault(ruleset, {})
    if language not in engines:
        engines[language] = Engine(partial(ruleset.lexicon, language), classes.lexicon_words(ruleset, language))
    return engines[language]


Sign = Literal["letter", "headers", "markup", "controls", "subject", "preheader", "merge-tags"]
"""Something in a document that a check may ask for before it is worth loading."""


class Context:
    """A document under examination, with its paragraphs and the pattern engines of both languages.

    `found` keeps what was once found out about the document as a whole, by what was asked.
    """

    def __init__(self, document: Document, ruleset: Ruleset, memory: Memory | None = None) -> None:
        self.document = document
        self.ruleset = ruleset
        self.found: dict[Hashable, Any] = {}
        self.paragraphs: tuple[Paragraph, ...] = (
            tuple(Paragraph(segment, index) for index, segment in enumerate(document.segments))
            if memory is None
            else tuple(memory.paragraphs(document.segments))
        )

    def engine(self, language: Language) -> Engine:
        """The pattern engine for texts in `language`, shared by all documents that are checked with the same rules."""
        return engine_for(self.ruleset, language)

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the document's segments are written in."""
        present = {segment.language for segment in self.document.segments}
        return tuple(language for language in ("ru", "en") if language in present)

    @cached_property
    def signs(self) -> frozenset[Sign]:
        """What the document holds beside plain words. Buttons and links count as controls, as do segments in their
        role."""
        found: set[Sign] = set()
        document = self.document
        if document.format == "eml":
            found.add("letter")
        if document.headers:
            found.add("headers")
        if document.elements:
            found.add("markup")
        for segment in document.segments:
            if segment.role in _CONTROL_ROLES or segment.element in _CONTROL_ELEMENTS:
                found.add("controls")
            if segment.role == "subject":
                found.add("subject")
            if segment.role == "preheader":
                found.add("preheader")
            if TAG in segment.text:
                found.add("merge-tags")
        return frozenset(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """All folded words of the document's copy."""
        return frozenset().union(*(p.words for p in self.paragraphs if p.segment.role not in ("code", "quote")))

    @cached_property
    def is_commercial(self) -> bool:
        """The document sells: it speaks of prices, discounts, buying, subscribing, or has a call to action."""
        selling = classes.lexicon_words(self.ruleset, "ru")("commercial") | classes.lexicon_words(self.ruleset, "en")(
            "commercial"
        )
        return not selling.isdisjoint(self.words) or any(s.role == "cta" for s in self.document.segments)

    @cached_property
    def is_correspondence(self) -> bool:
        """The document is a letter between people: it answers or quotes one, or its headers show no list."""
        headers = {name.lower() for name in self.document.headers}
        answers = not headers.isdisjoint(("in-reply-to", "references"))
        quotes = any(s.role == "quote" for s in self.document.segments)
        return answers or quotes or (bool(headers) and not self.is_bulk)

    @cached_property
    def is_bulk(self) -> bool:
        """The document is a mailing: list headers, a line to unsubscribe, or merge tags."""
        headers = {name.lower() for name in self.document.headers}
        return (
            not headers.isdisjoint(_BULK_HEADERS)
            or any(s.role == "unsubscribe" for s in self.document.segments)
            or "merge-tags" in self.signs
        )
