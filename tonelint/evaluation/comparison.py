"""What a change of rules did: the findings that came and went between two evaluations, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tonelint.evaluation.corpus import EvaluationError
from tonelint.evaluation.scores import Judged

Key = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """Findings that an evaluation has and an older one had not, and the other way round: `(file, line, rule, text)`."""

    added: tuple[tuple[str, int, str, str], ...]
    removed: tuple[tuple[str, int, str, str], ...]


def as_data(judged: Iterable[Judged]) -> list[dict[str, Any]]:
    """Judged rows as JSON-ready data, rows without findings and surprises left out."""
    return [
        {
            "file": item.row.file,
            "line": item.row.line,
            "label": item.row.label,
            "text": item.row.text,
            "outcome": item.outcome,
            "findings": [
                {"rule": f.rule, "severity": f.severity, "confidence": f.confidence, "words": f.words}
                for f in item.findings
            ],
        }
        for item in judged
        if item.findings or item.outcome == "missed"
    ]


def compare(old: Path, rows: list[dict[str, Any]]) -> Difference:
    """The difference between an earlier `eval --format json` and the rows of this one.

    Raises:
        EvaluationError: `old` is not the output of an evaluation.
    """
    try:
        given = json.loads(old.read_text(encoding="utf-8"))
        before = _findings(given["rows"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvaluationError("is not the JSON of an earlier 'tonelint eval --format json'", path=str(old)) from error
    after = _findings(rows)
    return Difference(
        tuple((*key, after[key]) for key in sorted(after.keys() - before.keys())),
        tuple((*key, before[key]) for key in sorted(before.keys() - after.keys())),
    )


def _findings(rows: Iterable[Mapping[str, Any]]) -> dict[Key, str]:
    return {(row["file"], row["line"], found["rule"]): row["text"] for row in rows for found in row["findings"]}
