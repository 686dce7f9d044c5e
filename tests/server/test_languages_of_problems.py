"""A request that cannot be answered is told why in the language it asks for: field by field, and for the letter."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest

from tonelint.sentences.russian import RUSSIAN
from tonelint.server.invalid import SENTENCES

LETTER = {"text": "Hello."}


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


WRONG: dict[str, tuple[str, Any, str]] = {
    "a field that is not known": ("/v1/check", {**LETTER, "subjekt": "x"}, "body.subjekt: такого поля здесь нет"),
    "no letter": ("/v1/check", {}, "письма нет"),
    "two bodies": ("/v1/check", {**LETTER, "html": "<p>x"}, "нужен один"),
    "a number for a text": ("/v1/check", {"text": 7}, "body.text: здесь нужен текст"),
    "a text for a list": ("/v1/check", {**LETTER, "select": "urgency"}, "body.select: здесь нужен список"),
    "another language": ("/v1/check", {**LETTER, "language": "de"}, "здесь можно: 'ru', 'en'"),
    "a name that is too long": ("/v1/check", {**LETTER, "select": ["x" * 300]}, "длиннее, чем 200 знаков"),
    "no base64": ("/v1/check", {"eml_base64": "%%%"}, "«eml_base64» — не base64"),
    "a rule that does not exist": ("/v1/check", {**LETTER, "select": ["scarcit"]}, "может быть, «scarcity»"),
    "facts that cannot be": ("/v1/check", {**LETTER, "facts": {"stock": {"left": "few"}}}, "stock.left"),
    "a picture": ("/v1/check", {"file_base64": encoded(b"\x89PNG\r\n\x1a\n\0\0"), "file_name": "a.txt"}, "а не текст"),
    "a series without dates": ("/v1/series", {"letters": [LETTER]}, "добавьте sent_at"),
    "a date without a zone": ("/v1/series", {"letters": [{**LETTER, "sent_at": "2026-05-04T09:00"}]}, "часовой пояс"),
    "an empty series": ("/v1/series", {"letters": []}, "нужна хотя бы 1 запись"),
    "half a document": ("/v1/check", {"file_base64": encoded(b"PK\3\4abc"), "file_name": "a.docx"}, "файл повреждён"),
}  # fmt: skip


def is_russian(sentence: str) -> bool:
    return any("а" <= char <= "я" for char in sentence.lower())


@pytest.mark.parametrize("name", WRONG)
def test_the_body_may_ask_for_russian(client: httpx.Client, name: str) -> None:
    path, body, words = WRONG[name]
    response = client.post(path, json={**body, "lang": "ru"})
    problem = response.json()
    assert response.status_code == 422
    assert words in problem["detail"]
    assert is_russian(problem["title"])


@pytest.mark.parametrize("name", WRONG)
def test_so_may_the_header_and_english_is_told_otherwise(client: httpx.Client, name: str) -> None:
    path, body, words = WRONG[name]
    russian = client.post(path, json=body, headers={"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.5"}).json()
    assert words in russian["detail"]
    english = client.post(path, json=body).json()
    assert not is_russian(english["detail"] + english["title"])


def test_the_body_has_the_last_word(client: httpx.Client) -> None:
    problem = client.post("/v1/check", json={"lang": "en"}, headers={"Accept-Language": "ru"}).json()
    assert "there is no letter" in problem["detail"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"text": "\xff"}', "это не UTF-8"),
        (b"[" * 100_000, "слишком много уровней"),
        (b'{"text": "a', "не закрыта"),
        (b'{"text": }', "не хватает значения"),
    ],
)
@pytest.mark.parametrize("path", ["/v1/check", "/v1/check/batch"])
def test_what_is_no_json_is_told_in_russian_too(client: httpx.Client, path: str, body: bytes, words: str) -> None:
    headers = {"Content-Type": "application/json", "Accept-Language": "ru"}
    response = client.post(path, content=body, headers=headers)
    assert response.status_code == 400
    assert words in response.json()["detail"]


def test_each_field_is_told_in_russian_too(client: httpx.Client) -> None:
    body = {"text": 7, "select": 8, "lang": "ru"}
    told = client.post("/v1/check", json=body).json()["errors"]
    assert told == [
        {"at": "body.text", "message": "здесь нужен текст"},
        {"at": "body.select", "message": "здесь нужен список"},
    ]


def test_a_letter_of_a_batch_is_told_in_its_own_language(client: httpx.Client) -> None:
    lines = '{"text": 1, "lang": "ru"}\n{"text": 1}\n{"eml_base64": "%", "lang": "ru"}\n'
    response = client.post("/v1/check/batch", content=lines, headers={"Content-Type": "application/x-ndjson"})
    told = [line["error"]["detail"] for line in map(json.loads, response.text.splitlines())]
    assert [is_russian(one) for one in told] == [True, False, True]


def test_an_editor_is_told_in_its_language(client: httpx.Client) -> None:
    asked = client.post("/v2/check", data={"text": "Hi"}, headers={"Accept-Language": "ru"})
    assert asked.status_code == 400
    assert "нет поля language" in asked.text


@pytest.mark.parametrize("template", sorted(set(SENTENCES.values())))
def test_every_sentence_about_a_field_has_its_russian(template: str) -> None:
    assert template in RUSSIAN
