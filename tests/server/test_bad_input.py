"""Letters and requests that nobody should send: the right status, a sentence that helps, no traceback, no leak."""

from __future__ import annotations

import base64
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.server.conftest import Service

JSON = {"Content-Type": "application/json"}


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def nested_letter(depth: int) -> bytes:
    """A letter in which each part is again a multipart of one part."""
    head, tail = [], []
    for level in range(depth):
        head.append(f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n')
        tail.append(f"\r\n--b{level}--\r\n")
    return ("Subject: deep\r\n" + "".join(head) + "\r\nhello\r\n" + "".join(reversed(tail))).encode()


def zip_bomb() -> bytes:
    """A .docx whose one paragraph file unpacks to a gigabyte of spaces."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(64):
                member.write(b" " * (1 << 20))
    return packed.getvalue()


BODIES: dict[str, tuple[bytes, int, str]] = {
    "nothing": (b"", 422, "body"),
    "half of an object": (b'{"text": "hello"', 400, "JSON"),
    "not UTF-8": (b'{"text": "\xff\xfe"}', 400, ""),
    "a list": (b'["hello"]', 422, "JSON object"),
    "a very deep list": (b"[" * 100_000, 400, ""),
    "a number with too many digits": (b'{"text": ' + b"9" * 5000 + b"}", 400, ""),
    "a number for a text": (b'{"text": 5}', 422, "body.text"),
    "an unknown field": (b'{"txt": "hello"}', 422, "txt"),
    "no letter": (b'{"lang": "en"}', 422, "send one of"),
    "two bodies": (b'{"text": "a", "html": "b"}', 422, "text and html"),
    "a file without a name": (b'{"file_base64": "aGVsbG8="}', 422, "file_name"),
    "an unknown language": (b'{"text": "a", "language": "tlh"}', 422, "language"),
    "NUL characters": (b'{"text": "a\\u0000b"}', 422, "NUL"),
    "half of a surrogate pair": (b'{"text": "a\\ud83d b"}', 422, "surrogate"),
    "a rule that is none": (b'{"text": "a", "select": ["scarsity"]}', 422, "did you mean 'scarcity'"),
    "facts with an unknown key": (b'{"text": "a", "facts": {"stok": {"left": 2}}}', 422, "did you mean 'stock'"),
    "facts with a text for a number": (b'{"text": "a", "facts": {"stock": {"left": "two"}}}', 422, "stock.left"),
    "base64 that is none": (b'{"eml_base64": "???"}', 422, "base64"),
    "a subject beside a whole letter": (b'{"eml_base64": "aGk=", "subject": "a"}', 422, "subject"),
    "a file of no known kind": (b'{"file_base64": "aGVsbG8=", "file_name": "a.exe"}', 422, "file_name"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_bad_body_is_refused_with_a_sentence_that_helps(client: httpx.Client, service: Service, name: str) -> None:
    body, status, words = BODIES[name]
    response = client.post("/v1/check", content=body, headers=JSON)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert words in problem["detail"]
    assert problem["status"] == status
    assert problem["request_id"] == response.headers["x-request-id"]
    assert "Traceback" not in response.text + service.log


BINARIES: dict[str, dict[str, str]] = {
    "a picture": {"file_base64": encoded(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20), "file_name": "a.html"},
    "a .docx that unpacks to more than it should": {"file_base64": encoded(zip_bomb()), "file_name": "a.docx"},
    "a .docx that is cut off": {"file_base64": encoded(zip_bomb()[:200]), "file_name": "a.docx"},
}


@pytest.mark.parametrize("name", BINARIES)
def test_a_file_that_is_no_letter_is_refused(client: httpx.Client, service: Service, name: str) -> None:
    response = client.post("/v1/check", json=BINARIES[name])
    assert response.status_code == 422, response.text
    assert len(response.json()["detail"]) > 20
    assert "Traceback" not in response.text + service.log


@pytest.mark.parametrize("depth", [30, 3000])
def test_parts_within_parts_do_not_stall_the_service(client: httpx.Client, service: Service, depth: int) -> None:
    response = client.post("/v1/check", json={"eml_base64": encoded(nested_letter(depth))})
    assert response.status_code in (200, 422, 503)
    assert "Traceback" not in response.text + service.log
    assert client.post("/v1/check", json={"text": "hello"}).status_code == 200


def test_a_body_of_ten_megabytes_is_refused(client: httpx.Client) -> None:
    response = client.post("/v1/check", content=b'{"text": "' + b"a" * 10_000_000 + b'"}', headers=JSON)
    assert response.status_code == 413
    assert "1000000" in response.json()["detail"]


def test_a_body_that_does_not_say_its_length_is_counted_all_the_same(client: httpx.Client) -> None:
    def chunks() -> Any:
        for _ in range(200):
            yield b" " * 10_000

    response = client.post("/v1/check", content=chunks(), headers=JSON)
    assert response.status_code == 413


def test_an_unknown_address_and_a_wrong_method_are_said_so(client: httpx.Client) -> None:
    missing, wrong = client.get("/v1/nothing"), client.get("/v1/check")
    assert (missing.status_code, missing.json()["type"]) == (404, "urn:tonelint:problem:not-found")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert wrong.json()["detail"] == "Allowed here: POST."


def test_problems_are_told_in_russian_to_those_who_prefer_it(client: httpx.Client) -> None:
    response = client.post("/v1/check", content=b"{", headers=JSON | {"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.5"})
    assert response.json()["title"] == "Тело запроса — не JSON"


def test_another_media_type_is_not_taken_for_json(client: httpx.Client) -> None:
    response = client.post("/v1/check", content=b'{"text": "a"}', headers={"Content-Type": "text/plain"})
    assert response.status_code in (415, 422)


def test_texts_and_facts_never_reach_the_log(client: httpx.Client, service: Service) -> None:
    secret = "Осталось 2 места у госпожи Верблюдовой"
    client.post("/v1/check?offsets=utf-16", json={"text": secret, "facts": {"recipient": {"name": "Верблюдова"}}})
    client.post("/v1/check", json={"text": secret, "facts": {"Верблюдова": 1}})
    client.post("/v1/check", json={"Верблюдова": secret})
    client.get("/v2/check", params={"text": secret, "language": "ru-RU"})
    client.get("/Верблюдова")
    log = service.log
    assert "/v1/check" in log
    assert "ерблюдов" not in log
    assert "%D0%92%D0%B5" not in log


def test_nothing_of_one_letter_shows_up_in_the_answer_to_another(client: httpx.Client) -> None:
    def ask(number: int) -> tuple[int, str]:
        letter = {"text": f"Осталось {number} места!", "facts": {"stock": {"left": number + 1}}}
        return number, client.post("/v1/check", json=letter).text

    numbers = range(31000, 31060)
    with ThreadPoolExecutor(8) as several:
        for number, answer in several.map(ask, numbers):
            assert f"{number} места" in answer
            assert not [other for other in numbers if abs(other - number) > 1 and str(other) in answer]
