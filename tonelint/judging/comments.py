"""The comments by which a writer tells tonelint something: found on the source text, in any comment syntax.

    <!-- tonelint: ignore[scarcity/stock-left] counted every morning -->
    {# tonelint: ignore-start[urgency] #} … {# tonelint: ignore-end #}
    # tonelint: ignore-next-line[hype] the name of the product

Only their grammar is known here; what they silence is decided in `suppressions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Part

Verb = Literal["ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file"]
VERBS: tuple[Verb, ...] = ("ignore", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file")

MARK = "tonelint:"
LONGEST = 2000
"""Code points: a comment that is not closed within this stretch is none."""

_CLOSING = {
    "<!--": "-->",
    "{#": "#}",
    "{{!--": "--}}",
    "{{!": "}}",
    "<%#": "%>",
    "/*": "*/",
    "{%": "%}",
    '"//"': '"',
}
"""Comments that are closed by a mark; `"//"` is the key that people write remarks under in JSON."""
_OPENING = lazy(
    r"(?:(?P<closed><!--+|\{#-?|\{\{!--|\{\{!|<%#|/\*+|\{%-?\s*comment\s*-?%\}|\"//\"\s*:\s*\")"
    r"|(?:^|(?<=\s))(?P<line>//+|\#[.,|~]?|;+|!))[ \t]*$"
)
_BODY = lazy(r"\s*(?P<verb>[A-Za-z-]*)\s*(?:\[(?P<names>[^\]]*)\])?\s*(?P<reason>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment for tonelint: `start..end` of its part's text, what it asks for, for which rules, and why.

    `problem` says what is wrong with one that cannot be understood: an unknown verb, or no rules in brackets.
    """

    start: int
    end: int
    verb: str
    names: tuple[str, ...]
    reason: str
    problem: Literal["", "verb", "names"] = ""


def comments_in(part: Part, format: str = "") -> tuple[Comment, ...]:
    """The comments for tonelint in one part, in order. In Markdown those inside `code` are examples, not comments."""
    text = part.text
    found: list[Comment] = []
    at = text.find(MARK)
    while at != -1:
        comment = _comment(text, at)
        if comment and not (format == "markdown" and _in_code_span(text, comment.start)):
            found.append(comment)
        at = text.find(MARK, comment.end if comment else at + len(MARK))
    return tuple(found)


def is_comment(text: str) -> bool:
    """Whether `text` holds one comment for tonelint and nothing else but white space."""
    at = text.find(MARK)
    comment = _comment(text, at) if at != -1 else None
    return comment is not None and not (text[: comment.start] + text[comment.end :]).strip()


def renamed(source: str, names: tuple[str, ...]) -> str:
    """The text of a comment with other names in its brackets."""
    return re.sub(r"\[[^\]]*\]", lambda _: f"[{', '.join(names)}]", source, count=1)


def _comment(text: str, at: int) -> Comment | None:
    line_start = text.rfind("\n", 0, at) + 1
    lead = text[max(line_start, at - 60) : at]
    opened = _OPENING.search(lead)
    if opened is None:
        return None
    start = at - len(lead) + opened.start()
    inside = at + len(MARK)
    if opened["closed"]:
        mark = next(one for one in sorted(_CLOSING, key=len, reverse=True) if opened["closed"].startswith(one))
        close = text.find(_CLOSING[mark], inside, inside + LONGEST)
        if close == -1:
            return None
        end = close + len(_CLOSING[mark])
        if mark == "{%":
            whole = re.compile(r"\{%-?\s*endcomment\s*-?%\}").search(text, inside, inside + LONGEST)
            if whole is None:
                return None
            close, end = whole.span()
    else:
        line_end = text.find("\n", inside)
        close = end = len(text[:line_end].rstrip()) if line_end != -1 else len(text.rstrip())
    said = _BODY.fullmatch(text[inside:close].strip(" \t\r\n-"))
    if said is None:
        return None
    names = tuple(name.strip() for name in (said["names"] or "").split(",") if name.strip())
    reason = " ".join(said["reason"].split()).lstrip(":–—- ")
    verb = said["verb"].lower()
    problem: Literal["", "verb", "names"] = ""
    if verb not in VERBS:
        problem = "verb"
    elif not names and verb != "ignore-end":
        problem = "names"
    return Comment(start, end, verb, names, reason, problem)


def _in_code_span(text: str, at: int) -> bool:
    line_start = text.rfind("\n", 0, at) + 1
    return text.count("`", line_start, at) % 2 == 1
