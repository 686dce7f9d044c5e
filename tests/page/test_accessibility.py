"""What axe-core says of the page in each of its states, and that the axe-core here is the one that was released."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe-core"
_RUN = """async () => {
    const told = await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
    return told.violations.map(
        (each) => `${each.impact}: ${each.id}: ${each.nodes.map((node) => node.target).join(", ")}`);
}"""


def _faults(page: Page) -> list[str]:
    page.evaluate((AXE / "axe.min.js").read_text(encoding="utf-8"))
    return [fault for fault in page.evaluate(_RUN) if not fault.startswith("minor")]


@pytest.mark.parametrize(
    ("locale", "scheme", "width"), [("ru-RU", "light", 1360), ("en-GB", "dark", 1360), ("ru-RU", "dark", 360)]
)
def test_no_state_of_the_page_has_an_accessibility_fault(open_page, locale: str, scheme: str, width: int) -> None:
    page = open_page(locale=locale, color_scheme=scheme, width=width)
    assert _faults(page) == []
    page.locator("#samples button").first.click()
    page.locator(".finding-head").first.click()
    page.locator(".card").wait_for()
    assert _faults(page) == []
    page.locator("#tab-facts").click()
    assert _faults(page) == []
    page.locator("#tab-measures").click()
    page.locator(".measure").first.wait_for()
    assert _faults(page) == []
    page.locator("#tab-findings").click()
    page.locator("#apply-safe").click()
    page.locator("#compare-toggle").click()
    page.locator("#compare del").first.wait_for()
    assert _faults(page) == []


def test_the_vendored_axe_is_the_released_one() -> None:
    stated = re.search(r"`([0-9a-f]{64})`", (AXE / "README.md").read_text(encoding="utf-8"))
    assert stated is not None
    assert hashlib.sha256((AXE / "axe.min.js").read_bytes()).hexdigest() == stated[1]
