"""Claims held against facts: a table of letters, what is known, and what comes of it, in both languages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tonelint import Checker, Config, Report
from tonelint.judging.claims import KINDS
from tonelint.judging.facts_shape import SHAPE
from tonelint.judging.situations import CHECKS
from tonelint.matching.checks import SITUATIONS
from tonelint.reading import read_text
from tonelint.ruleset import load

HERE = Path(__file__).parent
NOW = {"ru": "2026-05-12T10:00+03:00", "en": "2026-05-12T10:00+01:00"}
ENOUGH = 60
SEVERITIES = {
    "supported": [],
    "quiet": [],  # an honest statement that nobody can check, such as a day without facts
    "contradicted": ["error"],
    "unsupported": ["warning"],
    "ambiguous": ["warning"],
}


def table(language: str) -> list[dict[str, Any]]:
    return YAML(typ="safe", pure=True).load((HERE / f"claims.{language}.yaml").read_text(encoding="utf-8"))


CASES = [
    pytest.param(language, case, id=f"{language}-{number}-{case['claim']}-{case['is']}")
    for language in ("ru", "en")
    for number, case in enumerate(table(language))
]


def checked(language: str, case: dict[str, Any]) -> Report:
    facts = dict(case["facts"])
    now = case.get("now", NOW[language])
    if now != "none":
        facts["now"] = now
    clock = datetime.fromisoformat(case["clock"]) if "clock" in case else None
    checker = Checker(Config(lang=language), facts=facts or None, clock=clock)
    document = read_text(case["text"], role=case.get("role", "body"), language=language)
    return checker.check_document(document)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_claim_is_what_the_facts_make_of_it(language: str, case: dict[str, Any]) -> None:
    report = checked(language, case)
    claims = [claim for claim in report.claims if claim.kind == case["claim"]]
    assert claims, [claim.kind for claim in report.claims]
    claim = claims[0]
    findings = [finding for finding in report.findings if finding.rule == claim.rule]
    outcome = case["is"]
    assert claim.status == {"quiet": "unsupported", "ambiguous": "unsupported"}.get(outcome, outcome)
    assert [finding.severity for finding in findings] == SEVERITIES[outcome]
    message = findings[0].message.replace("\u00a0", " ") if findings else ""
    for words in case.get("says", ()):
        assert words in message
    if "value" in case:
        assert claim.value == case["value"]
    assert case["text"][claim.start : claim.end] == claim.words


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_table_is_long_enough_and_knows_every_outcome(language: str) -> None:
    cases = table(language)
    assert len(cases) >= ENOUGH
    assert {case["is"] for case in cases} == set(SEVERITIES) - ({"ambiguous"} if language == "ru" else set())


def test_every_claim_that_a_rule_makes_can_be_judged_and_names_a_fact_that_exists() -> None:
    inner = {f"{key}.{name}" for key, shape in SHAPE.items() if isinstance(shape, dict) for name in shape}
    paths = inner | set(SHAPE)
    for rule, info in load().rules.items():
        if info.evidence == "claim":
            assert info.claim["kind"] in KINDS, rule
            assert info.claim["fact"] in paths, rule


def test_every_situation_has_its_rule_and_every_rule_its_check() -> None:
    named = {
        given["check"]
        for info in load().rules.values()
        if info.evidence == "situation"
        for side in info.sides.values()
        for given in side["match"]
        if isinstance(given, dict) and "check" in given
    }
    assert set(SITUATIONS) == set(CHECKS)
    assert set(SITUATIONS) <= named
