"""Where a letter sells, and where it begins: the places at which the checks of a situation put their findings.

Nothing is known of the reader here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.ends import SPOKEN
from tonelint.matching.paragraph import Paragraph
from tonelint.model import Language, Span


def copy(context: Context, language: Language) -> Iterator[Paragraph]:
    """The paragraphs in which the letter speaks, in `language` or in none."""
    for paragraph in context.paragraphs:
        if paragraph.segment.role in SPOKEN and paragraph.segment.language in (language, "und"):
            yield paragraph


def push(context: Context, language: Language) -> Iterator[Place]:
    """Where the letter sells: its call to act, else the first sentence that urges to buy, else a heading that offers.

    Lines about the reader's own order or booking are no push.
    """
    sentences: list[tuple[int, str, Span]] = []
    for paragraph in copy(context, language):
        for sentence in paragraph.sentences:
            tokens = sentence.tokens
            if paragraph.segment.role != "cta" and _holds(context, language, "transactional", tokens):
                continue
            offers = _holds(context, language, "commercial", tokens)
            urges = _holds(context, language, "act-verbs", tokens)
            role = paragraph.segment.role
            if (role == "cta" and (offers or urges)) or (offers and (urges or role in ("subject", "heading"))):
                sentences.append((paragraph.index, role, sentence.span))
    if sentences:
        index, _, span = min(sentences, key=lambda one: (one[1] != "cta", one[1] != "body", one[0], one[2].start))
        yield index, trimmed(context.document.segments[index].text, span)


def opening(context: Context, language: Language) -> Iterator[Place]:
    """Where the letter begins: its subject, else its first sentence; nothing when that is in another language."""
    spoken = [one for one in context.paragraphs if one.segment.role in SPOKEN and one.segment.language != "und"]
    first = min(spoken, key=lambda one: (one.segment.role != "subject", one.index), default=None)
    if first is None or first.segment.language != language or not first.sentences:
        return
    text, span = first.segment.text, first.sentences[0].span
    if first.segment.role == "subject":
        span = Span(span.start, first.sentences[-1].span.end)
    yield first.index, trimmed(text, span)


def about_the_readers_own(context: Context, language: Language) -> bool:
    """Whether the letter is about an order or a booking of the reader, and sells nothing."""
    if next(push(context, language), None) is not None:
        return False
    return any(
        _holds(context, language, "transactional", sentence.tokens)
        for paragraph in copy(context, language)
        for sentence in paragraph.sentences
    )


def trimmed(text: str, span: Span) -> Span:
    """The span without the mark that ends its sentence."""
    words = text[span.start : span.end].rstrip(" \t\r\n.!?…")
    return Span(span.start, span.start + len(words)) if words else span


def _holds(context: Context, language: Language, name: str, tokens: Any) -> bool:
    known = name in context.ruleset.lexicon_names(language)
    return known and bool(context.engine(language).holds(("lex", name), tokens))
