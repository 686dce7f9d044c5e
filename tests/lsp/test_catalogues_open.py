"""Catalogues that are open in an editor: checked by key as they stand in the buffer; settings files are left alone."""

from __future__ import annotations

from pathlib import Path

from tonelint.integrations.lsp_letters import Letters

TEXT = '{\n  "popup_decline": "Нет, я люблю переплачивать"\n}\n'


def test_a_catalogue_is_checked_and_mended_in_the_buffer(tmp_path: Path) -> None:
    path = tmp_path / "locales" / "ru.json"
    letters = Letters("en")
    letter = letters.checked(TEXT, path, "json")
    assert [(one.address, one.line) for one in letter.report.findings] == [("popup_decline", 2)]
    assert letters.fixed(letter, path, "json") == TEXT.replace("я люблю переплачивать", "спасибо")


def test_a_catalogue_that_is_half_typed_is_one_sentence(tmp_path: Path) -> None:
    letter = Letters("en").checked('{\n  "a": "Нет', tmp_path / "locales" / "ru.json", "json")
    assert "this is not valid JSON" in letter.failure
    assert letter.report.findings == ()


def test_settings_are_not_copy(tmp_path: Path) -> None:
    letter = Letters("en").checked(TEXT, tmp_path / "package.json", "json")
    assert (letter.report.findings, letter.failure) == ((), "")
