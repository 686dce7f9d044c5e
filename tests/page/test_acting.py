"""Acting on findings: lines applied and undone, findings set aside, facts given, results taken along."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SUBJECT = "#subject"


def _open(page: Page, words: str) -> None:
    page.locator(".finding-head", has_text=words).first.click()


def test_a_line_is_applied_and_ctrl_z_takes_it_back(page: Page) -> None:
    page.fill(SUBJECT, "Успейте, пока не поздно: курс керамики")
    _open(page, "пока не поздно")
    page.locator("[data-applicability=safe] button").first.click()
    expect(page.locator(SUBJECT)).not_to_have_value("Успейте, пока не поздно: курс керамики")
    assert "пока не поздно" not in page.input_value(SUBJECT)
    expect(page.locator("mark", has_text="пока не поздно")).to_have_count(0)
    page.locator(SUBJECT).press("Control+z")
    expect(page.locator(SUBJECT)).to_have_value("Успейте, пока не поздно: курс керамики")
    expect(page.locator("mark", has_text="пока не поздно")).to_have_count(1)


def test_the_undo_buttons_take_a_line_back(page: Page) -> None:
    page.fill(SUBJECT, "Успейте, пока не поздно: курс керамики")
    for undo in ("#toast button", "#undo"):
        _open(page, "пока не поздно")
        page.locator("[data-applicability=safe] button").first.click()
        expect(page.locator(SUBJECT)).not_to_have_value("Успейте, пока не поздно: курс керамики")
        page.locator(undo).click()
        expect(page.locator(SUBJECT)).to_have_value("Успейте, пока не поздно: курс керамики")
        page.locator("mark", has_text="пока не поздно").wait_for()


def test_a_line_with_an_open_slot_waits_for_the_fact_with_the_slot_selected(page: Page) -> None:
    page.fill("#body", "Осталось всего 2 места!")
    _open(page, "Осталось всего 2 места")
    page.locator("[data-applicability=needs-fact] button").first.click()
    selected = page.evaluate(
        "(() => { const a = document.activeElement; return a.value.slice(a.selectionStart, a.selectionEnd); })()"
    )
    assert selected.startswith("{")
    assert selected.endswith("}")
    expect(page.locator("#toast")).to_contain_text(selected)


def test_all_ready_lines_are_taken_at_once_and_undone_at_once(page: Page) -> None:
    letter = "Запишитесь на курс керамики, пока не поздно!\n\nЗабронируйте домик на лето, пока не поздно!"
    page.fill("#body", letter)
    page.locator("#apply-safe").click()
    expect(page.locator("#toast")).to_contain_text("Принято: 2 готовые строки")
    expect(page.locator(".finding")).to_have_count(0)
    assert "поздно" not in page.input_value("#body")
    page.locator("#body").press("Control+z")
    expect(page.locator("#body")).to_have_value(letter)


def test_ignoring_once_and_ignoring_a_rule_can_be_taken_back(page: Page) -> None:
    page.fill("#body", "Осталось всего 2 места! Нам доверяют тысячи учеников.")
    expect(page.locator(".finding")).to_have_count(2)
    _open(page, "Осталось")
    page.get_by_role("button", name="Пропустить здесь").click()
    expect(page.locator(".finding")).to_have_count(1)
    _open(page, "Нам доверяют")
    page.get_by_role("button", name="Не проверять это правило").click()
    expect(page.locator(".finding")).to_have_count(0)
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "send")
    expect(page.locator("#hidden-findings")).to_contain_text("Не проверяются правила: «")
    expect(page.locator("#hidden-findings")).not_to_contain_text("social-proof/")
    for _ in range(2):
        page.get_by_role("button", name="Вернуть").first.click()
    expect(page.locator(".finding")).to_have_count(2)


def test_a_fact_turns_a_finding_into_a_confirmed_claim_and_a_wrong_one_into_a_contradiction(page: Page) -> None:
    page.fill("#body", "Осталось 2 места.")
    _open(page, "Осталось 2 места")
    page.get_by_role("button", name="Указать факт").click()
    left = page.get_by_label("Осталось", exact=True)
    expect(left).to_be_focused()
    expect(page.locator(".claim")).to_have_attribute("data-status", "unsupported")
    left.fill("2")
    expect(page.locator(".claim")).to_have_attribute("data-status", "supported")
    expect(page.locator("mark.verified")).to_have_text("Осталось 2 места")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "send")
    left.fill("40")
    expect(page.locator(".claim")).to_have_attribute("data-status", "contradicted")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "stop")
    expect(left).to_be_focused()


@pytest.mark.parametrize(("locale", "named"), [("ru-RU", "«Осталось» в фактах"), ("en-GB", "“Left” under Facts")])
def test_facts_and_rules_are_named_in_words(open_page, locale: str, named: str) -> None:
    page = open_page(locale=locale)
    page.fill("#body", "Осталось 2 места на курс.")
    page.locator(".finding-head").first.click()
    expect(page.locator(".card p").first).to_contain_text(named)
    expect(page.locator(".card .rule")).not_to_contain_text("/")
    expect(page.locator(".card")).not_to_contain_text("stock.left")


def test_the_measures_are_shown_as_places_on_a_scale(page: Page) -> None:
    page.locator("#samples button").first.click()
    page.get_by_role("tab", name="Измерения").click()
    pressure = page.locator("[data-measure=pressure_density]")
    expect(pressure).to_have_attribute("data-level", "high")
    expect(pressure.locator(".reading")).not_to_be_empty()


def test_a_family_can_be_hidden_and_shown_from_the_legend(page: Page) -> None:
    page.fill("#body", "Осталось всего 2 места! Нам доверяют тысячи учеников.")
    expect(page.locator("mark.pressure")).to_have_count(1)
    page.locator("#legend [data-family=pressure]").click()
    expect(page.locator("mark.pressure")).to_have_count(0)
    expect(page.locator("mark.trust")).to_have_count(1)
    expect(page.locator("#legend [data-family=pressure]")).to_be_focused()
    page.locator("#legend [data-family=pressure]").click()
    expect(page.locator("mark.pressure")).to_have_count(1)


def test_before_and_after_show_what_changed(page: Page) -> None:
    page.locator("#samples button").first.click()
    page.locator("#apply-safe").click()
    page.get_by_role("button", name="Было и стало").click()
    expect(page.locator("#compare del").first).to_be_visible()
    expect(page.locator("#write")).to_be_hidden()
    page.get_by_role("button", name="Было и стало").click()
    expect(page.locator("#write")).to_be_visible()


def test_a_line_applied_from_before_and_after_can_be_undone(page: Page) -> None:
    letter = "Запишитесь на курс керамики, пока не поздно!\n\nПока вы думаете, другие уже занимают ваши места."
    page.fill("#body", letter)
    _open(page, "пока не поздно")
    page.locator("[data-applicability=safe] button").first.click()
    after = page.input_value("#body")
    page.get_by_role("button", name="Было и стало").click()
    _open(page, "Пока вы думаете")
    page.locator(".line-offer button").first.click()
    expect(page.locator("#write")).to_be_visible()
    expect(page.locator("#body")).not_to_have_value(after)
    page.locator("#toast button").click()
    expect(page.locator("#body")).to_have_value(after)


def test_the_result_is_copied_and_downloaded(open_page, tmp_path: Path) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.fill("#body", "Осталось всего 2 места!")
    page.locator(".finding").first.wait_for()
    page.get_by_role("button", name="Скопировать").click()
    expect(page.locator("#toast")).to_contain_text("Скопировано")
    assert page.evaluate("navigator.clipboard.readText()") == "Осталось всего 2 места!"
    with page.expect_download() as downloading:
        page.get_by_role("button", name="JSON").click()
    downloading.value.save_as(tmp_path / "report.json")
    told = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert told["findings"][0]["rule"] == "scarcity/stock-left"


def test_the_html_report_is_downloaded(page: Page, tmp_path: Path) -> None:
    page.fill("#body", "Осталось всего 2 места!")
    page.locator(".finding").first.wait_for()
    with page.expect_download() as downloading:
        page.get_by_role("button", name="Отчёт HTML").click()
    downloading.value.save_as(tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Осталось всего 2 места" in text
    assert "<script" not in text


def test_a_line_for_html_keeps_the_tags_and_spells_its_signs(page: Page) -> None:
    page.select_option("#format", "html")
    page.fill("#body", "<p>Чай &amp; печенье.</p>\n<p>Запишитесь на курс, <b>пока не поздно</b>.</p>")
    expect(page.locator(".body mark").first).to_have_text("пока не поздно")
    expect(page.locator(".body .tag").first).to_have_text("<p>")
    _open(page, "пока не поздно")
    page.locator("[data-applicability=safe] button").first.click()
    expect(page.locator("#body")).to_have_value("<p>Чай &amp; печенье.</p>\n<p>Запишитесь на курс.</p>")


@pytest.mark.parametrize(
    ("source", "line", "made"),
    [
        ("Складус – <b>революционная</b> программа.", "Складус – программа.", "Складус – программа."),
        ("Осталось <b>2</b>&nbsp;места!", "Есть 2 места.", "Есть <b>2</b>&nbsp;места."),
        ('<a href="/a?b=1&amp;c=2">Записаться</a> сейчас!', "Записаться", '<a href="/a?b=1&amp;c=2">Записаться</a>'),
        ("Чай &amp; <i>кофе</i>", "Чай & <сок>", "Чай &amp; <i>&lt;сок&gt;</i>"),
        ("Привет, {{ name }}! <!-- нет --> Успейте", "Привет, {{ name }}!", "Привет, {{ name }}!<!-- нет -->"),
    ],
)
def test_a_line_is_written_between_the_tags(page: Page, source: str, line: str, made: str) -> None:
    rewritten = page.evaluate(
        "async ([source, line]) => (await import('/static/js/markup.js')).rewritten(source, line)", [source, line]
    )
    assert rewritten == made
