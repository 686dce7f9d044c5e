"""What is done with one letter, from the validated body of a request to the data of its answer. No HTTP here.

Runs in a worker process; one `Desk` answers for the life of the process and keeps nothing of a letter.
"""

from __future__ import annotations

import copy
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from tonelint import __version__
from tonelint.checker import Checker
from tonelint.config import Config
from tonelint.model import Document, Finding, Part, Report
from tonelint.server.early import beginning, certain
from tonelint.server.letters import document_of
from tonelint.server.positions import Utf16
from tonelint.server.settings import Level
from tonelint.server.verdict import verdict

_KEPT_CHECKERS = 64

Partly = Callable[[dict[str, Any]], None]
"""Takes what is known early."""


class Desk:
    """Answers requests under one configuration; requests may narrow it, and each narrowing has its own checker."""

    def __init__(self, config: Config, *, stop_on: Level, review_on: Level) -> None:
        self._config = config
        self._stop_on = stop_on
        self._review_on = review_on
        self._checkers: OrderedDict[tuple[Any, ...], Checker] = OrderedDict()

    def checker(self, letter: Mapping[str, Any]) -> Checker:
        """The checker for what a request selects.

        Raises:
            ConfigError: it names a rule that does not exist.
        """
        select, ignore = tuple(letter.get("select") or ()), tuple(letter.get("ignore") or ())
        key = (select, ignore, letter.get("min_severity"), letter.get("lang"))
        known = self._checkers.get(key)
        if known is None:
            config = replace(
                self._config,
                select=select or self._config.select,
                ignore=(*self._config.ignore, *ignore),
                min_severity=letter.get("min_severity") or self._config.min_severity,
                lang=letter.get("lang") or self._config.lang,
                source=None,
            )
            known = Checker(config)
            known.rules  # noqa: B018  a name that is no rule is told before anything is kept
            self._checkers[key] = known
            if len(self._checkers) > _KEPT_CHECKERS:
                self._checkers.popitem(last=False)
        self._checkers.move_to_end(key)
        return known

    def check(self, letter: Mapping[str, Any], partly: Partly = lambda told: None) -> dict[str, Any]:
        """The answer of `POST /v1/check`; `partly` is given the findings in the beginning of a long letter."""
        started = time.perf_counter()
        checker, document = self.read(letter)
        first = beginning(document)
        utf16 = letter.get("offsets") == "utf-16"
        if first is not None:
            report = checker.check_document(first, facts=letter.get("facts"))
            known = certain(report.findings, checker.ruleset)
            partly({"findings": self.told(replace(report, findings=known), document, utf16=utf16)["findings"]})
        checker.measures = bool(letter.get("measures"))
        report = checker.check_document(document, facts=letter.get("facts"))
        return {
            **self.told(report, document, utf16=utf16),
            **({"parts": [_part(part) for part in document.parts]} if letter.get("parts") else {}),
            "meta": self.meta(checker, report, started),
        }

    def rewrite(self, letter: Mapping[str, Any], partly: Partly = lambda told: None) -> dict[str, Any]:
        """The answer of `POST /v1/rewrite`; never in parts."""
        del partly
        from tonelint.server.rewriting import rewritten

        started = time.perf_counter()
        checker, _ = self.read(letter)
        utf16 = letter.get("offsets") == "utf-16"
        made = rewritten(letter, checker, utf16=utf16)
        document = document_of({**letter, **made.fields}, checker.reading_options(letter.get("language")))
        report = checker.check_document(document, facts=letter.get("facts"))
        return {
            **made.fields,
            "edits": made.edits,
            "applied": made.applied,
            "left": made.left,
            **self.told(report, document, utf16=utf16),
            "meta": self.meta(checker, report, started),
        }

    def series(self, asked: Mapping[str, Any], partly: Partly = lambda told: None) -> dict[str, Any]:
        """The answer of `POST /v1/series`; never in parts."""
        del partly
        from tonelint.server.campaigns import series_of

        started = time.perf_counter()
        checker = self.checker({"lang": asked.get("lang")})
        told = series_of(asked, checker).to_dict()
        ms = round((time.perf_counter() - started) * 1000, 2)
        return {**told, "meta": {"version": __version__, "ruleset": checker.ruleset.digest, "ms": ms}}

    def report(self, letter: Mapping[str, Any], partly: Partly = lambda told: None) -> str:
        """The answer of `POST /v1/report`: a page of HTML."""
        del partly
        from tonelint.reporting import Outcome, RenderOptions, checked, render

        checker, document = self.read(letter)
        checker.measures = True
        document = replace(document, name=letter.get("file_name") or letter.get("subject") or "tonelint")
        report = checker.check_document(document, facts=letter.get("facts"))
        outcome = Outcome((checked(report, document),), rules_digest=checker.ruleset.digest)
        return render(outcome, RenderOptions(language=checker.language), "html")

    def languagetool(self, asked: Mapping[str, Any], partly: Partly = lambda told: None) -> dict[str, Any]:
        """The answer of `/v2/check`; never in parts."""
        del partly
        from tonelint.server.languagetool.matches import answer

        return answer(asked, self.checker)

    def read(self, letter: Mapping[str, Any]) -> tuple[Checker, Document]:
        """The letter, and the checker for it, which knows what time it is now."""
        checker = copy.copy(self.checker(letter))
        checker.clock = datetime.now().astimezone()
        return checker, document_of(letter, checker.reading_options(letter.get("language")))

    def told(self, report: Report, document: Document, *, utf16: bool) -> dict[str, Any]:
        """A report as the service tells it."""
        count = offsets_of(document) if utf16 else {}
        return {
            "verdict": verdict(
                (finding.severity for finding in report.findings), stop_on=self._stop_on, review_on=self._review_on
            ),
            "flagged": bool(report.findings),
            "categories": dict(Counter(finding.category for finding in report.findings)),
            "findings": [told_finding(finding, count.get(finding.part)) for finding in report.findings],
            "claims": [_moved(asdict(claim), count.get(claim.part)) for claim in report.claims],
            "measures": dict(report.measures),
            "problems": [asdict(problem) for problem in report.problems],
        }

    def meta(self, checker: Checker, report: Report, started: float) -> dict[str, Any]:
        """Who checked, with which rules, and how long it took in milliseconds."""
        return {
            "version": __version__,
            "ruleset": checker.ruleset.digest,
            "language": report.language,
            "words": report.words,
            "ms": round((time.perf_counter() - started) * 1000, 2),
        }


def offsets_of(document: Document) -> dict[str, Callable[[int], int]]:
    """For each part of a document, what turns its code point positions into UTF-16 ones."""
    return {part.path: Utf16(part.text).units for part in document.parts}


def told_finding(finding: Finding, count: Callable[[int], int] | None) -> dict[str, Any]:
    """A finding as JSON-ready data, its positions and those of its rewrites counted by `count`."""
    told = asdict(finding)
    told["rewrites"] = [_moved(rewrite, count) for rewrite in told["rewrites"]]
    return _moved(told, count)


def _moved(told: dict[str, Any], count: Callable[[int], int] | None) -> dict[str, Any]:
    if count is not None:
        told["start"], told["end"] = count(told["start"]), count(told["end"])
    return told


def _part(part: Part) -> dict[str, Any]:
    return {"path": part.path, "text": part.text}
