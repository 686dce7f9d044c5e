"""`--format jsonl`: one finding a line, for streams and for `jq`; files that could not be checked come last.

Each line says what it is in `kind`: `finding`, `problem` (a file read only in part) or `unreadable`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from tonelint.reporting.outcome import Outcome, RenderOptions


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The outcome as JSON lines; empty when there is nothing to tell."""
    return "".join(json.dumps(line, ensure_ascii=False, default=str) + "\n" for line in _lines(outcome))


def _lines(outcome: Outcome) -> Iterator[Mapping[str, Any]]:
    for each in outcome.checked:
        for finding in each.report.findings:
            yield {"kind": "finding", "file": each.report.name, **asdict(finding)}
    for each in outcome.checked:
        for problem in each.report.problems:
            yield {"kind": "problem", "file": each.report.name, **asdict(problem)}
    for failure in outcome.unreadable:
        yield {"kind": "unreadable", "file": failure.name, "message": failure.message, "line": failure.line}
