"""Where a finding is, in words, in the reader's language."""

from __future__ import annotations

import pytest

from tonelint.reporting.addresses import address_told


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("paragraph 12", "абзац 12"),
        ("table 1, row 2, cell 3, paragraph 2", "таблица 1, строка 2, ячейка 3, абзац 2"),
        ("footer, paragraph 1", "нижний колонтитул, абзац 1"),
        ("row 2, column тема письма", "строка 2, столбец тема письма"),
        ("row 2, column row 7, cell", "строка 2, столбец row 7, cell"),
    ],
)
def test_places_are_told_in_russian(address: str, told: str) -> None:
    assert address_told(address, "ru") == told
    assert address_told(address, "en") == address


@pytest.mark.parametrize("address", ["emails.row 2.subject", "Only %d left [0]", "Sheet1!B2", "table", "column text"])
def test_names_stay_as_they_are(address: str) -> None:
    assert address_told(address, "ru") == address
