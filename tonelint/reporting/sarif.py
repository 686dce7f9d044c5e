"""`--format sarif`: SARIF 2.1.0, for code scanning and for whatever else collects results.

See https://docs.oasis-open.org/sarif/sarif/v2.1.0/. Columns count code points, and the log says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from tonelint.model import Severity
from tonelint.reporting.each import Told, each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions
from tonelint.reporting.places import Spot, Where, path_of
from tonelint.ruleset import RuleInfo

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "note"}
PRECISION = {"high": "high", "medium": "medium", "low": "low"}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The outcome as a SARIF log of one run."""
    from tonelint import __version__

    found = list(each_finding(outcome))
    ids = sorted({one.finding.rule for one in found})
    run = {
        "tool": {
            "driver": {
                "name": "tonelint",
                "semanticVersion": __version__,
                "rules": [_rule(rule, outcome.rules, found, options.language) for rule in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder that tonelint was run in."}}},
        "invocations": [_invocation(outcome)],
        "artifacts": [{"location": _location(path_of(each.report.name))} for each in outcome.checked],
        "results": [_result(one, ids.index(one.finding.rule)) for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: str, infos: Mapping[str, RuleInfo], found: list[Told], language: str) -> dict[str, Any]:
    first = next(one.finding for one in found if one.finding.rule == rule)
    info = infos.get(rule)
    title = info.title[language] if info else rule
    severity = info.severity if info else first.severity
    return {
        "id": rule,
        "name": "".join(word.capitalize() for word in rule.replace("/", "-").split("-")),
        "shortDescription": {"text": title},
        "fullDescription": {"text": first.why or title},
        "help": {"text": first.why or title, "markdown": f"**{title}**\n\n{first.why}"},
        "defaultConfiguration": {"level": LEVEL[severity]},
        "properties": {"tags": [first.category], "precision": PRECISION[info.confidence if info else first.confidence]},
    }


def _result(one: Told, index: int) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _location(one.path)}
    if one.place.exact:
        physical["region"] = {**_region(one.place.first, one.place.last), "snippet": {"text": one.finding.excerpt}}
    elif one.place.near:
        physical["region"] = {"startLine": one.place.near}
    location: dict[str, Any] = {"physicalLocation": physical}
    inner = "/".join(piece for piece in (one.finding.part, one.finding.address) if piece)
    if inner:
        location["logicalLocations"] = [{"fullyQualifiedName": inner}]
    result: dict[str, Any] = {
        "ruleId": one.finding.rule,
        "ruleIndex": index,
        "level": LEVEL[one.finding.severity],
        "message": {"text": one.finding.message},
        "locations": [location],
        "partialFingerprints": {"tonelint/v1": one.identity},
    }
    fixes = _fixes(one, one.place)
    return {**result, "fixes": fixes} if fixes else result


def _fixes(one: Told, place: Where) -> list[dict[str, Any]]:
    """The rewrites that can be written exactly as they stand."""
    return [
        {
            "description": {"text": rewrite.text.strip() or one.finding.message},
            "artifactChanges": [
                {
                    "artifactLocation": _location(one.path),
                    "replacements": [
                        {
                            "deletedRegion": _region(change.first, change.last),
                            **({"insertedContent": {"text": change.text}} if change.text else {}),
                        }
                        for change in changes
                    ],
                }
            ],
        }
        for rewrite, changes in zip(one.finding.rewrites, place.changes, strict=False)
        if changes
    ]


def _invocation(outcome: Outcome) -> dict[str, Any]:
    """Whether everything was checked; what was not is a notification."""
    partly = [
        (each.report.name, problem.message, problem.line)
        for each in outcome.checked
        for problem in each.report.problems
    ]
    told = [*partly, *((failure.name, failure.message, failure.line) for failure in outcome.unreadable)]
    notifications = []
    for name, message, line in told:
        notification: dict[str, Any] = {"level": "error", "message": {"text": message}}
        if name:
            physical: dict[str, Any] = {"artifactLocation": _location(path_of(name))}
            if line:
                physical["region"] = {"startLine": line}
            notification["locations"] = [{"physicalLocation": physical}]
        notifications.append(notification)
    return {"executionSuccessful": not told, **({"toolExecutionNotifications": notifications} if told else {})}


def _location(path: str) -> dict[str, str]:
    """A relative path counts from the folder of the run; an absolute one is a file URI."""
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{quote(path, safe='/:')}"}
    return {"uri": quote(path), "uriBaseId": "SRCROOT"}


def _region(first: Spot, last: Spot) -> dict[str, int]:
    return {
        "startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column,
    }  # fmt: skip
