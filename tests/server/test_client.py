"""The Python client against a running service, and its patience against a busy one."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests.server.conftest import Service
from tonelint.client import Client, ServiceError
from tonelint.model import Finding


@pytest.fixture
def asking(service: Service) -> Iterator[Client]:
    with Client(service.url) as client:
        yield client


def test_a_letter_is_checked_into_typed_findings(asking: Client) -> None:
    answer = asking.check(subject="Осталось 2 места", text="Добрый день!", lang="ru")
    assert answer.verdict == "review"
    assert isinstance(answer.findings[0], Finding)
    assert answer.findings[0].rewrites[0].needs == ("дата подсчёта",)
    assert answer.claims[0].value == 2


def test_batches_rewrites_series_and_rules_are_at_hand(asking: Client) -> None:
    lines = list(asking.check_batch([{"id": "a", "text": "Hurry, 2 seats left!"}, {"txt": ""}]))
    assert [(line.id, line.answer is None, line.problem is None) for line in lines] == [
        ("a", False, True),
        (None, True, False),
    ]
    made = asking.rewrite(text="Срочно подтвердите запись на маникюр!")
    assert made.letter == {"text": "Подтвердите запись на маникюр!"}
    assert asking.series([{"text": "a", "sent_at": "2026-05-01T10:00:00Z"}], max_per_week=1)["busiest"] == 1
    assert asking.rule("scarcity/stock-left")["category"] == "scarcity"
    assert any(rule["id"] == "scarcity/stock-left" for rule in asking.rules(category="scarcity"))
    assert asking.ready()


def test_a_refusal_is_one_error_with_its_sentence(asking: Client) -> None:
    with pytest.raises(ServiceError, match="did you mean 'scarcity'") as refused:
        asking.check(text="a", select=["scarsity"])
    assert refused.value.status == 422


def test_an_absent_service_is_said_so() -> None:
    with Client("http://127.0.0.1:9", retries=0) as client:
        assert not client.ready()
        with pytest.raises(ServiceError, match="cannot be reached") as refused:
            client.check(text="a")
    assert refused.value.status == 0


class Busy(BaseHTTPRequestHandler):
    """Is busy twice, then says that a rule is called what it is called."""

    asked = 0

    def do_GET(self) -> None:
        Busy.asked += 1
        busy = Busy.asked < 3
        body = b'{"detail": "busy"}' if busy else b'{"rules": []}'
        self.send_response((429, 503)[Busy.asked % 2] if busy else 200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Retry-After", "0")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


def test_a_busy_service_is_asked_again() -> None:
    server = HTTPServer(("127.0.0.1", 0), Busy)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        with Client(f"http://127.0.0.1:{server.server_port}") as client:
            assert client.rules() == []
        assert Busy.asked == 3
    finally:
        server.shutdown()
        server.server_close()
