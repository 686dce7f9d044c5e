"""May this go out? One word about a whole letter, by a policy that anyone can read in three lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from tonelint.model import SEVERITIES, Severity
from tonelint.server.settings import Level

Verdict = Literal["send", "review", "stop"]


def verdict(severities: Iterable[Severity], *, stop_on: Level, review_on: Level) -> Verdict:
    """`stop` when a finding is at least as severe as `stop_on`, else `review` by `review_on`, else `send`."""
    worst = min((SEVERITIES.index(severity) for severity in severities), default=len(SEVERITIES))
    if _reaches(worst, stop_on):
        return "stop"
    return "review" if _reaches(worst, review_on) else "send"


def _reaches(worst: int, level: Level) -> bool:
    return level != "never" and worst <= SEVERITIES.index(level)
