"""Every rule keeps the promises that its own examples make."""

from __future__ import annotations

import pytest

from tonelint.evaluation.examples import Example, document_of, examples_of, places, test_pack
from tonelint.matching import match_document
from tonelint.model import CATEGORIES
from tonelint.ruleset import load
from tonelint.ruleset.guard_names import GUARD_NAMES

RULES = sorted(load().rules)
LEAST_EXAMPLES = 4


@pytest.fixture(scope="module")
def result():
    return test_pack()


def test_every_example_holds(result):
    assert [f"{f.rule} ({f.language}) {f.example!r}: {f.what}" for f in result.failures] == []


def test_every_alternative_of_every_pattern_is_exercised(result):
    assert list(result.unexercised) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_carries_enough_examples_and_texts(rule):
    info = load().rules[rule]
    for language in info.languages:
        side = info.sides[language]
        assert len(side["bad"]) >= LEAST_EXAMPLES, f"{language}: bad"
        assert len(side["good"]) >= LEAST_EXAMPLES, f"{language}: good"
        assert side.get("rewrites"), f"{language}: rewrites"
    assert info.see, "sources"
    for text in (info.title, info.message, info.why):
        assert text["ru"].strip()
        assert text["en"].strip()


def test_every_category_has_a_rule_and_no_rule_stands_outside_the_categories():
    assert {info.category for info in load().rules.values()} == set(CATEGORIES)


def test_the_guards_that_rules_may_name_are_the_guards_that_exist():
    from tonelint.matching.guards import GUARDS

    assert set(GUARDS) == set(GUARD_NAMES)


def test_a_quoted_phrase_is_not_use():
    ruleset = load()
    info = ruleset.rules["scarcity/stock-left"]
    example = next(e for e in examples_of(info) if e.bad and e.language == "ru" and e.role == "body")
    quoted = Example(example.rule, "ru", f"Фразу «{example.text}» больше не пишем.", (), "body", "text", False, {})
    document = document_of(quoted)
    matches, crashes = match_document(document, ruleset, rules=frozenset((info.id,)))
    assert not crashes
    assert places(matches, document, info.id) == ()
