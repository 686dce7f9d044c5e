"""Writing a letter: underlines where the words are, answers that keep up, nothing that text can break."""

from __future__ import annotations

import contextlib

from playwright.sync_api import Page, Route, expect

LETTER = "Добрый день! Осталось всего 2 места на курс, торопитесь."


def test_a_russian_letter_gets_its_underlines_at_the_right_words(page: Page) -> None:
    page.get_by_label("Письмо", exact=True).last.press_sequentially(LETTER)
    expect(page.locator("#body + *")).to_have_count(0)
    marks = page.locator(".body mark")
    expect(marks.first).to_have_text("Осталось всего 2 места")
    expect(page.locator(".finding").first).to_contain_text("Осталось всего 2 места")


def test_words_and_underlines_lie_on_each_other(page: Page) -> None:
    page.fill("#body", "Строка, которая достаточно длинна, чтобы перенестись. " * 6 + "\n\n\t" + LETTER)
    page.locator(".body mark").first.wait_for()
    same = page.evaluate(
        """() => {
            const area = document.getElementById("body"), mirror = area.previousElementSibling;
            const [a, b] = [area, mirror].map((each) => getComputedStyle(each));
            const keys = ["font", "letterSpacing", "wordSpacing", "padding", "whiteSpace", "tabSize", "overflowWrap"];
            const [x, y] = [area, mirror].map((each) => each.getBoundingClientRect());
            return keys.every((key) => a[key] === b[key]) && x.top === y.top && x.left === y.left
                && x.width === y.width && area.scrollHeight <= Math.ceil(y.height);
        }"""
    )
    assert same


def test_emoji_before_the_words_do_not_shift_the_underline(page: Page) -> None:
    page.fill("#body", "🎉🎂👩‍👩‍👧 " + LETTER)
    expect(page.locator(".body mark").first).to_have_text("Осталось всего 2 места")


def test_underlines_follow_while_one_types_before_them(page: Page) -> None:
    page.fill("#body", LETTER)
    page.locator(".body mark").first.wait_for()
    page.route("**/v1/check*", lambda route: route.abort())
    page.evaluate("document.getElementById('body').setSelectionRange(0, 0)")
    page.locator("#body").press_sequentially("Ещё раз: ")
    assert page.locator(".body mark").first.text_content() == "Осталось всего 2 места"
    page.unroute("**/v1/check*")


def test_an_answer_to_an_older_text_is_dropped(page: Page) -> None:
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/v1/check*", hold_the_first)
    with page.expect_request("**/v1/check*"):
        page.fill("#body", LETTER)
    page.fill("#body", "Нам доверяют тысячи учеников.")
    expect(page.locator(".finding")).to_have_count(1)
    with contextlib.suppress(Exception):  # the browser has cancelled it already, which is the point
        held[0].continue_()
    expect(page.locator(".finding")).to_have_count(1)
    expect(page.locator(".body mark")).to_have_text("Нам доверяют тысячи учеников")


def test_findings_in_subject_and_preheader_are_underlined_there(page: Page) -> None:
    page.fill("#subject", "Осталось 2 места")
    page.fill("#preheader", "Запишитесь на курс, пока не поздно")
    expect(page.locator("mark").first).to_have_text("Осталось 2 места")
    expect(page.locator(".finding").first).to_contain_text("в теме")
    expect(page.locator(".finding", has_text="в прехедере").first).to_be_visible()


def test_a_clean_letter_is_told_plainly(open_page) -> None:
    page = open_page(locale="en-GB")
    page.fill("#body", "Hello Sam, the meeting is on 5 May at 10:00 in room 4.")
    expect(page.locator("#verdict")).to_contain_text("Nothing stands in the way")
    expect(page.locator("#findings")).to_have_text("No findings.")
    expect(page.locator("#live")).to_have_text("Checked. No findings.")


def test_the_calm_samples_have_no_findings_and_the_others_have(open_page) -> None:
    for locale in ("ru-RU", "en-GB"):
        page = open_page(locale=locale)
        page.locator("#samples button").first.click()
        page.locator(".finding").nth(3).wait_for()
        page.locator("#samples button").last.click()
        expect(page.locator("#verdict")).to_have_attribute("data-verdict", "send")
        expect(page.locator(".finding")).to_have_count(0)


def test_emptying_the_letter_empties_the_findings(page: Page) -> None:
    page.fill("#body", LETTER)
    page.locator(".finding").first.wait_for()
    page.fill("#body", "")
    expect(page.locator("#verdict")).to_have_attribute("data-verdict", "none")
    expect(page.locator("mark")).to_have_count(0)


def test_a_silent_server_is_said_and_the_letter_stays(open_page) -> None:
    page = open_page(locale="en-GB", expected=("Failed to load resource",))
    page.route("**/v1/check*", lambda route: route.abort())
    page.fill("#body", "Only 2 seats left!")
    expect(page.locator("#notice")).to_contain_text("does not answer")
    assert page.input_value("#body") == "Only 2 seats left!"
    page.unroute("**/v1/check*")
    page.locator(".finding").first.wait_for()
    expect(page.locator("#notice")).to_be_hidden()


def test_a_server_with_keys_is_given_one_and_the_check_goes_on(open_page) -> None:
    page = open_page(expected=("Failed to load resource",))

    def guard(route: Route) -> None:
        if route.request.headers.get("x-api-key") == "open-sesame":
            route.continue_()
        else:
            route.fulfill(status=401, content_type="application/problem+json", body='{"detail": "a key is needed"}')

    page.route("**/v1/check*", guard)
    page.fill("#body", LETTER)
    expect(page.locator("#notice")).to_contain_text("ключ доступа")
    page.get_by_label("Ключ доступа").fill("open-sesame")
    page.keyboard.press("Enter")
    expect(page.locator(".finding").first).to_be_visible()
    expect(page.locator("#notice")).to_be_hidden()
