"""Letters from files, and letters that try to be more than text."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

ATTACK = "<img src=x onerror=\"alert('in')\"><script>alert('script')</script>"

_DROP = """([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name));
    for (const kind of ["dragenter", "dragover", "drop"]) {
        document.getElementById("body").dispatchEvent(
            new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
    }
}"""


def _drop(page: Page, name: str, data: bytes) -> None:
    page.evaluate(_DROP, [name, base64.b64encode(data).decode()])


def _mail(subject: str, text: str, html: str = "") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna@example.org", "you@example.org", subject
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail.as_bytes()


def _word(*paragraphs: str) -> bytes:
    """A Word document with these paragraphs."""
    from docx import Document

    made, stored = Document(), BytesIO()
    for words in paragraphs:
        made.add_paragraph(words)
    made.save(stored)
    return stored.getvalue()


def test_a_dropped_letter_is_opened_with_its_subject(page: Page) -> None:
    _drop(page, "письмо.eml", _mail("Осталось 2 места 🎈", "Здравствуйте!\n\nНам доверяют тысячи учеников.\n"))
    expect(page.locator("#subject")).to_have_value("Осталось 2 места 🎈")
    expect(page.locator("#body")).to_have_value("Здравствуйте!\n\nНам доверяют тысячи учеников.")
    expect(page.locator("#file-name")).to_have_text("письмо.eml")
    expect(page.locator("mark").first).to_have_text("Осталось 2 места")
    expect(page.locator("#drop")).to_be_hidden()


def test_a_letter_with_html_is_opened_as_most_people_would_see_it(page: Page) -> None:
    _drop(page, "a.eml", _mail("Тема", "Текст.", "<p>Осталось <b>2 места</b></p>"))
    expect(page.locator("#format")).to_have_value("html")
    expect(page.locator("#body")).to_have_value("<p>Осталось <b>2 места</b></p>")
    expect(page.locator(".finding").first).to_contain_text("Осталось 2 места")


def test_a_word_document_is_opened_as_its_paragraphs(page: Page) -> None:
    _drop(page, "письмо.docx", _word("Здравствуйте!", "Осталось 2 места на курс.", "До встречи в мае."))
    expect(page.locator("#body")).to_have_value("Здравствуйте!\n\nОсталось 2 места на курс.\n\nДо встречи в мае.")
    expect(page.locator("#format")).to_have_value("text")
    expect(page.locator("mark").first).to_have_text("Осталось 2 места")
    expect(page.locator("#file-name")).to_have_text("письмо.docx")


def test_a_damaged_word_document_is_refused_in_one_sentence(open_page) -> None:
    page = open_page(expected=("Failed to load resource",))
    page.fill("#body", "Прежний текст.")
    _drop(page, "письмо.docx", _word("Здравствуйте!")[:200])
    expect(page.locator("#notice")).to_contain_text("Не удалось прочитать письмо.docx")
    expect(page.locator("#body")).to_have_value("Прежний текст.")


def test_an_old_encoding_is_read_like_on_the_command_line(page: Page) -> None:
    _drop(page, "page.html", "<meta charset=windows-1251><p>Осталось 2 места</p>".encode("windows-1251"))
    expect(page.locator("mark").first).to_have_text("Осталось 2 места")


def test_a_chosen_file_is_opened_and_undo_brings_the_old_letter_back(page: Page, tmp_path: Path) -> None:
    page.fill("#body", "Прежний текст.")
    (tmp_path / "new.md").write_text("# Новый\n\nТекст.", encoding="utf-8")
    page.set_input_files("#file", tmp_path / "new.md")
    expect(page.locator("#format")).to_have_value("markdown")
    expect(page.locator("#body")).to_have_value("# Новый\n\nТекст.")
    page.locator("#toast button").click()
    expect(page.locator("#body")).to_have_value("Прежний текст.")


@pytest.mark.parametrize(("name", "sentence"), [("photo.png", "не письмо"), ("photo.txt", "Не удалось прочитать")])
def test_a_file_that_is_no_letter_is_refused_in_one_sentence(open_page, name: str, sentence: str) -> None:
    page = open_page(expected=("Failed to load resource",))
    page.fill("#body", "Прежний текст.")
    _drop(page, name, b"\x89PNG\r\n\x1a\n\0\0")
    expect(page.locator("#notice")).to_contain_text(sentence)
    expect(page.locator("#notice")).to_contain_text(name)
    expect(page.locator("#body")).to_have_value("Прежний текст.")


def test_markup_in_a_text_a_subject_and_a_file_name_stays_text(page: Page) -> None:
    text = f"{ATTACK}\n\nОсталось 2 места!\n\n{ATTACK}"
    _drop(page, f"{ATTACK.replace('/', '')}.eml", _mail(f"Осталось 2 места {ATTACK}", text))
    expect(page.locator("#subject")).to_have_value(f"Осталось 2 места {ATTACK}")
    page.locator(".finding-head").first.click()
    page.fill("#body", text + "\n\nЗапишитесь на курс керамики, пока не поздно.")
    page.locator(".finding-head", has_text="пока не поздно").click()
    page.locator("[data-applicability=safe] button").first.click()
    expect(page.locator("mark", has_text="пока не поздно")).to_have_count(0)
    page.locator("#compare-toggle").click()
    expect(page.locator("#compare")).to_contain_text("<img src=x")
    assert page.locator("img:not(.brand img)").count() == 0
    assert page.locator("body script").count() == 0


def test_markup_in_facts_stays_text(page: Page) -> None:
    page.fill("#body", f"Мы № 1 в России.\n\n{ATTACK}")
    page.get_by_role("tab", name="Факты").click()
    page.locator(".claim").first.wait_for()
    page.locator("[data-group=asked] input").first.fill(ATTACK)
    page.get_by_role("button", name="English").click()
    expect(page.locator("#panel-facts")).to_be_visible()
    assert page.locator("#panel-facts img").count() == 0


def test_the_page_allows_no_inline_script_and_no_other_host(address: str) -> None:
    for path in ("/", "/static/js/main.js", "/static/css/page.css"):
        with urlopen(address + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "script-src 'self'" in policy
            assert "require-trusted-types-for 'script'" in policy
            assert "unsafe" not in policy
            assert "http" not in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_no_module_of_the_page_parses_markup() -> None:
    from tonelint.server.page import STATIC

    for module in STATIC.rglob("*.js"):
        source = module.read_text(encoding="utf-8")
        for door in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert door not in source, f"{module.name} uses {door}"
