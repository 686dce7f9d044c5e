"""Where a claim stands is exact, however the letter is wrapped, and every door tells the same claims."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint import Checker, Config, Report

FACTS = {"now": "2026-05-12T10:00+03:00", "stock": {"left": 2}, "offer": {"ends_at": "2026-05-31"}}
CHECKER = Checker(Config(lang="en"), facts=FACTS)
CLAIMS = ["Осталось 2 места!", "Осталось 7 мест!", "Скидка действует до 31 мая.", "Only 2 seats left!"]
AROUND = st.lists(st.sampled_from(["Добрый день.", "Погода ясная 🌤", "We met in May.", "", "ё́ж & Co"]), max_size=4)


def places(text: str, report: Report) -> list[str]:
    return [text[claim.start : claim.end] for claim in report.claims]


@settings(deadline=None)
@given(before=AROUND, claim=st.sampled_from(CLAIMS), after=AROUND, ends=st.sampled_from(["\n", "\r\n"]))
def test_a_claim_is_where_its_words_are(before: list[str], claim: str, after: list[str], ends: str) -> None:
    text = (ends * 2).join([*before, claim, *after])
    report = CHECKER.check_text(text)
    found = [one for one in report.claims if one.words in claim]
    assert found
    for one in found:
        assert text[one.start : one.end] == one.words
        lines = text[: one.start].split("\n")
        assert (one.line, one.column) == (len(lines), len(lines[-1]) + 1)


def test_a_claim_in_markup_is_found_between_its_tags() -> None:
    text = "<p>Осталось <b>7</b>&nbsp;мест!</p>"
    report = Checker(Config(lang="ru"), facts=FACTS).check_text(text, format="html")
    assert places(text, report) == ["Осталось <b>7</b>&nbsp;мест"]
    assert [claim.words for claim in report.claims] == ["Осталось 7 мест"]
    (finding,) = report.findings
    assert (finding.start, finding.end) == (report.claims[0].start, report.claims[0].end)


def test_text_bytes_and_file_tell_the_same_claims(tmp_path: Path) -> None:
    text = "# Осталось 2 места!\n\nOnly 7 seats left!\n"
    path = tmp_path / "letter.md"
    path.write_text(text, encoding="utf-8")
    checker = Checker(Config(lang="en"))
    claims = checker.check_text(text, format="markdown", facts=FACTS).claims
    assert [claim.status for claim in claims] == ["supported", "contradicted"]
    assert checker.check_bytes(text.encode(), "letter.md", facts=FACTS).claims == claims
    assert checker.check_file(path, facts=FACTS).claims == claims
    assert Checker(Config(lang="en"), facts=FACTS).check_file(path).claims == claims


def test_facts_of_one_letter_take_the_place_of_the_checkers_own() -> None:
    checker = Checker(Config(lang="en"), facts=FACTS)
    (claim,) = checker.check_text("Only 2 seats left!", facts={"stock": {"left": 5}}).claims
    assert claim.status == "contradicted"


def test_a_rule_that_is_not_asked_makes_no_claim() -> None:
    report = Checker(Config(select=("hype",)), facts=FACTS).check_text("Осталось 2 места!")
    assert report.claims == ()


def test_what_a_team_says_a_rule_costs_holds_for_contradictions_too() -> None:
    config = Config(severity={"scarcity": "advice"})
    report = Checker(config, facts={"stock": {"left": 9}}).check_text("Осталось 2 места!")
    assert [finding.severity for finding in report.findings] == ["advice"]
