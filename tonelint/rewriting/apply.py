"""Applying rewrites until nothing more may be applied, each one proved by checking the letter again.

A rewrite stays only when its finding is gone and no new one has come. Each pass takes at most one rewrite a sentence,
the most serious finding first, so that two never meet in one sentence unseen. Nothing is read from disk or written
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from tonelint.language.sentences import sentences
from tonelint.model import SEVERITIES, Document, Finding, Report, Rewrite
from tonelint.rewriting.edits import Edit, edits, segment_at
from tonelint.rewriting.splice import spliced

Read = Callable[[bytes], Document]
Check = Callable[[Document], Report]

Obstacle = Literal["idea", "needs-fact", "no-rewrite", "not-writable", "markup", "another-finding"]
"""Why a finding was left: only an idea; a fact is missing; no rewrite; a part stored in a transfer encoding; markup
that would be torn; the letter would give another finding."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A rewrite that was applied, its finding and the words it replaced, as they stood before that pass."""

    finding: Finding
    rewrite: Rewrite
    old: str


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that stays, and the obstacle."""

    finding: Finding
    obstacle: Obstacle


@dataclass(frozen=True, slots=True)
class Fixed:
    """What applying came to: the new bytes, the document they hold, its report, what was done and what was left."""

    data: bytes
    document: Document
    report: Report
    applied: tuple[Applied, ...] = ()
    left: tuple[Left, ...] = ()


@dataclass(frozen=True, slots=True)
class _Choice:
    finding: Finding
    rewrite: Rewrite
    edits: tuple[Edit, ...]
    sentence: tuple[int, int, int]


@dataclass
class _State:
    """The letter between two passes, and the rewrites that have been tried on it in vain."""

    data: bytes
    document: Document
    report: Report
    refused: set[tuple[str, str, str]] = field(default_factory=set)


def fixed(data: bytes, read: Read, check: Check, *, with_facts: bool = False) -> Fixed:
    """The letter in `data` with every rewrite applied that may be.

    Args:
        read: turns bytes into a document; called again after each pass.
        check: turns a document into a report whose findings carry their rewrites.
        with_facts: also apply rewrites that need facts, when none is missing.
    """
    document = read(data)
    state = _State(data, document, check(document))
    applied: list[Applied] = []
    while choices := _choices(state, with_facts=with_facts):
        after, kept = _as_many_as_hold(state, choices, read, check)
        if after is not None:
            applied += [_done(choice, state.document) for choice in kept]
            state = after
    left = tuple(
        Left(finding, obstacle(finding, state.document, with_facts=with_facts)) for finding in state.report.findings
    )
    return Fixed(state.data, state.document, state.report, tuple(applied), left)


def applicable(finding: Finding, *, with_facts: bool) -> tuple[Rewrite, ...]:
    """The rewrites of a finding that may be applied without asking anybody."""
    return tuple(
        rewrite
        for rewrite in finding.rewrites
        if rewrite.applicability == "safe"
        or (with_facts and rewrite.applicability == "needs-fact" and not rewrite.needs)
    )


def obstacle(finding: Finding, document: Document, *, with_facts: bool) -> Obstacle:
    """Why a finding that is still there was not fixed."""
    if not finding.rewrites:
        return "no-rewrite"
    ready = applicable(finding, with_facts=with_facts)
    if not ready:
        return "needs-fact" if any(one.applicability == "needs-fact" for one in finding.rewrites) else "idea"
    part = next((one for one in document.parts if one.path == finding.part), None)
    if part is not None and not part.writable:
        return "not-writable"
    if all(edits(rewrite, document, finding.part) is None for rewrite in ready):
        return "markup"
    return "another-finding"


def apply_one(data: bytes, document: Document, finding: Finding, rewrite: Rewrite) -> bytes | None:
    """`data` with one rewrite in place, whatever its applicability; None when it cannot be written into this source."""
    made = edits(rewrite, document, finding.part)
    return None if made is None else spliced(data, document, made)


def words_at(finding: Finding, rewrite: Rewrite, document: Document) -> str:
    """The words that a rewrite replaces, as the source spells them."""
    part = next(one for one in document.parts if one.path == finding.part)
    return " ".join(part.text[rewrite.start : rewrite.end].split())


def _done(choice: _Choice, document: Document) -> Applied:
    return Applied(choice.finding, choice.rewrite, words_at(choice.finding, choice.rewrite, document))


def _choices(state: _State, *, with_facts: bool) -> list[_Choice]:
    """The rewrites of one pass: no two in one sentence.

    Serious findings come first, then those with a safe rewrite, then longer and earlier ones. What is safe takes
    pressure out; a date that a fact brings in could make the pressure beside it look reasonable.
    """
    chosen: list[_Choice] = []
    taken: set[tuple[int, int, int]] = set()
    found = (_choice(finding, state, with_facts=with_facts) for finding in state.report.findings)
    for choice in sorted((one for one in found if one is not None), key=_order):
        if choice.sentence not in taken and not _overlap(choice, chosen):
            taken.add(choice.sentence)
            chosen.append(choice)
    return chosen


def _order(choice: _Choice) -> tuple[int, bool, int, str, int, str]:
    one = choice.finding
    needs_facts = choice.rewrite.applicability != "safe"
    return SEVERITIES.index(one.severity), needs_facts, one.start - one.end, one.part, one.start, one.rule


def _choice(finding: Finding, state: _State, *, with_facts: bool) -> _Choice | None:
    """The first rewrite of a finding that can be written and has not been tried in vain."""
    part = next((i for i, one in enumerate(state.document.parts) if one.path == finding.part), None)
    if part is None or not state.document.parts[part].writable:
        return None
    for rewrite in applicable(finding, with_facts=with_facts):
        if _name(finding, rewrite) in state.refused:
            continue
        made = edits(rewrite, state.document, finding.part)
        if made:
            return _Choice(finding, rewrite, made, _sentence(rewrite, state.document, part))
    return None


def _sentence(rewrite: Rewrite, document: Document, part: int) -> tuple[int, int, int]:
    """The sentence that a rewrite begins in, as part and source stretch."""
    found = segment_at(rewrite, document, part)
    if found is None:
        return part, rewrite.start, rewrite.end
    segment, span = found
    for one in sentences(segment.text, segment.language):
        if one.start <= span.start < one.end:
            place = segment.source.span(one.start, one.end)
            return part, place.start, place.end
    return part, rewrite.start, rewrite.end


def _overlap(choice: _Choice, others: Sequence[_Choice]) -> bool:
    return any(
        a.part == b.part and a.start <= b.end and b.start <= a.end
        for other in others
        for a in choice.edits
        for b in other.edits
    )


def _as_many_as_hold(
    state: _State, choices: Sequence[_Choice], read: Read, check: Check
) -> tuple[_State | None, Sequence[_Choice]]:
    """The letter after all `choices`; when they do not do what they promised, None and one of them refused for good.

    Halves find the one that fails alone in few checks, however long the letter. Where each half holds and only both
    together do not, it is the letter after the first.
    """
    after = _tried(state, choices, read, check)
    while after is None:
        if len(choices) == 1:
            state.refused.add(_name(choices[0].finding, choices[0].rewrite))
            return None, ()
        middle = len(choices) // 2
        first, second = choices[:middle], choices[middle:]
        half = _tried(state, first, read, check)
        if half is not None and _tried(state, second, read, check) is not None:
            return half, first
        choices = first if half is None else second
    return after, choices


def _tried(state: _State, choices: Sequence[_Choice], read: Read, check: Check) -> _State | None:
    """The letter after `choices`, or None when one of them did not do what it promised."""
    made = [edit for choice in choices for edit in choice.edits]
    data = spliced(state.data, state.document, made)
    if data is None:
        return None
    document = read(data)
    report = check(document)
    before = Counter(_sign(finding) for finding in state.report.findings)
    after = Counter(_sign(finding) for finding in report.findings)
    if after - before or sum(after.values()) > sum(before.values()) - len(choices):
        return None
    if not 0 < len(document.segments) <= len(state.document.segments):
        return None
    return _State(data, document, report, state.refused)


def _sign(finding: Finding) -> tuple[str, str]:
    """What a finding is recognised by when the text around it has moved."""
    return finding.rule, finding.excerpt.lower()


def _name(finding: Finding, rewrite: Rewrite) -> tuple[str, str, str]:
    return finding.rule, finding.excerpt, rewrite.text


def with_slots(rewrite: Rewrite, answers: dict[str, str]) -> Rewrite:
    """The rewrite with the author's answers in its open slots."""
    needs = tuple(need for need in rewrite.needs if need not in answers)
    return replace(rewrite, text=_answered(rewrite.text, answers), needs=needs, reads=_answered(rewrite.reads, answers))


def _answered(text: str, answers: dict[str, str]) -> str:
    for question, answer in answers.items():
        slot = f"{{{question}}}"
        if text.startswith(slot):
            text = answer[:1].upper() + answer[1:] + text[len(slot) :]
        text = text.replace(slot, answer)
    return text
