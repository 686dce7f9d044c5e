"""Checks of the merge tag in a greeting: what the reader sees when the name is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import TAG, folded_words, tokenize
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.mailing import promotes, speaks_of_own_dealings
from tonelint.model import Language, Span

_NAME = lazy(r"(?:^|[^a-zа-я])(?:first_?name|f_?name|last_?name|name|имя|фио)(?:$|[^a-zа-я])", re.IGNORECASE)
_OTHERWISE = lazy(r"default|fallback|\|\||\?|\bor\b|\belse\b|\bif\b|\|[^|}%]", re.IGNORECASE)
_WORD = lazy(r"[\w.]+")
_GREETINGS = frozenset(
    (
        "здравствуйте",
        "здравствуй",
        "привет",
        "приветствуем",
        "добрый",
        "доброе",
        "доброго",
        "доброй",
        "день",
        "дня",
        "утро",
        "утра",
        "вечер",
        "вечера",
        "уважаемый",
        "уважаемая",
        "дорогой",
        "дорогая",
        "hello",
        "hi",
        "hey",
        "dear",
        "good",
        "morning",
        "afternoon",
        "evening",
        "greetings",
    )
)
"""Words that may stand before the name of the person who is greeted."""
_SPOKEN_FOR = ("*|", "%")
"""Services that keep the fallback of a tag outside the letter."""


def name_without_fallback(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A greeting in a mailing that advertises, with a name tag and nothing to say when there is no name.

    A tag with a default, a condition that asks for the name first, and services that keep defaults elsewhere are left
    alone; so are letters about the reader's own account, where the name is known.
    """
    if not any(TAG in segment.text for segment in context.document.segments):
        return
    if not promotes(context) or speaks_of_own_dealings(context, language):
        return
    asked: dict[tuple[object, ...], bool] = {}
    for index, segment in enumerate(context.document.segments):
        if TAG not in segment.text or segment.role not in ("subject", "heading", "body"):
            continue
        if segment.language not in (language, "und"):
            continue
        opening = tokenize(segment.text)[:4]
        source = context.document.parts[segment.part].text
        for token in opening:
            if token.kind != "tag":
                if token.norm not in _GREETINGS:
                    break
                continue
            span = segment.source.span(token.start, token.end)
            written = source[span.start : span.end]
            inner = written.strip("{}%$[]<>= ")
            if written.startswith(_SPOKEN_FOR) or not _NAME.search(inner) or _OTHERWISE.search(inner):
                continue
            name = (segment.part, *_WORD.findall(inner)[-1:])
            if name not in asked:
                asked[name] = _is_asked_for(source, inner)
            if not asked[name]:
                yield index, Span(token.start, token.end)


def _is_asked_for(source: str, inner: str) -> bool:
    """Whether a condition around the tag asks for the same name."""
    names = _WORD.findall(inner)
    asked = rf"(?:\b(?:if|unless|with)\b|[#^])[^}}%\n]{{0,60}}{re.escape(names[-1])}" if names else "(?!)"
    return re.search(asked, source, re.IGNORECASE) is not None


def opens_with_greeting(context: Context) -> bool:
    """Whether one of the first paragraphs greets somebody."""
    for segment in [s for s in context.document.segments if s.role in ("heading", "body")][:3]:
        head = segment.text[:80]
        opening = () if _GREETINGS.isdisjoint(folded_words(head)) else tokenize(head)
        if opening and opening[0].norm in _GREETINGS:
            return True
    return False
