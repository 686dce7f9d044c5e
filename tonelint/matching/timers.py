"""Checks of deadlines that are made, not kept: pictures and scripts that count down, dates counted from today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import TAG, Token
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.markup_places import attribute, elements, source_of, words_beside
from tonelint.model import Language, Segment, Span

_TIMER_WORD = lazy(
    r"(?:^|[/._-])(?:countdown|count-down|obratnyj-otschet)|(?:^|[/._-])timer(?:s|js)?(?=[/._?-]|$)", re.IGNORECASE
)
_MADE_ON_OPENING = lazy(r"\?|\.(?:gif|php|aspx?)\b|/[^/.]*$", re.IGNORECASE)
"""A picture that is made when it is asked for, unlike an icon that lies in a folder."""
_FROM_NOW_SCRIPT = lazy(r"(?:Date\.now\(\)|new Date\(\)(?:\.getTime\(\)|\.valueOf\(\))?|\+new Date)\s*\+\s*[\w(*\s]+")
_COUNTS_DOWN = lazy(r"count-?down|deadline|expire|timer|time-?left|отсч[её]т|таймер", re.IGNORECASE)

_NOW = (
    r"(?:['\"]now['\"]|\bnow\s*\(|\bnow\b(?=\s*[|+])|\btoday\b|\$now\b"
    r"|\bsend_?(?:date|time)\b|\bcurrent_?(?:date|time)\b)"
)
_AHEAD = lazy(
    rf"{_NOW}.*?(?:\||\.|\+)\s*(?:plus|date_?add|add_?(?:days?|hours?|time)|timedelta|modify|\d)"
    r"|\b\d+\.(?:day|hour|week|minute)s?\.from_now"
    r"|\b(?:Date\.(?:today|current|tomorrow)|Time\.(?:now|current|zone\.now))\s*[+.]"
    r"|\b(?:add|plus|in)_?(?:days|hours)\b|\bAdd(?:Days|Hours|Minutes)\s*\(|\btomorrow\b"
    r"|['\"]\+?\d+ (?:day|hour|week)s?['\"]|\bdateAdd\b",
    re.IGNORECASE | re.DOTALL,
)
_THE_DAY_ITSELF = lazy(rf"{_NOW}|\bDate\.(?:today|current)|\bTime\.(?:now|current|zone\.now)|\*\|DATE:", re.IGNORECASE)
_ONLY_YEAR = lazy(r"['\"]%?[Yy]{1,4}['\"]|\byear\b", re.IGNORECASE)
_ASSIGNED = lazy(r"\{%-?\s*(?:assign|set)\s+(\w+)\s*=(.{0,400}?)%\}", re.IGNORECASE | re.DOTALL)
_NAME = lazy(r"\w+")


def timer_service(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A picture or script that counts down: from a known service (option `hosts`), or by its own name.

    The words beside it stand for what the reader sees; the picture or script itself is underlined.
    """
    hosts = tuple(options.get("hosts", ()))
    for one in elements(context.document, frozenset(("img", "mj-image", "script", "input"))):
        address = attribute(one, "src") or ""
        known = any(host in address.lower() for host in hosts)
        dynamic = one.name == "script" or _MADE_ON_OPENING.search(address)
        if known or (address and dynamic and _TIMER_WORD.search(address.partition("?")[0])):
            place = words_beside(context.document, one, language)
            if place is not None:
                yield *place, Span(one.start, one.end)


def script_from_now(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A script that sets a deadline by adding to the moment at which the page is opened."""
    for one in elements(context.document, frozenset(("script",))):
        written = source_of(context.document, one)
        made = _FROM_NOW_SCRIPT.search(written)
        if made is None or not _COUNTS_DOWN.search(written):
            continue
        place = words_beside(context.document, one, language)
        if place is not None:
            yield *place, Span(one.start + made.start(), one.start + len(written[: made.end()].rstrip()))


def evergreen_date(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A deadline that a template tag counts from the day of sending or opening: it is a different one for everybody.

    The tag has to follow a word that makes it a deadline (lexicon `deadline-cues`) within four words. A year in the
    imprint is none, and neither is a date counted from an order.
    """
    for paragraph in context.paragraphs:
        segment = paragraph.segment
        if TAG not in segment.text or segment.language not in (language, "und") or segment.role in ("code", "quote"):
            continue
        source = context.document.parts[segment.part].text
        assigned = {name for name, how in _ASSIGNED.findall(source) if _AHEAD.search(how)}
        for sentence in paragraph.sentences:
            for at, token in enumerate(sentence.tokens):
                if token.kind == "tag" and _evergreen(_written(source, segment, token), assigned):
                    before = sentence.tokens[max(0, at - 4) : at]
                    if context.engine(language).holds(("lex", "deadline-cues"), before):
                        yield paragraph.index, Span(token.start, token.end)


def _evergreen(tag: str, assigned: set[str]) -> bool:
    if not assigned.isdisjoint(_NAME.findall(tag)):
        return True
    return bool(_AHEAD.search(tag) or (_THE_DAY_ITSELF.search(tag) and not _ONLY_YEAR.search(tag)))


def _written(source: str, segment: Segment, token: Token) -> str:
    span = segment.source.span(token.start, token.end)
    return source[span.start : span.end]
