"""Making everything that matching needs ready ahead of time, for a process that lives long."""

from __future__ import annotations

from tonelint.matching.checks import CHECKS, loaded
from tonelint.matching.context import engine_for
from tonelint.ruleset.compiled import Ruleset


def make_ready(ruleset: Ruleset) -> None:
    """Makes all patterns, guards and checks ready: in a process that lives long no letter waits for one then."""
    for name in CHECKS:
        loaded(name)
    for rule in ruleset.rules:
        for language in ruleset.info(rule).languages:
            engine = engine_for(ruleset, language)
            for pattern in ruleset.patterns(rule, language):
                asked = (what for scope, what in (*pattern.requires, *pattern.unless) if scope != "named")
                for node in (pattern.node, *asked):
                    if node is not None:
                        engine.prepare(node)
