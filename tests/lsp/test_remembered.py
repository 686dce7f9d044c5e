"""A letter that is checked while it is written gets exactly the findings that a fresh check gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonelint.checker import Checker
from tonelint.matching.memory import Memory

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", ["newsletter.en.md", "landing.ru.html", "seven-faults.html", "cold-letter.ru.txt"])
def test_a_remembered_check_says_what_a_fresh_one_says(name: str) -> None:
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    kind = {"md": "markdown", "html": "html", "txt": "text"}[name.rpartition(".")[2]]
    writing, fresh = Checker(memory=Memory()), Checker()
    words = text.split(" ")
    for typed in range(0, len(words), max(1, len(words) // 6)):
        now = " ".join(words[: len(words) - typed])
        assert writing.check_text(now, format=kind) == fresh.check_text(now, format=kind)


def test_words_that_move_to_another_role_are_judged_by_that_role() -> None:
    checker = Checker(memory=Memory())
    words = "No thanks, I'd rather stay unfit"
    for role in ("decline", "quote", "decline"):
        assert checker.check_text(words, role=role) == Checker().check_text(words, role=role)


def test_what_the_rest_of_the_letter_says_is_heard_anew() -> None:
    checker = Checker(memory=Memory())
    line = "We'll be in touch if anything changes.\n\nThird reminder about this."
    for letter in (line, f"{line}\n\nUnsubscribe: https://example.org/out", line):
        assert checker.check_text(letter) == Checker().check_text(letter)
