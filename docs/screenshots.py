"""Takes the pictures of the page in docs/images: `python docs/screenshots.py` (needs the dev extra and chromium).

Starts a service of its own on a free port, opens the page in both languages and themes, on a desktop and on a phone,
and writes one PNG for each. Nothing else is changed.
"""

from __future__ import annotations

import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import uvicorn
from playwright.sync_api import Page, sync_playwright

from tonelint.server.app import create_app
from tonelint.server.settings import Settings

IMAGES = Path(__file__).parent / "images"
DESKTOP, PHONE = (1360, 940), (360, 740)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, how the page is opened, and what is done before it is taken."""

    name: str
    locale: str
    theme: str
    size: tuple[int, int]
    act: Callable[[Page], None]


def open_a_card(page: Page) -> None:
    """A letter with its findings, the fourth one open."""
    _sample(page)
    page.locator(".finding-head").nth(3).click()
    page.evaluate("scrollTo(0, 0)")


def tap_a_word(page: Page) -> None:
    """On a phone: the card of a word that was tapped."""
    _sample(page)
    mark = page.locator(".body mark").first
    page.evaluate("(top) => scrollTo(0, top - 120)", mark.bounding_box()["y"])
    box = mark.bounding_box()
    page.touchscreen.tap(box["x"] + 20, box["y"] + 8)
    page.locator(".card").wait_for()


def give_facts(page: Page) -> None:
    """Facts that confirm one claim and contradict another."""
    _sample(page)
    page.locator("#tab-facts").click()
    page.locator("[id='fact-stock.left']").fill("2")
    page.locator(".claim[data-status=supported]").first.wait_for()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")


def measure(page: Page) -> None:
    """The measures of a letter."""
    _sample(page)
    page.locator("#tab-measures").click()
    page.locator(".measure").first.wait_for()


def compare(page: Page) -> None:
    """A letter before and after all ready lines were taken."""
    _sample(page)
    page.locator("#apply-safe").click()
    page.locator("#apply-safe").wait_for(state="hidden")
    page.locator("#compare-toggle").click()
    page.evaluate("document.getElementById('toast').hidden = true; scrollTo(0, 0)")


PICTURES = (
    Picture("page-ru-light", "ru-RU", "light", DESKTOP, open_a_card),
    Picture("page-ru-dark", "ru-RU", "dark", DESKTOP, open_a_card),
    Picture("page-en-light", "en-GB", "light", DESKTOP, open_a_card),
    Picture("page-en-dark", "en-GB", "dark", DESKTOP, open_a_card),
    Picture("facts-ru-light", "ru-RU", "light", DESKTOP, give_facts),
    Picture("measures-en-light", "en-GB", "light", DESKTOP, measure),
    Picture("compare-en-dark", "en-GB", "dark", DESKTOP, compare),
    Picture("phone-ru-light", "ru-RU", "light", PHONE, tap_a_word),
    Picture("phone-ru-dark", "ru-RU", "dark", PHONE, tap_a_word),
    Picture("phone-en-light", "en-GB", "light", PHONE, tap_a_word),
    Picture("phone-en-dark", "en-GB", "dark", PHONE, tap_a_word),
)


def _sample(page: Page) -> None:
    page.locator("#samples button").first.click()
    page.locator(".finding").first.wait_for()


def _served() -> tuple[uvicorn.Server, threading.Thread, str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(Settings(workers=1, deadline=60.0))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{port}"
    for _ in range(600):
        try:
            with urlopen(f"{address}/readyz") as answer:
                if answer.status == 200:
                    return server, thread, address
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the service did not start")


def main() -> None:
    """Takes every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("chromium is not installed")
    IMAGES.mkdir(exist_ok=True)
    server, thread, address = _served()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            width, height = picture.size
            context = browser.new_context(
                locale=picture.locale,
                color_scheme=picture.theme,
                viewport={"width": width, "height": height},
                has_touch=picture.size == PHONE,
            )
            page = context.new_page()
            page.goto(address)
            picture.act(page)
            page.wait_for_timeout(300)  # the last transition
            page.screenshot(path=IMAGES / f"{picture.name}.png")
            context.close()
            sys.stderr.write(f"docs/images/{picture.name}.png\n")
        browser.close()
    server.should_exit = True
    thread.join(30)


if __name__ == "__main__":
    main()
