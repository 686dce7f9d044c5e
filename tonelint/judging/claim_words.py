"""What is said about a claim, in English and Russian: both values when the facts say otherwise, the fact that is
missing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal

from tonelint.judging.knowledge import Knowledge
from tonelint.judging.verdicts import Value, Verdict
from tonelint.language.dates import Window
from tonelint.rewriting.fact_words import day, figure, money

Lang = Literal["ru", "en"]

_SAYINGS: Mapping[str, tuple[str, str]] = {
    "differs": (
        "“{words}” says {claimed}; the facts say {known} ({fact}). One of the two needs correcting.",
        "«{words}»: в письме {claimed}, а по фактам {known} ({fact}). Одно из двух стоит поправить.",
    ),
    "past": (
        "“{words}” names {claimed}, and by {known} that is over.",
        "«{words}»: назван срок {claimed}, а к {known} он уже прошёл.",
    ),
    "ended": (
        "“{words}”: by the facts it ended on {known} ({fact}). The new day would help, or the line can go.",
        "«{words}»: по фактам это закончилось {known} ({fact}). Поможет новый день, или строку можно убрать.",
    ),
    "never-ends": (
        "“{words}”: by the facts this has no end ({fact}: never), so the line can go.",
        "«{words}»: по фактам у этого нет конца ({fact}: never), строку можно убрать.",
    ),
    "no-such-day": (
        "“{words}”: there is no such day as {claimed}. Which one was meant?",
        "«{words}»: дня «{claimed}» в календаре нет. Какой имелся в виду?",
    ),
    "weekday": (
        "“{words}”: {claimed} is a {known}. Readers will not know which of the two to believe.",
        "«{words}»: {claimed} — это {known}. Читателю не понять, чему из двух верить.",
    ),
    "not-soon": (
        "“{words}”: by the facts it ends on {known} ({fact}), which leaves plenty of time. That day can be named.",
        "«{words}»: по фактам это закончится {known} ({fact}), времени ещё много. День можно просто назвать.",
    ),
    "name-the-day": (
        "“{words}”: the day is known, {known} ({fact}). With it in the line a reader can plan.",
        "«{words}»: день известен, {known} ({fact}). Если назвать его в строке, читатель сможет подготовиться.",
    ),
    "ambiguous": (
        "“{words}” can be read as {claimed}; the facts say {known} ({fact}). The month in words leaves no doubt.",
        "«{words}» можно прочесть как {claimed}; по фактам {known} ({fact}). Месяц словами не оставит сомнений.",
    ),
    "not-few": (
        "“{words}”: by the facts there are {known} ({fact}), and that is not few.",
        "«{words}»: по фактам есть {known} ({fact}), это не мало.",
    ),
    "none-left": (
        "“{words}”: by the facts none is left ({fact}: 0). Saying so, and what to do then, is kinder.",
        "«{words}»: по фактам не осталось ничего ({fact}: 0). Честнее так и сказать и подсказать, что делать дальше.",
    ),
    "between": (
        "“{words}”: there are {known} ({fact}). The number lets readers judge for themselves.",
        "«{words}»: есть {known} ({fact}). С числом читатель решит сам, много это или мало.",
    ),
    "long-ago": (
        "“{words}”: by the facts the last sale was on {known} ({fact}).",
        "«{words}»: по фактам последняя продажа была {known} ({fact}).",
    ),
    "never-charged": (
        "“{words}”: by the facts that price was never charged ({fact}: never). The new one can stand alone.",
        "«{words}»: по фактам такой цены не было ({fact}: never). Новая цена может стоять одна.",
    ),
    "too-short": (
        "“{words}”: that price held for {known} of the last 90; to compare with, it takes 30 ({fact}).",
        "«{words}»: прежняя цена держалась {known} из последних 90, а для сравнения нужно хотя бы 30 ({fact}).",
    ),
    "not-dearer": (
        "“{words}”: the price is {claimed} now and {known} afterwards ({fact}). It does not rise.",
        "«{words}»: сейчас {claimed}, потом {known} ({fact}). Цена не вырастет.",
    ),
    "fee": (
        "“{words}”: by the facts there is a fee of {known} ({fact}). It belongs beside the word “free”.",
        "«{words}»: по фактам есть сбор {known} ({fact}). Его место рядом со словом «бесплатно».",
    ),
    "write-it": (
        "“{words}”: the price afterwards is known, {known} ({fact}). The letter can say it too.",
        "«{words}»: цена дальше известна, {known} ({fact}). Читатель узнает её, если назвать её в самом письме.",
    ),
    "route": (
        "“{words}”: by the facts the way out is: {known} ({fact}). The letter promises an easier one.",
        "«{words}»: по фактам отключение устроено так: {known} ({fact}). Письмо обещает путь легче.",
    ),
    "stays-open": (
        "“{words}”: by the facts nothing closes ({fact}: never).",
        "«{words}»: по фактам никто не закрывается ({fact}: never).",
    ),
    "repeats": (
        "“{words}”: by the facts the offer comes back ({fact}: true).",
        "«{words}»: по фактам предложение повторяется ({fact}: true).",
    ),
}
_HINTS: Mapping[str, tuple[str, str]] = {
    "proof": (
        "An entry in proof, with its source, would settle it.",
        "Подтвердит запись в proof: что сказано и где источник.",
    ),
    "now": ("The fact now, the time of sending, would settle it.", "Проверить поможет факт now: когда уйдёт письмо."),
}
_HINT = ("The fact {fact} would settle it.", "Проверить поможет факт {fact}.")
_WEEKDAYS: Mapping[Lang, tuple[str, ...]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
}


def message(verdict: Verdict, words: str, own: str, lang: str, known: Knowledge) -> str:
    """The sentence about a claim.

    Args:
        words: the words of the letter as they read.
        own: the message of the rule, used when nothing is known; the missing fact is named after it.
        lang: `ru` or `en`.
    """
    russian = lang == "ru"
    language: Lang = "ru" if russian else "en"
    if not verdict.say:
        if not verdict.fact or _names(own, verdict.fact):
            return own
        hint = _HINTS.get(verdict.fact, _HINT)[russian].format(fact=verdict.fact)
        return f"{own} {hint}"
    offsets = _offsets(verdict)
    return _SAYINGS[verdict.say][russian].format(
        words=words,
        fact=verdict.fact,
        claimed=_shown(verdict.claimed, language, known, offsets=offsets),
        known=_shown(verdict.known, language, known, offsets=offsets),
    )


def _names(own: str, fact: str) -> bool:
    """Whether a message already says which fact it waits for."""
    key = fact.rpartition(".")[2]
    return fact in own or f"({key})" in own or ("_" in key and key in own)


def _shown(value: Value | None, lang: Lang, known: Knowledge, *, offsets: bool) -> str:
    if value is None:
        return ""
    it = value.of
    if isinstance(it, tuple):
        return {"ru": " или ", "en": " or "}[lang].join(_window(window, lang, known, offsets=offsets) for window in it)
    if isinstance(it, str):
        return _WEEKDAYS[lang][int(it[8:])] if it.startswith("weekday-") else it
    if isinstance(it, date):
        return _when(it, lang, known, offsets=offsets)
    if value.shade == "money":
        return money(it, known.facts.offer.currency, lang)
    if value.shade == "days":
        return _days(int(it), lang)
    return f"{figure(it, lang)}%" if value.shade == "percent" else figure(it, lang)


def _window(window: Window, lang: Lang, known: Knowledge, *, offsets: bool) -> str:
    length = window.last - window.first
    if length <= timedelta(minutes=2):
        return _when(window.first + length / 2, lang, known, offsets=offsets)
    if length < timedelta(hours=23):
        middle = _when((window.first + length / 2).replace(second=0), lang, known, offsets=offsets)
        return f"{'около' if lang == 'ru' else 'about'} {middle}"
    first, last = window.first.date(), (window.last - timedelta(minutes=1)).date()
    said = day(last, lang, now=known.now)
    return said if first == last else f"{day(first, lang, now=known.now)} – {said}"


def _when(when: date, lang: Lang, known: Knowledge, *, offsets: bool) -> str:
    said = day(when, lang, now=known.now)
    if isinstance(when, datetime):
        if (when.hour, when.minute) in ((0, 0), (23, 59)):
            said += f", {when:%H:%M}"
        if offsets and when.tzinfo is not None:
            said += f" (UTC{when:%z})".replace("00)", ")").replace("UTC+00)", "UTC)")
    return said


def _offsets(verdict: Verdict) -> bool:
    """Whether the two values stand in different zones, so that the hours alone would mislead."""
    claimed, known = verdict.claimed, verdict.known
    if claimed is None or known is None or not isinstance(claimed.of, tuple) or not isinstance(known.of, datetime):
        return False
    return any(window.first.utcoffset() != known.of.utcoffset() for window in claimed.of)


def _days(count: int, lang: Lang) -> str:
    if lang == "en":
        return f"{count} day" if count == 1 else f"{count} days"
    last, last_two = count % 10, count % 100
    word = "дней" if 11 <= last_two <= 14 or last == 0 or last > 4 else "день" if last == 1 else "дня"
    return f"{count} {word}"
