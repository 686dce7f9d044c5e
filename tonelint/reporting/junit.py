"""`--format junit`: a test suite a file, a failed case a finding; a file without findings is one passed case."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from tonelint.reporting.each import Told, each_finding
from tonelint.reporting.outcome import Outcome, RenderOptions
from tonelint.reporting.places import path_of
from tonelint.reporting.xml import clean, document


def render(outcome: Outcome, options: RenderOptions) -> str:
    """The outcome as JUnit XML, the dialect that Jenkins and GitLab read."""
    by_path: dict[str, list[Told]] = {path_of(each.report.name): [] for each in outcome.checked}
    for one in each_finding(outcome):
        by_path[one.path].append(one)
    found = sum(map(len, by_path.values()))
    cases = sum(max(1, len(told)) for told in by_path.values()) + len(outcome.unreadable)
    root = Element(
        "testsuites", name="tonelint", tests=str(cases), failures=str(found), errors=str(len(outcome.unreadable))
    )
    for path, told in by_path.items():
        suite = _suite(root, path, max(1, len(told)), failures=len(told))
        for one in told:
            place = f"{one.line}:{one.place.first.column}" if one.place.exact else f"{one.line}"
            case = SubElement(suite, "testcase", classname=clean(path), name=clean(f"{one.finding.rule} ({place})"))
            failure = SubElement(case, "failure", message=clean(one.words), type=one.finding.severity)
            failure.text = clean(_details(one, place))
        if not told:
            SubElement(suite, "testcase", classname=clean(path), name="tonelint")
    for failed in outcome.unreadable:
        suite = _suite(root, failed.name, 1, errors=1)
        case = SubElement(suite, "testcase", classname=clean(failed.name), name="tonelint")
        SubElement(case, "error", message=clean(failed.message), type="not checked")
    return document(root)


def _suite(root: Element, name: str, tests: int, *, failures: int = 0, errors: int = 0) -> Element:
    counts = {"tests": str(tests), "failures": str(failures), "errors": str(errors)}
    return SubElement(root, "testsuite", {"name": clean(name), **counts})


def _details(one: Told, place: str) -> str:
    lines = [f"{one.path}:{place}", one.finding.excerpt, one.finding.why]
    return "\n".join(
        [*lines, *(f"→ {rewrite.text.strip()}" for rewrite in one.finding.rewrites if rewrite.text.strip())]
    )
