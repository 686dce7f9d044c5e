"""The page without a mouse, in both languages, in both themes, on a small screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


def test_everything_can_be_done_from_the_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#body")).to_be_focused()
    page.keyboard.type("Осталось всего 2 места! Запишитесь на курс керамики, пока не поздно!")
    page.locator(".finding").nth(1).wait_for()
    page.keyboard.press("F8")
    expect(page.locator(".finding.open")).to_contain_text("Осталось всего 2 места")
    expect(page.locator("#live")).to_contain_text("1 из")
    page.keyboard.press("F8")
    page.keyboard.press("F8")
    page.keyboard.press("Shift+F8")
    expect(page.locator(".finding.open")).to_have_count(1)
    while "пока не поздно" not in page.locator(".finding.open .finding-words").inner_text():
        page.keyboard.press("F8")
    expect(page.locator("mark.active")).to_have_text("пока не поздно")
    page.keyboard.press("Control+.")
    assert page.evaluate("Boolean(document.activeElement.closest('.card'))")
    page.keyboard.press("Escape")
    expect(page.locator("#body")).to_be_focused()
    page.keyboard.press("Control+.")
    page.keyboard.press("Enter")
    expect(page.locator("#body")).to_be_focused()
    assert "пока не поздно" not in page.input_value("#body")


def test_tabs_move_with_the_arrows(page: Page) -> None:
    page.get_by_role("tab", name="Замечания").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Факты")).to_be_focused()
    expect(page.locator("#panel-facts")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#panel-findings")).to_be_visible()


def test_the_interface_and_the_messages_change_language_together(page: Page) -> None:
    page.fill("#body", "Осталось всего 2 места!")
    page.locator(".finding-head").first.click()
    expect(page.locator(".card")).to_contain_text("читателю")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("A letter that does not press")
    expect(page.locator(".card")).to_contain_text("reader")
    page.reload()
    expect(page.locator("h1")).to_have_text("A letter that does not press")
    page.get_by_role("button", name="Русский").click()
    expect(page.get_by_label("Тема")).to_be_visible()


def test_every_word_of_the_page_has_both_languages(page: Page) -> None:
    missing = page.evaluate(
        """async () => {
            const { WORDS, COUNTED } = await import("/static/js/words.js");
            const { FAMILIES } = await import("/static/js/families.js");
            const { GROUPS } = await import("/static/js/fact_fields.js");
            const used = [...document.querySelectorAll("[data-word], [data-label], [data-placeholder]")]
                .flatMap((each) => [each.dataset.word, each.dataset.label, each.dataset.placeholder]).filter(Boolean)
                .concat(Object.keys(FAMILIES), Object.keys(GROUPS).map((name) => `group-${name}`),
                    Object.values(GROUPS).flat().map(([key]) => `fact-${key}`));
            const lame = Object.entries(WORDS).filter(([, pair]) => pair.length !== 2 || pair.some((text) => !text));
            const counted = Object.values(COUNTED).filter(([en, ru]) => en.length !== 2 || ru.length !== 3);
            return [...used.filter((key) => !WORDS[key]), ...lame, ...counted];
        }"""
    )
    assert missing == []


def test_every_category_of_the_rules_has_a_family(page: Page) -> None:
    from tonelint.model import CATEGORIES

    known = page.evaluate("async () => Object.values((await import('/static/js/families.js')).FAMILIES).flat()")
    assert sorted(known) == sorted(CATEGORIES)


def test_the_theme_follows_the_system_and_a_choice_is_kept(open_page) -> None:
    page = open_page(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


@pytest.mark.parametrize("locale", ["ru-RU", "en-GB"])
def test_a_small_screen_scrolls_only_downwards(open_page, locale: str) -> None:
    page = open_page(locale=locale, width=360, height=740)
    page.locator("#samples button").first.click()
    page.locator(".finding-head").first.click()
    for tab in ("findings", "facts", "measures"):
        page.locator(f"#tab-{tab}").click()
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_tap_on_a_word_opens_its_card_within_reach_on_a_phone(open_page) -> None:
    page = open_page(width=360, height=740, has_touch=True)
    page.fill("#body", "Осталось всего 2 места!")
    mark = page.locator(".body mark").first
    mark.wait_for()
    page.locator("#body").scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 30, box["y"] + 8)
    card = page.locator(".finding.open .card")
    expect(card).to_be_in_viewport()
    page.get_by_role("button", name="Закрыть").click()
    expect(card).to_have_count(0)


def test_the_page_says_nothing_that_its_own_rules_would_flag(page: Page) -> None:
    from tonelint import check_text

    words = page.evaluate("async () => Object.values((await import('/static/js/words.js')).WORDS)")
    for english, russian in words:
        assert check_text(english, language="en").findings == ()
        assert check_text(russian, language="ru").findings == ()
