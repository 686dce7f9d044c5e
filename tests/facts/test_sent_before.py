"""A letter beside those its reader got before, their silence and their consent: a table of letters and rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tonelint import Checker, Config

TABLE = Path(__file__).parent / "sent.yaml"
CASES: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(TABLE.read_text(encoding="utf-8"))
NOW = "2026-05-12T10:00+03:00"
WEEK = [{"at": "2026-05-08"}, {"at": "2026-05-10"}]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['facts']}")
def test_a_letter_heeds_what_came_before_it(case: dict[str, Any]) -> None:
    checker = Checker(Config(lang="en", select=("cadence", "context")))
    text, role = (case["subject"], "subject") if "subject" in case else (case["says"], "body")
    report = checker.check_text(text, role=role, facts={"now": NOW, **case["facts"]})
    assert not report.problems
    assert sorted({finding.rule for finding in report.findings}) == case["finds"]
    assert {finding.evidence for finding in report.findings} <= {"situation"}


def test_an_answer_by_its_headers_is_not_one_too_many_but_a_bare_re_is() -> None:
    letter = (
        "From: a@owl.example\nDate: Tue, 12 May 2026 10:00:00 +0300\nSubject: Re: Clay\n{header}"
        "Content-Type: text/plain; charset=utf-8\n\nThe clay comes on Wednesday.\n"
    )
    checker = Checker(Config(lang="en", select=("cadence/too-often",)), facts={"sent": WEEK})
    answer = letter.format(header="In-Reply-To: <1@mail.example>\n")
    assert checker.check_bytes(answer.encode(), "letter.eml").findings == ()
    (finding,) = checker.check_bytes(letter.format(header="").encode(), "letter.eml").findings
    assert finding.excerpt == "Re: Clay"


def test_without_any_time_nothing_is_counted_and_the_clock_of_the_check_will_do() -> None:
    config = Config(lang="en", select=("cadence",))
    assert Checker(config, facts={"sent": WEEK}).check_text("The kiln class opens in June.").findings == ()
    checker = Checker(config, facts={"sent": WEEK}, clock=datetime.fromisoformat(NOW))
    assert [one.rule for one in checker.check_text("The kiln class opens in June.").findings] == ["cadence/too-often"]


@pytest.mark.parametrize(("lang", "words"), [("en", "has not agreed"), ("ru", "согласия")])
def test_the_finding_says_why_in_the_readers_language(lang: str, words: str) -> None:
    checker = Checker(Config(lang=lang, select=("context/no-consent",)), facts={"consent": {"marketing": False}})
    (finding,) = checker.check_text("Join the class and save 20%.").findings
    assert finding.severity == "error"
    assert words in finding.message
    assert finding.why
