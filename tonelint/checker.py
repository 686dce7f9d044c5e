"""The pipeline, from bytes to a report: read, match, rewrite, and say so in the reader's language.

The same checker stands behind every door. It never prints and keeps no state but the configuration and the compiled rules.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tonelint.config import Config, MessageLanguage, locale_language
from tonelint.model import SEVERITIES, Document, Finding, Language, Report, Role

if TYPE_CHECKING:
    from tonelint.matching import Crash, Match
    from tonelint.reading import ReadingOptions
    from tonelint.ruleset import Ruleset


class Checker:
    """Checks copy under one configuration; build it once and use it for every letter.

    Rules are loaded by the first check and may be shared between threads afterwards.
    """

    def __init__(self, config: Config | None = None, *, facts: Mapping[str, Any] | None = None) -> None:
        self.config = config or Config()
        self.facts = facts

    @cached_property
    def ruleset(self) -> Ruleset:
        """The compiled rules, the configured packs included.

        Raises:
            RuleError: a rule or lexicon file of a pack is not valid.
        """
        from tonelint.ruleset import load

        return load(self.config.packs)

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
    ) -> Report:
        """Check a text that is already decoded. Positions in the report are code points of `text`.

        `language` overrules the recognised language; `role` is what a short text is (`cta`, `decline`, `subject`, …).

        Raises:
            ReadingError: `format` is not known, or the text is too long to check.
        """
        from tonelint.reading import read_text

        document = read_text(text, name, format=format, role=role, language=language, options=self.reading_options(language))
        return self.check_document(document)

    def check_bytes(
        self,
        data: bytes,
        filename: str,
        *,
        format: str | None = None,
        language: Language | None = None,
    ) -> Report:
        """Check the contents of a file; `filename` tells the format unless `format` does.

        Raises:
            ReadingError: the bytes are not copy that can be read.
        """
        from tonelint.reading import read_bytes

        return self.check_document(read_bytes(data, filename, format=format, options=self.reading_options(language)))

    def check_file(
        self,
        path: str | os.PathLike[str],
        *,
        format: str | None = None,
        language: Language | None = None,
    ) -> Report:
        """Check a file on disk.

        Raises:
            ReadingError: the file is missing, forbidden, or not copy that can be read.
        """
        from tonelint.reading import read_file

        return self.check_document(read_file(Path(path), format=format, options=self.reading_options(language)))

    def check_document(self, document: Document) -> Report:
        """Check a document that has been read. A rule that crashes becomes one finding; the others go on."""
        return Report(
            name=document.name,
            findings=self._findings(document),
            problems=document.problems,
            language=_main_language(document),
            words=sum(len(segment.text.split()) for segment in document.segments if segment.role != "code"),
        )

    def _findings(self, document: Document) -> tuple[Finding, ...]:
        """Matches judged, rewritten and put into words, in reading order."""
        from tonelint.matching import match_document

        matches, crashes = match_document(
            document, self.ruleset, rules=self.rules, confidence=self.config.min_confidence
        )
        if not matches and not crashes:
            return ()
        return self._told(matches, crashes, document)

    def _told(self, matches: tuple[Match, ...], crashes: tuple[Crash, ...], document: Document) -> tuple[Finding, ...]:
        """Findings with their rewrites; what they need is imported here, so that a clean letter never waits for it."""
        from tonelint.judging.findings import crash_finding, finding
        from tonelint.matching import Crash
        from tonelint.rewriting import rewrites_for, style_of
        from tonelint.selection import severity_of

        found = [crash_finding(crash, document, self.language) for crash in crashes]
        style = style_of(document)
        for match in matches:
            info = self.ruleset.info(match.rule)
            severity = severity_of(match.rule, info.category, info.severity, self.config)
            if SEVERITIES.index(severity) <= SEVERITIES.index(self.config.min_severity):
                try:
                    rewrites = rewrites_for(match, document, info, self.facts, style=style)
                except Exception as error:  # a fault in one rule's rewrites must not hide what it found
                    crash = Crash(match.rule, match.segment, f"{type(error).__name__}: {error}")
                    found.append(crash_finding(crash, document, self.language))
                    rewrites = ()
                found.append(finding(match, document, info, self.language, severity=severity, rewrites=rewrites))
        return tuple(found)

    def reading_options(self, language: Language | None = None) -> ReadingOptions:
        """How this checker's configuration wants documents to be read."""
        from tonelint.reading import ReadingOptions

        return ReadingOptions(template_dialect=self.config.template_dialect, language=language)


def check_text(
    text: str,
    *,
    language: Language | None = None,
    role: Role = "body",
    format: str = "text",
    config: Config | None = None,
) -> Report:
    """Check one text; see `Checker.check_text`. Without `config` the defaults hold: no file on disk is consulted."""
    return _checker(config).check_text(text, language=language, role=role, format=format)


def check_bytes(
    data: bytes,
    filename: str,
    *,
    format: str | None = None,
    language: Language | None = None,
    config: Config | None = None,
) -> Report:
    """Check the contents of one file; see `Checker.check_bytes`."""
    return _checker(config).check_bytes(data, filename, format=format, language=language)


def check_file(
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    language: Language | None = None,
    config: Config | None = None,
) -> Report:
    """Check one file on disk; see `Checker.check_file`."""
    return _checker(config).check_file(path, format=format, language=language)


def _checker(config: Config | None) -> Checker:
    return _default_checker() if config is None else Checker(config)


@cache
def _default_checker() -> Checker:
    return Checker()


def _main_language(document: Document) -> Language:
    """The language that most of the copy is written in."""
    lengths: dict[Language, int] = {"und": 0}
    for segment in document.segments:
        lengths[segment.language] = lengths.get(segment.language, 0) + (segment.language != "und") * len(segment.text)
    return max(lengths, key=lambda language: lengths[language]) if any(lengths.values()) else "und"
