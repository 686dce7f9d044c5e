"""Tables of copy: cells with their places, columns with their roles, and cells that stay cells when they are mended."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.word_files import replaced
from tonelint import Checker
from tonelint.cli import run
from tonelint.errors import ReadingError
from tonelint.model import Document
from tonelint.reading import ReadingOptions, collect, read_bytes
from tonelint.reading.containers import members
from tonelint.rewriting.apply import fixed
from tonelint.rewriting.edits import edits
from tonelint.rewriting.splice import spliced

STOCK = "Осталось всего 2 места"
REFUSAL = "Нет, я люблю переплачивать"
CHECKER = Checker()


def read(text: str | bytes, name: str = "copy.csv", **options: Any) -> Document:
    data = text.encode() if isinstance(text, str) else text
    return read_bytes(data, name, options=ReadingOptions(**options))


def said(document: Document) -> list[tuple[str, str, str]]:
    return [(one.role, one.address, one.text) for one in document.segments]


def fix(text: str, name: str = "copy.csv") -> str:
    def again(data: bytes) -> Document:
        return read(data, name)

    return fixed(text.encode(), again, CHECKER.check_document).data.decode()


def workbook(*rows: list[object], title: str = "Sheet1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_columns_are_known_by_their_headings() -> None:
    text = (
        "id;Тема письма;Прехедер;Заголовок;Текст;Кнопка;Отказ;Ссылка кнопки;Комментарий\n"
        f"7;Лето;Скоро;Море;{STOCK}.;Купить;{REFUSAL};https://a.example;Не читать\n"
    )
    assert said(read(text)) == [
        ("subject", "row 2, column Тема письма", "Лето"),
        ("preheader", "row 2, column Прехедер", "Скоро"),
        ("heading", "row 2, column Заголовок", "Море"),
        ("body", "row 2, column Текст", f"{STOCK}."),
        ("cta", "row 2, column Кнопка", "Купить"),
        ("decline", "row 2, column Отказ", REFUSAL),
    ]


def test_english_headings_in_code_are_known_too() -> None:
    text = (
        "campaignId,emailSubject,preview_text,CTA,decline_label,Body copy\n1,Hello,See inside,Buy,No thanks,Come in.\n"
    )
    assert [role for role, *_ in said(read(text))] == ["subject", "preheader", "cta", "decline", "body"]


def test_a_row_is_one_choice() -> None:
    document = read(f"cta;decline\nДа;{REFUSAL}\nДа;Позже\n")
    assert [one.block for one in document.segments] == [2, 2, 3, 3]


def test_without_known_headings_every_cell_of_copy_is_read() -> None:
    text = f"a1,promo_banner,{STOCK},https://a.example,12.5\nb2,hero,Приходите,#ff00aa,7\n"
    assert [one[2] for one in said(read(text))] == [STOCK, "hero", "Приходите"]


def test_the_configuration_says_what_columns_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "copy.csv"
    path.write_text(f"Ключ;Левая\n1;{REFUSAL}\n", encoding="utf-8")
    assert [one[0] for one in said(read(path.read_bytes(), column_roles={"левая ": "decline"}))] == ["decline"]
    run(["check", "--lang", "en", "--quiet", str(path)])
    assert "row 2, column 2" in capsys.readouterr().out
    (tmp_path / "tonelint.toml").write_text('column_roles = { "Левая" = "decline" }\n', encoding="utf-8")
    run(["check", "--lang", "en", "--format", "json", str(path)])
    (finding,) = json.loads(capsys.readouterr().out)["files"][0]["findings"]
    assert (finding["role"], finding["address"]) == ("decline", "row 2, column Левая")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_every_common_export_is_read(mark: str, end: str, encoding: str) -> None:
    rows = [["Тема", "Текст"], ["Лето, море; и | чайки", f'Он сказал: "{STOCK}"'], ["Осень", "Приходите\nзавтра"]]
    file = io.StringIO()
    csv.writer(file, delimiter=mark, lineterminator=end).writerows(rows)
    document = read(file.getvalue().encode(encoding))
    assert [one[2] for one in said(document)] == [text for row in rows[1:] for text in row]


def test_russian_headings_over_english_copy_are_read_in_the_encoding_of_windows() -> None:
    text = "id;Тема;Текст\n1;Hello;Come in, we are open from nine to six on every day of the week.\n"
    assert [one[0] for one in said(read(text.encode("cp1251")))] == ["subject", "body"]


def test_excel_says_its_mark_on_the_first_line() -> None:
    assert [one[2] for one in said(read(f"sep=;\nтема;текст\nЛето;Да, {STOCK}\n"))] == ["Лето", f"Да, {STOCK}"]


def test_a_list_of_lines_is_a_table_of_one_column() -> None:
    text = f"Приходите, мы открыты\nДа, {STOCK}, и всё\nПока\n"
    assert [one[1:] for one in said(read(text))] == [
        ("row 1, column 1", "Приходите, мы открыты"),
        ("row 2, column 1", f"Да, {STOCK}, и всё"),
        ("row 3, column 1", "Пока"),
    ]


CELL = st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.sampled_from(',;\t"\n'), max_size=30)


@settings(deadline=None)
@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from([",", ";", "\t"]))
def test_cells_are_those_of_the_standard_library_and_stand_in_their_places(rows: list[list[str]], mark: str) -> None:
    from tonelint.reading.tables.separated import _records, pieces_of

    file = io.StringIO()
    csv.writer(file, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(rows)
    text = file.getvalue()
    found = [[pieces_of(text, cell) for cell in record] for record in _records(text, 0, mark)]
    assert [[pieces.text for pieces in record] for record in found] == rows
    for pieces in (pieces for record in found for pieces in record):
        for words, start, end in pieces.pieces:
            assert text[start:end].replace('""', '"') == words


def test_findings_tell_line_column_row_and_heading() -> None:
    report = CHECKER.check_bytes(f'id;text\n1;"Добрый день!\n{STOCK}."\n'.encode(), "copy.csv")
    (finding,) = (one for one in report.findings if one.rule == "scarcity/stock-left")
    assert (finding.line, finding.column, finding.address) == (3, 1, "row 2, column text")


def test_a_mended_cell_leaves_everything_else_as_it_was() -> None:
    text = f'\ufeffid;"cta";decline;text\r\n1;"Да";{REFUSAL};"Тише ""едешь"""\r\n2;Да;"{REFUSAL}";x\r\n'
    assert fix(text) == text.replace(REFUSAL, "Нет, спасибо")


