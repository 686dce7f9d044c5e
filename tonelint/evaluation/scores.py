"""How the rules do on labelled text: what they find, what they miss, where they speak out of turn.

A row with a manipulation label is *found* when a finding of at least `warning` has a category that the label accepts,
*misplaced*
when it has findings but none of these, *missed* otherwise. A row labelled `none` is *false* when it has a finding of
at least
`warning` outside the advice categories. Precision = found / (found + misplaced + false), recall = found / (found +
misplaced +
missed). A label about style (`template-cliche`, `hype`) is found by advice as well and is counted apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tonelint.evaluation.corpus import LEGITIMATE, Row
from tonelint.judging.judge import flagged_matches
from tonelint.model import CONFIDENCES, Confidence
from tonelint.reading import read_text
from tonelint.ruleset import Ruleset

ADVICE_CATEGORIES = frozenset(("template", "hype", "opaque"))
STYLE_LABELS = frozenset(("template-cliche", "hype", "template", "opaque"))

Outcome = Literal["found", "misplaced", "missed", "false", "silent"]


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a row: its rule, category, severity, confidence and words."""

    rule: str
    category: str
    severity: str
    confidence: Confidence
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A row with what was found in it and what that amounts to."""

    row: Row
    findings: tuple[Found, ...]
    outcome: Outcome

    @property
    def pressing(self) -> tuple[Found, ...]:
        """The findings that are more than advice."""
        return tuple(f for f in self.findings if f.severity != "advice")


@dataclass(slots=True)
class Tally:
    """Counts of outcomes, and the figures made of them."""

    counts: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """How many rows were counted."""
        return sum(self.counts.values())

    @property
    def precision(self) -> float | None:
        """found / (found + misplaced + false); None when nothing was flagged."""
        flagged = self.counts["found"] + self.counts["misplaced"] + self.counts["false"]
        return self.counts["found"] / flagged if flagged else None

    @property
    def recall(self) -> float | None:
        """found / (found + misplaced + missed); None when there was nothing to find."""
        there = self.counts["found"] + self.counts["misplaced"] + self.counts["missed"]
        return self.counts["found"] / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        if self.precision is None or self.recall is None or self.precision + self.recall == 0:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def judge_rows(
    rows: Iterable[Row],
    ruleset: Ruleset,
    accepted: Mapping[str, frozenset[str]],
    *,
    rules: frozenset[str] | None = None,
    confidence: Confidence = "medium",
) -> list[Judged]:
    """Every row checked and judged against its label.

    Args:
        accepted: which categories are right for a label; a label without an entry accepts the category of its own name.
        rules: ids of the rules in force; all stable ones when None.
        confidence: the least confidence of a finding.
    """
    active = rules if rules is not None else frozenset(r for r, s in ruleset.statuses.items() if s == "stable")
    judged = []
    for row in rows:
        document = read_text(row.text, role=row.role, language=row.language)
        matches, _ = flagged_matches(document, ruleset, rules=active, confidence=confidence)
        findings = tuple(
            Found(
                match.rule,
                ruleset.categories[match.rule],
                ruleset.info(match.rule).severity,
                match.confidence,
                document.segments[match.segment].text[match.span.start : match.span.end],
            )
            for match in matches
        )
        judged.append(Judged(row, findings, _outcome(row, findings, accepted)))
    return judged


def accepts(label: str, category: str, accepted: Mapping[str, frozenset[str]]) -> bool:
    """Whether a finding of `category` is right for `label`."""
    categories = accepted.get(label, frozenset((label,)))
    return category in categories or ("*" in categories and category not in ADVICE_CATEGORIES)


def _outcome(row: Row, findings: Sequence[Found], accepted: Mapping[str, frozenset[str]]) -> Outcome:
    pressing = [f for f in findings if f.severity != "advice"]
    if row.label == LEGITIMATE:
        return "false" if any(f.category not in ADVICE_CATEGORIES for f in pressing) else "silent"
    counted = findings if row.label in STYLE_LABELS else pressing
    if any(accepts(row.label, f.category, accepted) for f in counted):
        return "found"
    return "misplaced" if pressing else "missed"


def tally(judged: Iterable[Judged], *, style: bool = False, strong: bool = False) -> Tally:
    """Outcomes of rows with manipulation labels and legitimate rows; `style` counts style labels instead, `strong`
    leaves out mild rows."""
    counts: Counter[str] = Counter()
    for item in judged:
        label = item.row.label
        if label != LEGITIMATE and (label in STYLE_LABELS) != style:
            continue
        if strong and label != LEGITIMATE and item.row.strength == "mild":
            continue
        counts[item.outcome] += 1
    return Tally(counts)


def by_label(judged: Iterable[Judged]) -> dict[tuple[str, str], Tally]:
    """A tally for each label and language."""
    tallies: dict[tuple[str, str], Tally] = {}
    for item in judged:
        tallies.setdefault((item.row.label, item.row.language or "und"), Tally()).counts[item.outcome] += 1
    return tallies


def per_thousand(judged: Sequence[Judged]) -> tuple[float, float]:
    """Legitimate lines per 1,000 with a finding above advice, and with advice of template or hype."""
    legitimate = [item for item in judged if item.row.label == LEGITIMATE]
    if not legitimate:
        return 0.0, 0.0
    pressing = sum(bool(item.pressing) for item in legitimate)
    style = sum(any(f.category in ("template", "hype") for f in item.findings) for item in legitimate)
    return 1000 * pressing / len(legitimate), 1000 * style / len(legitimate)


def calibration(judged: Iterable[Judged], accepted: Mapping[str, frozenset[str]]) -> dict[str, tuple[int, int]]:
    """For each confidence, how many findings above advice were right and how many there were.

    In a labelled row a finding is right when the label accepts its category; in a legitimate row it is wrong.
    """
    table: dict[str, tuple[int, int]] = dict.fromkeys(CONFIDENCES, (0, 0))
    for item in judged:
        for found in item.pressing:
            right, every = table[found.confidence]
            good = item.row.label != LEGITIMATE and accepts(item.row.label, found.category, accepted)
            table[found.confidence] = (right + good, every + 1)
    return table
