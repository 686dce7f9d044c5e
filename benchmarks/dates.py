"""`python benchmarks/dates.py`: phrases of sales copy, resolved by our grammar and by dateparser.

Each phrase has one last day that a reader would understand at NOW; a library is right when it names that day.
dateparser is no dependency: `pip install dateparser`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from time import perf_counter

NOW = datetime(2026, 5, 12, 10, tzinfo=UTC)  # a Tuesday
PHRASES = {
    "ru": {
        "до 31.12": date(2026, 12, 31),
        "до 20 мая": date(2026, 5, 20),
        "до 15-го": date(2026, 5, 15),
        "до пятницы": date(2026, 5, 15),
        "до конца недели": date(2026, 5, 17),
        "до конца месяца": date(2026, 5, 31),
        "завтра": date(2026, 5, 13),
        "сегодня до полуночи": date(2026, 5, 12),
        "через 48 часов": date(2026, 5, 14),
        "послезавтра": date(2026, 5, 14),
    },
    "en": {
        "by 31 December": date(2026, 12, 31),
        "until May 20": date(2026, 5, 20),
        "until 20 May": date(2026, 5, 20),
        "by Friday": date(2026, 5, 15),
        "by the end of the week": date(2026, 5, 17),
        "by the end of the month": date(2026, 5, 31),
        "tomorrow": date(2026, 5, 13),
        "today until midnight": date(2026, 5, 12),
        "in 48 hours": date(2026, 5, 14),
        "the day after tomorrow": date(2026, 5, 14),
    },
}


def main() -> None:
    """Prints, for both, how many days are right, missing and wrong, and how long the import took."""
    begun = perf_counter()
    from tonelint.language.dates import time_phrases

    ours = perf_counter() - begun
    begun = perf_counter()
    import dateparser
    from dateparser.search import search_dates

    theirs = perf_counter() - begun
    settings = {"RELATIVE_BASE": NOW.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
    for name, seconds in (("tonelint", ours), ("dateparser", theirs)):
        counts = {"right": 0, "missing": 0, "wrong": 0}
        for language, phrases in PHRASES.items():
            for words, day in phrases.items():
                if name == "tonelint":
                    found = [one.windows for one in time_phrases(words, language, NOW) if one.windows]
                    said = (found[0][-1].last - timedelta(minutes=1, seconds=1)).date() if found else None
                else:
                    moment = dateparser.parse(words, languages=[language], settings=settings)
                    if moment is None:
                        several = search_dates(words, languages=[language], settings=settings)
                        moment = several[0][1] if several else None
                    said = moment.date() if moment else None
                verdict = "missing" if said is None else "right" if said == day else "wrong"
                counts[verdict] += 1
                if verdict != "right":
                    print(f"  {name}: {words!r} is {said}, not {day}")
        print(f"{name}: {counts}, imported in {seconds * 1000:.0f} ms")


if __name__ == "__main__":
    main()
