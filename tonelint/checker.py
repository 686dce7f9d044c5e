"""The pipeline, from bytes to a report: read, match, rewrite, and say so in the reader's language.

The same checker stands behind every door. It never prints and keeps no state but the configuration and the compiled
rules.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from tonelint import sentences
from tonelint.config import Config, MessageLanguage, locale_language
from tonelint.model import CATEGORIES, SEVERITIES, Confidence, Document, Finding, Language, Problem, Report, Role

if TYPE_CHECKING:
    from datetime import datetime

    from tonelint.judging.facts import Facts
    from tonelint.judging.judge import Examined
    from tonelint.judging.judged import Judgement
    from tonelint.judging.suppressions import Silenced
    from tonelint.matching import Crash
    from tonelint.matching.memory import Memory
    from tonelint.reading import ReadingOptions
    from tonelint.ruleset import Ruleset

GivenFacts = Union["Facts", Mapping[str, Any], None]
"""Facts as `load_facts` reads them, or as plain data with the keys of `docs/facts.md`."""


class Checker:
    """Checks copy under one configuration; build it once and use it for every letter.

    Rules are loaded by the first check and may be shared between threads afterwards.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        facts: GivenFacts = None,
        clock: datetime | None = None,
        measures: bool = False,
        memory: Memory | None = None,
    ) -> None:
        """`facts` hold for every letter; `clock` is the time of the check, for letters that say no time of their own.

        With `measures` every report also says what the letter is like as a whole (`Report.measures`, see `measure`).
        With a `memory` paragraphs that were met before cost little; such a checker belongs to one thread.

        Raises:
            FactsError: the facts say something that facts cannot say.
        """
        self.config = config or Config()
        self.facts = _facts(facts) if facts is not None else _facts_in(self.config.facts)
        self._siblings: dict[str, Checker] = {}
        self.clock = clock
        self.measures = measures
        self.memory = memory

    def for_file(self, path: Path) -> Checker:
        """The checker for one file: this one, or one with the settings that the configuration has for such files.

        Raises:
            FactsError: those settings name facts that cannot be read.
        """
        config = self.config.for_file(path)
        if config is self.config:
            return self
        key = repr(config)
        if key not in self._siblings:
            facts = self.facts if config.facts == self.config.facts else None
            self._siblings[key] = Checker(
                config, facts=facts, clock=self.clock, measures=self.measures, memory=self.memory
            )
        return self._siblings[key]

    @cached_property
    def ruleset(self) -> Ruleset:
        """The compiled rules, the configured packs included.

        Raises:
            RuleError: a rule or lexicon file of a pack is not valid, or a word list of the configuration is not known.
            ConfigError: a pack has changed since it was locked.
        """
        from tonelint.ruleset import load

        if self.config.packs:
            from tonelint.ruleset.lock import hold

            hold(self.config.packs, self.config.source)
        return load(self.config.packs, lexicons=self.config.lexicons)

    @cached_property
    def rules(self) -> frozenset[str]:
        """The ids of the rules in force.

        Raises:
            ConfigError: the configuration names a rule that does not exist.
        """
        from tonelint.selection import rules_in_force

        return rules_in_force(self.config, self.ruleset)

    @cached_property
    def language(self) -> MessageLanguage:
        """The language of the messages."""
        return self.config.lang or locale_language(os.environ)

    def check_text(
        self,
        text: str,
        *,
        language: Language | None = None,
        role: Role = "body",
        format: str = "text",
        name: str = "<text>",
        facts: GivenFacts = None,
    ) -> Report:
        """Check a text that is already decoded. Positions in the report are code points of `text`.

        `language` overrules the recognised language; `role` is what a short text is (`cta`, `decline`, `subject`, …).

        Raises:
            ReadingError: `format` is not known, or the text is too long to check.
        """
        from tonelint.reading import read_text

        document = read_text(
            text, name, format=format, role=role, language=language, options=self.reading_options(language)
        )
        return self.check_document(document, facts=facts)

    def check_bytes(
        self,
        data: bytes,
        filename: str,
        *,
        format: str | None = None,
        language: Language | None = None,
        facts: GivenFacts = None,
    ) -> Report:
        """Check the contents of a file; `filename` tells the format unless `format` does.

        Raises:
            ReadingError: the bytes are not copy that can be read.
        """
        from tonelint.reading import read_bytes

        document = read_bytes(data, filename, format=format, options=self.reading_options(language))
        return self.check_document(document, facts=facts)

    def check_file(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | None = None,
        language: Language | None = None,
        facts: GivenFacts = None,
    ) -> Report:
        """Check a file on disk.

        Raises:
            ReadingError: the file is missing, forbidden, or not copy that can be read.
        """
        from tonelint.reading import read_file

        own = self.for_file(Path(path))
        document = read_file(Path(path), format=format, options=own.reading_options(language))
        return own.check_document(document, facts=facts)

    def check_document(self, document: Document, *, facts: GivenFacts = None) -> Report:
        """Check a document that has been read. A rule that fails is one problem; the others go on.

        `facts` about this letter take the place of the checker's own.

        Raises:
            FactsError: the facts say something that facts cannot say.
        """
        confidence = self.config.min_confidence
        examined = (
            self._examined(document, self._rules_and_counted, "low" if confidence == "low" else "medium", facts)
            if self.measures
            else self._examined(document, self.rules, confidence, facts)
        )
        judgement = examined.judged(self.rules, confidence)
        findings, crashes = self._told(judgement, document) if judgement.flagged or self.config.deep else ((), ())
        report = Report(
            name=document.name,
            findings=findings,
            claims=judgement.claims,
            problems=self._problems(document, judgement, (*judgement.crashes, *crashes)),
            language=_main_language(document),
            words=sum(len(segment.text.split()) for segment in document.segments if segment.role != "code"),
            measures=self._measured(examined) if self.measures else {},
        )
        return self._settled(report, document)

    def _settled(self, report: Report, document: Document) -> Report:
        """The report without what the team has accepted and what the writer's own comments silence."""
        if report.findings and self.config.accepted:
            from datetime import date

            from tonelint.judging.accepted import without_accepted

            today = self.clock.date() if self.clock else date.today()
            kept = without_accepted(report.findings, self.config.accepted, document, today, self.language)
            report = replace(report, findings=kept.findings, accepted=kept.count)
        if not any("tonelint" in part.text for part in document.parts):
            return report
        from tonelint.judging.suppressions import silenced

        read = silenced(report.findings, report.claims, document)
        if not (read.suppressions or read.strange):
            return report
        told = sorted(
            (*read.findings, *self._remarks(read, document)),
            key=lambda one: (next(n for n, part in enumerate(document.parts) if part.path == one.part), one.start),
        )
        return replace(report, findings=tuple(told), suppressed=read.count)

    def _remarks(self, read: Silenced, document: Document) -> Iterator[Finding]:
        """What is to be said about the writer's own comments, as far as the configuration wants to hear it."""
        from tonelint.judging.remarks import OWN_NAMES, remarks
        from tonelint.selection import names_in_force, severity_of

        known = frozenset((*self.ruleset.rules, *CATEGORIES, *OWN_NAMES))
        in_force = names_in_force(self.config, self.ruleset, self.rules)
        for one in remarks(
            read, document, self.language,
            known=known, in_force=in_force, require_reason=self.config.require_reason,
        ):  # fmt: skip
            severity = severity_of(one.rule, "internal", one.severity, self.config)
            told = SEVERITIES.index(severity) <= SEVERITIES.index(self.config.min_severity)
            if told and not {one.rule, "internal"} & set(self.config.ignore):
                yield replace(one, severity=severity)

    def measure(self, document: Document, *, facts: GivenFacts = None, deep: bool = False) -> Mapping[str, Any]:
        """What a letter is like as a whole: specificity, formulas, pressure, readability; see `docs/measures.md`.

        All stable rules that a measure counts are asked, whichever the configuration selects: a measure means the same
        everywhere. A claim that the facts bear out presses nobody.

        Args:
            deep: look for names with language models (about a second to load).

        Raises:
            FactsError: the facts say something that facts cannot say.
        """
        return self._measured(self._examined(document, self._counted, "medium", facts), deep=deep)

    def _examined(
        self, document: Document, rules: frozenset[str], confidence: Confidence, facts: GivenFacts
    ) -> Examined:
        """The document searched once, for findings, measures or both."""
        from tonelint.judging.judge import examined

        return examined(
            document,
            self.ruleset,
            rules=rules,
            confidence=confidence,
            facts=self.facts if facts is None else _facts(facts),
            clock=self.clock,
            memory=self.memory,
        )

    def _measured(self, examined: Examined, *, deep: bool = False) -> Mapping[str, Any]:
        """The measures of a document that was searched with the rules they count."""
        from tonelint.measures import measure

        judgement = examined.judged(self._counted, "medium")
        return measure(examined.found.context, [each.match for each in judgement.flagged], deep=deep)

    @cached_property
    def _counted(self) -> frozenset[str]:
        """The rules that measures count: all stable ones that press or know a formula."""
        from tonelint.measures.pressure import PRESSING

        kinds, statuses = self.ruleset.categories, self.ruleset.statuses
        return frozenset(
            rule for rule in kinds if kinds[rule] in (*PRESSING, "template") and statuses[rule] == "stable"
        )

    @cached_property
    def _rules_and_counted(self) -> frozenset[str]:
        """The rules in force and those that measures count."""
        return self.rules if self._counted <= self.rules else self.rules | self._counted

    def _told(self, judgement: Judgement, document: Document) -> tuple[tuple[Finding, ...], tuple[Crash, ...]]:
        """Findings with their rewrites, and rules whose rewrites failed.

        What they need is imported here, so that a clean letter never waits for it.
        """
        from tonelint.judging.findings import told
        from tonelint.matching import Crash
        from tonelint.rewriting import rewrites_for, style_of
        from tonelint.selection import severity_of

        found: list[Finding] = []
        crashes: list[Crash] = []
        style = style_of(document)
        given = judgement.known.facts.given if judgement.known else None
        for each in judgement.flagged:
            match, info = each.match, self.ruleset.info(each.match.rule)
            severity = severity_of(match.rule, info.category, each.severity or info.severity, self.config)
            if SEVERITIES.index(severity) <= SEVERITIES.index(self.config.min_severity):
                try:
                    rewrites = rewrites_for(match, document, info, given, style=style)
                except Exception as error:  # a fault in one rule's rewrites must not hide what it found
                    crashes.append(Crash(match.rule, match.segment, f"{type(error).__name__}: {error}"))
                    rewrites = ()
                found.append(
                    told(each, document, info, self.language, judgement.known, severity=severity, rewrites=rewrites)
                )
        if self.config.deep and self.config.min_severity == "advice":
            from tonelint.judging.findings import suggestion_finding
            from tonelint.matching.second_opinion import suggestions

            seen = (each.match for each in judgement.flagged)
            found += (suggestion_finding(each, document, self.language) for each in suggestions(document, seen))
        return tuple(found), tuple(crashes)

    def _problems(self, document: Document, judgement: Judgement, crashes: tuple[Crash, ...]) -> tuple[Problem, ...]:
        """What could not be read or checked, told in the language of the messages."""
        problems = (*document.problems, *judgement.problems)
        if crashes:
            from tonelint.judging.findings import crash_problems

            problems += crash_problems(crashes, document)
        return tuple(replace(problem, message=sentences.told(problem.message, self.language)) for problem in problems)

    def reading_options(self, language: Language | None = None) -> ReadingOptions:
        """How this checker's configuration wants documents to be read."""
        from tonelint.reading import ReadingOptions

        return ReadingOptions(
            template_dialect=self.config.template_dialect,
            language=language,
            column_roles=self.config.column_roles,
            template_tags=self.config.template_tags,
        )


