"""The data that travels through tonelint: frozen, plain, without I/O.

Bytes become a `Document` (reading); a document becomes `Match`es (matching), matches become `Finding`s and `Claim`s
(judging, rewriting), and all of that is one `Report` (reporting). Every position is counted in Unicode code points of a
*part's* decoded text: a file has one part with an empty path, a letter has one part for its headers and one for each
MIME
part that a reader sees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

Role = Literal[
    "subject", "preheader", "heading", "body", "cta", "decline", "unsubscribe", "fine-print", "quote", "code"
]
Language = Literal["ru", "en", "und"]
Severity = Literal["error", "warning", "advice"]
Confidence = Literal["high", "medium", "low"]
Evidence = Literal["text", "claim", "situation"]
Applicability = Literal["safe", "needs-fact", "idea"]
ClaimStatus = Literal["supported", "contradicted", "unsupported"]

ROLES: tuple[Role, ...] = (
    "subject", "preheader", "heading", "body", "cta", "decline", "unsubscribe", "fine-print", "quote", "code",
)  # fmt: skip
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")
CONFIDENCES: tuple[Confidence, ...] = ("high", "medium", "low")

CATEGORIES: tuple[str, ...] = (
    "scarcity", "urgency", "countdown", "fomo", "threat", "confirmshaming", "guilt", "shaming", "fear", "social-proof",
    "authority", "impersonation", "clickbait", "hype", "price", "continuity", "consent", "trick-wording", "obstruction",
    "retention-bait", "surveillance", "cadence", "context", "template", "opaque",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: code points, start included, end not."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where each code point of a segment's text came from in the source of its part.

    `runs` are `(text_start, source_start, text_length, source_length)`, ordered and without gaps in the text. A run of
    equal lengths maps one to one; a run of unequal lengths (an entity, a collapsed space, a decoded escape) is atomic:
    any piece of it stands for the whole.
    """

    runs: tuple[tuple[int, int, int, int], ...]

    @classmethod
    def identity(cls, start: int, length: int) -> SourceMap:
        """The map of text that stands in the source, character for character, from `start` on."""
        return cls(((0, start, length, length),))

    def span(self, start: int, end: int) -> Span:
        """The source stretch that produced `text[start:end]`; markup inside it is included, around it is not.

        Raises:
            ValueError: the stretch is empty or lies outside the text.
        """
        if not 0 <= start < end:
            raise ValueError(f"an empty or negative stretch has no source: {start}..{end}")
        return Span(self._edge(start, last=False), self._edge(end - 1, last=True))

    def _edge(self, at: int, *, last: bool) -> int:
        index = bisect_right(self.runs, at, key=lambda run: run[0]) - 1
        text_start, source_start, text_length, source_length = self.runs[index]
        inside = at - text_start
        if inside >= text_length:
            raise ValueError(f"position {at} lies outside the text")
        if text_length == source_length:
            return source_start + inside + last
        return source_start + (source_length if last else 0)


@dataclass(frozen=True, slots=True)
class Value:
    """A text that stands inside another format: a string of a catalogue, a cell of a table.

    `text` is what it says once the escapes of that format are undone, `source` the way from there back into the part.
    `format` is what the text itself is written in: `text`, `markdown` or `html`. `spelling` names how words are written
    into its place (a name of `rewriting.spellings`; empty where nothing is written).
    """

    text: str
    source: SourceMap
    format: str = "text"
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of copy that is read in one breath: a paragraph, a heading, a button, a subject line.

    `text` is what the reader sees: entities decoded, tags gone, template tags replaced by as many `TAG_FILLER`
    characters.
    White space stands as in the source. `element` is the lower-case markup name (`p`, `button`, `a`, `title`, `li`, …;
    empty
    in plain text); `block` numbers the enclosing block, so that an accept and a decline button side by side know of
    each
    other; `address` says where the segment is when line and column are not enough (`Sheet1!B2`,
    `emails.welcome.subject`). A segment of a catalogue or a table stands in a `value`, and `within` maps its text to
    the text of that value.
    """

    text: str
    role: Role
    language: Language
    source: SourceMap
    part: int = 0
    element: str = ""
    href: str = ""
    block: int = 0
    address: str = ""
    value: Value | None = None
    within: SourceMap | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """A piece of markup that structure checks look at: its name, attributes, place and visible text."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    start: int
    end: int
    text: str = ""
    part: int = 0


@dataclass(frozen=True)
class Part:
    """One decoded source text of a file.

    `path` is empty for an ordinary file and names the MIME part otherwise (`headers`, `text/html[2]`). `byte_start` and
    `byte_end` say which bytes of the file hold the part; `writable` is false for base64, quoted-printable and
    everything else that has to be decoded first. `packed` says that the text was taken out of a packed file (a Word
    document, a workbook): its lines are nobody else's lines.
    """

    text: str
    path: str = ""
    encoding: str = "utf-8"
    byte_start: int = 0
    byte_end: int = 0
    writable: bool = True
    packed: bool = False

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at != -1:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset`, both from 1, the column in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1) without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or checked: one clear sentence, with its place when there is one."""

    message: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A file, a letter or a pasted text, ready to be checked.

    `left_out` says, a sentence each, what of it was left unread on purpose.
    """

    name: str
    format: str
    parts: tuple[Part, ...]
    segments: tuple[Segment, ...]
    headers: Mapping[str, str] = field(default_factory=dict)
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    elements: tuple[Element, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A better line: what `part[start:end]` could say instead. An empty text deletes the stretch.

    `needs` names the facts that are still missing from `text` as `{slots}`; a `safe` rewrite needs none. `reads` is the
    whole sentence as a reader would then find it; empty when nothing of it is left.
    """

    text: str
    applicability: Applicability
    start: int
    end: int
    needs: tuple[str, ...] = ()
    reads: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something checkable that the letter says: a stock, a deadline, a count, a price.

    `value` is a number, or an ISO 8601 text for a time; `fact` names the key of the facts that supports or contradicts
    it.
    """

    kind: str
    value: float | str | None
    unit: str
    words: str
    start: int
    end: int
    status: ClaimStatus
    fact: str
    line: int = 0
    column: int = 0
    part: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that costs trust, why, and what to write instead.

    `start` and `end` count code points of the decoded part named by `part` (empty for an ordinary file); lines and
    columns
    count from 1. `excerpt` is the flagged words as the reader sees them, white space collapsed.
    """

    rule: str
    category: str
    severity: Severity
    confidence: Confidence
    evidence: Evidence
    message: str
    why: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str
    role: Role
    language: Language
    rewrites: tuple[Rewrite, ...] = ()
    part: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a check of one document found.

    `suppressed` counts the findings that a comment in the copy silences, `accepted` those in accepted phrases,
    `baselined`
    those that a baseline knows.
    """

    name: str
    findings: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()
    measures: Mapping[str, Any] = field(default_factory=dict)
    language: Language = "und"
    words: int = 0
    suppressed: int = 0
    accepted: int = 0
    baselined: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready data; the schema is `docs/report.schema.json`."""
        from dataclasses import asdict

        return asdict(self)


TAG_FILLER = "\ue000"
"""Stands for one code point of a template tag in a segment's text."""

FACTS_KEY = "tonelint"
"""Under which key of its front matter a letter carries facts of its own."""
