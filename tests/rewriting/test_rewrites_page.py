"""docs/rewrites.md shows what the rules say today."""

from __future__ import annotations

import pytest

from tonelint.evaluation.rewrites_page import PAGE, PAIRS, chosen, page
from tonelint.evaluation.rewritten import Tried
from tonelint.ruleset import load


@pytest.fixture(scope="module")
def pairs() -> list[Tried]:
    return chosen(load())


def test_the_page_is_current(pairs: list[Tried]) -> None:
    made = page(pairs, load())
    assert PAGE.read_text(encoding="utf-8") == made, "run python -m tonelint.evaluation.rewrites_page"


def test_the_page_shows_fifty_pairs_in_both_languages(pairs: list[Tried]) -> None:
    assert len(pairs) == PAIRS
    assert {one.example.language for one in pairs} == {"ru", "en"}
    assert len({(one.rule, one.example.language) for one in pairs}) == PAIRS
