"""Finding the template tags of mailing services and masking them at equal length.

A tag that prints something becomes `TAG_FILLER` characters: something will stand here, nobody knows what. A tag that
only steers (a condition, a loop, a comment) becomes white space, so that both branches are read as copy. Words that a
reader would see when a name is missing (`{{Name|dear guest}}`) are reported as fallbacks. Tags are never run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER, Span
from tonelint.reading.branches import divided
from tonelint.reading.dialects import (
    BARE_WORDS,
    COMMENTS,
    DIALECTS,
    FORMS,
    LINE_COMMENT,
    STEERING,
    VELOCITY,
    VELOCITY_SEEN,
    WHOLE,
    Form,
)
from tonelint.reading.fallbacks import fallbacks_in
from tonelint.sentences import Sentence

LONGEST_TAG = 4000
"""Code points: an opening that is not closed within this stretch is no tag."""
LONGEST_COMMENT = 100_000
"""Code points: as long may a comment be, which often holds what was a letter yesterday."""
DEEPEST = 8
"""How many tags may stand inside one another."""

TagKind = Literal["output", "control"]


class Tag(NamedTuple):
    """One template construct in the source, and the stretches inside it that a reader may see."""

    start: int
    end: int
    kind: TagKind
    fallbacks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with its tags masked: exactly as long as before, line ends kept."""

    text: str
    tags: tuple[Tag, ...] = ()

    def tags_within(self, start: int, end: int) -> tuple[Tag, ...]:
        """The tags that lie inside `start..end`."""
        if not self.tags:
            return ()
        first = bisect_right(self.tags, start - 1, key=lambda tag: tag.start)
        last = bisect_right(self.tags, end - 1, key=lambda tag: tag.start)
        return tuple(tag for tag in self.tags[first:last] if tag.end <= end)


_COMMENT = lazy(r"[-+]?\s*comment\b")
_END_OF_COMMENT = lazy(r"\{%[-+]?\s*endcomment\b[^%]{0,40}%\}")
_QUOTED = lazy(r"(?<![\w\"'`])(?:\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`)")

OwnTags = Sequence[tuple[str, str]]
"""Opening and closing marks that a team writes: `[[` and `]]`."""


@dataclass(slots=True)
class _Scan:
    """One pass over a text: the forms that are looked for, and the next closing mark of each kind, sought once."""

    text: str
    forms: dict[str, Form]
    marks: tuple[str, ...]
    comments: tuple[tuple[str, str], ...]
    lenient: bool
    ahead: dict[str, int]

    def next(self, mark: str, at: int) -> int:
        """Where the next `mark` from `at` on stands; far behind the end of the text when there is none."""
        known = self.ahead.get(mark, -1)
        if known < at:
            known = self.text.find(mark, at)
            self.ahead[mark] = known = len(self.text) + LONGEST_COMMENT if known == -1 else known
        return known


def mask(text: str, dialect: str = "auto", own: OwnTags = ()) -> Masked:
    """`text` with its template tags masked.

    Args:
        own: tags that no service writes, beside those of the dialect.

    Raises:
        ReadingError: nobody knows this dialect.
    """
    try:
        known = DIALECTS[dialect]
    except KeyError:
        message = "unknown template dialect '{dialect}'; these are known: {known}"
        raise ReadingError(Sentence(message, dialect=dialect, known=", ".join(DIALECTS))) from None
    forms = {left: Form(left, right, STEERING) for left, right in own if left in text}
    marks = tuple(mark for mark in known if mark in text)
    if dialect == "auto" and "$" in text and "#" in text and VELOCITY_SEEN.search(text):
        marks += VELOCITY
    if not marks and not forms:
        return Masked(text)
    ordered = tuple(sorted({*marks, *forms}, key=lambda mark: (-len(mark), mark)))
    comments = COMMENTS if dialect == "auto" else (*COMMENTS, LINE_COMMENT)
    tags = _tags(_Scan(text, {**FORMS, **forms}, ordered, comments, dialect in BARE_WORDS, {}))
    if not tags:
        return Masked(text)
    pieces: list[str] = []
    at = 0
    for tag in tags:
        pieces.append(text[at : tag.start])
        pieces.append(_filled(text[tag.start : tag.end], TAG_FILLER if tag.kind == "output" else " "))
        at = tag.end
    pieces.append(text[at:])
    steering = [(tag.start, tag.end) for tag in tags if tag.kind == "control"]
    return Masked(divided("".join(pieces), steering), tuple(tags))


