"""The Python door: small, typed, and the same report that every other door gives."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import tonelint
from tonelint import Checker, Config

RUSSIAN = Config(lang="ru")


def test_everything_that_is_promised_can_be_imported() -> None:
    for name in tonelint.__all__:
        assert getattr(tonelint, name) is not None


def test_a_finding_carries_the_exact_words_and_their_place() -> None:
    text = "Добрый день!\nОсталось 2 места!"
    (finding,) = tonelint.check_text(text, config=Config(select=("scarcity",))).findings
    assert text[finding.start : finding.end].startswith("Осталось 2 места")
    assert finding.excerpt.startswith("Осталось 2 места")
    assert (finding.line, finding.column) == (2, 1)
    assert finding.end_line == 2
    assert finding.category == "scarcity"
    assert finding.language == "ru"


def test_the_excerpt_is_what_the_reader_sees_and_the_span_is_what_the_file_holds() -> None:
    text = "<p>Осталось <b>2</b>&nbsp;места!</p>"
    (finding,) = tonelint.check_text(text, format="html", config=Config(select=("scarcity",))).findings
    assert finding.excerpt.startswith("Осталось 2 места")
    assert text[finding.start : finding.end].startswith("Осталось <b>2</b>&nbsp;места")


def test_messages_follow_the_reader_and_not_the_text() -> None:
    in_russian = tonelint.check_text("Only 2 seats left!", config=RUSSIAN).findings[0]
    in_english = tonelint.check_text("Only 2 seats left!", config=Config(lang="en")).findings[0]
    assert in_russian.language == in_english.language == "en"
    assert any("а" <= letter <= "я" for letter in in_russian.message)
    assert not any("а" <= letter <= "я" for letter in in_english.why)


def test_text_bytes_and_file_give_the_same_findings(tmp_path: Path) -> None:
    text = "# Осталось 2 места!\n\nOnly 2 seats left!\n"
    path = tmp_path / "letter.md"
    path.write_text(text, encoding="utf-8")
    checker = Checker(RUSSIAN)
    findings = checker.check_text(text, format="markdown").findings
    assert len(findings) >= 2
    assert checker.check_bytes(text.encode(), "letter.md").findings == findings
    assert checker.check_file(path).findings == findings
    assert tonelint.check_file(path, config=RUSSIAN).findings == findings
    assert tonelint.check_bytes(text.encode("utf-16"), "letter.md", config=RUSSIAN).findings == findings


def test_a_role_tells_what_a_short_text_is() -> None:
    words = "Нет, спасибо, я люблю переплачивать"
    found = tonelint.check_text(words, role="decline").findings
    assert [finding.category for finding in found] == ["confirmshaming"]
    assert found[0].role == "decline"


def test_findings_cannot_be_changed() -> None:
    finding = tonelint.check_text("Осталось 2 места!").findings[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        finding.message = "another"  # type: ignore[misc]


def test_a_clean_text_has_an_empty_report() -> None:
    report = tonelint.check_text("Завтра в библиотеке покажут карту реки.")
    assert report.findings == ()
    assert (report.language, report.words) == ("ru", 6)


def test_a_missing_file_is_a_reading_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(tonelint.ReadingError) as caught:
        tonelint.check_file(tmp_path / "gone.html")
    assert "gone.html" in str(caught.value)
    assert isinstance(caught.value, tonelint.TonelintError)


def test_an_unknown_rule_in_a_config_is_a_config_error() -> None:
    with pytest.raises(tonelint.ConfigError, match="did you mean 'scarcity'"):
        tonelint.check_text("Привет", config=Config(select=("scarsity",)))


def test_an_unknown_format_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(tonelint.TonelintError, match="markdown"):
        tonelint.check_text("Привет", format="papyrus")


def test_severity_is_restated_by_rule_before_category() -> None:
    rule = tonelint.check_text("Осталось 2 места!").findings[0].rule
    config = Config(severity={"scarcity": "advice", rule: "error"})
    assert tonelint.check_text("Осталось 2 места!", config=config).findings[0].severity == "error"
    advice = tonelint.check_text("Осталось 2 места!", config=Config(severity={"scarcity": "advice"}))
    assert advice.findings[0].severity == "advice"
