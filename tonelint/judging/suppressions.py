"""What the writer's own comments silence, and which of those comments are not needed, not understood or not explained.

A comment behind words speaks for its line. On a line of its own it speaks for the next line, and for the paragraph,
heading or button that comes next. A block speaks for everything between its two comments, `ignore-file` and the
front matter key `tonelint-ignore` for the whole letter. Nothing here reads a file, and nothing here rewrites one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tonelint.judging.comments import MARK, Comment, comments_in
from tonelint.model import Claim, Document, Finding, Part, Segment

FRONT_MATTER_KEY = "tonelint-ignore"
ENDLESS = 10**9
"""A line that no file reaches."""


@dataclass(slots=True)
class Suppression:
    """A comment, the part that it stands in, the lines it speaks for, and the names that have silenced something."""

    comment: Comment
    part: int
    first: int
    last: int
    everywhere: bool = False
    used: set[str] = field(default_factory=set)

    @property
    def unused(self) -> tuple[str, ...]:
        """The names that silenced nothing."""
        return tuple(name for name in self.comment.names if name not in self.used)


@dataclass(frozen=True, slots=True)
class Silenced:
    """The findings that are left, how many were silenced, and every comment that was read."""

    findings: tuple[Finding, ...]
    count: int
    suppressions: tuple[Suppression, ...]
    strange: tuple[tuple[int, Comment], ...] = ()
    """Comments that were not understood, with the number of their part."""


def mentions(document: Document) -> bool:
    """Whether there is anything to do at all; cheap."""
    return FRONT_MATTER_KEY in document.front_matter or any(MARK in part.text for part in document.parts)


def silenced(findings: Sequence[Finding], claims: Iterable[Claim], document: Document) -> Silenced:
    """`findings` without those that a comment in `document` silences; a supported claim counts as use too."""
    suppressions, strange = _suppressions(document)
    numbers = {part.path: number for number, part in enumerate(document.parts)}
    left = []
    for finding in findings:
        at = numbers.get(finding.part, 0)
        spoken = [
            (one, name)
            for one in suppressions
            if _reaches(one, at, finding.line, finding.end_line)
            for name in one.comment.names
            if _means(name, finding.rule, finding.category)
        ]
        for one, name in spoken:
            one.used.add(name)
        if not spoken and not _within(finding, at, suppressions):
            left.append(finding)
    for claim in claims:
        if claim.status == "supported":
            for one in suppressions:
                if _reaches(one, numbers.get(claim.part, 0), claim.line, claim.line):
                    one.used |= {n for n in one.comment.names if _means(n, claim.rule, claim.rule.partition("/")[0])}
    return Silenced(tuple(left), len(findings) - len(left), tuple(suppressions), tuple(strange))


def _means(name: str, rule: str, category: str) -> bool:
    return name in (rule, category)


def _reaches(one: Suppression, part: int, first: int, last: int) -> bool:
    return one.everywhere or (one.part == part and one.first <= last and first <= one.last)


def _within(finding: Finding, part: int, suppressions: Iterable[Suppression]) -> bool:
    """Whether the finding is about words of a comment, which nobody but us reads."""
    return any(
        one.part == part and one.comment.start <= finding.start and finding.end <= one.comment.end
        for one in suppressions
    )


def _suppressions(document: Document) -> tuple[list[Suppression], list[tuple[int, Comment]]]:
    found: list[Suppression] = []
    strange: list[tuple[int, Comment]] = []
    for number, part in enumerate(document.parts):
        if MARK not in part.text:
            continue
        blocks: list[Suppression] = []
        for comment in comments_in(part, document.format):
            if _in_code(document, number, comment):
                continue
            if comment.problem:
                strange.append((number, comment))
            elif comment.verb == "ignore-end":
                _close(blocks, comment, part)
            else:
                one = _spoken_for(comment, number, part, document)
                found.append(one)
                if comment.verb == "ignore-start":
                    blocks.append(one)
    own = _front_matter(document)
    return ([own, *found] if own else found), strange


def _spoken_for(comment: Comment, number: int, part: Part, document: Document) -> Suppression:
    line, _ = part.place(comment.start)
    if comment.verb == "ignore-file":
        return Suppression(comment, number, 1, ENDLESS, everywhere=True)
    if comment.verb == "ignore-start":
        return Suppression(comment, number, line, ENDLESS)
    if comment.verb == "ignore" and not _alone(part.text, comment):
        return Suppression(comment, number, line, line)
    first = _next_line(part, comment)
    return Suppression(comment, number, first, max(first, _end_of_next_segment(document, number, part, comment)))


def _close(blocks: list[Suppression], comment: Comment, part: Part) -> None:
    """Ends the block that was opened last, or the last one with the same names."""
    for index in range(len(blocks) - 1, -1, -1):
        if not comment.names or blocks[index].comment.names == comment.names:
            blocks.pop(index).last = part.place(comment.start)[0]
            return


def _alone(text: str, comment: Comment) -> bool:
    line_start = text.rfind("\n", 0, comment.start) + 1
    line_end = text.find("\n", comment.end)
    return not text[line_start : comment.start].strip() and not text[
        comment.end : len(text) if line_end == -1 else line_end
    ].strip(" \t\r,")


def _next_line(part: Part, comment: Comment) -> int:
    """The next line with anything on it but a comment of ours."""
    line = part.place(comment.end)[0] + 1
    last = part.place(len(part.text))[0]
    while line < last and (not part.line(line).strip() or MARK in part.line(line)):
        line += 1
    return line


def _end_of_next_segment(document: Document, number: int, part: Part, comment: Comment) -> int:
    """The last line of the first segment behind a comment, or of the entry of a catalogue; 0 when there is none."""
    after = [one for one in document.segments if one.part == number and one.source.runs[0][1] >= comment.end]
    if not after:
        return 0
    first = min(after, key=lambda one: one.source.runs[0][1])
    entry = _entry(first, document.format)
    together = [first] if entry is None else [one for one in after if _entry(one, document.format) == entry]
    last = max(runs[-1][1] + max(runs[-1][3] - 1, 0) for runs in (one.source.runs for one in together))
    return part.place(last)[0]


def _entry(segment: Segment, format: str) -> object:
    """What the segments of one entry of a catalogue share; None where a segment stands alone."""
    if format == "po":  # all plural forms of a message
        return segment.address.partition(" [")[0]
    if format == "ftl":  # a message with its attributes and variants
        return segment.address.partition("[")[0].partition(".")[0]
    return segment.value


def _in_code(document: Document, number: int, comment: Comment) -> bool:
    return any(
        segment.part == number
        and segment.role == "code"
        and segment.source.runs[0][1] <= comment.start < segment.source.runs[-1][1] + segment.source.runs[-1][3]
        for segment in document.segments
    )


def _front_matter(document: Document) -> Suppression | None:
    """What the front matter silences: a name, a list of names, or names with their reasons."""
    said = document.front_matter.get(FRONT_MATTER_KEY)
    if not said:
        return None
    names = (
        (said,) if isinstance(said, str) else tuple(str(name) for name in said) if isinstance(said, Iterable) else ()
    )
    reasons = [str(why) for why in said.values() if why] if isinstance(said, Mapping) else []
    reason = "; ".join(reasons) if len(reasons) == len(names) else ""
    start = max(document.parts[0].text.find(FRONT_MATTER_KEY), 0)
    end = start + len(FRONT_MATTER_KEY)
    return Suppression(Comment(start, end, "front-matter", names, reason), 0, 1, ENDLESS, everywhere=True)
