"""Long and dense copy: every pressing line is found where it stands, and the work grows as the length does.

Work is counted in calls, not in seconds, so that the answer is the same on every machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from tonelint.checker import Checker
from tonelint.config import Config
from tonelint.model import Document, Report
from tonelint.reading import read_bytes
from tonelint.rewriting.apply import fixed

RUSSIAN = ("Торопитесь! Осталось всего 2 места.", "Последний шанс купить со скидкой 50%!", "До конца акции 3 часа.")
ENGLISH = ("Hurry! Only 2 seats left.", "Last chance to save 50%!", "The sale ends in 3 hours.")

DENSE: dict[str, tuple[str, Callable[[int], str]]] = {
    "lines": ("text", lambda n: "\n\n".join(RUSSIAN * n)),
    "one paragraph": ("text", lambda n: " ".join(ENGLISH * n)),
    "one sentence again and again": ("text", lambda n: f"{RUSSIAN[0]} " * n * 3),
    "no full stop at all": ("text", lambda n: "hurry only 2 seats left and save 50% today " * n * 3),
    "links": (
        "html",
        lambda n: "".join(f"<div><a href='https://example.org'>{line}</a></div>" for line in ENGLISH * n),
    ),
    "buttons that decline": ("html", lambda n: "<div><button>Yes</button><button>No, I hate saving</button></div>" * n),
    "merge tags": ("text", lambda n: "\n\n".join(f"{{{{name}}}}, {line}" for line in RUSSIAN * n)),
}


def calls(checker: Checker, text: str, kind: str) -> int:
    """The function calls that a check takes."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        checker.check_text(text, format=kind)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", DENSE)
def test_four_times_the_copy_is_about_four_times_the_work(name: str) -> None:
    kind, made = DENSE[name]
    checker = Checker(Config(lang="en"), facts={"offer": {"price": 500}}, measures=True)
    checker.check_text(made(5), format=kind)
    few, many = (calls(checker, made(n), kind) for n in (15, 60))
    assert many < 5 * few


def test_a_pressing_line_is_found_far_inside_words_without_a_full_stop() -> None:
    text = "a quiet row of words about our little shop by the river " * 80 + "hurry only 2 seats left"
    report = Checker(Config(lang="en")).check_text(text)
    assert {text[one.start : one.end] for one in report.findings} == {"hurry", "only 2 seats left"}


def test_every_one_of_a_thousand_lines_is_told_with_its_own_place() -> None:
    text = "\n".join(f"{number}. Only 2 seats left." for number in range(1000))
    found = [one for one in Checker(Config(lang="en")).check_text(text).findings if one.category == "scarcity"]
    assert [one.line for one in found] == list(range(1, 1001))


def test_a_long_letter_is_fixed_in_few_checks() -> None:
    checker = Checker(Config(lang="en"))
    checks = 0

    def checked(document: Document) -> Report:
        nonlocal checks
        checks += 1
        return checker.check_document(document)

    lines = (*RUSSIAN, "Не упустите уникальную возможность!", "Вы забыли товар в корзине", "Предложение ограничено.")
    letter = "\n\n".join(lines * 30).encode()
    done = fixed(letter, lambda data: read_bytes(data, "letter.txt"), checked)
    assert done.applied
    assert checks < 32
