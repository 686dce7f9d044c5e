"""The reader's situation, from facts and from the quoted thread: a table of letters and the rules that speak up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tonelint import Checker, Config

TABLE = Path(__file__).parent / "situations.yaml"
CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(TABLE.read_text(encoding="utf-8"))
NOW = "2026-05-12T10:00+03:00"

ANSWER = """From: info@owl.example
To: anna@mail.example
Date: Tue, 12 May 2026 10:00:00 +0300
Subject: Re: {subject}
In-Reply-To: <1@mail.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{says}

> {quoted}
"""


def situations(case: dict[str, Any]) -> list[str]:
    checker = Checker(Config(lang="en", select=("context",)))
    if "quoted" in case:
        letter = ANSWER.format(subject="vopros", **{key: case[key] for key in ("says", "quoted")})
        report = checker.check_bytes(letter.encode(), "letter.eml")
    else:
        report = checker.check_text(case["says"], facts={"now": NOW, "recipient": case["recipient"]})
    assert not report.problems
    return sorted({finding.rule for finding in report.findings})


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.get('quoted') or case['recipient']}")
def test_a_letter_heeds_how_things_stand_with_its_reader(case: dict[str, Any]) -> None:
    assert situations(case) == case["finds"]


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 25
    assert sum("quoted" in case for case in CASES) >= 10


def test_a_quotation_on_a_page_is_not_the_reader_speaking() -> None:
    quotation = "<blockquote><p>Раньше мне было дорого, я в отпуске до 15 мая.</p></blockquote>"
    page = f"{quotation}<p>Купите абонемент со скидкой.</p>"
    report = Checker(Config(lang="en", select=("context",))).check_text(page, format="html")
    assert report.findings == ()


def test_a_newsletter_that_quotes_a_customer_is_no_answer() -> None:
    letter = ANSWER.format(subject="x", says="Купите абонемент со скидкой.", quoted="Дорого, но того стоит.")
    letter = letter.replace("In-Reply-To: <1@mail.example>\n", "").replace("Subject: Re: x", "Subject: May")
    report = Checker(Config(lang="en", select=("context",))).check_bytes(letter.encode(), "letter.eml")
    assert report.findings == ()


def test_the_better_line_names_the_day_that_the_thread_told() -> None:
    letter = ANSWER.format(subject="x", says="Купите абонемент со скидкой.", quoted="Я в отпуске до 15-го.")
    report = Checker(Config(lang="en", select=("context/on-leave",))).check_bytes(letter.encode(), "letter.eml")
    (finding,) = report.findings
    assert "после 15\u00a0мая" in finding.rewrites[0].text


def test_facts_in_the_front_matter_come_on_top_of_the_others() -> None:
    page = "---\ntitle: May\ntonelint:\n  now: 2026-05-12T10:00+03:00\n  stock: {left: 9}\n---\n\nОсталось 2 места!\n"
    checker = Checker(Config(lang="ru"))
    report = checker.check_text(page, format="markdown", facts={"stock": {"left": 2, "unit": "место"}})
    (finding,) = report.findings
    assert (finding.severity, finding.rule) == ("error", "scarcity/stock-left")
    assert "9" in finding.message


def test_wrong_facts_in_the_front_matter_are_a_problem_with_its_line() -> None:
    page = "---\ntitle: May\ntonelint:\n  stok: {left: 9}\n---\n\nОсталось 2 места!\n"
    report = Checker(Config(lang="ru")).check_text(page, format="markdown")
    (problem,) = report.problems
    assert problem.line == 3
    assert "неизвестный ключ «stok»; может быть, «stock»?" in problem.message
    assert [finding.severity for finding in report.findings] == ["warning"]


def test_the_date_of_a_letter_is_its_clock() -> None:
    letter = (
        "From: a@owl.example\nDate: Tue, 12 May 2026 10:00:00 +0300\nSubject: May\n"
        "Content-Type: text/plain; charset=utf-8\n\nСкидка действует до 1 мая.\n"
    )
    report = Checker(Config(lang="ru", select=("urgency/untrue-deadline",))).check_bytes(letter.encode(), "letter.eml")
    assert [finding.severity for finding in report.findings] == ["error"]
    timely = letter.replace("12 May", "28 Apr")
    report = Checker(Config(lang="ru", select=("urgency/untrue-deadline",))).check_bytes(timely.encode(), "letter.eml")
    assert report.findings == ()
