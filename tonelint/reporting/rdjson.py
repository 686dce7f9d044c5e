"""`--format rdjson`: for reviewdog, which turns suggestions into one-click changes in a review.

Columns count the bytes of UTF-8 from 1. Only rewrites that can be written exactly as they stand are suggestions.
See https://github.com/reviewdog/reviewdog/tree/master/proto/rdf.
"""

from __future__ import annotations

import json
from typing import Any

from tonelint.model import Severity
from tonelint.reporting.each import Told, each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions
from tonelint.reporting.places import Spot

SEVERITY: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The findings as one DiagnosticResult."""
    document = {
        "source": {"name": "tonelint"},
        "diagnostics": [
            *(_diagnostic(one) for one in each_finding(outcome)),
            *(
                {"message": failure.message, "location": {"path": failure.name}, "severity": "ERROR"}
                for failure in outcome.unreadable
            ),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(one: Told) -> dict[str, Any]:
    location: dict[str, Any] = {"path": one.path}
    if one.place.exact:
        location["range"] = _range(one.place.first, one.place.last)
    elif one.place.near:
        location["range"] = {"start": {"line": one.place.near}}
    return {
        "message": one.words,
        "location": location,
        "severity": SEVERITY[one.finding.severity],
        "code": {"value": one.finding.rule},
        "suggestions": [
            {"range": _range(change.first, change.last), "text": change.text}
            for changes in one.place.changes
            if len(changes) == 1  # a suggestion is one stretch; several would be offered as alternatives
            for change in changes
        ],
    }


def _range(first: Spot, last: Spot) -> dict[str, Any]:
    return {"start": {"line": first.line, "column": first.byte}, "end": {"line": last.line, "column": last.byte}}
