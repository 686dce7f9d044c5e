"""`--format gitlab`: a Code Quality report. See https://docs.gitlab.com/ci/testing/code_quality/.

Fingerprints are unique within the report, or GitLab would show only one of several findings that are alike.
"""

from __future__ import annotations

import json

from tonelint.judging.identity import fingerprint
from tonelint.model import Severity
from tonelint.reporting.each import each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions

SEVERITY: dict[Severity, str] = {"error": "major", "warning": "minor", "advice": "info"}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The findings as a JSON array; a file that could not be checked is a blocker."""
    entries = [
        {
            "description": one.words,
            "check_name": one.finding.rule,
            "fingerprint": one.identity,
            "severity": SEVERITY[one.finding.severity],
            "location": {
                "path": one.path,
                "lines": {"begin": one.line, "end": one.last_line},
            },
        }
        for one in each_finding(outcome)
    ]
    entries += [
        {
            "description": failure.message,
            "check_name": "internal/not-checked",
            "fingerprint": fingerprint("not checked", failure.name, failure.message),
            "severity": "blocker",
            "location": {"path": failure.name, "lines": {"begin": failure.line or 1, "end": failure.line or 1}},
        }
        for failure in outcome.unreadable
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
