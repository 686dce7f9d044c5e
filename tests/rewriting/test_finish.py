"""A sentence reads right after something in it was replaced or taken out."""

from __future__ import annotations

import pytest

from tonelint.language.sentences import sentences
from tonelint.model import Language, Role, Span
from tonelint.rewriting.finish import replace_sentence, replace_span

TAG = "\ue000\ue000"


def replaced(text: str, new: str, *, role: Role = "body", language: Language = "ru", scope: str = "span") -> str | None:
    """`text` with the words in [[brackets]] replaced by `new`, or their whole sentence; None when that is refused."""
    start = text.index("[[")
    text = text.replace("[[", "", 1)
    end = text.index("]]")
    text = text.replace("]]", "", 1)
    span = Span(start, end)
    sentence = next(one for one in sentences(text, language) if one.start <= start < one.end)
    if scope == "span":
        change = replace_span(text, sentence, span, new, role, language)
    else:
        change = replace_sentence(text, sentence, new, role, language, keep_name=True)
    return None if change is None else text[: change.start] + change.new + text[change.end :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Забронировать домик, [[пока не разобрали]]!", "Забронировать домик."),
        ("[[Торопитесь]], вебинар 12 марта.", "Вебинар 12 марта."),
        ("[[Торопитесь]]! Вебинар 12 марта.", "Вебинар 12 марта."),
        ("Вебинар 12 марта. [[Торопитесь]]!", "Вебинар 12 марта."),
        ("🔥 [[Торопитесь]]! Вебинар 12 марта.", "Вебинар 12 марта."),
        ("Приходите, [[пока не поздно]], в субботу.", "Приходите в субботу."),
        ("Вебинар 12 марта, и [[поторопитесь]]!", "Вебинар 12 марта."),
        ("[[Поторопитесь]] и забронируйте место.", "Забронируйте место."),
        ("Наш [[уникальный]] чай из Карелии.", "Наш чай из Карелии."),
        ("Скидка 20% — [[только сегодня]]! Приходите.", "Скидка 20%. Приходите."),
        ("[[Сейчас или никогда]] — записывайтесь на йогу.", "Записывайтесь на йогу."),
        ("Пожалуйста, [[немедленно]] же откройте окно.", "Пожалуйста, откройте окно."),
        ("Записаться можно, [[пока не разобрали]] места!", "Записаться можно."),
        ("Запишитесь, [[пока мы не повысили]] тариф, на сайте.", "Запишитесь на сайте."),
        ("Осталось 2 места, [[торопитесь]]! 😀", "Осталось 2 места. 😀"),
        ("Приходите в субботу, [[пока не разобрали]] 🙂", "Приходите в субботу 🙂"),
    ],
)
def test_what_is_left_of_a_russian_sentence_is_mended(before: str, after: str) -> None:
    assert replaced(before, "") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[Hurry]], only 3 cabins left!", "Only 3 cabins left!"),
        ("Only 3 cabins left, [[hurry]], book today.", "Only 3 cabins left, book today."),
        ("[[Miss this and you'll kick yourself]]: the tour is back.", "The tour is back."),
        ("It is an [[ultimate]] tool for you.", "It is a tool for you."),
        ("It is an [[amazing]] invoice tool.", "It is an invoice tool."),
        ("Our truly [[revolutionary]] mop is here.", "Our mop is here."),
        ("Check out ([[4:59 left]]) now.", "Check out now."),
        (f"{TAG}, [[don't miss out]]: tour on 5 May.", f"{TAG}, tour on 5 May."),
    ],
)
def test_what_is_left_of_an_english_sentence_is_mended(before: str, after: str) -> None:
    assert replaced(before, "", language="en") == after


def test_a_line_without_a_full_stop_stays_without_one() -> None:
    assert replaced("Забронировать домик, [[пока не разобрали]]", "", role="cta") == "Забронировать домик"
    assert replaced("[[НОВАЯ КОЛЛЕКЦИЯ УЖЕ ЗДЕСЬ]]!!!", "Новая коллекция уже здесь.", role="subject") == (
        "Новая коллекция уже здесь"
    )


def test_a_sentence_that_would_end_in_the_air_is_left_alone() -> None:
    assert replaced("This ledger is a [[game-changer]].", "", language="en") is None
    assert replaced("Этот шкаф для [[настоящих мастеров]].", "") is None


def test_two_separators_never_meet() -> None:
    made = replaced("[[Торопитесь]], абонемент со скидкой ждёт.", "можно до 5 июня:")
    assert made == "Можно до 5 июня: абонемент со скидкой ждёт."


def test_a_button_is_never_left_empty() -> None:
    assert replaced("[[Торопитесь]]!", "", role="cta") is None
    assert replaced("[[Торопитесь]]!", "", role="heading", scope="sentence") is None


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("На курсе [[осталось 2 места]]!", "Свободно 2 места.", "На курсе свободно 2 места."),
        ("[[осталось 2 места]] на курсе.", "свободно 2 места", "Свободно 2 места на курсе."),
        ("«[[Осталось 2 места]]!»", "Свободно 2 места", "«Свободно 2 места».") ,
        ("[[Осталось 2 места]] на курсе!!", "Есть 2 места", "Есть 2 места на курсе."),
        ("Привет. [[Осталось 2 места]] ⏰", "Свободно 2 места", "Привет. Свободно 2 места"),
        ("Мест нет. [[CRM]] скоро.", "CRM готова", "Мест нет. CRM готова скоро."),
    ],
)  # fmt: skip
def test_new_words_take_the_capital_and_the_mark_of_their_place(before: str, new: str, after: str) -> None:
    assert replaced(before, new) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"{TAG}, [[осталось]] 2 места!", f"{TAG}, свободно 2 места."),
        (f"{TAG}! [[Осталось]] 2 места!", f"{TAG}! Свободно 2 места."),
        ("Анна, [[осталось]] 2 места!", "Анна, свободно 2 места."),
        ("Привет. [[Осталось]] 2 места! Ждём.", "Привет. Свободно 2 места. Ждём."),
        ("[[Осталось]] 2 места:", "Свободно 2 места:"),
    ],
)
def test_a_new_sentence_keeps_whom_it_addresses_and_what_follows(before: str, after: str) -> None:
    assert replaced(before, "Свободно 2 места.", scope="sentence") == after


def test_a_sentence_leaves_with_its_space() -> None:
    assert replaced("Привет. [[Осталось]] 2 места! Ждём.", "", scope="sentence") == "Привет. Ждём."
    assert replaced("Привет.\nОсталось [[2]] места!", "", scope="sentence") == "Привет."
    assert replaced("Привет. Осталось [[2]] места!\nЖдём.", "", scope="sentence") == "Привет.\nЖдём."
    assert replaced("Привет.\nОсталось [[2]] места!\nЖдём.", "", scope="sentence") == "Привет.\nЖдём."


def test_a_non_breaking_space_is_never_lost() -> None:
    assert replaced("Всё за 1\u00a0500\u00a0₽, [[торопитесь]]!", "") == "Всё за 1\u00a0500\u00a0₽."
