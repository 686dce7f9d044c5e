"""Batches, rewriting, series, rules: the other calls of `/v1/`."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import httpx

EXAMPLES = Path(__file__).parents[2] / "examples"


def lines(response: httpx.Response) -> list[dict[str, Any]]:
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-ndjson"
    return [json.loads(line) for line in response.text.splitlines()]


def test_a_batch_is_answered_in_order_one_line_a_letter(client: httpx.Client) -> None:
    letters = [{"id": f"n{n}", "text": f"Осталось {n} места!"} for n in range(2, 22)]
    told = lines(client.post("/v1/check/batch", json={"letters": letters}))
    assert [(line["index"], line["id"]) for line in told] == [(n, f"n{n + 2}") for n in range(20)]
    assert [line["result"]["findings"][0]["excerpt"] for line in told] == [letter["text"][:-1] for letter in letters]


def test_a_bad_letter_is_one_line_with_an_error(client: httpx.Client) -> None:
    rows = ['{"text": "fine"}', "no JSON", '{"id": 7, "txt": "a"}', "[1]", '{"eml_base64": "?"}', '{"text": "fine"}']
    headers = {"Content-Type": "application/x-ndjson"}
    told = lines(client.post("/v1/check/batch", content="\n".join(rows), headers=headers))
    assert ["error" in line for line in told] == [False, True, True, True, True, False]
    assert told[2]["id"] == 7
    assert "txt" in told[2]["error"]["detail"]
    assert all(line["error"]["status"] in (400, 422) for line in told if "error" in line)


def test_more_than_a_thousand_letters_are_too_many(client: httpx.Client) -> None:
    response = client.post("/v1/check/batch", json={"letters": [{"text": "a"}] * 1001})
    assert response.status_code == 413
    assert "1000" in response.json()["detail"]


def test_an_empty_batch_is_an_empty_answer(client: httpx.Client) -> None:
    assert lines(client.post("/v1/check/batch", json={"letters": []})) == []


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    for edit in sorted(edits, key=lambda edit: -edit["start"]):
        assert text[edit["start"] : edit["end"]] == edit["old"]
        text = text[: edit["start"]] + edit["new"] + text[edit["end"] :]
    return text


def test_rewriting_answers_with_the_letter_and_the_edits_that_make_it(client: httpx.Client) -> None:
    letter = {
        "subject": "Срочно подтвердите запись на маникюр!",
        "html": '<meta charset="windows-1251"><p>Это <b>революционная</b> касса.</p>\n<p>Осталось 2 места.</p>',
    }
    answer = client.post("/v1/rewrite", json=letter).json()
    assert answer["subject"] == "Подтвердите запись на маникюр!"
    for field, part in (("subject", "subject"), ("html", "")):
        assert applied(letter[field], [edit for edit in answer["edits"] if edit["part"] == part]) == answer[field]
    assert answer["applied"][0]["applicability"] == "safe"
    assert {left["obstacle"] for left in answer["left"]} == {"needs-fact"}
    checked = client.post("/v1/check", json={"subject": answer["subject"], "html": answer["html"]}).json()
    assert answer["findings"] == checked["findings"]


def test_lines_take_over_the_numbers_of_the_facts(client: httpx.Client) -> None:
    letter = {"text": "Осталось 2 места!", "facts": {"stock": {"left": 40}}}
    answer = client.post("/v1/rewrite", json=letter).json()
    assert answer["left"][0]["obstacle"] == "needs-fact"
    assert answer["findings"][0]["rewrites"][0]["text"].startswith("Есть 40 мест")


def test_a_whole_letter_comes_back_as_a_whole_letter(client: httpx.Client) -> None:
    data = (EXAMPLES / "humane-letter.en.eml").read_bytes()
    answer = client.post("/v1/rewrite", json={"eml_base64": base64.b64encode(data).decode()}).json()
    assert base64.b64decode(answer["eml_base64"]) == data
    assert answer["edits"] == []


def test_a_series_shows_what_no_single_letter_does(client: httpx.Client) -> None:
    letters = [
        {
            "id": day,
            "sent_at": f"2026-05-{day:02}T09:00:00+03:00",
            "subject": "Последний шанс",
            "text": "Скидка до вечера.",
        }
        for day in (6, 4, 5)
    ]
    answer = client.post("/v1/series", json={"letters": letters, "max_per_week": 2, "lang": "ru"}).json()
    assert [letter["name"] for letter in answer["letters"]] == ["4", "5", "6"]
    assert answer["busiest"] == 3
    assert "cadence/too-often" in {finding["rule"] for finding in answer["letters"][2]["findings"]}


def test_a_series_without_a_date_says_which_letter_has_none(client: httpx.Client) -> None:
    response = client.post("/v1/series", json={"letters": [{"text": "a"}]})
    assert response.status_code == 422
    assert "letters[0]" in response.json()["detail"]
    assert "sent_at" in response.json()["detail"]


def test_a_report_is_a_page_that_runs_nothing(client: httpx.Client) -> None:
    response = client.post("/v1/report", json={"subject": "<img src=x onerror=alert(1)>", "text": "Осталось 2 места!"})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].startswith("text/html")
    assert "Осталось 2 места" in response.text
    assert "<img src=x" not in response.text
    assert "script-src" not in response.headers["content-security-policy"]


def test_rules_are_listed_and_explained(client: httpx.Client) -> None:
    rules = client.get("/v1/rules", params={"lang": "ru", "category": "scarcity"}).json()["rules"]
    assert {rule["category"] for rule in rules} == {"scarcity"}
    rule = client.get("/v1/rules/scarcity/stock-left", params={"lang": "ru"}).json()
    assert rule["title"] in {each["title"] for each in rules}
    assert rule["examples"]["en"]["flags"]
    assert rule["why"]


def test_a_rule_that_is_none_is_not_found_but_guessed(client: httpx.Client) -> None:
    response = client.get("/v1/rules/scarcity/stok-left")
    assert response.status_code == 404
    assert "'scarcity/stock-left'" in response.json()["detail"]


def test_metrics_count_without_a_word_of_a_letter(client: httpx.Client) -> None:
    client.post("/v1/check", json={"text": "Осталось 2 места у Верблюдовой!"})
    client.get("/Верблюдова")
    page = client.get("/metrics").text
    assert 'tonelint_requests_total{route="/v1/check",status="200"}' in page
    assert 'tonelint_findings_total{category="scarcity"}' in page
    assert "ерблюдов" not in page
