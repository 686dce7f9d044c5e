"""Checks of a letter against its reader's situation: it presses where it should wait, asks what is known, forgets a
promise.

Each check yields the place where the letter goes past the reader: the call to act, the greeting, the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from tonelint.judging import sent_before, silence
from tonelint.judging.greetings import greeted_otherwise
from tonelint.judging.knowledge import Knowledge
from tonelint.judging.pushes import copy, push
from tonelint.judging.recipient import PUT_OFF, Situation, situation_of, with_situation
from tonelint.language.lazy_pattern import lazy
from tonelint.language.stems import share_found
from tonelint.matching.checks import Check, Place
from tonelint.matching.context import Context
from tonelint.matching.ends import SPOKEN
from tonelint.model import Document, Language

MENTIONED = 0.5
"""The share of a promise's words with which a letter has mentioned it."""
ASKED = 0.7
"""The share of the words of something known with which a question asks for it."""
_QUESTION = lazy(r"\?[\s\"'»”)]*$")


def bound(document: Document, known: Knowledge) -> tuple[Knowledge, Mapping[str, Check]]:
    """What is known with the quoted thread read too, and the checks of `checks.SITUATIONS` bound to it."""
    situation = situation_of(document, known)
    if not situation.any:
        return known, {}
    return with_situation(known, situation), {name: partial(check, situation) for name, check in CHECKS.items()}


def on_leave(situation: Situation, context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter that sells to somebody whose leave has not ended."""
    if situation.on_leave and not situation.said_no:
        yield from push(context, language)


def after_no(situation: Situation, context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter that sells to somebody who refused or unsubscribed."""
    if situation.said_no:
        yield from push(context, language)


def asked_for_later(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that presses for a decision after two postponements, or before the time that the reader named."""
    if (situation.put_off >= PUT_OFF or situation.later_until is not None) and not situation.said_no:
        yield from push(context, language)


def no_consent(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that sells to somebody who has not agreed to marketing."""
    if situation.no_consent and not situation.said_no:
        yield from push(context, language)


def worried_reader(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that closes a sale with somebody who is worried about money or about making a mistake."""
    if situation.worried and not (situation.said_no or situation.on_leave):
        yield from push(context, language)


def open_promise(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A letter that sells and says nothing of a promise that is due."""
    spoken = " ".join(one.text for one in context.document.segments if one.role in SPOKEN)
    if any(share_found(promise.text, spoken) < MENTIONED for promise in situation.open_promises):
        yield from push(context, language)


def already_known(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A question whose answer the reader has given."""
    topics = [entry.partition(":")[0] for entry in situation.known]
    for paragraph in copy(context, language):
        for sentence in paragraph.sentences:
            words = paragraph.segment.text[sentence.span.start : sentence.span.end]
            if _QUESTION.search(words) and any(share_found(topic, words) >= ASKED for topic in topics):
                yield paragraph.index, sentence.span


def other_name(
    situation: Situation, context: Context, language: Language, options: Mapping[str, Any]
) -> Iterator[Place]:
    """A greeting that calls the reader by somebody else's name."""
    if not situation.name:
        return
    for paragraph in copy(context, language):
        if paragraph.segment.role != "cta":
            span = greeted_otherwise(paragraph.segment.text, situation.name, language)
            if span is not None:
                yield paragraph.index, span
                return


CHECKS: Mapping[str, Any] = {
    "after-no": after_no,
    "already-known": already_known,
    "asked-for-later": asked_for_later,
    "no-consent": no_consent,
    "on-leave": on_leave,
    "open-promise": open_promise,
    "other-name": other_name,
    "worried-reader": worried_reader,
    **sent_before.CHECKS,
    **silence.CHECKS,
}
