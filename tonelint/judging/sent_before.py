"""Checks of a letter against those that its reader got before: too many, the same subject, a second 'last chance'.

The letters come from the facts. A campaign that lies on disk is read as a whole by `tonelint.campaign`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from tonelint.judging.pushes import about_the_readers_own, copy, opening, trimmed
from tonelint.judging.recipient import Situation
from tonelint.language.lazy_pattern import lazy
from tonelint.language.stems import content_words, share_found
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.ends import Ends, ends_in, found, said_before, spoken
from tonelint.model import Language, Span
from tonelint.reading import read_text
from tonelint.ruleset.compiled import Ruleset

WEEK = timedelta(days=7)
MAX_PER_WEEK = 2
"""How many letters within seven days are not too many, this one counted: the default of `tonelint series`."""
FORTNIGHT = timedelta(days=14)
ALIKE = 0.8
"""The share of its words that a subject has in common with another one that says the same, seen from both."""
_PROMISES = ("last-promise", "week-promise")
"""Lexicons with which a letter says that the next days will be quiet."""
_ANSWER = lazy(r"^(?:\s*(?:re|fwd?|отв|пересл)\s*:)+\s*", re.IGNORECASE)


def too_often(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that is one too many within seven days, unless it is about the reader's own order or promises quiet."""
    week = sum(timedelta() <= one.ago < WEEK for one in situation.earlier)
    if week < MAX_PER_WEEK or about_the_readers_own(context, language):
        return
    if not found(spoken(context), context, _PROMISES):
        yield from opening(context, language)


def same_subject(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A subject that the reader saw within the last two weeks, word for word or nearly."""
    seen = [one.subject for one in situation.earlier if one.subject and one.ago <= FORTNIGHT]
    for paragraph in copy(context, language):
        text = paragraph.segment.text
        if paragraph.segment.role == "subject" and any(_say_the_same(text, other) for other in seen):
            yield paragraph.index, trimmed(text, Span(0, len(text)))


def last_again(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A 'last chance' after another one, by the arithmetic of `tonelint.matching.ends`."""
    if not situation.earlier:
        return
    latest = situation.earlier[-1]
    this = ends_in(context, latest.at + latest.ago)
    if not this.last:
        return
    if said_before(this, [_ends_of(one.words, one.at, context.ruleset) for one in situation.earlier]):
        index, span = this.last[0]
        if context.document.segments[index].language == language:
            yield index, span


CHECKS: Mapping[str, Any] = {"last-again": last_again, "same-subject": same_subject, "too-often": too_often}


def _ends_of(words: str, at: datetime, ruleset: Ruleset) -> Ends:
    return ends_in(Context(read_text(words), ruleset), at)


def _say_the_same(one: str, other: str) -> bool:
    one, other = (_ANSWER.sub("", text) for text in (one, other))
    if not content_words(one) or not content_words(other):
        return False
    return min(share_found(one, other), share_found(other, one)) >= ALIKE
