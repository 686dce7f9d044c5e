"""The letter in examples/ that is judged three ways: without facts, with true ones, with others."""

from __future__ import annotations

from pathlib import Path

from tonelint import Checker, Config, Report, load_facts

EXAMPLES = Path(__file__).parents[2] / "examples"


def judged(facts: str = "") -> Report:
    given = load_facts(EXAMPLES / f"one-letter-three-ways.{facts}.yaml") if facts else None
    return Checker(Config(lang="ru"), facts=given).check_file(EXAMPLES / "one-letter-three-ways.md")


def test_without_facts_every_claim_that_presses_is_a_question() -> None:
    report = judged()
    assert {finding.severity for finding in report.findings} == {"warning"}
    assert {claim.status for claim in report.claims} <= {"unsupported", "supported"}


def test_with_true_facts_there_is_nothing_to_flag() -> None:
    report = judged("true")
    assert report.findings == ()
    assert {claim.status for claim in report.claims} == {"supported"}
    assert len({claim.kind for claim in report.claims}) >= 6


def test_with_other_facts_each_line_says_what_is_so() -> None:
    report = judged("false")
    errors = [finding for finding in report.findings if finding.severity == "error"]
    assert {finding.rule for finding in errors} >= {
        "scarcity/stock-left",
        "urgency/untrue-deadline",
        "price/reference-price",
        "social-proof/crowd-trust",
        "continuity/untrue-exit",
    }
    assert {finding.rule for finding in report.findings if finding.category == "context"} == {
        "context/on-leave",
        "context/other-name",
    }
