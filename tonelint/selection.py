"""Which rules are in force under a configuration, and what each of them costs.

Names come from people, so a name that fits no rule is an error with a suggestion, never silently nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tonelint.config import Config, did_you_mean
from tonelint.errors import ConfigError
from tonelint.model import CATEGORIES, CONFIDENCES, Severity
from tonelint.sentences import Sentence

if TYPE_CHECKING:
    from tonelint.ruleset import Ruleset


def rules_in_force(config: Config, ruleset: Ruleset) -> frozenset[str]:
    """The ids of the rules to run: those selected, or every stable one, without those ignored.

    A preview or deprecated rule runs when it is selected by its own id or, if preview, when `preview` is on.

    Raises:
        ConfigError: a name in `select`, `ignore` or `severity` is neither a rule nor a category.
    """
    ruled_out = _named(own_names(config.ignore), ruleset, config, "ignore")
    _named(own_names(config.severity), ruleset, config, "severity")
    candidates = _named(config.select, ruleset, config, "select") if config.select else frozenset(ruleset.rules)
    statuses = {"stable", "preview"} if config.preview else {"stable"}
    return frozenset(
        rule for rule in candidates - ruled_out if rule in config.select or ruleset.statuses[rule] in statuses
    )


def own_names(names: Iterable[str]) -> tuple[str, ...]:
    """`names` without those of the remarks that tonelint makes about its own comments (`internal`)."""
    return tuple(name for name in names if name != "internal" and not name.startswith("internal/"))


def names_in_force(config: Config, ruleset: Ruleset, rules: frozenset[str]) -> frozenset[str]:
    """The rules and categories that this configuration would tell everything of: nothing ignored, nothing left out."""
    told = frozenset(
        rule
        for rule in rules
        if CONFIDENCES.index(ruleset.info(rule).confidence) <= CONFIDENCES.index(config.min_confidence)
        and config.min_severity == "advice"
    )
    stable = {rule for rule, status in ruleset.statuses.items() if status == "stable"}
    partly = {ruleset.categories[rule] for rule in stable - told}
    return told | (frozenset(ruleset.categories[rule] for rule in told) - partly)


def severity_of(rule: str, category: str, stated: Severity, config: Config) -> Severity:
    """What the rule costs under `config`: restated for the rule, else for its category, else as the rule says."""
    return config.severity.get(rule) or config.severity.get(category) or stated


def _named(names: Iterable[str], ruleset: Ruleset, config: Config, key: str) -> frozenset[str]:
    chosen: set[str] = set()
    for name in names:
        if name in ruleset.rules:
            chosen.add(name)
        elif name in CATEGORIES:
            chosen.update(rule for rule, category in ruleset.categories.items() if category == name)
        else:
            hint = did_you_mean(name, [*CATEGORIES, *ruleset.rules])
            path = str(config.source) if config.source else ""
            message = "'{key}' names no rule or category: '{name}'{hint}"
            raise ConfigError(Sentence(message, key=key, name=name, hint=hint), path=path)
    return frozenset(chosen)
