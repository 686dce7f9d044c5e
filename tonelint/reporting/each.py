"""Going through the findings of a run, each with its file, its place and its number among those that are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tonelint.judging.identity import fingerprint, ordinals
from tonelint.model import Finding
from tonelint.reporting.outcome import Outcome
from tonelint.reporting.places import Where, path_of


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with all that a machine-readable format says about it.

    `path` has forward slashes; `identity` stays the same while the sentence stays in its file, wherever it moves.
    """

    finding: Finding
    path: str
    place: Where
    identity: str

    @property
    def line(self) -> int:
        """The line of the file; when the finding's part had to be decoded, the one where that part begins."""
        return self.place.first.line if self.place.exact else self.place.near or 1

    @property
    def last_line(self) -> int:
        """The line of the file where the finding ends; the same one when its part had to be decoded."""
        return self.place.last.line if self.place.exact else self.line

    @property
    def words(self) -> str:
        """The message, with the part and the cell or key that it is about, which a line number alone does not tell."""
        where = ", ".join(piece for piece in (self.finding.part, self.finding.address) if piece)
        return f"{self.finding.message} ({where})" if where else self.finding.message


def each_finding(outcome: Outcome) -> Iterator[Told]:
    """The findings in the order of the report."""
    for one in outcome.checked:
        path = path_of(one.report.name)
        numbers = ordinals((finding.rule for finding in one.report.findings), one.sentences)
        for finding, place, sentence, number in zip(
            one.report.findings, one.places, one.sentences, numbers, strict=True
        ):
            yield Told(finding, path, place, fingerprint(path, finding.rule, sentence, number))
