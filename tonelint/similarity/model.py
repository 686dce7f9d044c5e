"""What is known about a batch of letters. Data only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from tonelint.model import Problem

THRESHOLD = 0.6
"""The share of common phrases from which on letters are one template, unless the caller says otherwise."""

Varies = Literal["nothing", "name", "figures", "slots", "text"]
"""What differs between the letters of a group: nothing; names; names and figures; a few words (up to a fifth); more."""


@dataclass(frozen=True, slots=True)
class Member:
    """A letter of a group: its name, and the share of its words that most of the group does not have (0 to 1)."""

    name: str
    unique_share: float


@dataclass(frozen=True, slots=True)
class Group:
    """Letters that are one template; `unique_share` is the mean of theirs.

    `template` is the first letter with its own words as `[…]`; `samples` are such words of a few letters.
    """

    members: tuple[Member, ...]
    varies: Varies
    unique_share: float
    template: str
    samples: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many letters the group has."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch: how many letters, and the groups of two and more, the largest first."""

    letters: int
    groups: tuple[Group, ...]
    threshold: float = THRESHOLD
    problems: tuple[tuple[str, Problem], ...] = ()
    """What could not be read, by name."""

    @property
    def alone(self) -> int:
        """How many letters are like no other."""
        return self.letters - sum(group.size for group in self.groups)

    def to_dict(self) -> dict[str, Any]:
        """The batch as JSON-ready data."""
        data = asdict(self)
        data["alone"] = self.alone
        data["problems"] = [{"name": name, **asdict(problem)} for name, problem in self.problems]
        return data
