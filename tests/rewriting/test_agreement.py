"""Counted nouns, cases, genders and articles come out right, for every unit that the rules know."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonelint.language.numbers import number_named
from tonelint.language.russian import readings
from tonelint.rewriting.english_agreement import counted as counted_in_english
from tonelint.rewriting.english_agreement import verb, with_article
from tonelint.rewriting.russian_agreement import (
    agreeing,
    count_form,
    counted,
    declined,
    gender_and_number,
    in_nominative,
)
from tonelint.ruleset.lexicon import read_entries

LEXICONS = Path(__file__).resolve().parents[2] / "lexicons"
NUMBERS = [*range(1, 26), 100, 101, 111, 112, 1000]
UNITS = sorted(
    entry
    for name in ("places", "time-units")
    for _, entry in read_entries(LEXICONS / "ru" / f"{name}.txt")
    if not entry.startswith("=") and " " not in entry
)
WITHOUT_ONE = {"сутки"}


def stands_after(word: str, number: int) -> bool:
    """Whether `word` has a reading that Russian wants after `number` in the nominative."""
    form = count_form(number)
    wanted = {"one": ("nomn", "sing"), "few": ("gent", "sing"), "many": ("gent", "plur")}[form]
    return any(all(grammeme in reading.tag for grammeme in wanted) for reading in readings(word))


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_agrees_with_every_number(unit: str) -> None:
    for number in NUMBERS:
        made = counted(unit, number)
        if unit in WITHOUT_ONE and count_form(number) != "many":
            assert made is None
        else:
            assert made is not None
            assert stands_after(made, number), f"{number} {made}"


@pytest.mark.parametrize("unit", [unit for unit in UNITS if unit not in WITHOUT_ONE])
def test_an_adjective_and_its_noun_agree_with_each_other_and_the_number(unit: str) -> None:
    gender = gender_and_number(unit)
    assert gender is not None
    one = agreeing("свободный", None, *gender)
    for number in NUMBERS:
        made = counted(f"{one} {unit}", number)
        assert made is not None
        adjective, noun = made.split(" ")
        assert stands_after(noun, number)
        feminine = gender[0] == "femn"
        wanted = {"one": ("nomn", "sing"), "few": ("nomn" if feminine else "gent", "plur"), "many": ("gent", "plur")}
        assert any(all(g in reading.tag for g in wanted[count_form(number)]) for reading in readings(adjective)), made


@pytest.mark.parametrize(
    ("phrase", "number", "said"),
    [
        ("окошко", 5, "окошек"),
        ("человек", 2, "человека"),
        ("человек", 5, "человек"),
        ("людей", 12, "человек"),
        ("год", 21, "год"),
        ("год", 25, "лет"),
        ("место", 1.5, "места"),
        ("свободных места", 5, "свободных мест"),
        ("последняя комната", 2, "последние комнаты"),
        ("окошко для записи", 3, "окошка для записи"),
        ("путевок", 2, "путевки"),
    ],
)
def test_a_phrase_stands_in_the_form_its_number_wants(phrase: str, number: float, said: str) -> None:
    assert counted(phrase, number) == said


def test_the_number_a_word_was_written_with_tells_which_word_it_is() -> None:
    assert counted("банки", 5, written_with=2) == "банок"


def test_a_word_nobody_knows_is_not_inflected() -> None:
    assert counted("зюмпфель", 5) is None
    assert declined("зюмпфель", "gen", None) is None


@pytest.mark.parametrize(
    ("phrase", "case", "number", "said"),
    [
        ("новая коллекция", "gen", None, "новой коллекции"),
        ("новая коллекция", "acc", None, "новую коллекцию"),
        ("курс керамики", "dat", None, "курсу керамики"),
        ("клиент", "acc", "plur", "клиентов"),
        ("место", "gen", "plur", "мест"),
        ("Льняные рубашки", "ins", None, "Льняными рубашками"),
    ],
)
def test_a_phrase_is_declined_as_a_whole(phrase: str, case: str, number: str | None, said: str) -> None:
    assert declined(phrase, case, number) == said


@pytest.mark.parametrize(
    ("word", "tense", "gender", "number", "said"),
    [
        ("остаться", "past", "femn", "sing", "осталась"),
        ("действует", None, "femn", "plur", "действуют"),
        ("свободен", None, "femn", "sing", "свободна"),
        ("новый", None, "neut", "sing", "новое"),
    ],
)
def test_a_verb_or_adjective_goes_with_its_noun(word: str, tense: Any, gender: str, number: str, said: str) -> None:
    assert agreeing(word, tense, gender, number) == said


def test_a_number_word_is_put_in_the_nominative_of_its_noun() -> None:
    assert in_nominative("двух", "комната") == "две"
    assert in_nominative("двадцати одного", "место") == "двадцать одно"
    assert in_nominative("2", "место") == "2"


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        (("2",), "ru", 2),
        (("1\u00a0500",), "ru", 1500),
        (("1,5",), "ru", 1.5),
        (("двадцать", "одна"), "ru", 21),
        (("2", "тысячи"), "ru", 2000),
        (("1,500",), "en", 1500),
        (("two", "hundred"), "en", 200),
        (("a", "dozen"), "en", 12),
        (("\ue000\ue000",), "ru", None),
    ],
)
def test_words_and_figures_name_numbers(words: tuple[str, ...], language: Any, number: float | None) -> None:
    assert number_named(words, language) == number


@pytest.mark.parametrize(
    "said",
    [
        "an hour", "an SMS", "an FAQ", "an MOT", "an 8-week course", "an 11 am call", "an 18-month plan", "an £8 fee",
        "an $80 refund", "an umbrella", "an unimportant note", "a user", "a UK number", "a one-off fee", "a €20 fee",
        "a 100-day trial", "a NASA badge", "a university", "a 118",
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(said: str) -> None:
    assert with_article(said.partition(" ")[2]) == said


@pytest.mark.parametrize(
    ("phrase", "number", "said"),
    [
        ("seats", 1, "seat"),
        ("copy of the map", 3, "copies of the map"),
        ("places on the course", 1, "place on the course"),
        ("box", 2, "boxes"),
        ("window seat", 4, "window seats"),
        ("rooms", 2, "rooms"),
    ],
)
def test_an_english_noun_is_counted(phrase: str, number: float, said: str) -> None:
    assert counted_in_english(phrase, number) == said


def test_an_english_verb_goes_with_one_or_many() -> None:
    assert verb("is", None, many=True) == "are"
    assert verb("remain", None, many=False) == "remains"
