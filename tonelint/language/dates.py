"""When a few words say that something ends: «до 31.12», «сегодня до полуночи», «через 48 часов», 'by Friday 6 pm ET'.

A phrase is resolved against a clock into windows: the stretches of time in which the end may lie. A phrase that people
read in two ways ('03/04', «до пятницы» said on a Friday) has two windows and nobody guesses here. Nothing here knows
about letters or offers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from tonelint.language.lazy_pattern import lazy
from tonelint.language.time_words import (
    DAYS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PERIODS,
    TIME,
    UNITS,
    WEEKDAYS,
    ZONES,
    span_of_unit,
)  # fmt: skip
from tonelint.model import Language, Span

What = Literal["date", "weekday", "day", "period", "duration", "clock"]

NEAR_PAST = timedelta(days=45)
"""A day without a year that passed no longer ago than this is that day; longer ago, it is next year's."""
_LOOSE = {"a couple of": 2.0, "a few": 3.0}
_MINUTE = timedelta(minutes=1)
_GAP = lazy(r"[\s,()\-–—:]*(?:(?:в|до|к|at|by|until|till|from|on|the)\s+)?[\s,(]*")
_TIMER_BEFORE = lazy(
    r"(?:остал(?:ось|ся|ась|ись)|через|ещё|еще|сгорит|left|remaining|in|within|ends|expires|closes)[\s:,–—-]*$"
)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in which something ends; `first` and `last` are both meant, and equal to the minute if
    exact."""

    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A phrase that says when. `windows` is empty when it cannot be resolved without a clock.

    `dated` when it names a calendar day, `year` when it names the year too; `weekday` (Monday is 0) when it names one
    beside the date; `impossible` when there is no such day (31 June, 29 February of an ordinary year).
    """

    span: Span
    what: What
    windows: tuple[Window, ...]
    dated: bool = False
    year: bool = False
    weekday: int | None = None
    days: tuple[date, ...] = ()
    impossible: bool = False


@dataclass(frozen=True, slots=True)
class _Clock:
    """A time of day, its zone when one is named."""

    span: Span
    hour: int
    minute: int
    zone: tzinfo | None
    midnight: bool = False


def time_phrases(
    text: str, language: Language, now: datetime | None = None, zone: tzinfo | None = None
) -> list[TimePhrase]:
    """The phrases in `text` that say when, in order.

    Args:
        now: the moment that «завтра» and 'in 48 hours' count from; None leaves them unresolved.
        zone: the zone of times that name none; that of `now`, else UTC, when None.
    """
    low = text.lower().replace("ё", "е")
    if len(low) != len(text):  # a few letters change their length in lower case; positions must not
        low = "".join(character.lower()[:1] for character in text).replace("ё", "е")
    reader = _Reader(low, "en" if language == "en" else "ru", now, zone or (now.tzinfo if now else None) or UTC)
    found = _without_overlaps([*reader.durations(), *reader.days_and_times()])
    return sorted(found, key=lambda phrase: phrase.span.start)