def test_a_bare_cell_gets_quotation_marks_when_its_new_words_need_them() -> None:
    text = "cta,decline\r\nДа,Нет я люблю переплачивать\r\n"
    assert fix(text) == 'cta,decline\r\nДа,"Нет, спасибо"\r\n'


def test_quotation_marks_of_new_words_are_doubled() -> None:
    text = 'id,text\n1,"Скажите ""да"" сегодня"\n'
    document = read(text)
    (one,) = document.segments
    from tonelint.model import Rewrite

    place = one.source.span(0, len(one.text))
    made = edits(Rewrite('Скажите "да" завтра, "нет" никогда', "safe", place.start, place.end), document)
    assert made is not None
    after = spliced(text.encode(), document, made)
    assert after is not None
    assert list(csv.reader(io.StringIO(after.decode())))[1] == ["1", 'Скажите "да" завтра, "нет" никогда']


def test_html_in_a_cell_is_read_as_html() -> None:
    document = read('id,html\n1,"<p>Осталось <b>всего</b> 2&nbsp;места</p><a class=""button"" href=""/"">Купить</a>"\n')
    assert [one.text for one in document.segments] == ["Осталось всего 2\u00a0места", "Купить"]
    assert document.segments[1].role == "cta"


def test_template_tags_in_a_cell_are_masked() -> None:
    texts = [one.text for one in read('id,text\n1,"Привет, {{Name|дорогой друг}}!"\n').segments]
    assert "дорогой друг" in texts


def test_a_workbook_tells_sheet_and_cell() -> None:
    data = workbook(["id", "Тема", "Кнопка"], [1, "Лето", "Купить"], [2, "Зима", None])
    assert said(read(data, "copy.xlsx")) == [
        ("subject", "Sheet1!B2", "Лето"), ("cta", "Sheet1!C2", "Купить"), ("subject", "Sheet1!B3", "Зима"),
    ]  # fmt: skip


