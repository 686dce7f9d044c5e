"""The bad examples of the rules in tables, Word files, archives and mailboxes: the same words, at their exact place."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.formats.word_files import saved
from tonelint.evaluation.examples import Example, examples_of
from tonelint.matching import match_document
from tonelint.model import Document, Role
from tonelint.reading import ReadingOptions, read_bytes
from tonelint.reading.containers import contents, members
from tonelint.ruleset import load

HEADINGS: dict[Role, str] = {
    "body": "Текст", "heading": "Заголовок", "cta": "Кнопка", "decline": "Отказ", "subject": "Тема"
}  # fmt: skip
EACH = 9
"""Every so many-th rule gives its first example in each language."""


def chosen() -> list[tuple[str, Example]]:
    found = []
    for rule in sorted(load().rules)[::EACH]:
        for language in ("ru", "en"):
            fitting = (one for one in examples_of(load().rules[rule]) if one.language == language and fits(one))
            found += [(rule, one) for one in [next(fitting, None)] if one is not None]
    return found


def fits(example: Example) -> bool:
    marks = re.search(r"[*_<>\[\]{}|`#~\\%$@&\n]|https?:", example.text)
    return example.bad and example.format == "text" and not example.facts and example.role in HEADINGS and not marks


def separated(role: Role, text: str, path: Path) -> bytes:
    file = io.StringIO()
    csv.writer(file, delimiter=";").writerows([["id", HEADINGS[role]], ["7", text]])
    try:
        return file.getvalue().encode("cp1251")
    except UnicodeEncodeError:
        return file.getvalue().encode()


def workbook(role: Role, text: str, path: Path) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["id", HEADINGS[role]])
    book.active.append([7, text])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def word(role: Role, text: str, path: Path) -> bytes:
    """A cell beside its label, every third letter in a run of its own."""
    document = docx.Document()
    document.add_paragraph("Тише едешь 😀 дальше будешь")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = HEADINGS[role]
    paragraph = table.cell(0, 1).paragraphs[0]
    for at in range(0, len(text), 3):
        paragraph.add_run(text[at : at + 3]).bold = at % 2 == 0
    return saved(document)


def archive(role: Role, text: str, path: Path) -> bytes:
    """A table of one row inside of an archive."""
    with zipfile.ZipFile(path / "a.zip", "w") as packed:
        packed.writestr("copy/a.csv", separated(role, text, path))
    (member,) = members(path / "a.zip")
    return contents(member, 100_000)


WAYS: dict[str, tuple[str, Callable[[Role, str, Path], bytes]]] = {
    "csv": ("a.csv", separated), "xlsx": ("a.xlsx", workbook), "docx": ("a.docx", word), "zip": ("a.csv", archive),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_the_same_words_are_found_at_their_place_in_every_file(way: str, tmp_path: Path) -> None:
    name, write = WAYS[way]
    examples = chosen()
    assert len(examples) > 20
    for rule, example in examples:
        data = write(example.role, example.text, tmp_path)
        document = read_bytes(data, name, options=ReadingOptions(language=example.language))
        expected = sorted(example.text[start:end] for start, end in example.spans)
        assert found(document, rule) == expected, (way, rule, example.text)


def found(document: Document, rule: str) -> list[str]:
    matches, crashes = match_document(document, load(), rules=frozenset((rule,)), confidence="low")
    assert not crashes
    words = []
    for match in matches:
        segment = document.segments[match.segment]
        span = segment.source.span(match.span.start, match.span.end)
        words.append(document.parts[segment.part].text[span.start : span.end].replace('""', '"'))
    return sorted(words)
