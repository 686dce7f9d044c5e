"""Claims about time: when something ends, that it ends soon, that a weekday belongs to a date."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo
from typing import Any

from tonelint.judging.facts import When
from tonelint.judging.facts_shape import NEVER
from tonelint.judging.knowledge import Knowledge, reach
from tonelint.judging.verdicts import Said, Value, Verdict, contradicted, iso, supported, unsupported
from tonelint.language.dates import TimePhrase, Window, time_phrases
from tonelint.language.lazy_pattern import lazy

SOON = timedelta(days=3)
"""'Last chance' and 'ends soon' are true from so long before the end."""
NOT_SOON = timedelta(days=14)
"""'Last chance' and 'ends soon' are untrue longer than so before the end."""
_COUNTS_DOWN = lazy(
    r"остал|через|\bещ[её]\b|до конца|до окончания|до закрытия|\bin\b|\bleft\b|remaining|\buntil\b|expires|сгор"
)
_WHILE_OPEN = lazy(r"огранич|limited|временн|время", re.IGNORECASE)


def deadline(said: Said, known: Knowledge) -> Verdict:
    """When something ends. A moment in the past is wrong whatever the facts say; the rest is held against
    `said.fact`."""
    end = reach(known.facts, said.fact)
    # A day or hour without a zone is meant where the offer ends, and the facts know where that is.
    phrase = phrase_at(said, known, end.tzinfo if isinstance(end, datetime) else None)
    if phrase is not None and phrase.impossible:
        return contradicted(
            said, Value(_words(said, phrase)), None, say="no-such-day", fact="now" if not phrase.year else ""
        )
    value = _value(phrase)
    if phrase is not None and _is_past(phrase, known):
        assert known.now is not None
        return contradicted(said, Value(phrase.windows), Value(known.now), say="past", value=value, fact="now")
    if end is None:
        return unsupported(said, value=value)
    if end == NEVER:
        return contradicted(said, None, None, say="never-ends", value=value)
    if known.passed(end):
        return contradicted(said, None, Value(end), say="ended", value=value)
    if phrase is not None and phrase.windows:
        return _held_against(said, phrase, end, known, value)
    return _vague(said, end, known) if phrase is None else unsupported(said, value=value, fact="now")


def weekday(said: Said, known: Knowledge) -> Verdict:
    """A weekday beside a date: checked when the year is known."""
    phrase = phrase_at(said, known)
    if phrase is None or not phrase.dated:
        return unsupported(said, fact="now")
    if phrase.impossible:
        return contradicted(
            said, Value(_words(said, phrase)), None, say="no-such-day", fact="now" if not phrase.year else ""
        )
    if phrase.weekday is None or not phrase.days or not (phrase.year or known.letters_own):
        return unsupported(said, fact="now")
    day = phrase.days[0]
    if any(one.weekday() == phrase.weekday for one in phrase.days):
        return supported(said, value=day.isoformat())
    return contradicted(
        said, Value(day), Value(f"weekday-{day.weekday()}"), say="weekday", value=day.isoformat(), fact="now"
    )


def closing(said: Said, known: Knowledge) -> Verdict:
    """That the business closes: true when it does, at a day that is known."""
    end = known.facts.business.closes_at
    if end is None:
        return unsupported(said)
    if end == NEVER:
        return contradicted(said, None, None, say="stays-open")
    assert end != NEVER
    return supported(said, value=_stamp(end))


def phrase_at(said: Said, known: Knowledge, zone: tzinfo | None = None) -> TimePhrase | None:
    """The phrase that says when, in or across the words of the match; `zone` is that of days that name none."""
    phrases = time_phrases(said.sentence, said.language, known.now, zone or known.zone)
    start, end = said.start, said.start + len(said.words)
    touching = [one for one in phrases if one.span.start < end and one.span.end > start]
    if not touching:
        return None
    best = max(touching, key=lambda one: (one.dated, bool(one.windows), one.what != "clock"))
    if best.what == "duration" and not _COUNTS_DOWN.search(said.sentence.lower()[max(0, start - 20) : end + 20]):
        # 'for 24 hours only' says how long it lasts, not how long is left: the end may come any time until then
        opened = tuple(Window(known.now or window.first, window.last) for window in best.windows)
        return TimePhrase(best.span, "duration", opened)
    return best


def agrees(window: Window, end: When, known: Knowledge) -> bool:
    """Whether an end that the facts give may lie in the window that the words leave."""
    if isinstance(end, datetime):
        return window.first <= end <= window.last
    return window.first < known.moment(end, last=True) and window.last > known.moment(end)


def _held_against(said: Said, phrase: TimePhrase, end: When, known: Knowledge, value: str | None) -> Verdict:
    readings = [agrees(window, end, known) for window in phrase.windows]
    if all(readings):
        return supported(said, value=value)
    if not any(readings):
        return contradicted(said, Value(phrase.windows), Value(end), value=value)
    if phrase.what == "weekday":  # «до пятницы» on a Friday: the facts tell which one is meant, and nobody is misled
        return supported(said, value=_stamp(end))
    return unsupported(said, say="ambiguous", claimed=Value(phrase.windows), known=Value(end))


def _vague(said: Said, end: When, known: Knowledge) -> Verdict:
    """No day is named: 'last chance', 'ends soon'. A term that has an end at all is 'limited'."""
    if known.now is None:
        return unsupported(said, fact="now")
    left = known.moment(end, last=True) - known.now
    if left <= SOON or _WHILE_OPEN.search(said.words):
        return supported(said, value=_stamp(end))
    if left > NOT_SOON:
        return contradicted(said, None, Value(end), say="not-soon", value=_stamp(end))
    return unsupported(said, value=_stamp(end), say="name-the-day", known=Value(end))


def _is_past(phrase: TimePhrase, known: Knowledge) -> bool:
    if known.now is None or not phrase.windows:
        return False
    if not phrase.year and not known.letters_own:
        return False
    if phrase.what not in ("date", "day"):
        return False
    return all(window.last < known.now for window in phrase.windows)


def _value(phrase: TimePhrase | None) -> str | None:
    """A claim's value: the day, or the moment where one is named."""
    if phrase is None or len(phrase.windows) != 1:
        return None
    window = phrase.windows[0]
    if window.last - window.first <= timedelta(minutes=2):
        return iso(window.first + timedelta(minutes=1))
    if phrase.what == "duration":
        return iso(window.first + (window.last - window.first) / 2)
    return phrase.days[0].isoformat() if phrase.days else iso(window.last)


def _stamp(when: Any) -> str:
    return iso(when) if isinstance(when, datetime) else str(when)


def _words(said: Said, phrase: TimePhrase) -> str:
    return said.sentence[phrase.span.start : phrase.span.end]
