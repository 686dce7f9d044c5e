"""`--format checkstyle`: the XML that many code review tools read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from tonelint.model import Severity
from tonelint.reporting.each import each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions
from tonelint.reporting.places import path_of
from tonelint.reporting.xml import clean, document

SEVERITY: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "info"}


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The findings as checkstyle XML, every checked file named."""
    root = Element("checkstyle", version="4.3")
    files = {path_of(each.report.name): None for each in outcome.checked}
    elements = {path: SubElement(root, "file", name=clean(path)) for path in files}
    for one in each_finding(outcome):
        SubElement(
            elements[one.path], "error",
            line=str(one.line), column=str(one.place.first.column if one.place.exact else 1),
            severity=SEVERITY[one.finding.severity], message=clean(one.words), source=f"tonelint.{one.finding.rule}",
        )  # fmt: skip
    for failed in outcome.unreadable:
        file = SubElement(root, "file", name=clean(failed.name))
        SubElement(
            file,
            "error",
            line=str(failed.line or 1),
            severity="error",
            message=clean(failed.message),
            source="tonelint",
        )
    return document(root)
