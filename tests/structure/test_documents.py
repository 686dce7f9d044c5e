"""Whole letters and pages against all rules about structure: the guilty give their rule, the honest give nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tonelint import Checker, Config

CASES = YAML(typ="safe").load(Path(__file__).with_name("documents.yaml").read_text(encoding="utf-8"))
STRUCTURE = (
    "obstruction/no-unsubscribe",
    "obstruction/no-one-click",
    "obstruction/hidden-unsubscribe",
    "consent/unequal-choice",
    "consent/ticked-for-you",
    "consent/one-tick-for-all",
    "countdown/timer-image",
    "countdown/evergreen-date",
    "opaque/stuffed-preheader",
    "template/name-without-fallback",
    "template/could-be-anyone",
    "impersonation/fake-thread",
    "impersonation/personal-pretence",
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(lang="en", select=STRUCTURE))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_document_gives_the_rules_that_its_case_names(case: dict[str, Any], checker: Checker) -> None:
    report = checker.check_text(case["text"], format=case["format"])
    assert [finding.rule for finding in report.findings] == case["expect"]


def test_markup_at_fault_is_underlined_exactly_and_the_words_beside_it_are_quoted(checker: Checker) -> None:
    box = '<input type="checkbox" checked>'
    page = f"<form><label>{box} Send me the newsletter</label></form>"
    (finding,) = checker.check_text(page, format="html").findings
    assert page[finding.start : finding.end] == box
    assert finding.excerpt == "Send me the newsletter"
    assert all(rewrite.applicability == "idea" for rewrite in finding.rewrites)


def test_a_missing_header_is_shown_at_the_header_that_is_there(checker: Checker) -> None:
    letter = "Subject: Honey sale\nList-Unsubscribe: <mailto:stop@example.com>\n\nThe sale ends on 12 May.\n"
    (finding,) = checker.check_text(letter, format="eml").findings
    assert finding.rule == "obstruction/no-one-click"
    assert (finding.part, finding.line) == ("headers", 2)
