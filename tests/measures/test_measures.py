"""What a letter is like as a whole: each measure moves the way its name says, and says nothing of too little."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tonelint import Checker, Config
from tonelint.cli import run
from tonelint.measures.readability import syllables_in
from tonelint.reading import read_text

GENERIC = (
    "Здравствуйте! Мы команда профессионалов с индивидуальным подходом к каждому клиенту. Надеемся на взаимовыгодное "
    "сотрудничество и будем рады ответить на любые вопросы. Наши решения помогают делу расти, а людям работать "
    "спокойно и с удовольствием. Пишите нам, звоните, заходите на сайт, мы всегда рядом и всегда готовы помочь вам и "
    "вашим близким в любом деле."
)
SPECIFIC = (
    "Здравствуйте, Ольга! Вчера вы спрашивали про доставку ржаного в Тверь. Хлеб печём по средам, 3 июня Семён выедет "
    "в 7:00 и будет у вас к полудню. Шесть буханок стоят 1 140 ₽ вместе с дорогой. Если неудобно, напишите до "
    "вторника, перенесём на 10 июня."
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(lang="ru"), measures=True)


def measures(checker: Checker, text: str, **how: Any) -> Mapping[str, Any]:
    return checker.measure(read_text(text, **how))


def test_a_letter_about_its_reader_is_more_specific_than_one_for_anyone(checker: Checker) -> None:
    generic, specific = measures(checker, GENERIC)["specificity"], measures(checker, SPECIFIC)["specificity"]
    assert generic["level"] == "low"
    assert specific["level"] == "high"
    assert specific["details"]["history"] == 1
    assert {"Ольга", "Семён"} <= set(specific["details"]["examples"])


def test_names_are_found_by_models_when_depth_is_asked_for(checker: Checker) -> None:
    document = read_text(SPECIFIC)
    found = checker.measure(document, deep=True)["specificity"]["details"]
    assert found["names_found_by"] == "models"
    assert any(name.startswith("Твер") for name in found["examples"])


def test_formulas_make_the_template_density(checker: Checker) -> None:
    assert measures(checker, GENERIC)["template_density"]["level"] == "high"
    assert measures(checker, SPECIFIC)["template_density"]["value"] == 0


def test_a_letter_for_anyone_gets_its_heaviest_sentences_and_questions(checker: Checker) -> None:
    verdict = measures(checker, GENERIC)["template_verdict"]
    assert verdict["could_be_anyone"]
    assert any("взаимовыгодное сотрудничество" in sentence for sentence in verdict["sentences"])
    assert all(sentence in GENERIC for sentence in verdict["sentences"])
    assert all(question["ru"].endswith("?") and question["en"].endswith("?") for question in verdict["questions"])
    assert not measures(checker, SPECIFIC)["template_verdict"]["could_be_anyone"]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("{{name}}, весна пришла, и велосипед пора доставать из чулана.", 1.0),
        ("{{name}}, заказ {{number}} на {{city}} собран.", 0.33),
        ("Заказ {{number}} собран и ждёт вас в пункте выдачи.", 0.0),
        ("Велосипед пора доставать из чулана.", None),
    ],
)
def test_merge_tags_that_only_greet_are_told_from_those_that_inform(
    checker: Checker, text: str, share: float | None
) -> None:
    assert measures(checker, text)["greeting_tags"]["value"] == share


def test_the_share_of_we_falls_as_the_letter_turns_to_its_reader(checker: Checker) -> None:
    ours = measures(checker, "We bake bread. Our oven is new. We are proud of our flour. We deliver.")["we_share"]
    yours = measures(checker, "You choose the bread. Your order waits for you. Call us if you are late.")["we_share"]
    assert ours["value"] == 1.0
    assert yours["value"] is not None
    assert yours["value"] < 0.5
    assert ours["level"] == "high"


def test_pressure_counts_pressing_places_and_not_advice(checker: Checker) -> None:
    pressed = measures(checker, "Осталось 2 места! Торопитесь, это последний шанс! Потом будете жалеть.")[
        "pressure_density"
    ]
    assert pressed["level"] == "high"
    assert pressed["details"]["places"] >= 3
    assert measures(checker, GENERIC)["pressure_density"]["value"] == 0


def test_a_measure_means_the_same_whatever_rules_are_selected() -> None:
    narrow = Checker(Config(lang="ru", select=("price",)), measures=True)
    report = narrow.check_text(GENERIC)
    assert report.findings == ()
    assert report.measures["template_density"]["level"] == "high"


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        *[("молоко", "ru", 3), ("взгляд", "ru", 1), ("в", "ru", 1), ("bread", "en", 1), ("bakery", "en", 3)],
        *[("made", "en", 1), ("table", "en", 2), ("wanted", "en", 2), ("the", "en", 1)],
    ],
)
def test_syllables_are_counted_by_the_spelling(word: str, language: str, count: int) -> None:
    assert syllables_in(word, language) == count


def test_readability_follows_the_published_formulas(checker: Checker) -> None:
    russian = "Мы печём хлеб. " * 12
    found = measures(checker, russian)["readability"]
    assert found["value"] == pytest.approx(206.835 - 1.3 * 3 - 60.1 * 4 / 3, abs=0.01)
    english = "We bake good bread. " * 12
    assert measures(checker, english)["readability"]["value"] == pytest.approx(206.835 - 1.015 * 4 - 84.6, abs=0.01)


def test_long_sentences_and_long_words_read_harder(checker: Checker) -> None:
    hard = (
        "Осуществление предварительного согласования предоставляемых документов производится уполномоченными "
        "представителями организации исключительно после официального подтверждения соответствующих обязательств, "
        "установленных действующими внутренними регламентами взаимодействия заинтересованных подразделений компании, "
        "а также иными распорядительными документами."
    )
    assert measures(checker, hard)["readability"]["level"] in ("low", "unknown")
    assert (
        measures(checker, "Мы печём хлеб. Приходите к нам утром. Хлеб ещё тёплый. " * 4)["readability"]["level"]
        == "high"
    )


def test_too_little_text_gives_no_number_and_says_so(checker: Checker) -> None:
    short = measures(checker, "Хлеб готов.")
    for name in ("specificity", "template_density", "we_share", "readability"):
        assert short[name]["value"] is None
        assert short[name]["level"] == "unknown"
        assert short[name]["reading"]["ru"]


def test_measures_come_only_when_asked_for() -> None:
    assert Checker(Config(lang="en")).check_text(GENERIC).measures == {}
    report = Checker(Config(lang="en"), measures=True).check_text(GENERIC)
    assert json.loads(json.dumps(report.to_dict()))["measures"]["words"] > 40


def test_the_command_shows_them_in_plain_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(GENERIC, encoding="utf-8")
    run(["check", "--measures", "--fail-on", "never", "--lang", "ru", str(path)])
    shown = capsys.readouterr().out
    assert "конкретность" in shown
    assert "Такое письмо можно отправить кому угодно." in shown
    run(["check", "--fail-on", "never", "--lang", "ru", str(path)])
    assert "конкретность" not in capsys.readouterr().out


DOCUMENTED = Path(__file__).parents[2] / "docs" / "measures.md"


@pytest.mark.parametrize("name", ["specificity", "template", "address", "pressure", "readability"])
def test_the_documented_scale_is_the_one_in_force(name: str) -> None:
    module = import_module(f"tonelint.measures.{name}")
    _, _, section = DOCUMENTED.read_text(encoding="utf-8").partition(f"`{module.NAME}`")
    row = section.partition("\n")[0]
    assert all(f"{limit:.3g}" in row for limit in (module.LOW, module.HIGH) if limit != 0.01)