def _tags(scan: _Scan) -> list[Tag]:
    opening = re.compile("|".join(re.escape(mark) for mark in scan.marks))
    tags: list[Tag] = []
    at = 0
    while found := opening.search(scan.text, at):
        start, mark = found.start(), found[0]
        tag = _read(scan, start, mark)
        shorter = [other for other in scan.marks if other != mark and mark.startswith(other)] if tag is None else []
        for other in shorter:
            tag = tag or _read(scan, start, other)
        if tag is None:
            at = start + 1
        else:
            tags.append(tag)
            at = tag.end
    return tags


def _read(scan: _Scan, start: int, mark: str) -> Tag | None:
    """The tag that begins with `mark` at `start`; None when it is none."""
    text = scan.text
    comment = _comment(scan, start, mark)
    if comment is not None:
        return comment
    if mark in WHOLE and mark not in scan.forms:
        whole = WHOLE[mark].match(text, start)
        if whole is None:
            return None
        if whole.groupdict().get("steers"):
            return Tag(start, whole.end(), "control")
        words = fallbacks_in(text, start + len(mark), whole.end() - 1, mark, lenient=False)
        return Tag(start, whole.end(), "output", tuple(words))
    form = scan.forms[mark]
    inside = start + len(mark)
    if scan.next(form.close, inside) - inside >= LONGEST_TAG:
        return None
    close = _close(text, inside, form)
    if close is None:
        return None
    end = close + len(form.close)
    if form.steers.match(text, inside, close):
        return Tag(start, end, "control")
    return Tag(start, end, "output", tuple(fallbacks_in(text, inside, close, mark, lenient=scan.lenient)))


def _comment(scan: _Scan, start: int, mark: str) -> Tag | None:
    """The comment that begins at `start`, when there is one and it is closed."""
    text = scan.text
    for left, right in scan.comments:
        if left.startswith(mark) and text.startswith(left, start):
            end = scan.next(right, start + len(left))
            if end - start < LONGEST_COMMENT:
                return Tag(start, end if right == "\n" else end + len(right), "control")
    if mark == "{%" and _COMMENT.match(text, start + 2):
        at = scan.next("endcomment", start)
        if at - start < LONGEST_COMMENT:
            closing = _END_OF_COMMENT.search(text, text.rfind("{%", start, at), at + 60)
            return Tag(start, closing.end(), "control") if closing else None
    return None


def _close(text: str, inside: int, form: Form) -> int | None:
    """Where the closing mark of a tag stands, quoted strings and tags inside it stepped over."""
    limit = min(len(text), inside + LONGEST_TAG)
    if form.one_line:
        line_end = text.find("\n", inside, limit)
        limit = limit if line_end == -1 else line_end
    depth, at = 0, inside
    while found := form.stop.search(text, at, limit):
        at = found.end()
        if found[0] == form.close:
            if depth == 0:
                return found.start()
            depth -= 1
        elif found[0] == form.nests:
            depth += 1
            if depth > DEEPEST:
                return None
        elif quoted := _QUOTED.match(text, found.start(), limit):
            at = quoted.end()
    first = text.find(form.close, inside, limit)
    return None if first == -1 or depth else first


def _filled(tag: str, filler: str) -> str:
    if "\n" not in tag and "\r" not in tag:
        return filler * len(tag)
    return "".join(char if char in "\r\n" else filler for char in tag)
