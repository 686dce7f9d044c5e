"""Letters read together: cases as data, and every way in which a series may come."""

from __future__ import annotations

import json
import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import tonelint
from tonelint import Checker, Config, ReadingError
from tonelint.campaign.findings import KINDS
from tonelint.cli import run

CASES = YAML(typ="safe").load(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "series"


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(lang="en"))


def letter(number: int, given: dict[str, Any]) -> str:
    sender = f"from: {given['from']}\n" if "from" in given else ""
    return f'---\ndate: {given["date"]}\n{sender}subject: "{given["subject"]}"\n---\n\n{given["text"]}\n'


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_series_shows_what_its_case_says(case: dict[str, Any], tmp_path: Path, checker: Checker) -> None:
    for number, given in enumerate(case["letters"]):
        (tmp_path / f"{number:02}.md").write_text(letter(number, given), encoding="utf-8")
    found = tonelint.series([tmp_path], checker=checker, max_per_week=case.get("cap", 2))
    assert not found.problems
    shown = [[number, finding.rule] for number, one in enumerate(found.letters) for finding in one.findings]
    assert shown == case["expect"]


def message(day: int, subject: str, text: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Shop <shop@example.com>"
    made["Date"] = f"Mon, {day:02} May 2026 10:00:00 +0000"
    made["Subject"] = subject
    made.set_content(text)
    return made


def test_a_mailbox_and_a_folder_of_letters_are_read_alike(tmp_path: Path, checker: Checker) -> None:
    letters = [message(day, "Last chance", "The pottery course begins soon.") for day in (6, 4, 5)]
    box = mailbox.mbox(tmp_path / "sent.mbox")
    folder = tmp_path / "letters"
    folder.mkdir()
    for number, one in enumerate(letters):
        box.add(one)
        (folder / f"{number}.eml").write_bytes(bytes(one))
    box.close()
    from_box = tonelint.series([tmp_path / "sent.mbox"], checker=checker)
    from_folder = tonelint.series([folder], checker=checker)
    rules = [[finding.rule for finding in one.findings] for one in from_folder.letters]
    assert rules == [[finding.rule for finding in one.findings] for one in from_box.letters]
    assert rules == [[], ["cadence/last-again"], ["cadence/too-often", "cadence/last-again"]]
    assert [one.sent_at.day for one in from_box.letters] == [4, 5, 6]


def test_a_finding_marks_the_exact_words_in_its_own_letter(checker: Checker) -> None:
    found = tonelint.series([EXAMPLE], checker=checker)
    marked = {}
    for one in found.letters:
        text = Path(one.name).read_text(encoding="utf-8")
        for finding in one.findings:
            marked[finding.rule] = text[finding.start : finding.end]
    assert marked["cadence/last-again"] == "Последний шанс"
    assert marked["cadence/deadline-moved"] == "20 мая"
    assert marked["cadence/after-refusal"] == "Запись на гончарный курс до 20 мая"


def test_a_letter_without_a_date_is_named_and_left_out(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2026-05-04\n---\nWhite clay.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("Blue glaze.\n", encoding="utf-8")
    found = tonelint.series([tmp_path], checker=checker)
    assert len(found.letters) == 1
    (name, problem), *rest = found.problems
    assert not rest
    assert name.endswith("b.md")
    assert "no date" in problem.message


def test_a_date_may_stand_in_the_name_of_the_file(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "2026-05-04-clay.txt").write_text("White clay.\n", encoding="utf-8")
    (only,) = tonelint.series([tmp_path], checker=checker).letters
    assert (only.sent_at.month, only.sent_at.day) == (5, 4)


def test_an_empty_folder_gives_one_clear_error(tmp_path: Path, checker: Checker) -> None:
    with pytest.raises(ReadingError, match="no letters found"):
        tonelint.series([tmp_path], checker=checker)


def test_the_command_shows_a_sparkline_and_fails_on_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["series", str(EXAMPLE), "--lang", "ru"]) == 1
    shown = capsys.readouterr().out
    assert any(bar in shown for bar in "▂▃▄▅▆▇█")
    assert "cadence/after-refusal" in shown
    assert run(["series", str(EXAMPLE), "--fail-on", "never", "--lang", "en"]) == 0


def test_json_and_html_hold_every_finding(capsys: pytest.CaptureFixture[str]) -> None:
    run(["series", str(EXAMPLE), "--format", "json", "--lang", "en"])
    data = json.loads(capsys.readouterr().out)
    rules = [finding["rule"] for one in data["letters"] for finding in one["findings"]]
    assert rules.count("cadence/too-often") == 2
    run(["series", str(EXAMPLE), "--format", "html", "--lang", "en"])
    page = capsys.readouterr().out
    assert page.count("<rect") == len(data["letters"])
    assert all(page.count(rule) >= rules.count(rule) for rule in set(rules))
    assert "http" not in page.replace("http-equiv", "")


def test_a_subject_cannot_put_markup_into_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text('---\ndate: 2026-05-04\nsubject: "<script>alert(1)</script>"\n---\nWhite clay.\n', encoding="utf-8")
    run(["series", str(path), "--format", "html", "--lang", "en"])
    page = capsys.readouterr().out
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("rule", sorted(KINDS))
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_finding_of_a_series_has_a_page(rule: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", rule, "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert KINDS[rule].why[language == "ru"] in shown
    assert not any(f"{{{slot}}}" in shown for slot in ("words", "count", "cap", "day", "old", "new"))


def test_what_the_reader_writes_is_no_pressure(checker: Checker) -> None:
    (reply,) = [one for one in tonelint.series([EXAMPLE], checker=checker).letters if one.from_reader]
    assert "Последний шанс" in reply.subject
    assert reply.pressure == 0.0
    assert reply.refuses


def test_an_empty_letter_is_named_and_the_others_go_on(tmp_path: Path, checker: Checker) -> None:
    (tmp_path / "a.eml").write_bytes(b"Date: Mon, 04 May 2026 10:00:00 +0000\n\n")
    (tmp_path / "b.eml").write_bytes(bytes(message(5, "Clay", "White clay is here.")))
    found = tonelint.series([tmp_path], checker=checker)
    assert [one.subject for one in found.letters] == ["Clay"]
    assert [problem.message for _, problem in found.problems] == ["the letter says nothing"]