def check_text(
    text: str,
    *,
    language: Language | None = None,
    role: Role = "body",
    format: str = "text",
    config: Config | None = None,
    facts: GivenFacts = None,
) -> Report:
    """Check one text; see `Checker.check_text`. Without `config` the defaults hold: no file on disk is consulted."""
    return _checker(config).check_text(text, language=language, role=role, format=format, facts=facts)


def check_bytes(
    data: bytes,
    filename: str,
    *,
    format: str | None = None,
    language: Language | None = None,
    config: Config | None = None,
    facts: GivenFacts = None,
) -> Report:
    """Check the contents of one file; see `Checker.check_bytes`."""
    return _checker(config).check_bytes(data, filename, format=format, language=language, facts=facts)


def check_file(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: Language | None = None,
    config: Config | None = None,
    facts: GivenFacts = None,
) -> Report:
    """Check one file on disk; see `Checker.check_file`."""
    return _checker(config).check_file(path, format=format, language=language, facts=facts)


def _checker(config: Config | None) -> Checker:
    return _default_checker() if config is None else Checker(config)


@cache
def _default_checker() -> Checker:
    return Checker()


def load_facts(path: str | os.PathLike[str]) -> Facts:
    """The facts in a YAML or JSON file, for `facts=` of the checks; `docs/facts.md` says what they may hold.

    Raises:
        FactsError: the file cannot be read, or says something that facts cannot say.
    """
    from tonelint.judging.facts_reading import load_facts

    return load_facts(Path(path))


def _facts(given: GivenFacts) -> Facts | None:
    """The facts, checked; what was read already passes as it is."""
    if given is None:
        return None
    from tonelint.judging.facts import Facts
    from tonelint.judging.facts_reading import parse_facts

    return given if isinstance(given, Facts) else parse_facts(given)


def _facts_in(path: Path | None) -> Facts | None:
    """The facts in the file that the configuration names."""
    if path is None:
        return None
    from tonelint.judging.facts_reading import load_facts

    return load_facts(path)


def _main_language(document: Document) -> Language:
    """The language that most of the copy is written in."""
    lengths: dict[Language, int] = {"und": 0}
    for segment in document.segments:
        lengths[segment.language] = lengths.get(segment.language, 0) + (segment.language != "und") * len(segment.text)
    return max(lengths, key=lambda language: lengths[language]) if any(lengths.values()) else "und"
