"""What is known while one letter is judged: the facts, the time it is, and whose time that is.

Nothing here looks at the words of the letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from tonelint.errors import FactsError
from tonelint.judging.facts import NOTHING, Facts, When
from tonelint.model import FACTS_KEY, Document, Problem
from tonelint.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The facts of one letter and its clock.

    `now` is None when no clock was given. `letters_own` says that it is the time of the letter itself (from the facts
    or its Date header) and not just the time of the check: only then may a day without a year be called past.
    """

    facts: Facts = NOTHING
    now: datetime | None = None
    letters_own: bool = False

    @property
    def has_facts(self) -> bool:
        """Whether anything was given."""
        return bool(self.facts.given)

    @property
    def zone(self) -> tzinfo:
        """The zone of days and times that name none: that of the clock, else of the first time in the facts, else
        UTC."""
        if self.now is not None and self.now.tzinfo is not None:
            return self.now.tzinfo
        ends = self.facts.offer.ends_at
        return (ends.tzinfo if isinstance(ends, datetime) else None) or UTC

    def moment(self, when: When, *, last: bool = False) -> datetime:
        """A day's first moment (its last with `last`), or the moment itself."""
        if isinstance(when, datetime):
            return when
        return datetime.combine(when + timedelta(days=last), time(), self.zone)

    def passed(self, when: When | None) -> bool:
        """Whether the day or moment lies behind the clock; a day is behind when it is over."""
        return when is not None and self.now is not None and self.moment(when, last=True) <= self.now


def knowledge_of(
    document: Document, facts: Facts | None, clock: datetime | None
) -> tuple[Knowledge, tuple[Problem, ...]]:
    """What is known about `document`, and what is wrong with the facts in its front matter.

    The letter's own facts come on top of `facts`, key by key. The time is that of the facts, else the letter's (its
    Date header, or `date` in its front matter), else `clock`.
    """
    merged, problems = _with_own(document, facts or NOTHING)
    if merged.now is not None:
        return Knowledge(merged, merged.now, True), problems
    own = _own_time(document)
    if own is not None:
        return Knowledge(merged, own, True), problems
    return Knowledge(merged, clock, clock is not None and bool(merged.given)), problems


def reach(facts: Facts, path: str) -> Any:
    """The typed fact at a dotted path, None when it was not given or the path names none."""
    value: Any = facts
    for key in path.split("."):
        value = getattr(value, key, None)
    return value


def _with_own(document: Document, facts: Facts) -> tuple[Facts, tuple[Problem, ...]]:
    own = document.front_matter.get(FACTS_KEY) if document.front_matter else None
    if own is None:
        return facts, ()
    from tonelint.judging.facts_reading import parse_facts

    try:
        if not isinstance(own, Mapping):
            raise FactsError(Sentence("'{key}' in the front matter takes names and values", key=FACTS_KEY))
        given = parse_facts(own, "", line=0)
        return (parse_facts(_merged(facts.given, given.given)) if facts.given else given), ()
    except FactsError as error:
        line = _line_of_key(document)
        message = Sentence("the facts in the front matter are not valid: {what}", what=error.message)
        return facts, (Problem(message, line),)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        merged[key] = _merged(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return merged


def _line_of_key(document: Document) -> int:
    lines = document.parts[0].text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{FACTS_KEY}:")), 0)


def _own_time(document: Document) -> datetime | None:
    header = document.headers.get("date") or document.headers.get("Date")
    if header:
        from email.utils import parsedate_to_datetime

        try:
            sent = parsedate_to_datetime(header)
        except (TypeError, ValueError, IndexError, OverflowError):
            return None
        return sent if sent.tzinfo else sent.replace(tzinfo=UTC)
    written = document.front_matter.get("date") if document.front_matter else None
    if isinstance(written, datetime):
        return written if written.tzinfo else written.replace(tzinfo=UTC)
    return datetime.combine(written, time(12), UTC) if isinstance(written, date) else None
