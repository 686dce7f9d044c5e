"""Which language a segment is in, by its letters and its neighbours."""

from __future__ import annotations

import pytest

from tonelint.language.identify import identify
from tonelint.model import TAG_FILLER
from tonelint.reading import read_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Хлеб в девять", "ru"),
        ("Bread at nine", "en"),
        ("Oсталocь двa мeстa", "ru"),
        ("Приложение для iPhone", "ru"),
        ("See https://пример.рф/длинная-страница for the rest", "en"),
        (f"{TAG_FILLER * 30} bread", "en"),
        ("50%", "und"),
        ("", "und"),
        ("Ласкаво просимо до їдальні, їжте ще", "und"),
        ("Crème brûlée à la carte, très bientôt", "und"),
        ("Ярослав Ї. живёт в доме на Садовой улице, рядом с пекарней и старой аптекой, давно", "ru"),
    ],
)
def test_the_letters_say_the_language(text: str, language: str) -> None:
    assert identify(text) == language


def languages(text: str) -> list[str]:
    return [segment.language for segment in read_text(text, format="html").segments]


def test_short_buttons_follow_the_letter_around_them() -> None:
    assert languages("<p>Хлеб будет в девять утра.</p><button>OK</button><button>50%</button>") == ["ru", "ru", "ru"]


def test_a_russian_body_under_an_english_heading_stays_russian() -> None:
    assert languages("<h1>Bread at nine</h1><p>Хлеб будет в девять утра.</p>") == ["en", "ru"]


def test_an_english_button_with_words_stays_english() -> None:
    assert languages("<p>Хлеб будет в девять утра.</p><button>Shop now</button>") == ["ru", "en"]


def test_a_segment_in_a_third_language_is_not_given_to_its_neighbours() -> None:
    assert languages("<p>Хлеб будет в девять утра.</p><p>Ласкаво просимо до їдальні</p>") == ["ru", "und"]
