"""Word documents: what is read, where it is said to be, and how a better line goes back into its runs."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.word_files import replaced, run, saved, with_body, with_paragraphs
from tonelint import Checker
from tonelint.errors import ReadingError
from tonelint.model import TAG_FILLER, Document, Segment
from tonelint.reading import ReadingOptions, read_bytes
from tonelint.reporting import checked
from tonelint.reporting.outcome import Details
from tonelint.rewriting.apply import fixed
from tonelint.rewriting.diff import unified
from tonelint.rewriting.edits import Edit
from tonelint.rewriting.splice import spliced

PRESSING = "Осталось всего 2 места"
CHECKER = Checker()


def read(data: bytes, **options: object) -> Document:
    return read_bytes(data, "letter.docx", options=ReadingOptions(**options))  # type: ignore[arg-type]


def said(data: bytes) -> list[tuple[str, str]]:
    return [(one.role, one.text) for one in read(data).segments]


def one(document: Document, text: str) -> Segment:
    return next(each for each in document.segments if text in each.text)


def fix(data: bytes) -> bytes:
    return fixed(data, read, CHECKER.check_document).data


def runs(data: bytes) -> list[list[str]]:
    return [[each.text for each in paragraph.runs] for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_a_phrase_cut_into_runs_is_found_where_it_stands() -> None:
    document = docx.Document()
    document.add_paragraph("Доброе утро.")
    paragraph = document.add_paragraph("Оста")
    paragraph.add_run("лось ").bold = True
    paragraph.add_run("всего 2 места!")
    report = CHECKER.check_bytes(saved(document), "letter.docx")
    (finding,) = (each for each in report.findings if each.rule == "scarcity/stock-left")
    assert (finding.line, finding.column, finding.address) == (2, 1, "paragraph 2")
    assert finding.excerpt == PRESSING


def test_headings_are_known_by_their_style_in_any_language() -> None:
    document = docx.Document()
    document.add_heading("Летняя распродажа", 2)
    document.add_heading("О нас", 0)
    own = document.styles.add_style("Мой заголовок", 1)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Скидки", style=own)
    document.add_paragraph("Мы работаем с девяти.")
    assert said(saved(document)) == [
        ("heading", "Летняя распродажа"), ("heading", "О нас"), ("heading", "Скидки"),
        ("body", "Мы работаем с девяти."),
    ]  # fmt: skip


def test_tables_tell_their_row_and_cell_and_a_row_is_one_choice() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(1, 0).text = "Подписаться"
    table.cell(1, 1).text = "Нет, я люблю переплачивать"
    found = read(saved(document))
    assert [each.address for each in found.segments] == ["table 1, row 2, cell 1", "table 1, row 2, cell 2"]
    assert len({each.block for each in found.segments}) == 1


def test_a_cell_is_what_its_label_says() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    rows = (("Тема:", "Лето"), ("Кнопка", "Купить"), ("Отказ", "Нет, я люблю переплачивать"))
    for row, (label, words) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = label, words
    other = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (*other.rows[0].cells, *other.rows[1].cells), ("Text", "CTA", "Come in.", "Buy"), strict=True
    ):
        cell.text = words
    roles = {each.text: each.role for each in read(saved(document)).segments}
    assert (roles["Лето"], roles["Купить"], roles["Нет, я люблю переплачивать"]) == ("subject", "cta", "decline")
    assert (roles["Come in."], roles["Buy"]) == ("body", "cta")


def test_headers_footers_and_footnotes_are_fine_print() -> None:
    document = docx.Document()
    document.add_paragraph("Привет!")
    document.sections[0].header.paragraphs[0].text = "Наш магазин"
    document.sections[0].footer.paragraphs[0].text = "Подписка продлевается сама"
    found = read(saved(document))
    assert [(each.role, each.address) for each in found.segments] == [
        ("body", "paragraph 1"), ("fine-print", "header, paragraph 1"), ("fine-print", "footer, paragraph 1"),
    ]  # fmt: skip


def test_what_was_deleted_or_hidden_is_not_read_and_what_was_inserted_is() -> None:
    xml = (
        "<w:p><w:del><w:r><w:delText>Торопитесь!</w:delText></w:r></w:del>"
        f"<w:moveFrom>{run('Скорее!')}</w:moveFrom><w:ins>{run('Приходите ')}</w:ins>"
        f"{run('тайно ', '<w:vanish/>')}{run('завтра.')}</w:p>"
    )
    assert said(with_body(xml)) == [("body", "Приходите завтра.")]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent><w:p>{run('Последний шанс')}</w:p></w:txbxContent>"
    xml = (
        f"<w:p>{run('До ')}<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        f"</mc:AlternateContent></w:r>{run('свидания')}</w:p>"
    )
    found = read(with_body(xml))
    assert [(each.text, each.address) for each in found.segments] == [
        ("До свидания", "paragraph 1"), ("Последний шанс", "text box 1, paragraph 1"),
    ]  # fmt: skip


def test_a_lone_link_is_a_button_and_knows_where_it_leads() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    relation = document.part.relate_to(
        "https://example.com/buy",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(paragraph.add_run("Купить")._r)
    paragraph._p.append(link)
    (button,) = read(saved(document)).segments
    assert (button.role, button.href, button.element) == ("cta", "https://example.com/buy", "a")


def test_a_link_made_of_field_codes_is_a_link_too() -> None:
    xml = (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        '<w:r><w:instrText> HYPERLINK "https://example.com/no" </w:instrText></w:r>'
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('Нет, спасибо')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    (button,) = read(with_body(xml)).segments
    assert (button.role, button.href) == ("decline", "https://example.com/no")


def test_the_sample_in_a_merge_field_is_nobodys_words() -> None:
    xml = f"<w:p>{run('Здравствуйте, ')}<w:fldSimple w:instr=' MERGEFIELD Name '>{run('«Name»')}</w:fldSimple></w:p>"
    (greeting,) = read(with_body(xml)).segments
    assert greeting.text == "Здравствуйте, " + TAG_FILLER * 6


def test_drafts_name_their_subject_and_buttons() -> None:
    data = with_paragraphs("Тема: Ждём вас", "Привет!", "Кнопка: Купить", "[ Да ] [ Нет, спасибо ]")
    assert said(data) == [
        ("subject", "Ждём вас"), ("body", "Привет!"), ("cta", "Купить"), ("cta", "Да"), ("decline", "Нет, спасибо"),
    ]  # fmt: skip


def test_template_tags_are_masked_and_their_fallbacks_read() -> None:
    document = read(with_paragraphs("Привет, {{Name|дорогой друг}}!"))
    assert one(document, "дорогой друг").address == "paragraph 1"


@settings(deadline=None)  # the first example makes the parsers ready
@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1), min_size=1, max_size=5))
def test_every_segment_stands_in_its_text_at_its_place(texts: list[str]) -> None:
    xml = "".join(f"<w:p>{run(escaped(text))}{run(' и так далее')}</w:p>" for text in texts)
    document = read(with_body(xml))
    for each in document.segments:
        for at, start, length, same in each.source.runs:
            if length == same and TAG_FILLER not in each.text:
                assert document.parts[0].text[start : start + same] == each.text[at : at + length]


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def put(data: bytes, old: str, new: str) -> bytes | None:
    """The file with `new` for `old`, wherever that is."""
    document = read(data)
    at = document.parts[0].text.index(old)
    return spliced(data, document, [Edit(0, at, at + len(old), new)])


def test_a_rewrite_goes_into_the_run_that_it_is_about_and_looks_stay() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Новая коллекция уже здесь. ")
    paragraph.add_run("Торопитесь, приходите").italic = True
    paragraph.add_run(" & <выбирайте>.").bold = True
    after = put(saved(document), "Торопитесь, приходите", "Приходите < & >")
    assert after is not None
    assert runs(after) == [["Новая коллекция уже здесь. ", "Приходите < & >", " & <выбирайте>."]]
    looks = docx.Document(io.BytesIO(after)).paragraphs[0].runs
    assert (looks[1].italic, looks[2].bold) == (True, True)


def test_a_rewrite_across_runs_takes_the_looks_of_the_first() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Нет, я ")
    paragraph.add_run("люблю ").bold = True
    paragraph.add_run("переплачивать")
    assert runs(fix(saved(document))) == [["Нет, спасибо", "", ""]]


def test_only_the_edited_file_of_the_zip_changes_and_there_only_the_words() -> None:
    before = with_paragraphs("Торопитесь, приходите завтра.", "Тише едешь & дальше будешь.")
    after = put(before, "Торопитесь, приходите", "Приходите")
    assert after is not None
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.testzip() is None
        assert [each.filename for each in old.infolist()] == [each.filename for each in new.infolist()]
        for each in old.infolist():
            now = new.getinfo(each.filename)
            if each.filename != "word/document.xml":
                assert old.read(each) == new.read(now)
                assert (now.date_time, now.compress_size, now.external_attr) == (
                    each.date_time, each.compress_size, each.external_attr,
                )  # fmt: skip
        was, now_is = old.read("word/document.xml").decode(), new.read("word/document.xml").decode()
    assert now_is == was.replace("Торопитесь, приходите", "Приходите")


def test_spaces_at_the_edge_of_a_run_are_kept_by_word() -> None:
    xml = "<w:p><w:r><w:t>Торопитесь, приходите</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    after = put(with_body(xml), "Торопитесь, приходите", "Приходите ")
    assert after is not None
    with zipfile.ZipFile(io.BytesIO(after)) as packed:
        assert b'<w:t xml:space="preserve">' + "Приходите ".encode() in packed.read("word/document.xml")


def test_a_paragraph_that_goes_takes_its_line_along() -> None:
    after = put(with_paragraphs("Раз.", "Скорее!", "Два."), "Скорее!\n", "")
    assert after is not None
    assert runs(after) == [["Раз."], ["Два."]]


@pytest.mark.parametrize("inner", ["<w:tab/>", "<w:t>a<!-- b -->c</w:t>", "<w:t><![CDATA[Торопитесь]]></w:t>"])
def test_what_cannot_be_written_exactly_is_left_alone(inner: str) -> None:
    data = with_body(f"<w:p><w:r>{inner}</w:r></w:p>")
    assert put(data, read(data).parts[0].text.rstrip("\n"), "Да") is None


def test_the_difference_is_shown_as_text() -> None:
    data = with_paragraphs("[ Нет, я люблю переплачивать ]")
    shown = unified(data, fix(data), "letter.docx", read(data))
    assert "-[ Нет, я люблю переплачивать ]\n+[ Нет, спасибо ]\n" in shown


def test_lines_of_a_word_document_are_no_lines_of_the_file() -> None:
    data = with_paragraphs("Привет!", "[ Нет, я люблю переплачивать ]")
    document = read(data)
    result = checked(CHECKER.check_document(document), document, data, Details(changes=True))
    assert result.places
    assert not any(place.exact or place.changes for place in result.places)


def bomb(*, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packed) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    return made.getvalue()


TINY = b"<w:p xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"
HOSTILE = {
    "a bomb": (bomb(), "unpacks to far more"),
    "a large file": (bomb(packed=zipfile.ZIP_STORED), "larger than 20 MB"),
    "an old file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old or password-protected"),
    "half of a file": (with_paragraphs("Привет!")[:2000], "broken"),
    "no zip at all": (b"hello", "broken"),
    "a zip of something else": (b"PK\x05\x06" + b"\0" * 18, "no Word"),
    "entities": (
        replaced(
            with_paragraphs("x"),
            {"word/document.xml": b'<!DOCTYPE a [<!ENTITY a "aaaa">]><a>&a;</a>'},
        ),
        "document type",
    ),
    "broken XML": (replaced(with_paragraphs("x"), {"word/document.xml": b"<w:p"}), "XML inside is broken"),
    "endless paragraphs": (
        replaced(with_paragraphs("x"), {"word/document.xml": b"<a>" + TINY * 100_001 + b"</a>"}),
        "more paragraphs",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_and_broken_files_are_refused_in_one_sentence(name: str) -> None:
    data, words = HOSTILE[name]
    with pytest.raises(ReadingError, match=words) as caught:
        read(data)
    assert str(caught.value).startswith("letter.docx: ")
    assert "\n" not in str(caught.value)
