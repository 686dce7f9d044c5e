"""Facts from files and from Python: what is accepted, and the one clear sentence for everything else."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import tonelint
from tonelint.errors import FactsError
from tonelint.evaluation.facts_schema import FILE, main
from tonelint.judging.facts_reading import load_facts, parse_facts
from tonelint.judging.facts_shape import SHAPE

GOOD: list[dict[str, Any]] = [
    {},
    {"now": "2026-05-12T10:00+03:00"},
    {"now": "2026-05-12T07:00:00Z"},
    {"offer": {"ends_at": "2026-05-31"}},
    {"offer": {"ends_at": "never", "repeats": True, "price_before": "never"}},
    {"offer": {"price": 4990, "price_before": 12000.5, "price_before_since": "2026-01-01", "currency": "RUB"}},
    {"stock": {"left": 0, "unit": "место"}},
    {"stock": {"items": [{"name": "керамика", "left": 3}]}},
    {"counts": {"customers": 212, "rating": 4.9, "last_sale_at": "2026-05-12T09:00+03:00"}},
    {"proof": [{"claim": "ranking", "source": "журнал «Хлеб»", "date": "2026-01-01"}]},
    {"subscription": {"renews": "2026-06-01", "price": 299, "period": "месяц", "cancel": "в настройках"}},
    {"subscription": {"renews": True}},
    {"business": {"closes_at": "never"}, "account": {"deletes_at": "2026-12-01"}},
    {"consent": {"marketing": False, "source": "форма на сайте"}},
    {"recipient": {"name": "Анна", "postponed": 2, "concerns": ["дорого"], "known": ["город: Тверь"]}},
    {"recipient": {"promises": [{"text": "прислать смету", "due": "2026-05-08", "done": False}]}},
    {
        "sent": [{"at": "2026-05-01T09:00+03:00", "subject": "Последний шанс"}],
        "thread": {"in_reply_to": "<1@a.example>"},
    },
]

BAD: list[tuple[str, str]] = [
    ("stok: {left: 1}", "facts.yaml:1: unknown key 'stok'; did you mean 'stock'?"),
    ("stock:\n  lef: 1", "facts.yaml:2: unknown key 'lef' under 'stock'; did you mean 'left'?"),
    ("stock:\n  left: two", "facts.yaml:2: 'stock.left' takes a whole number from 0 up, such as 12; found 'two'"),
    ("stock:\n  left: 2.5", "facts.yaml:2: 'stock.left' takes a whole number"),
    ("stock:\n  left: -1", "facts.yaml:2: 'stock.left' takes a whole number"),
    ("stock:\n  left: true", "facts.yaml:2: 'stock.left' takes a whole number"),
    ("stock:\n  items:\n    - name: a\n    - left: 1", "facts.yaml:3: 'stock.items[1]' needs 'left'"),
    ("stock:\n  items: 3", "facts.yaml:2: 'stock.items' takes a list"),
    ("offer: 5", "facts.yaml:1: 'offer' takes names and values"),
    ("offer:\n  price: dear", "facts.yaml:2: 'offer.price' takes a number from 0 up"),
    ("offer:\n  price: .nan", "facts.yaml:2: 'offer.price' takes a number from 0 up"),
    (
        "offer:\n  ends_at: 2026-05-31T18:00",
        "'offer.ends_at' is a time without a zone; add one, such as 2026-05-31T18:00+03:00",
    ),
    ("offer:\n  ends_at: 2026-02-30", "facts.yaml:2: 'offer.ends_at' takes a day such as"),
    ("offer:\n  ends_at: tomorrow", "facts.yaml:2: 'offer.ends_at' takes a day such as"),
    ("offer:\n  repeats: maybe", "facts.yaml:2: 'offer.repeats' takes true or false; found 'maybe'"),
    (
        "now: 2026-05-12",
        "facts.yaml:1: 'now' takes a time with its zone, such as 2026-05-12T10:00+03:00; found '2026-05-12'",
    ),
    ("now: 2026-05-12 10:00", "facts.yaml:1: 'now' is a time without a zone"),
    ("recipient:\n  concerns: дорого", "facts.yaml:2: 'recipient.concerns' takes a list of texts"),
    ("recipient:\n  concerns: ['']", "facts.yaml:2: 'recipient.concerns' takes a list of texts"),
    ("recipient:\n  name: 5", "facts.yaml:2: 'recipient.name' takes a text; found '5'"),
    ("proof:\n  - claim: лучшие", "facts.yaml:2: 'proof[1]' needs 'source'"),
    ("sent:\n  - subject: a", "facts.yaml:2: 'sent[1]' needs 'at'"),
    ("stock:\n  left: 1\n  left: 2", "facts.yaml:3: the key 'left' stands here twice"),
    ("stock: [", "facts.yaml:2: not valid YAML"),
    ("- 1", "facts.yaml:1: expected names and values, such as 'stock: {left: 2}'"),
]


@pytest.mark.parametrize("given", GOOD, ids=lambda given: ",".join(given) or "nothing")
def test_good_facts_are_read_from_yaml_json_and_python_alike(given: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(json.dumps(given, ensure_ascii=False, indent=1), encoding="utf-8")
    read = parse_facts(given)
    assert load_facts(tmp_path / "facts.json") == load_facts(tmp_path / "facts.yaml") == read


@pytest.mark.parametrize(("text", "sentence"), BAD)
def test_bad_facts_are_one_clear_sentence_with_its_place(text: str, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(text + "\n", encoding="utf-8")
    with pytest.raises(FactsError) as caught:
        load_facts(path)
    said = str(caught.value).replace(str(path), "facts.yaml")
    assert sentence in said
    assert "\n" not in said
    assert caught.value.path == str(path)


def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        json.loads(FILE.read_text(encoding="utf-8")), format_checker=jsonschema.FormatChecker(["date"])
    )


def test_the_schema_is_current_and_valid() -> None:
    assert main(["--check"]) == 0, "run python -m tonelint.evaluation.facts_schema"
    jsonschema.Draft202012Validator.check_schema(json.loads(FILE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("given", GOOD, ids=lambda given: ",".join(given) or "nothing")
def test_the_schema_accepts_good_facts(given: dict[str, Any]) -> None:
    assert not list(schema().iter_errors(given))


WRONG_DATA: list[dict[str, Any]] = [
    {"stok": {}},
    {"stock": {"left": "two"}},
    {"stock": {"left": 2.5}},
    {"stock": {"left": -1}},
    {"stock": {"left": True}},
    {"stock": {"items": [{"name": "a"}]}},
    {"offer": 5},
    {"offer": {"price": "dear"}},
    {"offer": {"ends_at": "2026-05-31T18:00"}},
    {"offer": {"ends_at": "2026-02-30"}},
    {"offer": {"repeats": "maybe"}},
    {"now": "2026-05-12"},
    {"recipient": {"concerns": "дорого"}},
    {"recipient": {"name": ""}},
    {"proof": [{"claim": "лучшие"}]},
]


@pytest.mark.parametrize("given", WRONG_DATA, ids=str)
def test_the_schema_and_the_reader_refuse_the_same_facts(given: dict[str, Any]) -> None:
    with pytest.raises(FactsError):
        parse_facts(given)
    with pytest.raises(jsonschema.ValidationError):
        schema().validate(given)


def test_python_may_give_dates_as_objects() -> None:
    zone = timezone(timedelta(hours=3))
    read = parse_facts({"now": datetime(2026, 5, 12, 10, tzinfo=zone), "offer": {"ends_at": date(2026, 5, 31)}})
    assert read.now == datetime(2026, 5, 12, 7, tzinfo=UTC)
    assert read.offer.ends_at == date(2026, 5, 31)
    assert read.given == {"now": "2026-05-12T10:00:00+03:00", "offer": {"ends_at": "2026-05-31"}}


def test_python_must_give_a_zone_too() -> None:
    with pytest.raises(FactsError, match=r"'now' is a time without a zone; add one, such as 2026-05-12T10:00\+03:00"):
        parse_facts({"now": datetime(2026, 5, 12, 10)})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match=r"gone\.yaml: the facts cannot be read: no such file"):
        load_facts(tmp_path / "gone.yaml")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FactsError, match="not UTF-8"):
        load_facts(tmp_path / "facts.yaml")


def test_an_empty_file_knows_nothing(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("# nothing yet\n", encoding="utf-8")
    assert load_facts(tmp_path / "facts.yaml") == parse_facts({})


def test_the_python_door_takes_facts_and_refuses_wrong_ones() -> None:
    assert tonelint.check_text("Осталось 2 места!", facts={"stock": {"left": 2}}).findings == ()
    with pytest.raises(tonelint.FactsError, match="did you mean 'stock'"):
        tonelint.check_text("Осталось 2 места!", facts={"stok": {"left": 2}})


def test_the_page_about_facts_shows_every_key_and_facts_that_can_be_read(tmp_path: Path) -> None:
    page = (FILE.parent / "facts.md").read_text(encoding="utf-8")
    start = page.index("    now: ")
    block = page[start : page.index("\nA wrong key", start)]
    path = tmp_path / "facts.yaml"
    path.write_text("\n".join(line[4:] for line in block.splitlines()), encoding="utf-8")
    assert set(load_facts(path).given) == set(SHAPE)
    missing = [key for inner in SHAPE.values() if isinstance(inner, dict) for key in inner if key not in block]
    assert missing == []
