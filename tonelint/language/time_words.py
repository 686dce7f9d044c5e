"""The words of `dates`: months, weekdays, units, zones and parts of the day, in Russian and English, as they are
spelled.

Tables only. Words are folded: lower case, ё as е.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, timedelta, tzinfo

_RU_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_EN_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _russian_month(word: str) -> int:
    return 3 if word.startswith("мар") else next(n for n, stem in enumerate(_RU_MONTHS, 1) if word.startswith(stem))


def _english_month(word: str) -> int:
    return next(number for number, stem in enumerate(_EN_MONTHS, 1) if word.startswith(stem))


MONTHS: Mapping[str, tuple[str, Callable[[str], int]]] = {
    "ru": (
        r"января|янв|февраля|фев|февр|марта|мар|апреля|апр|мая|июня|июн|июля|июл|августа|авг|сентября|сент|сен"
        r"|октября|окт"
        r"|ноября|нояб|ноя|декабря|дек",
        _russian_month,
    ),
    "en": (
        r"january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep"
        r"|october|oct"
        r"|november|nov|december|dec",
        _english_month,
    ),
}
"""An expression for the names of months, and the number of a name."""

_RU_DAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
_EN_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

WEEKDAYS: Mapping[str, tuple[str, Callable[[str], int]]] = {
    "ru": (
        r"понедельник[ауе]?|вторник[ауе]?|сред[аыеу]|четверг[ауе]?|пятниц[аыеу]|суббот[аыеу]|воскресень[еяю]",
        lambda word: next(number for number, stem in enumerate(_RU_DAYS) if word.startswith(stem)),
    ),
    "en": (
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        lambda word: next(number for number, stem in enumerate(_EN_DAYS) if word.startswith(stem)),
    ),
}
"""An expression for the names of weekdays, and the number of a name; Monday is 0."""

ORDINALS: Mapping[str, int] = {
    "первого": 1, "второго": 2, "третьего": 3, "четвертого": 4, "пятого": 5, "шестого": 6, "седьмого": 7, "восьмого": 8,
    "девятого": 9, "десятого": 10, "одиннадцатого": 11, "двенадцатого": 12, "тринадцатого": 13, "четырнадцатого": 14,
    "пятнадцатого": 15, "шестнадцатого": 16, "семнадцатого": 17, "восемнадцатого": 18, "девятнадцатого": 19,
    "двадцатого": 20, "тридцатого": 30,
}  # fmt: skip

DAYS: Mapping[str, Mapping[str, int]] = {
    "ru": {"сегодня": 0, "завтра": 1, "послезавтра": 2},
    "en": {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2},
}
"""Days by their distance from today."""

PERIODS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ru": (
        (r"\b(?:конца|конце|концу|конец)\s+(?:этой\s+)?недели\b|\bна этой неделе\b", "week"),
        (r"\b(?:конца|конце|концу|конец)\s+(?:этих\s+)?выходных\b|\bв эти выходные\b", "weekend"),
        (r"\b(?:конца|конце|концу|конец)\s+(?:этого\s+)?месяца\b|\bв этом месяце\b", "month"),
        (r"\b(?:конца|конце|концу|конец)\s+(?:этого\s+)?года\b|\bв этом году\b", "year"),
        (r"\b(?:конца|конце|концу)\s+дня\b|\bдо вечера\b", "day"),
    ),
    "en": (
        (r"\bend of (?:the |this )?week\b|\bthis week\b", "week"),
        (r"\bend of (?:the |this )?weekend\b|\bthis weekend\b", "weekend"),
        (r"\bend of (?:the |this )?month\b|\bthis month\b", "month"),
        (r"\bend of (?:the |this )?year\b|\bthis year\b", "year"),
        (r"\bend of (?:the |this )?day\b", "day"),
    ),
}
"""Expressions for the end of a stretch of the calendar that we are in, and its name."""

NUMBERS: Mapping[str, str] = {
    "ru": r"один|одну|одного|два|две|двух|три|трех|четыре|четырех|пять|пяти|шесть|шести|семь|семи|восемь|девять"
    r"|десять|десяти"
    r"|двенадцать|пятнадцать|двадцать|двадцати|тридцать|сорок|полтора|полторы|двое|трое",
    "en": r"an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|a couple of|a few",
}

UNITS: Mapping[str, str] = {
    "ru": r"секунд[аыу]?|сек|минут[аыу]?|мин|час(?:а|ов|у)?|сут(?:ки|ок|кам)|день|дня|дней|недел[яьюие]|месяц(?:а|ев)?",
    "en": r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|fortnights?|months?",
}

_STEPS = (
    (r"сек|sec", timedelta(seconds=1)),
    (r"мин|min", timedelta(minutes=1)),
    (r"час|hour|hr", timedelta(hours=1)),
    (r"сут|д|day", timedelta(days=1)),
    (r"нед|week", timedelta(days=7)),
    (r"fortnight", timedelta(days=14)),
    (r"мес|month", timedelta(days=30)),
)


def span_of_unit(word: str) -> timedelta:
    """How long one of a unit lasts; a month is 30 days.

    Raises:
        StopIteration: the word is no unit of `UNITS`.
    """
    return next(step for stem, step in _STEPS if re.match(stem, word))


TIME: Mapping[str, str] = {
    "ru": r"(?<![\d:])(?:(?P<face>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])|(?:(?<=в )|(?<=до )"
    r"|(?<=к ))(?P<hours>[01]?\d|2[0-4])\s+час(?:ов|а)"
    r"|\b(?P<word>полуночи|полудня)\b)(?P<hour>(?!))?(?P<past>(?!))?(?P<half>(?!))?",
    "en": r"(?<![\d:])(?:(?P<hour>1[0-2]|0?[1-9])(?::(?P<past>[0-5]\d))?\s?(?P<half>[ap]\.?m\b\.?)|(?P<face>[01]?\d"
    r"|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])"
    r"|\b(?P<word>noon|midnight)\b)(?P<hours>(?!))?",
}
"""A time of day: `18:00`, «в 18 часов», «полуночи», `6 pm`, `noon`."""

_ZONES = {
    "по москве": "Europe/Moscow", "по московскому времени": "Europe/Moscow", "московского времени": "Europe/Moscow",
    "мск": "Europe/Moscow", "msk": "Europe/Moscow", "moscow time": "Europe/Moscow", "utc": "UTC", "gmt": "UTC",
    "bst": "Europe/London", "uk time": "Europe/London", "london time": "Europe/London", "cet": "Europe/Paris",
    "cest": "Europe/Paris", "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "eastern": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "mt": "America/Denver", "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "pacific": "America/Los_Angeles",
}  # fmt: skip


def _zone(name: str) -> tzinfo | None:
    """The zone that people mean by an abbreviation: the place, in summer and winter; None when its rules are not at
    hand."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    key = _ZONES[" ".join(name.split())]
    try:
        return UTC if key == "UTC" else ZoneInfo(key)
    except ZoneInfoNotFoundError:
        return None


ZONES: tuple[str, Callable[[str], tzinfo | None]] = (
    "|".join(sorted((name.replace(" ", r"\s+") for name in _ZONES), key=len, reverse=True)),
    _zone,
)
"""An expression for the names of zones, and the zone of a name."""
