"""What every rule promises about its better lines, tried on every bad example it carries."""

from __future__ import annotations

from functools import cache, partial

import pytest

from tonelint.checker import Checker
from tonelint.evaluation.examples import examples_of
from tonelint.evaluation.rewritten import Tried, broken_promises, tried
from tonelint.reading import read_bytes
from tonelint.rewriting.apply import fixed
from tonelint.ruleset import load

RULES = sorted(load().rules)
CATEGORIES = sorted(set(load().categories.values()))
# What these find is outside the words of the letter: a person has to change what they do, no line can do it for them.
WITHOUT_A_LINE = {"internal"}


@cache
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize("rule", RULES)
def test_every_bad_example_gets_a_better_line_that_is_not_bad_itself(rule: str) -> None:
    ruleset = load()
    failures = list(broken_promises(ruleset.rules[rule], ruleset))
    assert not failures, "\n".join(f"{one.language} «{one.example}» {one.what}" for one in failures)


@pytest.mark.parametrize("category", [name for name in CATEGORIES if name not in WITHOUT_A_LINE])
def test_every_category_has_a_line_that_fix_may_apply(category: str) -> None:
    ruleset = load()
    members = [ruleset.rules[rule] for rule in RULES if ruleset.categories[rule] == category]
    lines = (one for info in members for one in tried(info, ruleset) if isinstance(one, Tried))
    assert any(one.rewrite.applicability in ("safe", "needs-fact") for one in lines)


@pytest.mark.parametrize("rule", RULES)
def test_fixing_twice_is_fixing_once(rule: str) -> None:
    """All bad examples of a rule stand in one letter, so that their fixes meet."""
    for language in ("ru", "en"):
        examples = [
            one for one in examples_of(load().rules[rule]) if one.bad and one.language == language and not one.facts
        ]
        plain = [one.text for one in examples if one.format == "text" and one.role == "body"]
        letter = "\n\n".join(plain).encode()
        if not letter:
            continue
        read = partial(read_bytes, name="letter.txt")
        once = fixed(letter, read, checker().check_document)
        assert fixed(once.data, read, checker().check_document).data == once.data
        assert len(once.report.findings) <= len(checker().check_document(read(letter)).findings)
