"""One letter judged: its matches, what the facts make of them, and everything that is claimed.

Nothing is worded here. A letter without a match, of which nothing is known, is judged without loading what facts need.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tonelint.judging.judged import Judged, Judgement
from tonelint.matching import Crash, Match, match_document
from tonelint.model import FACTS_KEY, Confidence, Document
from tonelint.ruleset.compiled import Ruleset

if TYPE_CHECKING:
    from tonelint.judging.facts import Facts
    from tonelint.judging.knowledge import Knowledge
    from tonelint.matching.checks import Check
    from tonelint.matching.memory import Memory


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
    quoted = any(one.role == "quote" for one in document.segments)
    matches: tuple[Match, ...] | None = None
    crashes: tuple[Crash, ...] = ()
    if facts is None and not quoted and FACTS_KEY not in document.front_matter:
        matches, crashes = match_document(document, ruleset, rules=rules, confidence=confidence, memory=memory)
        if not matches:
            return Judgement((), (), crashes, (), None)
    from tonelint.judging.knowledge import knowledge_of

    known, problems = knowledge_of(document, facts, clock)
    if matches is None:
        known, situations = _situations(document, known, quoted=quoted)
        matches, crashes = match_document(
            document, ruleset, rules=rules, confidence=confidence, situations=situations, memory=memory
        )
        if not matches:
            return Judgement((), (), crashes, problems, known)
    from tonelint.judging.claims import judged, without_echoes

    found: list[Judged] = []
    failed = list(crashes)
    for match in matches:
        try:
            found.append(judged(match, document, ruleset.info(match.rule), known))
        except Exception as error:  # a fault in judging one claim must not hide that it was made
            failed.append(Crash(match.rule, match.segment, f"{type(error).__name__}: {error}"))
            found.append(Judged(match))
    heard = without_echoes(found, ruleset.rules)
    claims = tuple(one.claim for one in heard if one.claim is not None)
    return Judgement(tuple(one for one in heard if one.flagged), claims, tuple(failed), problems, known)


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
