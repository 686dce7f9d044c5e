"""`--format json`: everything that is known, for programs. The schema is `docs/report.schema.json`."""

from __future__ import annotations

import json
from dataclasses import asdict

from tonelint.reporting.outcome import Outcome, RenderOptions, summarise

VERSION = 1
"""Raised when a reader of the old document would misread the new one; added keys do not raise it."""


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The outcome as one JSON document, indented, non-ASCII text as it is."""
    from tonelint import __version__

    document = {
        "version": VERSION,
        "tool": {"name": "tonelint", "version": __version__, "rules": outcome.rules_digest},
        "language": options.language,
        "files": [each.report.to_dict() for each in outcome.checked],
        "unreadable": [asdict(failure) for failure in outcome.unreadable],
        "skipped": list(outcome.skipped),
        "summary": asdict(summarise(outcome)),
    }
    return json.dumps(document, ensure_ascii=False, indent=2, default=str) + "\n"
