"""The reader's situation: what the facts and the quoted thread say of the person, put together for one letter.

Nothing here looks at what the letter itself says to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from tonelint.judging.facts import Promise, When
from tonelint.judging.knowledge import Knowledge
from tonelint.judging.thread import Signals, signals_in
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document

PUT_OFF = 2
"""Postponed so often, a reader is asked in another way."""
_MONEY = lazy(r"дорог|ден(?:ег|ьг)|бюджет|цен[аыеу]|стоимост|expens|money|budget|afford|price|cost", re.IGNORECASE)
_MISTAKE = lazy(r"ошиб|страш|боит|боюс|опаса|не справ|mistake|afraid|fear|wrong|worr|fail", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A letter that the reader got before: when, and how long before this one. `words` are its subject and its text."""

    at: datetime
    ago: timedelta
    subject: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """How things stand with the reader when the letter goes out.

    `leave_until` and `later_until` are the ends of a leave and of a time to wait that are still ahead; `on_leave` may
    be true without an end. `said_no` covers a refusal and an unsubscription; `no_consent` says that the reader has not
    agreed to marketing. `quiet_days` count from the last contact; `earlier` are the letters that were sent before this
    one, the oldest first, and none when this one answers the reader.
    """

    name: str | None = None
    on_leave: bool = False
    leave_until: When | None = None
    put_off: int = 0
    later_until: When | None = None
    said_no: bool = False
    worried: tuple[str, ...] = ()
    open_promises: tuple[Promise, ...] = ()
    known: tuple[str, ...] = ()
    no_consent: bool = False
    quiet_days: int = 0
    earlier: tuple[Earlier, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is known that a letter should heed."""
        return self != Situation()


def situation_of(document: Document, known: Knowledge) -> Situation:
    """What the facts say of the reader, and what the quoted thread adds."""
    recipient = known.facts.recipient
    signals = signals_in(document, known.now, known.zone)
    leave = _still_ahead(recipient.on_leave_until, known) or _still_ahead(signals.leave_until, known)
    later = _still_ahead(signals.later_until, known)
    no = recipient.refused_at or recipient.unsubscribed_at
    said_no = signals.stop or signals.unsubscribe or (no is not None and _happened(no, known))
    return Situation(
        name=recipient.name,
        on_leave=leave is not None or (signals.on_leave and signals.leave_until is None),
        leave_until=leave,
        put_off=max(recipient.postponed, signals.later),
        later_until=later,
        said_no=said_no,
        worried=_worries(recipient.concerns, signals),
        open_promises=tuple(one for one in recipient.promises if _is_open(one, known)),
        known=recipient.known,
        no_consent=known.facts.consent.marketing is False,
        quiet_days=_quiet_days(known),
        earlier=_earlier(document, known),
    )


def with_situation(known: Knowledge, situation: Situation) -> Knowledge:
    """The same knowledge with the days that the thread told, so that better lines can name them."""
    told: dict[str, Any] = {}
    if situation.leave_until is not None:
        told["on_leave_until"] = _last_day(situation.leave_until).isoformat()
    if situation.later_until is not None:
        told["later_until"] = _last_day(situation.later_until).isoformat()
    if not told:
        return known
    given = known.facts.given
    recipient: Mapping[str, Any] = {**told, **given.get("recipient", {})}
    return replace(known, facts=replace(known.facts, given={**given, "recipient": recipient}))


def _last_day(when: When) -> date:
    """The day that a midnight ends, as people would name it."""
    return (when - timedelta(minutes=1)).date() if isinstance(when, datetime) else when


def _still_ahead(when: When | None, known: Knowledge) -> When | None:
    """A day that is not over yet; without a clock every day that was given counts."""
    return None if when is None or known.passed(when) else when


def _happened(when: When, known: Knowledge) -> bool:
    return known.now is None or known.moment(when) <= known.now


def _is_open(promise: Promise, known: Knowledge) -> bool:
    """Not kept, and due: by its day, or because no day was agreed."""
    return not promise.done and (promise.due is None or known.passed(promise.due))


def _quiet_days(known: Knowledge) -> int:
    """For how many whole days the reader has been silent: since `quiet_since`, or since a later contact."""
    recipient, now = known.facts.recipient, known.now
    given = (recipient.quiet_since, recipient.last_contact_at)
    since = [known.moment(when) for when in given if when is not None and _happened(when, known)]
    return (now - max(since)).days if now is not None and since else 0


def _earlier(document: Document, known: Knowledge) -> tuple[Earlier, ...]:
    """The letters that were sent before this one. None count for an answer: the reader is waiting for it."""
    now = known.now
    if now is None or (_is_answer(document, known) and known.facts.recipient.quiet_since is None):
        return ()
    letters = [(known.moment(one.at), one) for one in known.facts.sent]
    return tuple(
        Earlier(at, now - at, one.subject or "", "\n\n".join(words for words in (one.subject, one.text) if words))
        for at, one in sorted(letters, key=lambda pair: pair[0])
        if at <= now
    )


def _is_answer(document: Document, known: Knowledge) -> bool:
    """Whether the letter answers a message; a subject that merely begins with 'Re:' proves nothing."""
    headers = {name.lower() for name in document.headers}
    return known.facts.thread.in_reply_to is not None or not headers.isdisjoint(("in-reply-to", "references"))


def _worries(concerns: tuple[str, ...], signals: Signals) -> tuple[str, ...]:
    """About what the reader is worried: `money`, `mistake`, both or nothing."""
    said = " ".join(concerns)
    found = []
    if signals.money or _MONEY.search(said):
        found.append("money")
    if signals.mistake or _MISTAKE.search(said):
        found.append("mistake")
    return tuple(found)
