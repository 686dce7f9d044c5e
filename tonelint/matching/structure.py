"""Checks of a letter's structure and of the letter as a whole. Each yields the place where the reader would stumble."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.tokens import TAG, tokenize
from tonelint.matching.checks import Check, Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_REPLY = re.compile(r"^\s*((?:re|fwd?|на|отв|ответ)\s*(?:\[\d+\])?\s*:)", re.IGNORECASE)


def only_the_name(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter in which only the name is personal: a merge tag in the greeting, and nothing else about this reader.

    Concrete are: a date, a time, a price, a number with a unit, a second merge tag, a name in quotation marks. A letter under
    `least_words` words (default 25) is too short to tell.
    """
    segments = [
        (index, s)
        for index, s in enumerate(context.document.segments)
        if s.role in ("subject", "heading", "body", "cta") and s.language in (language, "und")
    ]
    words = sum(len(tokenize(s.text)) for _, s in segments)
    tagged = [(index, s) for index, s in segments if TAG in s.text]
    if words < options.get("least_words", 25) or not tagged:
        return
    index, greeting = tagged[0]
    tags = [token for _, s in segments for token in tokenize(s.text) if token.kind == "tag"]
    rest = [token for i, s in segments for token in tokenize(s.text) if token.kind in ("number", "date", "time")]
    names = [s for i, s in segments if i != index and re.search(r"[«“\"][^»”\"]{2,}[»”\"]", s.text)]
    opener = tokenize(greeting.text)
    position = next(n for n, token in enumerate(opener) if token.kind == "tag")
    if len(tags) > 2 or rest or names or position > 4 or len(opener) > 12:
        return
    yield index, Span(opener[0].start, opener[position].end)


def reply_without_thread(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A subject that starts with `Re:` or `Fwd:` in a message that answers nothing (no In-Reply-To, no References)."""
    headers = {name.lower() for name in context.document.headers}
    if not headers or not headers.isdisjoint(("in-reply-to", "references")):
        return
    for index, segment in enumerate(context.document.segments):
        found = _REPLY.match(segment.text) if segment.role == "subject" else None
        if found:
            yield index, Span(found.start(1), found.end(1))


CHECKS: dict[str, Check] = {
    "only-the-name": only_the_name,
    "reply-without-thread": reply_without_thread,
}