def test_hidden_sheets_are_read_and_formulas_numbers_and_dates_are_not() -> None:
    import datetime

    book = openpyxl.Workbook()
    sheet = book.create_sheet("Мой 'лист'")
    sheet.sheet_state = "hidden"
    sheet["AB3"] = STOCK
    sheet["C3"] = '=CONCATENATE("Осталось ", 2)'
    sheet["D4"] = 12
    sheet["E4"] = datetime.date(2026, 5, 1)
    assert said(read(saved(book), "copy.xlsx")) == [("body", "'Мой ''лист'''!AB3", STOCK)]


def test_a_cell_of_several_lines_has_lines_of_its_own() -> None:
    report = CHECKER.check_bytes(workbook(["text"], [f"Добрый день!\n{STOCK}."]), "copy.xlsx")
    (finding,) = (one for one in report.findings if one.rule == "scarcity/stock-left")
    assert (finding.line, finding.column, finding.address) == (2, 1, "Sheet1!A2")


def test_a_workbook_is_only_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "copy.xlsx"
    path.write_bytes(workbook(["decline"], [REFUSAL]))
    before = path.read_bytes()
    assert run(["fix", "--lang", "en", str(path)]) == 1
    assert "shown by check (1)" in capsys.readouterr().out
    assert path.read_bytes() == before


def test_tables_in_folders_are_read_when_a_heading_promises_copy(tmp_path: Path) -> None:
    (tmp_path / "copy.csv").write_text("id;Тема\n1;Лето\n", encoding="cp1251")
    (tmp_path / "prices.csv").write_text("sku,price\n1,2\n", encoding="utf-8")
    (tmp_path / "copy.xlsx").write_bytes(workbook(["id", "subject"], [1, "Summer"]))
    (tmp_path / "prices.xlsx").write_bytes(workbook(["sku", "price"], [1, 2]))
    (tmp_path / "broken.xlsx").write_bytes(b"no workbook")
    skipped: list[str] = []
    found = [
        path.name
        for path in collect([tmp_path], skipped=lambda path: skipped.append(path.name))
        if isinstance(path, Path)
    ]
    assert found == ["copy.csv", "copy.xlsx"]
    assert sorted(skipped) == ["broken.xlsx", "prices.csv", "prices.xlsx"]
    assert list(collect([tmp_path / "prices.csv"])) == [tmp_path / "prices.csv"]


def test_tables_in_archives_are_sought_in_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("copy.csv", "id,subject\n1,Summer\n")
        archive.writestr("prices.csv", "sku,price\n1,2\n")
        archive.writestr("copy.xlsx", workbook(["subject"], ["Summer"]))
    assert [one.key for one in members(path)] == ["copy.csv", "copy.xlsx"]


SHEET = "xl/worksheets/sheet1.xml"
WIDE = b"<row r='%d'><c r='XFD%d' t='inlineStr'><is><t>a</t></is></c></row>"
HOSTILE = {
    "no workbook": (b"hello", "broken"),
    "another zip": (replaced(workbook(["a"]), {"[Content_Types].xml": b"<Types/>"}), "no workbook"),
    "entities": (replaced(workbook(["a"]), {SHEET: b'<!DOCTYPE a [<!ENTITY a "a">]><a>&a;</a>'}), "document type"),
    "broken XML": (replaced(workbook(["a"]), {SHEET: b"<worksheet><sheetData><row"}), "no workbook"),
    "endless rows": (
        replaced(
            workbook(["a"]),
            {
                SHEET: b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
                + b"".join(WIDE % (number, number) for number in range(1, 200))
                + b"</sheetData></worksheet>"
            },
        ),
        "more cells",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_broken_workbooks_are_refused_in_one_sentence(name: str) -> None:
    data, words = HOSTILE[name]
    with pytest.raises(ReadingError, match=words) as caught:
        read(data, "copy.xlsx")
    assert str(caught.value).startswith("copy.xlsx: ")
    assert "\n" not in str(caught.value)


def test_without_openpyxl_a_workbook_names_what_to_install(tmp_path: Path) -> None:
    path = tmp_path / "copy.xlsx"
    path.write_bytes(workbook(["text"], [STOCK]))
    program = "import sys; sys.modules['openpyxl'] = None; from tonelint.cli import run; sys.exit(run(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", program, "check", "--lang", "en", str(path)],
        capture_output=True,
        text=True,
        cwd=Path.cwd(),
    )
    assert done.returncode == 2
    assert (
        done.stderr == f'tonelint: {path}: workbooks need openpyxl; install it with: pip install "tonelint[formats]"\n'
    )
