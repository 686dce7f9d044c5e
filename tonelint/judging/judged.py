"""What judging a letter comes to, as plain data. Nothing is judged here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tonelint.matching import Crash, Match
from tonelint.model import Claim, Problem, Severity

if TYPE_CHECKING:
    from tonelint.judging.knowledge import Knowledge
    from tonelint.judging.verdicts import Verdict


class Judged(NamedTuple):
    """A match after the facts have been heard. `flagged` is false when there is nothing to tell the reader of a report.

    `verdict` and `claim` are None for a match that claims nothing.
    """

    match: Match
    flagged: bool = True
    verdict: Verdict | None = None
    claim: Claim | None = None

    @property
    def severity(self) -> Severity | None:
        """What a claim costs whatever its rule says: a contradicted one, one of two meanings; None leaves it to the
        rule."""
        if self.verdict is None:
            return None
        return (
            "error" if self.verdict.status == "contradicted" else "warning" if self.verdict.say == "ambiguous" else None
        )


class Judgement(NamedTuple):
    """What was found in a letter: matches worth telling, all claims, failed rules, facts that could not be read.

    `known` is None when nothing was found and nothing was known.
    """

    flagged: tuple[Judged, ...]
    claims: tuple[Claim, ...]
    crashes: tuple[Crash, ...]
    problems: tuple[Problem, ...]
    known: Knowledge | None
