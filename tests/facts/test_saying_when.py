"""Phrases that say when: what they resolve to, when they have two meanings, and what cannot be a day."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.language.dates import time_phrases
from tonelint.language.numbers import amounts

NOW = datetime.fromisoformat("2026-05-12T10:00+03:00")  # a Tuesday

DAYS = [
    ("ru", "до пятницы", ["2026-05-15"]),
    ("ru", "до вторника", ["2026-05-12", "2026-05-19"]),
    ("ru", "в следующую пятницу", ["2026-05-15", "2026-05-22"]),
    ("ru", "завтра", ["2026-05-13"]),
    ("ru", "послезавтра", ["2026-05-14"]),
    ("ru", "до 31.12", ["2026-12-31"]),
    ("ru", "до 03.04", ["2026-04-03"]),
    ("ru", "до 1 апреля", ["2026-04-01"]),
    ("ru", "до 1 марта", ["2027-03-01"]),
    ("ru", "до двадцатого мая", ["2026-05-20"]),
    ("ru", "до 15-го", ["2026-05-15"]),
    ("ru", "до 10-го", ["2026-06-10"]),
    ("ru", "до 29 февраля 2028 года", ["2028-02-29"]),
    ("ru", "2026-06-01", ["2026-06-01"]),
    ("en", "until Friday", ["2026-05-15"]),
    ("en", "next Friday", ["2026-05-15", "2026-05-22"]),
    ("en", "tomorrow", ["2026-05-13"]),
    ("en", "the day after tomorrow", ["2026-05-14"]),
    ("en", "until 03/06", ["2026-06-03", "2027-03-06"]),
    ("en", "until 25/12", ["2026-12-25"]),
    ("en", "until 12/25", ["2026-12-25"]),
    ("en", "May 31st, 2026", ["2026-05-31"]),
    ("en", "the 31st of May", ["2026-05-31"]),
    ("en", "by the 15th", ["2026-05-15"]),
    ("en", "Feb 29, 2028", ["2028-02-29"]),
]
MOMENTS = [
    ("ru", "до 31 мая, 18:00 по Москве", ["2026-05-31T18:00+03:00"]),
    ("ru", "сегодня до полуночи", ["2026-05-13T00:00+03:00"]),
    ("ru", "до полуночи", ["2026-05-13T00:00+03:00"]),
    ("ru", "сегодня до 18 часов", ["2026-05-12T18:00+03:00"]),
    ("ru", "в пятницу до 18:00", ["2026-05-15T18:00+03:00"]),
    ("en", "by Friday 6 pm ET", ["2026-05-15T18:00-04:00"]),
    ("en", "midnight tonight", ["2026-05-13T00:00+03:00"]),
    ("en", "midnight on 3 June", ["2026-06-03T00:00+03:00", "2026-06-04T00:00+03:00"]),
    ("en", "tomorrow at noon", ["2026-05-13T12:00+03:00"]),
    ("en", "5pm PST on January 3", ["2027-01-03T17:00-08:00"]),
    ("en", "June 3, 23:59 GMT", ["2026-06-03T23:59+00:00"]),
]
LENGTHS = [
    ("ru", "через 48 часов", "2026-05-14T10:00+03:00"),
    ("ru", "через две недели", "2026-05-26T10:00+03:00"),
    ("ru", "через полчаса", "2026-05-12T10:30+03:00"),
    ("ru", "осталось 02:14:59", "2026-05-12T12:14+03:00"),
    ("ru", "через 15:00", "2026-05-12T10:15+03:00"),
    ("en", "in 48 hours", "2026-05-14T10:00+03:00"),
    ("en", "in a couple of days", "2026-05-14T10:00+03:00"),
    ("en", "ends in 02:14", "2026-05-12T10:02+03:00"),
]


@pytest.mark.parametrize(("language", "words", "days"), DAYS)
def test_a_day_is_the_one_that_people_mean(language: str, words: str, days: list[str]) -> None:
    (phrase,) = time_phrases(words, language, NOW)
    assert [window.first.date().isoformat() for window in phrase.windows] == days
    assert [day.isoformat() for day in phrase.days] == days


@pytest.mark.parametrize(("language", "words", "moments"), MOMENTS)
def test_a_moment_is_exact_to_the_minute(language: str, words: str, moments: list[str]) -> None:
    (phrase,) = time_phrases(words, language, NOW)
    expected = [datetime.fromisoformat(moment) for moment in moments]
    assert len(phrase.windows) == len(expected)
    for window, moment in zip(phrase.windows, expected, strict=True):
        assert window.first <= moment <= window.last
        assert (window.last - window.first).total_seconds() <= 120


@pytest.mark.parametrize(("language", "words", "end"), LENGTHS)
def test_a_length_of_time_ends_around_its_end(language: str, words: str, end: str) -> None:
    (phrase,) = time_phrases(words, language, NOW)
    (window,) = phrase.windows
    assert phrase.what == "duration"
    assert window.first <= datetime.fromisoformat(end) <= window.last


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "до 31 июня"),
        ("ru", "29.02.2027"),
        ("ru", "до 29 февраля"),
        ("en", "until 31 June"),
        ("en", "Feb 29, 2027"),
    ],
)
def test_a_day_that_no_calendar_has_is_called_impossible(language: str, words: str) -> None:
    (phrase,) = time_phrases(words, language, NOW)
    assert phrase.impossible
    assert phrase.windows == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "скидка 10.05%"),
        ("ru", "цена 12.50 ₽"),
        ("en", "a 24/7 line"),
        ("en", "version 1.12.3"),
        ("ru", "стоит 5.10₽"),
    ],
)
def test_a_number_is_not_a_day(language: str, words: str) -> None:
    assert [phrase for phrase in time_phrases(words, language, NOW) if phrase.dated] == []


def test_a_weekday_beside_a_date_is_kept_with_it() -> None:
    (phrase,) = time_phrases("до пятницы, 18 мая", "ru", NOW)
    assert (phrase.weekday, phrase.days[0].isoformat()) == (4, "2026-05-18")


def test_without_a_clock_only_whole_dates_are_resolved() -> None:
    assert time_phrases("завтра", "ru")[0].windows == ()
    assert time_phrases("до 1 мая", "ru")[0].windows == ()
    assert time_phrases("до 1 мая 2026", "ru")[0].days[0].isoformat() == "2026-05-01"


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("ru", "более 3 000 семей", [(3000, "more")]),
        ("ru", "две последние путёвки", [(2, "exactly")]),
        ("ru", "меньше 20% мест", [(20, "less")]),
        ("ru", "около 12 тыс. читателей", [(12_000, "about")]),
        ("ru", "сотни клиентов", [(200, "more")]),
        ("ru", "1,5 млн", [(1_500_000, "exactly")]),
        ("en", "a dozen seats", [(12, "exactly")]),
        ("en", "two dozen seats", [(24, "exactly")]),
        ("en", "over 2,000 dentists", [(2000, "more")]),
        ("en", "5,000+ readers", [(5000, "more")]),
        ("en", "12k users", [(12_000, "exactly")]),
    ],
)
def test_a_number_is_read_with_how_exactly_it_is_meant(
    language: str, words: str, expected: list[tuple[float, str]]
) -> None:
    assert [(one.value, one.bound) for one in amounts(words, language)] == expected


TEXTS = st.text(
    alphabet=st.sampled_from(list("до по 0123456789.:/-, мая until June Friday пятницы pm ₽%İß \u00a0")), max_size=60
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["ru", "en"]))
def test_whatever_is_written_phrases_stand_inside_the_text_and_in_order(text: str, language: str) -> None:
    phrases = time_phrases(text, language, NOW)
    edges = [edge for phrase in phrases for edge in (phrase.span.start, phrase.span.end)]
    assert edges == sorted(edges)
    assert all(0 <= phrase.span.start < phrase.span.end <= len(text) for phrase in phrases)
    assert all(window.first <= window.last for phrase in phrases for window in phrase.windows)
