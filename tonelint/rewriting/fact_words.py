"""Facts in the words of a letter: a date as «31 мая», a sum as «4 990 ₽», a count as a figure.

A value that cannot be said in one short phrase is not said at all: its slot stays a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tonelint.model import Language

_MONTHS: dict[str, tuple[str, ...]] = {
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip
_CURRENCIES = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "₽": "₽", "$": "$", "€": "€", "£": "£"}
_MONEY = frozenset(("price", "price_before", "price_after", "total", "fee"))
_NBSP = "\u00a0"

NAMES: dict[str, tuple[str, str]] = {
    "offer.ends_at": ("end date", "дата окончания"),
    "offer.price": ("price", "цена"),
    "offer.price_before": ("price before", "прежняя цена"),
    "offer.price_before_since": ("since when it was that price", "с какого дня действовала прежняя цена"),
    "offer.price_after": ("price after", "цена после"),
    "stock.left": ("how many there are", "сколько есть"),
    "stock.unit": ("what is counted", "чего"),
    "counts.customers": ("number of customers", "число клиентов"),
    "counts.viewers_now": ("how many are looking now", "сколько человек смотрят"),
    "counts.buyers_24h": ("how many bought it in a day", "сколько купили за сутки"),
    "counts.reviews": ("number of reviews", "число отзывов"),
    "counts.rating": ("rating", "оценка"),
    "subscription.renews": ("renewal date", "дата продления"),
    "subscription.price": ("price", "цена"),
    "subscription.period": ("period", "период"),
    "subscription.cancel": ("where to cancel", "где отключить"),
    "recipient.name": ("name", "имя"),
}
"""What a fact is called when it is missing: English, Russian."""


_OFFERS = ("urgency", "countdown", "scarcity", "fomo", "price", "hype")
_SUBSCRIPTIONS = ("continuity", "obstruction")
_ASKED: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = (
    (_OFFERS, "offer.ends_at", ("end date", "end time", "дата окончания", "время окончания")),
    (_OFFERS, "offer.price", ("price", "price now", "цена", "цена сейчас")),
    (_OFFERS, "offer.price_after", ("price after", "новая цена", "цена потом")),
    (("countdown",), "offer.held_until", ("hold date", "срок хранения")),
    (
        _SUBSCRIPTIONS,
        "subscription.renews",
        ("date", "renewal date", "charge date", "дата", "дата списания", "дата продления"),
    ),
    (_SUBSCRIPTIONS, "subscription.price", ("price", "цена")),
    (_SUBSCRIPTIONS, "subscription.cancel", ("link", "ссылка")),
    (("threat/points-burn",), "account.points_expire_at", ("end date", "дата окончания")),
    (("threat/account-deletion",), "account.deletes_at", ("deletion date", "дата удаления")),
    (("scarcity",), "stock.left", ("how many", "сколько")),
    (("scarcity",), "now", ("count date", "дата подсчёта")),
)
"""Rules or categories, the fact that they ask for, and the usual names of the question."""


def paths_called(question: str, rule: str) -> tuple[str, ...]:
    """The facts that answer a question of `rule` by its usual name: «дата окончания» -> `offer.ends_at`.

    The same words ask for different facts elsewhere, so a price is the offer's only where the rule is about an offer.
    """
    about = (rule, rule.partition("/")[0])
    return tuple(path for rules, path, names in _ASKED if question in names and any(one in rules for one in about))


def answered(facts: Mapping[str, Any] | None, question: str, rule: str) -> str | None:
    """The author's own answer: `answers: {question: words}`, or for one rule or category `answers: {rule: {…: …}}`."""
    given = value_at(facts, "answers")
    if not isinstance(given, Mapping):
        return None
    for place in (given.get(rule), given.get(rule.partition("/")[0]), given):
        if isinstance(place, Mapping) and isinstance(place.get(question), (str, int, float)):
            return str(place[question])
    return None


def name_of(path: str, language: Language) -> str:
    """The question that stands in the slot while the fact is missing."""
    names = NAMES.get(path)
    return names[language == "ru"] if names else path.rpartition(".")[2].replace("_", " ")


def value_at(facts: Mapping[str, Any] | None, path: str) -> Any:
    """The fact at a dotted path, None when it is not given."""
    value: Any = facts
    for key in path.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return None
        value = value[key]
    return value


def in_words(facts: Mapping[str, Any] | None, path: str, language: Language) -> str | None:
    """The fact at `path` as a letter would say it; None when it is missing or cannot be said shortly."""
    value = value_at(facts, path)
    if value is None or isinstance(value, (bool, Mapping, list, tuple)):
        return None
    if path == "now":
        today = _moment(value)
        return None if today is None else day(date(today.year, today.month, today.day), language)
    if value in ("never", ""):
        return None
    if isinstance(value, str):
        moment = _moment(value)
        return day(moment, language, now=_moment(value_at(facts, "now"))) if moment else value.strip() or None
    if isinstance(value, (date, datetime)):
        return day(value, language, now=_moment(value_at(facts, "now")))
    key = path.rpartition(".")[2]
    if key in _MONEY:
        return money(
            value, value_at(facts, path.rpartition(".")[0] + ".currency") or value_at(facts, "offer.currency"), language
        )
    return figure(value, language)


def day(moment: date | datetime, language: Language, *, now: date | datetime | None = None) -> str:
    """«31 мая», «31 мая, 18:00».

    The year is named when it is not that of `now`; midnight and the last minute of a day are not named.
    """
    russian = language == "ru"
    said = f"{moment.day}{_NBSP if russian else ' '}{_MONTHS['ru' if russian else 'en'][moment.month - 1]}"
    if now is not None and now.year != moment.year:
        said += f" {moment.year}" + (" года" if russian else "")
    if isinstance(moment, datetime) and (moment.hour, moment.minute) not in ((0, 0), (23, 59)):
        said += f", {moment:%H:%M}"
    return said


def money(amount: float, currency: str | None, language: Language) -> str:
    """«4 990 ₽», '£60', '4,990 RUB': the sign where the language puts it; without a currency the bare figure."""
    said = figure(amount, language)
    mark = _CURRENCIES.get(str(currency).upper(), str(currency)) if currency else ""
    if not mark:
        return said
    if language != "ru" and mark in ("$", "£", "€"):
        return f"{mark}{said}"
    return f"{said}{_NBSP}{mark}"


def figure(number: float, language: Language) -> str:
    """A number in figures: «12 400» and «4,6» in Russian, '12,400' and '4.6' in English."""
    whole = float(number).is_integer()
    said = f"{int(number):,}" if whole else f"{number:,.2f}".rstrip("0").rstrip(".")
    if language != "ru":
        return said
    return said.replace(",", _NBSP).replace(".", ",")


def _moment(value: Any) -> date | datetime | None:
    if isinstance(value, (date, datetime)):
        return value
    if not isinstance(value, str) or len(value) < 10 or value[4:5] != "-":
        return None
    try:
        return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
    except ValueError:
        return None
