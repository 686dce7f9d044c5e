"""Keys, rates, deadlines, slow clients, other origins, stopping: the limits that are on by default."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.conftest import ROOT, Service, start

LETTER = {"text": "Осталось 2 места!"}
HEAVY = "Осталось 2 места! Торопитесь, последний шанс. " * 19_000
"""Just under the limit of a body in characters, and full of findings: no machine finishes it in half a second."""


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Service, str]]:
    """A service that asks for keys, with small limits; and one key."""
    keys = tmp_path_factory.mktemp("keys") / "keys.txt"
    made = tonelint("serve", "--new-key", "mailer", "--keys", str(keys))
    key = made.stdout.split()[-1]
    options = ("--rate", "30", "--deadline", "3", "--workers", "2", "--max-body", "2000000")
    service = start("--keys", str(keys), "--allow-origin", "https://mail.example", *options)
    yield service, key
    service.stop()


def tonelint(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tonelint", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={"LANG": "C.UTF-8"}, check=False)


def test_without_a_key_nothing_is_checked(keyed: tuple[Service, str]) -> None:
    service, key = keyed
    for headers in ({}, {"X-API-Key": "wrong"}, {"Authorization": f"Basic {key}"}):
        response = httpx.post(f"{service.url}/v1/check", json=LETTER, headers=headers)
        assert response.status_code == 401
        assert response.headers["www-authenticate"] == "Bearer"
        assert response.json()["type"] == "urn:tonelint:problem:no-key"


def test_a_key_opens_the_service_in_either_header(keyed: tuple[Service, str]) -> None:
    service, key = keyed
    for headers in ({"X-API-Key": key}, {"Authorization": f"Bearer {key}"}):
        assert httpx.post(f"{service.url}/v1/check", json=LETTER, headers=headers).status_code == 200


def test_clients_of_languagetool_may_put_the_key_into_the_form(keyed: tuple[Service, str]) -> None:
    service, key = keyed
    form = {"text": "Торопитесь!", "language": "ru-RU", "username": "a@b.example"}
    assert httpx.post(f"{service.url}/v2/check", data=form).status_code == 401
    assert httpx.post(f"{service.url}/v2/check", data={**form, "apiKey": key}).status_code == 200


def test_health_is_told_without_a_key_and_metrics_are_not(keyed: tuple[Service, str]) -> None:
    service, key = keyed
    assert httpx.get(f"{service.url}/healthz").status_code == 200
    assert httpx.get(f"{service.url}/readyz").status_code == 200
    assert httpx.get(f"{service.url}/metrics").status_code == 401
    assert httpx.get(f"{service.url}/metrics", headers={"X-API-Key": key}).status_code == 200


def test_the_key_itself_is_neither_stored_nor_logged(keyed: tuple[Service, str]) -> None:
    service, key = keyed
    assert key not in service.log
    assert key not in Path(_keys_file(service)).read_text()


def _keys_file(service: Service) -> str:
    arguments: Any = service.process.args
    return str(arguments[arguments.index("--keys") + 1])


def test_too_many_letters_are_told_when_to_come_back(keyed: tuple[Service, str], tmp_path: Path) -> None:
    service, key = keyed
    headers = {"X-API-Key": key}
    letters = {"letters": [LETTER] * 30}
    assert httpx.post(f"{service.url}/v1/check/batch", json=letters, headers=headers).status_code in (200, 429)
    response = httpx.post(f"{service.url}/v1/check/batch", json=letters, headers=headers)
    assert response.status_code == 429
    assert 1 <= int(response.headers["retry-after"]) <= 120
    assert response.headers["ratelimit-limit"] == "30"


@pytest.fixture(scope="module")
def hurried() -> Iterator[Service]:
    """A service with a short deadline and little patience."""
    service = start(
        "--rate",
        "0",
        "--deadline",
        "3",
        "--patience",
        "1",
        "--max-body",
        "3000000",
        "--allow-origin",
        "https://mail.example",
    )
    yield service
    service.stop()


def test_a_letter_that_takes_too_long_ends_in_a_partial_answer(hurried: Service) -> None:
    response = httpx.post(f"{hurried.url}/v1/check", json={"text": HEAVY}, timeout=30)
    assert response.status_code == 503
    problem = response.json()
    assert problem["partial"] is True
    assert problem["findings"][0]["excerpt"] == "Осталось 2 места"
    assert response.headers["retry-after"]


def test_small_letters_are_answered_beside_heavy_ones(hurried: Service) -> None:
    heavy = [
        threading.Thread(
            target=httpx.post, args=(f"{hurried.url}/v1/check",), kwargs={"json": {"text": HEAVY}, "timeout": 30}
        )
        for _ in range(3)
    ]
    for thread in heavy:
        thread.start()
    answers = [httpx.post(f"{hurried.url}/v1/check", json=LETTER, timeout=30).status_code for _ in range(10)]
    for thread in heavy:
        thread.join()
    assert answers == [200] * 10


def test_workers_stay_as_they_were_after_a_late_letter(hurried: Service) -> None:
    httpx.post(f"{hurried.url}/v1/check", json={"text": HEAVY}, timeout=30)
    assert httpx.get(f"{hurried.url}/readyz").json()["workers"] == 2
    assert "Traceback" not in hurried.log


def test_other_origins_are_let_in_only_by_name(hurried: Service) -> None:
    ask = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type,x-api-key"}
    known = httpx.options(f"{hurried.url}/v1/check", headers={**ask, "Origin": "https://mail.example"})
    strange = httpx.options(f"{hurried.url}/v1/check", headers={**ask, "Origin": "https://other.example"})
    assert known.headers["access-control-allow-origin"] == "https://mail.example"
    assert "access-control-allow-origin" not in strange.headers


def test_no_origin_is_let_in_by_default(service: Service) -> None:
    response = httpx.post(f"{service.url}/v1/check", json=LETTER, headers={"Origin": "https://mail.example"})
    assert "access-control-allow-origin" not in response.headers


def test_a_strange_host_name_is_not_answered_to(service: Service) -> None:
    response = httpx.post(f"{service.url}/v1/check", json=LETTER, headers={"Host": "rebound.example"})
    assert response.status_code == 421


def test_answers_carry_safe_headers_and_a_request_id(service: Service) -> None:
    response = httpx.get(f"{service.url}/healthz", headers={"X-Request-Id": "mail-42"})
    assert response.headers["x-request-id"] == "mail-42"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-security-policy"].startswith("default-src 'none'")
    invented = httpx.get(f"{service.url}/healthz", headers={"X-Request-Id": "<script>"}).headers["x-request-id"]
    assert "<" not in invented


def raw(service: Service, sent: bytes, *, seconds: float = 30) -> bytes:
    """What comes back for bytes that are sent as they are, until the service closes the connection."""
    with socket.create_connection(("127.0.0.1", service.port), timeout=seconds) as connection:
        connection.sendall(sent)
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
        return answer


def test_a_body_that_never_comes_is_given_up(hurried: Service) -> None:
    head = (
        b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
    )
    assert raw(hurried, head).startswith(b"HTTP/1.1 408 ")


def test_headers_that_never_end_are_given_up(hurried: Service) -> None:
    assert raw(hurried, b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\n").startswith(b"HTTP/1.1 408 ")


def test_headers_without_measure_are_refused(service: Service) -> None:
    sent = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"a" * 70_000
    assert raw(service, sent).startswith(b"HTTP/1.1 431 ")


def test_chunks_without_end_are_refused_and_the_connection_closed(service: Service) -> None:
    head = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    head += b"Transfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", service.port), timeout=30) as connection:
        connection.sendall(head)
        endless = chunk * 2000  # a hundred megabytes, were they read
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            connection.sendall(endless)


def test_what_is_no_http_is_refused(service: Service) -> None:
    assert raw(service, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 5).startswith(b"HTTP/1.1 400 ")
    assert "Traceback" not in service.log


def test_another_address_than_this_machine_asks_for_keys() -> None:
    refused = tonelint("serve", "--host", "0.0.0.0", "--port", "0")
    assert refused.returncode == 2
    assert "--keys" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_damaged_file_of_keys_is_said_with_its_line(tmp_path: Path) -> None:
    keys = tmp_path / "keys.txt"
    keys.write_text("# ours\nsecret mailer\n")
    refused = tonelint("serve", "--keys", str(keys))
    assert refused.returncode == 2
    assert "keys.txt:2: " in refused.stderr


def test_a_service_that_is_stopped_finishes_what_it_has_accepted() -> None:
    service = start("--rate", "0", "--workers", "1")
    letters = {"letters": [LETTER] * 150}
    with httpx.stream("POST", f"{service.url}/v1/check/batch", json=letters, timeout=60) as response:
        lines = response.iter_lines()
        first = next(lines)
        service.process.terminate()
        rest = list(lines)
    assert first.startswith('{"index":0,')
    assert len(rest) == 149
    assert service.stop() in (0, -15)
    assert "Traceback" not in service.log


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are listed as Linux lists them")
def test_a_worker_that_dies_is_replaced() -> None:
    service = start("--rate", "0", "--workers", "2")
    try:
        for worker in _workers(service.process.pid):
            os.kill(worker, signal.SIGKILL)
        answers = [httpx.post(f"{service.url}/v1/check", json=LETTER, timeout=60).status_code for _ in range(4)]
        assert set(answers) <= {200, 500, 503}
        with httpx.Client(base_url=service.url, timeout=60) as client:
            while client.get("/readyz").json().get("workers") != 2:
                assert service.process.poll() is None
            assert client.post("/v1/check", json=LETTER).status_code == 200
        assert "Traceback" not in service.log
    finally:
        service.stop()


def _workers(pid: int) -> list[int]:
    """The worker processes: the children that are not Python's tracker of resources."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def test_sixty_four_clients_at_once_are_all_answered(client: httpx.Client) -> None:
    def ask(_: int) -> int:
        return client.post("/v1/check", json=LETTER, timeout=60).status_code

    with ThreadPoolExecutor(64) as several:
        assert set(several.map(ask, range(192))) == {200}


def test_a_client_that_hangs_up_takes_nothing_with_it(hurried: Service) -> None:
    body = json.dumps({"text": HEAVY}, ensure_ascii=False).encode()
    head = (
        f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
    )
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", hurried.port), timeout=30) as connection:
            connection.sendall(head.encode() + b"\r\n\r\n" + body)
    answers = [httpx.post(f"{hurried.url}/v1/check", json=LETTER, timeout=30).json() for _ in range(5)]
    assert [answer["findings"][0]["excerpt"] for answer in answers] == ["Осталось 2 места"] * 5
    assert "Traceback" not in hurried.log
