"""What is answered, as models for the OpenAPI document. Answers are built elsewhere; a test holds them to these."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tonelint.model import Applicability, ClaimStatus, Confidence, Evidence, Severity
from tonelint.server.problems import MEDIA_TYPE


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RewriteTold(_Answer):
    """A better line for `start..end`; an empty text leaves the words out. `needs` are the facts it asks for, `reads` is
    the whole sentence as it would then read."""

    text: str
    applicability: Applicability
    start: int
    end: int
    needs: list[str]
    reads: str


class FindingTold(_Answer):
    """A place that costs trust, why, and what to write instead. Lines and columns count from 1, in code points."""

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
    role: str
    language: str
    rewrites: list[RewriteTold]
    part: str = Field(description="Empty for the body; `subject`, `preheader`, or the part of an .eml.")
    address: str


class ClaimTold(_Answer):
    """Something checkable that the letter says, and whether the facts bear it out."""

    model_config = ConfigDict(extra="allow")

    kind: str
    value: float | str | None
    unit: str
    words: str
    start: int
    end: int
    status: ClaimStatus
    fact: str


class ProblemTold(_Answer):
    """Something in the letter that could not be read or checked."""

    message: str
    line: int


class Part(_Answer):
    """A decoded part of the letter; positions count in its text."""

    path: str
    text: str


class Meta(_Answer):
    """Who checked, with which rules, and in how many milliseconds."""

    version: str
    ruleset: str
    language: str
    words: int
    ms: float


class Checked(_Answer):
    """What a check found."""

    verdict: Literal["send", "review", "stop"]
    flagged: bool
    categories: dict[str, int]
    findings: list[FindingTold]
    claims: list[ClaimTold]
    measures: dict[str, Any]
    problems: list[ProblemTold]
    meta: Meta


class CheckAnswer(Checked):
    """The answer of `POST /v1/check`."""

    parts: list[Part] | None = None


class Edit(_Answer):
    """`old`, at `start..end` of the part as it was sent, became `new`."""

    part: str
    start: int
    end: int
    old: str
    new: str


class AppliedTold(_Answer):
    """A rewrite that was applied."""

    rule: str
    part: str
    applicability: Applicability
    old: str
    new: str


class LeftTold(_Answer):
    """A finding that stays, and what stands in the way."""

    rule: str
    part: str
    excerpt: str
    obstacle: str


class RewriteAnswer(Checked):
    """The letter as rewritten, under the names of the fields it came in, and what a check of it finds now."""

    text: str | None = None
    html: str | None = None
    markdown: str | None = None
    eml_base64: str | None = None
    file_base64: str | None = None
    subject: str | None = None
    preheader: str | None = None
    edits: list[Edit]
    applied: list[AppliedTold]
    left: list[LeftTold]


class SeriesLetterTold(_Answer):
    """A letter in its series; `pressure` counts pressing places per 100 words."""

    model_config = ConfigDict(extra="allow")

    name: str
    sent_at: str
    subject: str
    words: int
    pressure: float
    findings: list[FindingTold]


class SeriesMeta(_Answer):
    """Who checked, with which rules, and in how many milliseconds."""

    version: str
    ruleset: str
    ms: float


class SeriesAnswer(_Answer):
    """The letters in order, and the greatest number of them within seven days."""

    model_config = ConfigDict(extra="allow")

    letters: list[SeriesLetterTold]
    max_per_week: int
    busiest: int
    meta: SeriesMeta


class RuleBrief(_Answer):
    """A rule and its standing."""

    id: str
    category: str
    title: str
    severity: Severity
    confidence: Confidence
    evidence: Evidence
    status: str
    languages: list[str]
    roles: list[str]
    in_force: bool


class RulesAnswer(_Answer):
    """All rules, and the digest of the rule set they belong to."""

    ruleset: str
    rules: list[RuleBrief]


class RuleAnswer(RuleBrief):
    """A rule with its texts, examples and sources."""

    message: str
    why: str
    see: dict[str, Any]
    examples: dict[str, dict[str, list[str]]]


class HealthAnswer(_Answer):
    """The process is up."""

    status: Literal["ok"]
    version: str


class ReadyAnswer(_Answer):
    """The workers are warm."""

    status: Literal["ready"]
    workers: int
    waiting: int


class ProblemDetails(BaseModel):
    """RFC 9457 problem details. `partial` and `findings` come with a check that took too long."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    detail: str
    request_id: str | None = None


_PROBLEM = {"content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}}

PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: {"description": "The body is not valid JSON.", **_PROBLEM},
    401: {"description": "An API key is needed.", **_PROBLEM},
    404: {"description": "There is nothing here.", **_PROBLEM},
    408: {"description": "The body took too long to arrive.", **_PROBLEM},
    413: {"description": "The request is too large.", **_PROBLEM},
    415: {"description": "Another media type is expected.", **_PROBLEM},
    421: {"description": "The service does not go by this name.", **_PROBLEM},
    422: {"description": "The request or the letter is not valid.", **_PROBLEM},
    429: {"description": "Too many letters; see Retry-After.", **_PROBLEM},
    500: {"description": "A fault of ours.", **_PROBLEM},
    503: {"description": "Busy, starting, or out of time (then with partial: true).", **_PROBLEM},
}
"""What may be answered instead, in the words of the OpenAPI document."""
