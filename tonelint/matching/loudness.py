"""Checks of volume: capitals and rows of exclamation marks. What the words say is asked only to spare warnings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_LOUD = lazy(r"(?:(?<![\w])[A-ZА-ЯЁ]{2,}(?:[-'’][A-ZА-ЯЁ]+)*(?![\w])[\s,–—%\d&+-]*(?:[AIАВИКОСУЯ][\s]+)?){3,}!+")
_MARKS = lazy(r"\w+[\"'»”)]*\s?(?:!\s?){3,}")
_WARNS = ("safety", "security", "legal")


def shouting(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """Three words or more in capitals with an exclamation mark, or three marks in a row, in copy that sells.

    Labels on hazards, security notices and contracts may be loud.
    """
    if not any("!" in segment.text for segment in context.document.segments) or not context.is_commercial:
        return
    engine = context.engine(language)
    known = context.ruleset.lexicon_names(language)
    for paragraph in context.paragraphs:
        segment = paragraph.segment
        if segment.role in ("code", "quote") or segment.language != language or "!" not in segment.text:
            continue
        if any(name in known and engine.holds(("lex", name), paragraph.whole.tokens) for name in _WARNS):
            continue
        last = 0
        for found in sorted((*_LOUD.finditer(segment.text), *_MARKS.finditer(segment.text)), key=lambda m: m.start()):
            if found.start() >= last:
                last = found.end()
                yield paragraph.index, Span(found.start(), len(found[0].rstrip()) + found.start())
