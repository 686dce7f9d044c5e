"""Finding the template tags of mailing services and masking them at equal length.

A tag that prints something becomes `TAG_FILLER` characters: something will stand here, nobody knows what. A tag that
only steers (a condition, a loop, a comment) becomes spaces, so that both branches are read as copy. Words that a
reader would see when a name is missing (`{{Name|dear guest}}`) are reported as fallbacks. Tags are never run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER, Span
from tonelint.reading.fallbacks import fallbacks_in
from tonelint.sentences import Sentence

LONGEST_TAG = 4000
"""Code points: an opening that is not closed within this stretch is no tag."""
DEEPEST = 8
"""How many tags may stand inside one another."""

TagKind = Literal["output", "control"]


@dataclass(frozen=True, slots=True)
class Tag:
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


@dataclass(frozen=True)
class _Form:
    """How one kind of tag is written, and which of its contents only steer."""

    open: str
    close: str
    steers: re.Pattern[str]
    nests: str = ""
    one_line: bool = False

    @cached_property
    def stop(self) -> re.Pattern[str]:
        """What may end the tag or hide its end: its closing, another opening, a quotation mark."""
        marks = [re.escape(mark) for mark in (self.close, self.nests) if mark]
        return re.compile("|".join([*marks, "[\"'`]"]))


_NEVER = lazy(r"(?!)")
_ALWAYS = lazy(r"")
_WORDS = (
    r"(?:if|else|elseif|elsif|elif|unless|end\w*|for|foreach|each|while|switch|case|when|set|assign|block|include|do)\b"
)

_FORMS: dict[str, _Form] = {
    "{{{": _Form("{{{", "}}}", re.compile(r"\s*[#/^!]")),
    "{{": _Form("{{", "}}", re.compile(r"[~-]?\s*(?:[#/^!]|else\b|end\b|if\b|range\b|with\b)"), nests="{{"),
    "{%": _Form("{%", "%}", re.compile(r"(?![-+]?\s*(?:trans\b|translate\b|_\())")),
    "{#": _Form("{#", "#}", _ALWAYS),
    "<%": _Form("<%", "%>", re.compile(rf"#|(?![=-])|[=-]\s*{_WORDS}")),
    "*|": _Form(
        "*|", "|*", re.compile(r"(?:IF|IFNOT|ELSE|ELSEIF|END|INTERESTED|GROUP|HIDE|FEEDBLOCK)\b", re.I), one_line=True
    ),
    "[%": _Form("[%", "%]", re.compile(rf"[-+]?\s*(?:#|{_WORDS})", re.I)),
    "${": _Form("${", "}", _NEVER, nests="{"),
    "@{": _Form("@{", "}", _ALWAYS, nests="{"),
}
_PERCENT = lazy(r"%(?![0-9A-Fa-f]{2}%)[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*%")
_SINGLE = lazy(
    r"\{\s*(?:(?P<steers>(?:if|else|elseif|end|for|foreach)\b[^{}\n]*)|[$A-Za-z_][\w.]*(?:\s*[|:][^{}\n]*)?)\s*\}"
)

DIALECTS: dict[str, tuple[str, ...]] = {
    "auto": ("{{{", "{{", "{%", "{#", "<%", "*|", "[%", "${", "@{", "%"),
    "jinja": ("{{", "{%", "{#"),
    "liquid": ("{{", "{%"),
    "handlebars": ("{{{", "{{", "%"),
    "erb": ("<%",),
    "mailchimp": ("*|",),
    "unisender": ("{{",),
    "sendsay": ("[%",),
    "mindbox": ("${", "@{"),
    "altcraft": ("{",),
    "none": (),
}
"""Which tags each service writes. `altcraft` is asked for by name: its single braces are ordinary punctuation
elsewhere."""

_COMMENT_BLOCK = lazy(r"[-+]?\s*comment\b.*?\{%[-+]?\s*endcomment\b[^%]{0,40}%\}", re.DOTALL)
_QUOTED = lazy(r"(?<![\w\"'`])(?:\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`)")


def mask(text: str, dialect: str = "auto") -> Masked:
    """`text` with its template tags masked.

    Raises:
        ReadingError: nobody knows this dialect.
    """
    try:
        marks = DIALECTS[dialect]
    except KeyError:
        known = ", ".join(DIALECTS)
        message = "unknown template dialect '{dialect}'; these are known: {known}"
        raise ReadingError(Sentence(message, dialect=dialect, known=known)) from None
    marks = tuple(mark for mark in marks if mark in text)
    if not marks:
        return Masked(text)
    tags = _tags(text, marks, lenient=dialect == "unisender")
    if not tags:
        return Masked(text)
    pieces: list[str] = []
    at = 0
    for tag in tags:
        pieces.append(text[at : tag.start])
        pieces.append(_filled(text[tag.start : tag.end], TAG_FILLER if tag.kind == "output" else " "))
        at = tag.end
    pieces.append(text[at:])
    return Masked("".join(pieces), tuple(tags))


def _tags(text: str, marks: tuple[str, ...], *, lenient: bool) -> list[Tag]:
    opening = re.compile("|".join(re.escape(mark) for mark in marks))
    tags: list[Tag] = []
    ahead: dict[str, int] = {}
    at = 0
    while found := opening.search(text, at):
        start, mark = found.start(), found[0]
        tag = _read(text, start, mark, ahead, lenient=lenient)
        if tag is None and mark == "{{{":
            tag = _read(text, start, "{{", ahead, lenient=lenient)
        if tag is None:
            at = start + 1
        else:
            tags.append(tag)
            at = tag.end
    return tags


def _read(text: str, start: int, mark: str, ahead: dict[str, int], *, lenient: bool) -> Tag | None:
    if mark == "%":
        whole = _PERCENT.match(text, start)
        after_number = start > 0 and text[start - 1].isdigit()
        return Tag(start, whole.end(), "output") if whole and not after_number else None
    if mark == "{":
        single = _SINGLE.match(text, start)
        return Tag(start, single.end(), "control" if single["steers"] else "output") if single else None
    form = _FORMS[mark]
    inside = start + len(mark)
    if not _closes_soon(text, inside, form, ahead):
        return None
    close = _close(text, inside, form)
    if close is None:
        return None
    end = close + len(form.close)
    if mark == "{%" and text.find("endcomment", inside, inside + LONGEST_TAG) != -1:
        comment = _COMMENT_BLOCK.match(text, inside, inside + LONGEST_TAG)
        if comment:
            return Tag(start, comment.end(), "control")
    if form.steers.match(text, inside, close):
        return Tag(start, end, "control")
    return Tag(start, end, "output", tuple(fallbacks_in(text, inside, close, mark, lenient=lenient)))


def _closes_soon(text: str, inside: int, form: _Form, ahead: dict[str, int]) -> bool:
    """Whether a closing mark stands within reach; `ahead` remembers the next one of each kind, so that it is sought
    once."""
    known = ahead.get(form.close, -1)
    if known < inside:
        known = text.find(form.close, inside)
        ahead[form.close] = known = len(text) + LONGEST_TAG if known == -1 else known
    return known - inside < LONGEST_TAG


def _close(text: str, inside: int, form: _Form) -> int | None:
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
