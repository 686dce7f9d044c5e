"""The check of a letter to somebody who has been silent for a while: it presses, reproaches, or sells again and again.

A silent reader may be written to. A calm letter is no finding, and neither is the first offer after a pause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.judging.pushes import push, trimmed
from tonelint.judging.recipient import Earlier, Situation
from tonelint.judging.sent_before import WEEK
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.ends import LAST, found, spoken
from tonelint.model import Language
from tonelint.reading import read_text

QUIET_DAYS = 30
"""Silent for so many days, a reader counts as quiet."""
_PRESSING = ("again-silent", "forgotten-cries", "hurry", *LAST)
"""Lexicons that reproach for silence or hurry an answer."""


def quiet_reader(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that presses or reproaches a quiet reader, or a push that follows another one within seven days."""
    if situation.quiet_days < QUIET_DAYS or situation.said_no or situation.on_leave:
        return
    for index, span in found(spoken(context), context, _PRESSING):
        segment = context.document.segments[index]
        if segment.language == language:
            sentence = next(s.span for s in context.paragraphs[index].sentences if span.start < s.span.end)
            yield index, trimmed(segment.text, sentence)
            return
    if any(one.ago < WEEK and _sells(one, context) for one in situation.earlier):
        yield from push(context, language)


CHECKS: Mapping[str, Any] = {"quiet-reader": quiet_reader}


def _sells(one: Earlier, context: Context) -> bool:
    return bool(one.words) and Context(read_text(one.words), context.ruleset).is_commercial
