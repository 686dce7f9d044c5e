"""The LanguageTool-compatible door: its request shapes as clients send them, and two real clients, unmodified."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.server.conftest import Service

RUSSIAN = "😀 Осталось 2 места. Срочно подтвердите запись на маникюр!"


def ask(client: httpx.Client, path: str = "/v2/check", **form: str) -> dict[str, Any]:
    response = client.post(path, data=form)
    assert response.status_code == 200, response.text
    told: dict[str, Any] = response.json()
    return told


def marked(text: str, match: dict[str, Any]) -> str:
    """The words of a match, found as an editor that counts UTF-16 finds them."""
    units = text.encode("utf-16-le")
    return units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


def test_offsets_count_utf_16_units(client: httpx.Client) -> None:
    matches = ask(client, text=RUSSIAN, language="ru-RU")["matches"]
    assert [marked(RUSSIAN, match) for match in matches] == [
        "Осталось 2 места",
        "Срочно подтвердите запись на маникюр!",
    ]


def test_the_answer_has_all_that_clients_read(client: httpx.Client) -> None:
    answer = ask(client, text=RUSSIAN, language="auto")
    assert answer["software"].keys() >= {"name", "version", "buildDate", "apiVersion"}
    assert answer["language"]["code"] == answer["language"]["detectedLanguage"]["code"] == "ru-RU"
    for match in answer["matches"]:
        assert match.keys() >= {"message", "shortMessage", "offset", "length", "replacements", "context", "sentence"}
        context = match["context"]
        assert marked(context["text"], context) == marked(RUSSIAN, match)
        assert match["sentence"] in RUSSIAN
        assert match["rule"]["category"]["id"] == "STYLE"
        assert match["rule"]["id"]


def test_a_replacement_fits_the_marked_place(client: httpx.Client) -> None:
    match = ask(client, text=RUSSIAN, language="ru")["matches"][1]
    replaced = RUSSIAN.replace(marked(RUSSIAN, match), match["replacements"][0]["value"])
    assert replaced == "😀 Осталось 2 места. Подтвердите запись на маникюр!"


def test_what_asks_for_a_fact_is_not_offered_as_a_replacement(client: httpx.Client) -> None:
    match = ask(client, text="Осталось 2 места", language="ru-RU")["matches"][0]
    assert match["replacements"] == []
    assert "Например: " in match["message"]


def test_the_shape_of_libreoffice_one_paragraph_a_request(client: httpx.Client) -> None:
    answer = ask(client, text="Срочно подтвердите запись!", language="ru-RU", enabledOnly="false")
    assert answer["matches"][0]["rule"]["category"]["id"] == "STYLE"


def test_the_shape_of_ltex_a_form_that_calls_itself_json_at_a_doubled_slash(service: Service) -> None:
    pieces = [{"markup": "# "}, {"text": "Письмо"}, {"markup": "\n\n", "interpretAs": "\n\n"}, {"text": "Осталось "}]
    pieces += [{"markup": "**"}, {"text": "2 места"}, {"markup": "**"}, {"text": "!"}]
    form = {"language": "ru-RU", "data": json.dumps({"annotation": pieces}), "level": "picky", "motherTongue": "en-US"}
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    response = httpx.post(f"{service.url}//v2/check", content=urlencode(form), headers=headers)
    assert response.status_code == 200
    assert response.request.url.raw_path == b"//v2/check"
    source = "# Письмо\n\nОсталось **2 места**!"
    match = next(match for match in response.json()["matches"] if match["rule"]["id"] == "scarcity/stock-left")
    assert marked(source, match) == "Осталось **2 места"
    assert match["replacements"] == []
    assert "reader" in match["message"]


def test_a_json_body_and_an_address_work_as_well(client: httpx.Client) -> None:
    text = "Осталось 2 места"
    by_json = client.post("/v2/check", json={"text": text, "language": "ru-RU"}).json()
    by_address = client.get("/v2/check", params={"text": text, "language": "ru-RU"}).json()
    assert by_json["matches"] == by_address["matches"] == ask(client, text=text, language="ru-RU")["matches"]


def test_rules_are_switched_on_and_off_by_their_names(client: httpx.Client) -> None:
    def found(**form: str) -> set[str]:
        return {match["rule"]["id"] for match in ask(client, text=RUSSIAN, language="ru", **form)["matches"]}

    assert found(disabledRules="scarcity/stock-left,WHITESPACE_RULE") == {"urgency/urgent-ask"}
    assert found(enabledRules="scarcity/stock-left", enabledOnly="true") == {"scarcity/stock-left"}
    assert found(enabledRules="WHITESPACE_RULE", enabledOnly="true") == set()
    assert found(disabledCategories="STYLE") == set()
    assert found(enabledCategories="urgency", enabledOnly="yes") == {"urgency/urgent-ask"}


def test_advice_comes_only_to_the_picky(client: httpx.Client) -> None:
    text = "A truly revolutionary, game-changing, world-class tool that will blow you away!!!"
    calm, picky = (ask(client, text=text, language="en-US", level=level)["matches"] for level in ("default", "picky"))
    assert len(calm) <= len(picky)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"language": "ru-RU"}, "'text' or 'data'"),
        ({"text": "a", "data": "{}", "language": "ru"}, "either 'text' or 'data'"),
        ({"text": "a"}, "'language' is missing"),
        ({"text": "a", "language": "de-DE"}, "'de-DE' is not a language"),
        ({"data": "{", "language": "ru"}, "not valid JSON"),
        ({"data": '{"annotation": [{"txt": 1}]}', "language": "ru"}, "annotation"),
        ({"text": "a\0b", "language": "ru"}, "NUL"),
    ],
)
def test_errors_are_one_plain_sentence(client: httpx.Client, form: dict[str, str], words: str) -> None:
    response = client.post("/v2/check", data=form)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/plain")
    assert response.text.startswith("Error: ")
    assert words in response.text


def test_an_empty_text_has_no_matches(client: httpx.Client) -> None:
    assert ask(client, text="  \n", language="en-US")["matches"] == []


def test_the_languages_are_listed(client: httpx.Client) -> None:
    listed = client.get("/v2/languages").json()
    assert {"name": "Russian", "code": "ru", "longCode": "ru-RU"} in listed
    assert all(each.keys() == {"name", "code", "longCode"} for each in listed)


def test_language_tool_python_checks_and_corrects(service: Service) -> None:
    import language_tool_python

    tool = language_tool_python.LanguageTool("ru-RU", remote_server=service.url)
    try:
        matches = tool.check(RUSSIAN)
        assert [match.rule_id for match in matches] == ["scarcity/stock-left", "urgency/urgent-ask"]
        assert tool.correct(RUSSIAN) == "😀 Осталось 2 места. Подтвердите запись на маникюр!"
    finally:
        tool.close()


def test_pylanguagetool_prints_what_was_found(service: Service) -> None:
    program = "import pylanguagetool; pylanguagetool.main()"
    command = [sys.executable, "-c", program, "--no-color", "-a", f"{service.url}/v2/", "-l", "ru-RU"]
    done = subprocess.run(command, input=RUSSIAN, capture_output=True, text=True, timeout=60, check=False)
    assert "Срочно" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr
