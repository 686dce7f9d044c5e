"""`POST /v1/check` against a running service."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import httpx
import pytest

import tonelint

EXAMPLES = Path(__file__).parents[2] / "examples"


def check(client: httpx.Client, query: str = "", **letter: Any) -> dict[str, Any]:
    response = client.post(f"/v1/check{query}", json=letter)
    assert response.status_code == 200, response.text
    told: dict[str, Any] = response.json()
    return told


def test_an_honest_letter_may_be_sent(client: httpx.Client) -> None:
    answer = check(client, text="The course has 12 seats and starts on 4 May. Write to us with any question.")
    assert (answer["verdict"], answer["flagged"], answer["findings"]) == ("send", False, [])


def test_a_doubtful_letter_is_to_be_reviewed(client: httpx.Client) -> None:
    answer = check(client, text="Осталось 2 места!")
    assert answer["verdict"] == "review"
    assert answer["flagged"] is True
    assert answer["categories"] == {"scarcity": 1}


def test_a_claim_that_the_facts_contradict_stops_the_letter(client: httpx.Client) -> None:
    answer = check(client, text="Осталось 2 места!", facts={"stock": {"left": 40}})
    assert answer["verdict"] == "stop"
    assert [claim["status"] for claim in answer["claims"]] == ["contradicted"]


def test_a_claim_that_the_facts_bear_out_is_no_finding(client: httpx.Client) -> None:
    answer = check(client, text="Осталось 2 места!", facts={"stock": {"left": 2}})
    assert answer["verdict"] == "send"
    assert [claim["status"] for claim in answer["claims"]] == ["supported"]


def test_every_finding_names_the_part_it_stands_in(client: httpx.Client) -> None:
    subject, preheader, body = (
        "Осталось 2 места",
        "Торопитесь, последний шанс",
        "<p>Это <b>революционная</b> касса.</p>",
    )
    answer = check(client, subject=subject, preheader=preheader, html=body)
    texts = {"subject": subject, "preheader": preheader, "": body}
    assert {finding["part"] for finding in answer["findings"]} == set(texts)
    for finding in answer["findings"]:
        marked = texts[finding["part"]][finding["start"] : finding["end"]]
        assert marked.replace("<b>", "").replace("</b>", "") == finding["excerpt"]


def test_positions_count_utf_16_units_when_asked(client: httpx.Client) -> None:
    text = "😀😀 Осталось 2 места"
    points = check(client, text=text)["findings"][0]
    units = check(client, "?offsets=utf-16", text=text)["findings"][0]
    assert text[points["start"] : points["end"]] == "Осталось 2 места"
    encoded = text.encode("utf-16-le")
    assert encoded[2 * units["start"] : 2 * units["end"]].decode("utf-16-le") == "Осталось 2 места"
    rewrite = units["rewrites"][0]
    assert encoded[2 * rewrite["start"] : 2 * rewrite["end"]].decode("utf-16-le")


def test_messages_come_in_the_language_that_is_asked_for(client: httpx.Client) -> None:
    russian, english = (check(client, text="Осталось 2 места!", lang=lang)["findings"][0] for lang in ("ru", "en"))
    assert "читател" in russian["message"]
    assert "reader" in english["message"]


def test_rules_can_be_selected_and_left_out(client: httpx.Client) -> None:
    text = "Осталось 2 места! Торопитесь!"
    assert set(check(client, text=text, select=["scarcity"])["categories"]) == {"scarcity"}
    assert "scarcity" not in check(client, text=text, ignore=["scarcity/stock-left"])["categories"]
    assert check(client, text=text, min_severity="error")["findings"] == []


def test_a_selection_does_not_outlive_its_request(client: httpx.Client) -> None:
    text = "Осталось 2 места! Торопитесь!"
    before = check(client, text=text)["findings"]
    check(client, text=text, select=["hype"], lang="ru", facts={"stock": {"left": 2}})
    assert check(client, text=text)["findings"] == before


@pytest.mark.parametrize("name", ["course-launch.ru.eml", "landing.ru.html", "newsletter.en.md", "cold-letter.ru.txt"])
def test_a_file_gets_the_same_findings_as_from_python(client: httpx.Client, name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    encoded = base64.b64encode(data).decode()
    letter = {"eml_base64": encoded} if name.endswith(".eml") else {"file_base64": encoded, "file_name": name}
    answer = check(client, lang="en", **letter)
    report = tonelint.Checker(tonelint.Config(lang="en")).check_bytes(data, name)
    assert [(f["rule"], f["part"], f["start"], f["end"], f["message"]) for f in answer["findings"]] == [
        (f.rule, f.part, f.start, f.end, f.message) for f in report.findings
    ]


def test_the_decoded_parts_come_along_when_asked(client: httpx.Client) -> None:
    encoded = base64.b64encode((EXAMPLES / "course-launch.ru.eml").read_bytes()).decode()
    answer = check(client, "?parts=true", eml_base64=encoded, lang="ru")
    parts = {part["path"]: part["text"] for part in answer["parts"]}
    for finding in answer["findings"]:
        assert " ".join(parts[finding["part"]][finding["start"] : finding["end"]].split()) == finding["excerpt"]


def test_measures_come_unless_they_are_refused(client: httpx.Client) -> None:
    text = "We open on Monday. The bakery on Mill Road has bread, and you can order cakes by phone until noon."
    assert "readability" in check(client, text=text)["measures"]
    assert check(client, "?measures=false", text=text)["measures"] == {}


def test_the_answer_says_who_checked(client: httpx.Client) -> None:
    meta = check(client, text="Добрый день, встречаемся в среду.")["meta"]
    assert meta["version"] == tonelint.__version__
    assert meta["language"] == "ru"
    assert meta["ruleset"]
    assert meta["ms"] > 0


def test_a_subject_line_alone_is_a_letter(client: httpx.Client) -> None:
    answer = check(client, subject="Last chance!!! Only 2 seats left")
    assert {finding["role"] for finding in answer["findings"]} == {"subject"}
