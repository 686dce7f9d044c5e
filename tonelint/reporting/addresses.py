"""Where a finding is, in the reader's language: `table 1, row 2, cell 1` in a Word file, `row 2, column text` in a
table. Key paths and cell names (`emails.welcome`, `Sheet1!B2`) are names and stay as they are."""

from __future__ import annotations

import re

from tonelint.config import MessageLanguage
from tonelint.language.lazy_pattern import lazy

_RUSSIAN = {
    "header": "верхний колонтитул",
    "footer": "нижний колонтитул",
    "footnotes": "сноски",
    "endnotes": "концевые сноски",
    "text box": "надпись",
    "paragraph": "абзац",
    "table": "таблица",
    "row": "строка",
    "cell": "ячейка",
    "column": "столбец",
}
_STEP = r"(?:header|footer|footnotes|endnotes|(?:text box|paragraph|table|row|cell) \d+)"
_PLACE = lazy(rf"{_STEP}(?:, {_STEP})*(?:, column .+)?", re.DOTALL)
_WORD = lazy(r"(?:^|(?<=, ))(header|footer|footnotes|endnotes|text box|paragraph|table|row|cell|column)\b")


def address_told(address: str, language: MessageLanguage) -> str:
    """`address` in `language`."""
    if language == "en" or not _PLACE.fullmatch(address):
        return address
    place, mark, column = address.partition(", column ")
    told = _WORD.sub(lambda word: _RUSSIAN[word[1]], place)
    return f"{told}, {_RUSSIAN['column']} {column}" if mark else told
