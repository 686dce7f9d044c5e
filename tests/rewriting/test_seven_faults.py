"""The letter of the README: seven faults before, a letter one would be glad to receive after."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tonelint.checker import Checker
from tonelint.judging.facts_reading import load_facts
from tonelint.reading import read_bytes
from tonelint.rewriting.apply import Fixed, fixed
from tonelint.rewriting.diff import unified

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
LETTER = EXAMPLES / "seven-faults.html"
READ = partial(read_bytes, name="examples/seven-faults.html")


def mended() -> Fixed:
    checker = Checker(facts=load_facts(EXAMPLES / "seven-faults.facts.yaml"))
    return fixed(LETTER.read_bytes(), READ, checker.check_document, with_facts=True)


def test_each_fault_is_found() -> None:
    found = Checker().check_document(READ(LETTER.read_bytes())).findings
    assert len({finding.rule for finding in found}) == 7


def test_with_the_facts_nothing_is_left_to_say() -> None:
    done = mended()
    assert done.report.findings == ()
    assert len(done.applied) == 7


def test_the_difference_shown_beside_the_letter_is_the_one_that_fix_makes() -> None:
    done = mended()
    shown = unified(LETTER.read_bytes(), done.data, "examples/seven-faults.html", done.document)
    assert (EXAMPLES / "seven-faults.diff").read_text(encoding="utf-8") == shown
