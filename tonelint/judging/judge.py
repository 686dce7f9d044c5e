"""One letter judged: its matches, what the facts make of them, and everything that is claimed.

Nothing is worded here. A letter without a match, of which nothing is known, is judged without loading what facts need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tonelint.judging.judged import Judged, Judgement
from tonelint.matching import Crash, Match, Search, search_document
from tonelint.model import FACTS_KEY, Confidence, Document, Problem
from tonelint.ruleset.compiled import Ruleset

if TYPE_CHECKING:
    from tonelint.judging.facts import Facts
    from tonelint.judging.knowledge import Knowledge
    from tonelint.matching.checks import Check
    from tonelint.matching.memory import Memory


@dataclass(frozen=True, slots=True)
class Examined:
    """A document searched once, with what is known about it: findings and measures are two choices from it.

    `known` is None when nothing was found and nothing was known.
    """

    document: Document
    found: Search
    problems: tuple[Problem, ...] = ()
    known: Knowledge | None = None
    heard: dict[int, Judged] = field(default_factory=dict)
    """The matches that were judged before, by identity."""

    def judged(self, rules: frozenset[str] | None, confidence: Confidence) -> Judgement:
        """The letter under `rules`, which are some of those it was searched with; all of them when None."""
        failed = list(self.found.failed(rules))
        matches = self.found.settled(rules, confidence)
        if not matches or self.known is None:
            return Judgement((), (), tuple(failed), self.problems, self.known)
        from tonelint.judging.claims import judged, without_echoes
        from tonelint.judging.whole import Whole

        ruleset, letter = self.found.context.ruleset, Whole(self.document)
        every: list[Judged] = []
        for match in matches:
            try:
                one = self.heard.get(id(match)) or judged(match, letter, ruleset.info(match.rule), self.known)
            except Exception as error:  # a fault in judging one claim must not hide that it was made
                failed.append(Crash(match.rule, match.segment, f"{type(error).__name__}: {error}"))
                one = Judged(match)
            self.heard[id(match)] = one
            every.append(one)
        heard = without_echoes(every, ruleset.rules)
        claims = tuple(one.claim for one in heard if one.claim is not None)
        return Judgement(tuple(one for one in heard if one.flagged), claims, tuple(failed), self.problems, self.known)


def examined(
    document: Document,
    ruleset: Ruleset,
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
    facts: Facts | None = None,
    clock: datetime | None = None,
    memory: Memory | None = None,
) -> Examined:
    """A document searched with `rules`, and what is known about it; the arguments are those of `judge_document`."""
    quoted = any(one.role == "quote" for one in document.segments)
    found: Search | None = None
    if facts is None and not quoted and FACTS_KEY not in document.front_matter:
        found = search_document(document, ruleset, rules=rules, confidence=confidence, memory=memory)
        if not found.every:
            return Examined(document, found)
    from tonelint.judging.knowledge import knowledge_of

    known, problems = knowledge_of(document, facts, clock)
    if found is None:
        known, situations = _situations(document, known, quoted=quoted)
        found = search_document(
            document, ruleset, rules=rules, confidence=confidence, situations=situations, memory=memory
        )
    return Examined(document, found, problems, known)


def judge_document(
    document: Document,
    ruleset: Ruleset,
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
    facts: Facts | None = None,
    clock: datetime | None = None,
    memory: Memory | None = None,
) -> Judgement:
    """Match the rules, hold the claims against the facts, look at the reader's situation.

    Args:
        rules: ids of the rules to run; all when None.
        confidence: the least confidence of a pattern that is tried.
        facts: what is known; the letter's own front matter comes on top.
        clock: the time of the check, for letters that say no time of their own.
        memory: what an earlier check with these rules knows of the paragraphs.
    """
    return examined(
        document, ruleset, rules=rules, confidence=confidence, facts=facts, clock=clock, memory=memory
    ).judged(rules, confidence)


def flagged_matches(
    document: Document,
    ruleset: Ruleset,
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
    facts: Mapping[str, Any] | None = None,
) -> tuple[tuple[Match, ...], tuple[Crash, ...]]:
    """The matches worth telling, and the failed rules: what a check without a clock of its own comes to.

    Raises:
        FactsError: the facts say something that facts cannot say.
    """
    known: Facts | None = None
    if facts:
        from tonelint.judging.facts_reading import parse_facts

        known = parse_facts(facts)
    judgement = judge_document(document, ruleset, rules=rules, confidence=confidence, facts=known)
    return tuple(one.match for one in judgement.flagged), judgement.crashes


def _situations(document: Document, known: Knowledge, *, quoted: bool) -> tuple[Knowledge, Mapping[str, Check]]:
    """The checks of the reader's situation; nothing is imported for a letter of which no situation can be known."""
    if not quoted and not any(known.facts.given.get(key) for key in ("recipient", "sent", "consent")):
        return known, {}
    from tonelint.judging.situations import bound

    return bound(document, known)
