"""docs/rewrites.md shows what the rules say today."""

from __future__ import annotations

from tonelint.evaluation.rewrites_page import PAIRS, chosen, main
from tonelint.ruleset import load


def test_the_page_is_current() -> None:
    assert main(["--check"]) == 0, "run python -m tonelint.evaluation.rewrites_page"


def test_the_page_shows_fifty_pairs_in_both_languages() -> None:
    pairs = chosen(load())
    assert len(pairs) == PAIRS
    assert {one.example.language for one in pairs} == {"ru", "en"}
    assert len({(one.rule, one.example.language) for one in pairs}) == PAIRS
