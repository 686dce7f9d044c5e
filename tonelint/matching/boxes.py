"""Checks of boxes to tick: what is ticked before the reader came, and what hangs on one tick."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.matching import classes
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.markup_places import attribute, elements, source_of, words_inside
from tonelint.model import Element, Language, Span

_CONDITION = lazy(r"\{%|\{\{|<%|<\?|\*\||\[%|@\{|\$\{|=\s*[\"']?\{")
"""A template decides whether the box is ticked."""
_NEVER_A_CONSENT = {
    "ru": ("запомнить меня", "оставаться в системе", "не выходить", "в наличии", "адрес доставки"),
    "en": ("remember me", "keep me signed in", "stay signed in", "keep me logged in", "in stock", "billing address"),
}


def ticked_box(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A box that comes ticked and by which the reader agrees to something, gets letters or pays for an extra."""
    for box, index, span in _boxes(context, language):
        if attribute(box, "checked") is None or attribute(box, "disabled") is not None:
            continue
        if _CONDITION.search(source_of(context.document, box)):
            continue
        label = context.document.segments[index].text.casefold()
        if not any(words in label for words in _NEVER_A_CONSENT[language]) and _holds(
            context, index, language, "box-consents"
        ):
            yield index, span, Span(box.start, box.end)


def one_box(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """One box by which the reader takes both the terms and the advertising."""
    for _, index, span in _boxes(context, language):
        marketing = _holds(context, index, language, "marketing-words")
        optional = _holds(context, index, language, "optional-words")
        if marketing and not optional and _holds(context, index, language, "terms-things"):
            yield index, span


def _boxes(context: Context, language: Language) -> Iterator[tuple[Element, int, Span]]:
    """Each checkbox with the place of its label's words."""
    document = context.document
    labels = list(elements(document, frozenset(("label",))))
    inputs = list(
        elements(document, frozenset(("input",)), lambda e: (attribute(e, "type") or "").lower() == "checkbox")
    )
    for box in inputs:
        name = attribute(box, "id")
        label = next(
            (
                one
                for one in labels
                if one.part == box.part
                and (one.start <= box.start < one.end or (name and attribute(one, "for") == name))
            ),
            None,
        )
        places = list(words_inside(context, label)) if label else _behind(context, box)
        for index, span in places:
            if document.segments[index].language in (language, "und"):
                yield box, index, span
                break


def _behind(context: Context, box: Element) -> list[tuple[int, Span]]:
    """The words right behind a box without a label, up to the end of its segment."""
    for index, segment in enumerate(context.document.segments):
        if segment.part != box.part or segment.role in ("code", "quote"):
            continue
        runs = segment.source.runs
        if runs[-1][1] + runs[-1][3] > box.start:
            start = next((t for t, s, _, length in runs if s + length > box.start), 0)
            return [(index, Span(start, len(segment.text)))] if start < len(segment.text) else []
    return []


def _holds(context: Context, index: int, language: Language, lexicon: str) -> bool:
    tokens = context.paragraphs[index].whole.tokens
    if lexicon in context.ruleset.lexicon_names(language) and context.engine(language).holds(("lex", lexicon), tokens):
        return True
    return not classes.lexicon_words(context.ruleset, language)(lexicon).isdisjoint(token.norm for token in tokens)