@dataclass
class _Reader:
    low: str
    language: str
    now: datetime | None
    zone: tzinfo

    def durations(self) -> Iterator[TimePhrase]:
        """`48 hours`, «два дня», «полчаса», and clock faces that count down."""
        number = rf"(?:\d+(?:[.,]\d+)?|{NUMBERS[self.language]})"
        unit = UNITS[self.language]
        lead = r"(?:через|in|within)\s+" if self.language == "ru" else r"(?:in|within)\s+"
        pair = rf"(?P<n>{number})[\s\u00a0-]+(?P<unit>{unit})"
        shape = rf"(?<![\d:.,])\b(?:{pair}|{lead}(?P<one>{unit})|(?P<half>полчаса|half an hour))\b"
        for found in re.finditer(shape, self.low):
            named = found["unit"] or found["one"]
            step = timedelta(minutes=30) if found["half"] else span_of_unit(named)
            count = 1.0 if not found["n"] else _number(found["n"], self.language)
            yield self._after(step * count, step, found)
        for found in re.finditer(r"(?<![\d:.])(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])", self.low):
            counted = _TIMER_BEFORE.search(self.low[max(0, found.start() - 16) : found.start()])
            if found[3]:
                length = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
            elif counted or re.match(r"\s*(?:мин|min)", self.low[found.end() : found.end() + 6]):
                length = timedelta(minutes=int(found[1]), seconds=int(found[2]))
            else:
                continue
            yield self._after(length, timedelta(minutes=2), found)

    def _after(self, length: timedelta, step: timedelta, found: re.Match[str]) -> TimePhrase:
        span = Span(found.start(), found.end())
        if self.now is None:
            return TimePhrase(span, "duration", ())
        end = self.now + length
        slack = step / 7 if step >= timedelta(days=7) else max(min(step, timedelta(hours=1)), length / 20)
        if timedelta(days=1) <= step < timedelta(days=7):
            slack = step
        return TimePhrase(span, "duration", (Window(end - slack, end + slack),))

    def days_and_times(self) -> Iterator[TimePhrase]:
        """Dates, weekdays, 'tomorrow' and ends of weeks, each with the time of day that stands beside it."""
        phrases = _without_overlaps([*self._dates(), *self._relative_days(), *self._periods(), *self._weekdays()])
        phrases = self._with_weekdays(sorted(phrases, key=lambda phrase: phrase.span.start))
        clocks = list(self._clocks())
        for phrase in phrases:
            beside = next((clock for clock in clocks if self._beside(phrase.span, clock.span)), None)
            if beside is None:
                yield phrase
            else:
                clocks.remove(beside)
                yield self._at(phrase, beside)
        for clock in clocks:
            yield self._alone(clock)

    def _dates(self) -> Iterator[TimePhrase]:
        for found in re.finditer(r"\b(\d{4})-(\d\d)-(\d\d)\b", self.low):
            yield self._dated(found, [(int(found[3]), int(found[2]))], int(found[1]))
        numeric = r"(?<![\d.,/])(?!24/7)(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/%]|[.,]\d|\s?[%₽$€£])"
        for found in re.finditer(numeric, self.low):
            first, second = int(found[1]), int(found[3])
            year = int(found[4]) + (2000 if len(found[4]) == 2 else 0) if found[4] else None
            order = [(first, second)]
            if self.language == "en" and found[2] == "/":
                order.append((second, first))
            order = [(day, month) for day, month in dict.fromkeys(order) if 1 <= day <= 31 and 1 <= month <= 12]
            if order and (found[2] == "/" or len(found[3]) == 2):
                yield self._dated(found, order, year)
        yield from self._named_months()
        ordinal = r"\b(\d{1,2})-?(?:го|ое|е)\b(?!\s*(?:" + MONTHS["ru"][0] + r"))"
        if self.language == "en":
            ordinal = rf"\bthe (\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?(?:{MONTHS['en'][0]}|\w+))"
        for found in re.finditer(ordinal, self.low):
            if 1 <= int(found[1]) <= 31:
                yield self._day_of_month(found, int(found[1]))

    def _named_months(self) -> Iterator[TimePhrase]:
        names, number_of = MONTHS[self.language]
        year = r"(?:,?\s*(\d{4})(?![\d:])(?:\s*г(?:ода|\.)?)?)?"
        if self.language == "ru":
            day = rf"(\d{{1,2}}(?:-?го)?|{'|'.join(ORDINALS)})"
            for found in re.finditer(rf"\b{day}\s+({names})\b\.?{year}", self.low):
                number = ORDINALS.get(found[1]) or int(re.sub(r"\D", "", found[1]))
                yield self._dated(found, [(number, number_of(found[2]))], int(found[3]) if found[3] else None)
            return
        for found in re.finditer(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({names})\b\.?{year}", self.low):
            yield self._dated(found, [(int(found[1]), number_of(found[2]))], int(found[3]) if found[3] else None)
        for found in re.finditer(rf"\b({names})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!:){year}", self.low):
            yield self._dated(found, [(int(found[2]), number_of(found[1]))], int(found[3]) if found[3] else None)

    def _dated(self, found: re.Match[str], order: list[tuple[int, int]], year: int | None) -> TimePhrase:
        """A calendar day in every order of day and month that it may be read in."""
        span = Span(found.start(), found.end())
        possible = [(day, month) for day, month in order if _exists(day, month, year)]
        if not possible:
            return TimePhrase(span, "date", (), dated=True, year=year is not None, impossible=True)
        if year is None and self.now is None:
            return TimePhrase(span, "date", (), dated=True)
        days = [date(year, month, day) if year else self._nearest(day, month) for day, month in possible]
        known = tuple(day for day in days if day is not None)
        windows = tuple(self._whole(day) for day in known)
        return TimePhrase(span, "date", windows, True, year is not None, days=known, impossible=not known)

    def _nearest(self, day: int, month: int) -> date | None:
        """The one such day that is neither long past nor a year ahead; None when that year has no 29 February."""
        assert self.now is not None
        today = self.now.astimezone(self.zone).date()
        for year in (today.year - 1, today.year, today.year + 1):
            if not _exists(day, month, year):
                continue
            candidate = date(year, month, day)
            if -NEAR_PAST <= candidate - today < timedelta(days=366) - NEAR_PAST:
                return candidate
        return None

    def _day_of_month(self, found: re.Match[str], number: int) -> TimePhrase:
        span = Span(found.start(), found.end())
        if self.now is None:
            return TimePhrase(span, "date", (), dated=True)
        today = self.now.astimezone(self.zone).date()
        first = today.replace(day=1)
        for _ in range(3):
            if _exists(number, first.month, first.year) and first.replace(day=number) >= today:
                day = first.replace(day=number)
                return TimePhrase(span, "date", (self._whole(day),), dated=True, days=(day,))
            first = (first + timedelta(days=32)).replace(day=1)
        return TimePhrase(span, "date", (), dated=True)

    def _relative_days(self) -> Iterator[TimePhrase]:
        for word, ahead in DAYS[self.language].items():
            for found in re.finditer(rf"\b{word}\b", self.low):
                yield self._from_today(found, "day", (ahead,))

    def _weekdays(self) -> Iterator[TimePhrase]:
        names, number_of = WEEKDAYS[self.language]
        lead = r"(эт\w+|следующ\w+|ближайш\w+)" if self.language == "ru" else r"(this|next|coming)"
        for found in re.finditer(rf"(?:\b{lead}\s+)?\b({names})\b", self.low):
            number = number_of(found[2])
            if self.now is None:
                yield TimePhrase(Span(found.start(), found.end()), "weekday", (), weekday=number)
                continue
            ahead = (number - self.now.astimezone(self.zone).weekday()) % 7
            word = found[1] or ""
            options: tuple[int, ...] = (ahead,) if ahead else (0, 7)
            if word.startswith(("next", "следующ")):
                options = (ahead or 7, (ahead or 7) + 7) if ahead else (7,)
            elif word and not ahead:
                options = (0,)
            yield replace(self._from_today(found, "weekday", options), weekday=number)

    def _periods(self) -> Iterator[TimePhrase]:
        for shape, period in PERIODS[self.language]:
            for found in re.finditer(shape, self.low):
                yield self._period(found, period)

    def _period(self, found: re.Match[str], period: str) -> TimePhrase:
        span = Span(found.start(), found.end())
        if self.now is None:
            return TimePhrase(span, "period", ())
        today = self.now.astimezone(self.zone).date()
        if period in ("week", "weekend"):
            sunday = today + timedelta(days=6 - today.weekday())
            first = sunday - timedelta(days=2 if period == "week" else 0)
        elif period == "month":
            sunday = first = (today.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        elif period == "year":
            sunday = first = date(today.year, 12, 31)
        else:
            sunday = first = today
        window = Window(self._moment(max(first, today), time()), self._moment(sunday + timedelta(days=1), time()))
        return TimePhrase(span, "period", (window,))

    def _from_today(self, found: re.Match[str], what: What, ahead: tuple[int, ...]) -> TimePhrase:
        span = Span(found.start(), found.end())
        if self.now is None:
            return TimePhrase(span, what, ())
        today = self.now.astimezone(self.zone).date()
        days = tuple(today + timedelta(days=number) for number in ahead)
        return TimePhrase(span, what, tuple(self._whole(day) for day in days), days=days)

    def _with_weekdays(self, phrases: list[TimePhrase]) -> list[TimePhrase]:
        """«Понедельника, 18 мая» as one phrase: the date decides, the weekday is kept beside it."""
        joined: list[TimePhrase] = []
        for phrase in phrases:
            last = joined[-1] if joined else None
            if (
                last
                and {last.what, phrase.what} == {"weekday", "date"}
                and self._beside(last.span, phrase.span, near=4)
            ):
                day, name = (phrase, last) if phrase.what == "date" else (last, phrase)
                joined[-1] = replace(day, span=Span(last.span.start, phrase.span.end), weekday=name.weekday)
            else:
                joined.append(phrase)
        return joined

    def _clocks(self) -> Iterator[_Clock]:
        zones, zone_of = ZONES
        for found in re.finditer(rf"{TIME[self.language]}(?:\s*[,(]?\s*(?P<zone>{zones})\b\)?)?", self.low):
            if found["face"] and _TIMER_BEFORE.search(self.low[max(0, found.start() - 16) : found.start()]):
                continue
            made = _time_of_day(found, zone_of)
            if made is not None:
                yield made

    def _beside(self, one: Span, other: Span, near: int = 12) -> bool:
        first, second = sorted((one, other), key=lambda span: span.start)
        between = self.low[first.end : second.start]
        return len(between) <= near and bool(_GAP.fullmatch(between))

    def _at(self, phrase: TimePhrase, clock: _Clock) -> TimePhrase:
        """A day with the time of day that stands beside it."""
        span = Span(min(phrase.span.start, clock.span.start), max(phrase.span.end, clock.span.end))
        zone = clock.zone or self.zone
        windows: list[Window] = []
        for day in phrase.days:
            ends = [day + timedelta(days=1)] if clock.midnight else [day]
            if clock.midnight and phrase.what == "date":  # 'midnight on 3 June' is said of both its midnights
                ends.insert(0, day)
            windows += [_exact(datetime.combine(end, time(clock.hour, clock.minute), zone)) for end in ends]
        return replace(phrase, span=span, windows=tuple(windows) if phrase.days else phrase.windows)

    def _alone(self, clock: _Clock) -> TimePhrase:
        """A time of day without a day: the coming one."""
        if self.now is None:
            return TimePhrase(clock.span, "clock", ())
        zone = clock.zone or self.zone
        today = self.now.astimezone(zone).date()
        day = today + timedelta(days=1) if clock.midnight else today
        return TimePhrase(clock.span, "clock", (_exact(datetime.combine(day, time(clock.hour, clock.minute), zone)),))

    def _whole(self, day: date) -> Window:
        return Window(self._moment(day, time()), self._moment(day + timedelta(days=1), time()))

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, self.zone)


def _time_of_day(found: re.Match[str], zone_of: Callable[[str], tzinfo | None]) -> _Clock | None:
    zone = zone_of(found["zone"]) if found["zone"] else None
    span = Span(found.start(), found.end())
    if found["word"]:
        noon = found["word"] in ("noon", "полудня")
        return _Clock(span, 12 if noon else 0, 0, zone, midnight=not noon)
    hour, minute = int(found["hour"] or found["face"] or found["hours"]), int(found["minute"] or found["past"] or 0)
    half = (found["half"] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return _Clock(span, hour % 24, minute, zone, midnight=hour == 24)


def _exact(moment: datetime) -> Window:
    return Window(moment - _MINUTE, moment + _MINUTE)


def _exists(day: int, month: int, year: int | None) -> bool:
    """Whether a year has such a day; without a year, whether any has."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return False
    try:
        date(year or 2024, month, day)
    except ValueError:
        return False
    return True


def _number(written: str, language: str) -> float:
    if written[0].isdigit():
        return float(written.replace(",", "."))
    if written in _LOOSE:
        return _LOOSE[written]
    from tonelint.language.numbers import number_named

    return number_named(written.split(), "en" if language == "en" else "ru") or 1.0


def _without_overlaps(phrases: list[TimePhrase]) -> list[TimePhrase]:
    """Of phrases that overlap the longest stays, of equal ones the first."""
    kept: list[TimePhrase] = []
    for phrase in sorted(phrases, key=lambda one: one.span.start - one.span.end):
        if all(phrase.span.end <= other.span.start or other.span.end <= phrase.span.start for other in kept):
            kept.append(phrase)
    return kept
