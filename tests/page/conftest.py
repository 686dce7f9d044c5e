"""A running service and a real browser. Nothing is installed here; the browser is Debian's `chromium`."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
PATIENCE = 30_000
"""Milliseconds that a sign may take to appear on a busy machine."""

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed; apt-get install chromium")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """A service with one worker on a free port of the loopback."""
    import uvicorn

    from tonelint.server.app import create_app
    from tonelint.server.settings import Settings

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    # One worker on a machine full of tests may take its time to warm up.
    app = create_app(Settings(workers=1, deadline=60.0, rate=0))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not _ready(f"http://127.0.0.1:{port}/readyz"):
        if not thread.is_alive() or time.monotonic() > until:
            pytest.fail("the service did not start")
        threading.Event().wait(0.1)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(30)


def _ready(url: str) -> bool:
    try:
        with urlopen(url) as answer:
            return answer.status == 200
    except OSError:
        return False


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page as `open_page(locale=..., color_scheme=..., width=..., height=...)`.

    At the end of the test every page must have asked no other host, and logged no error and no breach of its policy.
    """
    contexts, wrong = [], []

    def opened(
        *, locale: str = "ru-RU", width: int = 1360, height: int = 900, expected: tuple[str, ...] = (), **more: Any
    ) -> Page:
        context = browser.new_context(locale=locale, viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda said: _note(said.type, said.text, expected, wrong))
        page.on("request", lambda asked: _stays_here(asked.url, address, wrong))
        page.goto(address)
        page.wait_for_selector("#samples button")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def _note(kind: str, text: str, expected: tuple[str, ...], wrong: list[str]) -> None:
    if kind in ("error", "warning") and not any(words in text for words in expected):
        wrong.append(f"console: {text}")


def _stays_here(url: str, address: str, wrong: list[str]) -> None:
    if not url.startswith((address, "blob:", "data:")):
        wrong.append(f"asked another host: {url}")


@pytest.fixture
def page(open_page: Open) -> Page:
    """The page in Russian, on a desktop."""
    return open_page()
