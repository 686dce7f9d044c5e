"""`--format github`: workflow commands, which GitHub shows beside the changed lines.

GitHub keeps ten annotations of each level from one step and drops the rest without a word. The first ten are sent as
annotations; the others stand in the log, and one notice counts them all.
See https://docs.github.com/actions/reference/workflow-commands-for-github-actions.
"""

from __future__ import annotations

from collections import Counter

from tonelint.model import Severity
from tonelint.reporting.each import Told, each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import counted, say

KEPT = 10
LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """Annotations, and, when there are more than GitHub keeps, a group of log lines and a notice that counts."""
    found = list(each_finding(outcome))
    room = Counter({"error": KEPT, "warning": KEPT, "notice": KEPT})
    too_many = any(count > KEPT for count in Counter(LEVELS[one.finding.severity] for one in found).values())
    room["notice"] -= too_many
    lines, rest = [], []
    for one in found:
        level = LEVELS[one.finding.severity]
        room[level] -= 1
        if room[level] >= 0:
            lines.append(_annotation(level, one))
        else:
            rest.append(shown(f"{one.path}:{one.line}: {one.finding.rule}: {one.words}"))
    for failure in outcome.unreadable:
        at = f" file={_property(failure.name)},line={failure.line or 1}," if failure.name else " "
        lines.append(f"::error{at}title=tonelint::{_data(failure.message)}")
    if too_many:
        files = counted(len({one.path for one in found}), "file", options.language)
        rules = ", ".join(f"{rule} {count}" for rule, count in Counter(one.finding.rule for one in found).most_common())
        total = say(
            "annotated", options.language, findings=counted(len(found), "finding", options.language), files=files
        )
        lines.append(f"::notice title=tonelint::{_data(f'{total} {rules}')}")
        lines += [f"::group::{_data(say('in-the-log', options.language, count=len(rest)))}", *rest, "::endgroup::"]
    return "".join(f"{line}\n" for line in lines)


def _annotation(level: str, one: Told) -> str:
    first, last = one.place.first, one.place.last
    at = [f"file={_property(one.path)}", f"line={one.line}"]
    if one.place.exact:
        at += [f"endLine={last.line}"]
        if first.line == last.line:  # columns are refused across lines
            at += [f"col={first.column}", f"endColumn={last.column}"]
    at.append(f"title={_property(one.finding.rule)}")
    better = one.finding.rewrites[0].text.strip() if one.finding.rewrites else ""
    words = f"{one.words}\n→ {better}" if better else one.words
    return f"::{level} {','.join(at)}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
