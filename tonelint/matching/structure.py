"""Checks of a letter as a whole: what in it is personal, and whether it answers anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import TAG, Token, tokenize
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Segment, Span

_DISCUSSION = frozenset(("list-post", "mailing-list", "x-beenthere", "x-mailman-version", "x-google-group-id"))
"""Headers of lists on which people answer one another; their software often loses the thread."""
_LETTERHEAD = lazy(r"^(?:from|to|message-id|от кого|от|кому):\s", re.IGNORECASE | re.MULTILINE)
_REPLY = lazy(r"^\s*((?:(?:re|fwd?|fw|отв|ответ|пересл)\s*(?:\[\d+\])?\s*:\s*)+|\(\d+\)(?=\s))", re.IGNORECASE)


def only_the_name(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter that sells and in which only the name is personal: a merge tag in the greeting, nothing else.

    Concrete are: a date, a time, a number, a weekday or month, a day such as 'yesterday', a second kind of merge tag, a
    name in quotation marks or with a capital inside a sentence. Letters about the reader's own order, request or
    account, and letters under `least_words` words (default 25), are left alone.
    """
    copy = [
        (index, s)
        for index, s in enumerate(context.document.segments)
        if s.role in ("subject", "heading", "body", "cta") and s.language in (language, "und")
    ]
    greeting = next(((index, s) for index, s in copy if TAG in s.text and s.role in ("body", "heading")), None)
    if greeting is None or not context.is_commercial:
        return
    tokens = {index: tokenize(s.text) for index, s in copy}
    if sum(map(len, tokens.values())) < options.get("least_words", 25):
        return
    index, _ = greeting
    opener = tokens[index]
    position = next(n for n, token in enumerate(opener) if token.kind == "tag")
    if position > 3 or len({_tag_source(context, s, t) for i, s in copy for t in tokens[i] if t.kind == "tag"}) > 1:
        return
    engine = context.engine(language)
    about_the_reader = ("transactional", "requested", "security", "weekdays", "months", "near-days")
    known = context.ruleset.lexicon_names(language)
    for number, one in copy:
        if any(token.kind in ("number", "date", "time") for token in tokens[number]) or _names_something(one.text):
            return
        if any(engine.holds(("lex", name), tokens[number]) for name in about_the_reader if name in known):
            return
    yield index, Span(opener[0].start, opener[position].end)


def _tag_source(context: Context, segment: Segment, token: Token) -> str:
    """What the sender wrote where `token` stands masked: two tags of one text are one fact about the reader."""
    part = next(p for n, p in enumerate(context.document.parts) if n == segment.part)
    span = segment.source.span(token.start, token.end)
    return "".join(part.text[span.start : span.end].split()).casefold()


_QUOTED_NAME = lazy(r"[«“\"][^»”\"]{2,}[»”\"]")
_INNER_CAPITAL = lazy(r"(?<=[a-zа-яё,] )(?!(?:Вы|Вас|Вам|Вами|Ваш\w*|I|I'\w+)\b)[A-ZА-ЯЁ][a-zа-яё]{2,}")


def _names_something(text: str) -> bool:
    return bool(_QUOTED_NAME.search(text) or _INNER_CAPITAL.search(text.replace(TAG, "")))


def reply_without_thread(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A subject that starts with `Re:` or `Fwd:` in a mailing without a thread: no In-Reply-To, References or
    quotation.

    A letter between people may have lost its thread on the way, so only mailings count. With `drafts: true` the check
    looks at copy without headers instead: a draft that sells and whose subject starts so answers nobody.
    """
    headers = {name.lower() for name in context.document.headers}
    drafts = bool(options.get("drafts", False))
    if drafts == bool(headers) or not headers.isdisjoint(("in-reply-to", "references")):
        return
    if any(s.role == "quote" for s in context.document.segments) or not headers.isdisjoint(_DISCUSSION):
        return
    if drafts and any(_LETTERHEAD.search(part.text) for part in context.document.parts):
        return
    if not (context.is_commercial if drafts else context.is_bulk):
        return
    for index, segment in enumerate(context.document.segments):
        if segment.role != "subject" or segment.language not in (language, "und"):
            continue
        found = _REPLY.match(segment.text)
        if found:
            yield index, Span(found.start(1), found.start(1) + len(found[1].rstrip()))
