"""The second opinion speaks when asked, about sentences that no rule flags, and only as advice."""

from __future__ import annotations

import pytest

from tonelint import Checker, Config
from tonelint.evaluation.examples import examples_of
from tonelint.judging.findings import SECOND_OPINION_RULE
from tonelint.matching.second_opinion import MODELS
from tonelint.ruleset import load


def known_lines(language: str, category: str) -> list[str]:
    """Bad examples of a category: the classifier has learnt from them, whichever rules are in force."""
    return [
        example.text
        for rule in load().rules.values()
        if rule.category == category
        for example in examples_of(rule)
        if example.bad and example.language == language and example.role == "body" and example.format == "text"
    ]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_sentence_that_no_rule_in_force_flags_gets_a_suggestion_of_its_category(language):
    checker = Checker(Config(select=("opaque",), deep=True, lang="en"))
    lines = known_lines(language, "obstruction")
    suggested = [f for line in lines for f in checker.check_text(line, language=language).findings]
    assert {f.rule for f in suggested} == {SECOND_OPINION_RULE}
    assert {(f.severity, f.confidence) for f in suggested} == {("advice", "low")}
    right = sum(f.category == "obstruction" for f in suggested)
    assert right > len(lines) / 2
    assert right > 0.8 * len(suggested)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_it_is_silent_unless_asked_and_where_a_rule_has_spoken(language):
    lines = known_lines(language, "obstruction")
    quiet, deep = Checker(Config(lang="en")), Checker(Config(lang="en", deep=True, select=("obstruction",)))
    for line in lines:
        assert all(f.rule != SECOND_OPINION_RULE for f in quiet.check_text(line, language=language).findings)
        report = deep.check_text(line, language=language)
        flagged = [f for f in report.findings if f.rule != SECOND_OPINION_RULE]
        for opinion in (f for f in report.findings if f.rule == SECOND_OPINION_RULE):
            assert not any(f.start < opinion.end and opinion.start < f.end for f in flagged)


def test_the_models_of_both_languages_are_shipped_and_small():
    sizes = [path.stat().st_size for path in sorted(MODELS.glob("*.bin"))]
    assert len(sizes) == 2
    assert sum(sizes) < 3_000_000
