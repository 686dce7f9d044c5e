"""The findings that only a series shows: their words in both languages, and their place in a letter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tonelint.config import MessageLanguage
from tonelint.judging.findings import as_read
from tonelint.model import Document, Finding, Language, Rewrite, Severity, Span

_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "ru": (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
}


def said(day: date, lang: MessageLanguage) -> str:
    """A day in words: '8 May 2026', «8 мая 2026»."""
    return f"{day.day} {_MONTHS[lang][day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a series can show of a letter; texts are English and Russian. `{words}` and other names are filled in."""

    severity: Severity
    message: tuple[str, str]
    why: tuple[str, str]
    idea: tuple[str, str]


KINDS: dict[str, Kind] = {
    "cadence/too-often": Kind(
        "warning",
        (
            "Letter number {count} within seven days, the cap is {cap}. Is there news in it?",
            "Письмо номер {count} за семь дней, предел — {cap}. Есть ли в нём новость?",
        ),
        (
            "Without news a repeat only says that the silence was noticed.",
            "Без новости повтор говорит только о том, что молчание заметили.",
        ),
        ("Put the news of the week into one letter.", "Собрать новости недели в одно письмо."),
    ),
    "cadence/last-again": Kind(
        "error",
        (
            "“{words}”: this is last chance number {count}, the one before was on {day}. Only one can be the last.",
            "«{words}» звучит уже {count}-й раз, прошлый был {day}. Последним бывает только один.",
        ),
        (
            "After the second last chance readers wait for the third.",
            "После второго «последнего шанса» читатель спокойно ждёт третьего.",
        ),
        (
            "Name the day on which the offer ends, the same in every letter.",
            "Назвать день окончания, один и тот же во всех письмах.",
        ),
    ),
    "cadence/deadline-moved": Kind(
        "error",
        (
            "“{words}” sets the end at {new}; an earlier letter said {old}.",
            "«{words}»: срок теперь {new}, а раньше было названо {old}.",
        ),
        (
            "A deadline that moved in silence was none, and the next one will not be believed.",
            "Срок, который молча передвинули, сроком не был. Следующему уже не поверят.",
        ),
        ("Say openly that the date has moved, and why.", "Сказать прямо, что дату перенесли и почему."),
    ),
    "cadence/deadline-moved-openly": Kind(
        "advice",
        (
            "“{words}”: the end moves from {old} to {new}, and the letter says so. Does it say why?",
            "«{words}»: срок переносится с {old} на {new}, и письмо об этом говорит. А почему перенесли?",
        ),
        (
            "Once, with a reason, an extension is a courtesy. Those who hurried deserve a word, too.",
            "Один раз и с причиной продление — любезность. Тем, кто успел, тоже стоит что-то сказать.",
        ),
        ("Name the reason for the extension.", "Назвать причину продления."),
    ),
    "cadence/after-goodbye": Kind(
        "warning",
        (
            "The letter of {day} said that it was the last one, and here is another.",
            "Письмо от {day} обещало, что оно последнее, но пришло ещё одно.",
        ),
        (
            "A goodbye is a promise. Who was left in peace may come back by themselves.",
            "Прощание — это обещание. Тот, кого оставили в покое, может вернуться сам.",
        ),
        ("Leave this reader out of the send.", "Исключить этого читателя из отправки."),
    ),
    "cadence/after-refusal": Kind(
        "error",
        (
            "This person said no on {day}, and the letter asks again.",
            "{day} человек ответил «нет», а письмо спрашивает снова.",
        ),
        ("They have answered already.", "Ответ уже есть."),
        ("Leave this reader out of the send.", "Исключить этого читателя из отправки."),
    ),
}


def finding(
    rule: str,
    place: tuple[int, Span],
    document: Document,
    language: Language,
    lang: MessageLanguage,
    words: Mapping[str, str | date],
) -> Finding:
    """The finding of `rule` at a place of a letter, told in `lang`."""
    kind, russian = KINDS[rule], lang == "ru"
    spelled = {key: said(value, lang) if isinstance(value, date) else value for key, value in words.items()}
    index, span = place
    segment = document.segments[index]
    part = document.parts[segment.part]
    source = segment.source.span(span.start, span.end)
    line, column = part.place(source.start)
    end_line, end_column = part.place(source.end)
    excerpt = as_read(document, segment, span)
    return Finding(
        rule=rule, category="cadence", severity=kind.severity, confidence="high", evidence="situation",
        message=kind.message[russian].format(words=excerpt, **spelled), why=kind.why[russian],
        start=source.start, end=source.end, line=line, column=column, end_line=end_line, end_column=end_column,
        excerpt=excerpt, role=segment.role, language=language,
        rewrites=(Rewrite(kind.idea[russian], "idea", source.start, source.end),),
        part=part.path, address=segment.address,
    )  # fmt: skip
