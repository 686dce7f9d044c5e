"""The compiled rule set: an index from words to patterns in front, everything else unpacked only when a letter asks
for it."""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from tonelint.model import Confidence, Evidence, Language, Role, Severity
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Guard = tuple[str, Any]
"""`("named", name)` or `(scope, node)`: a guard of the registry, or a pattern and where to look for it."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What people read about a rule: its standing, its texts, its sources and its examples."""

    id: str
    category: str
    severity: Severity
    confidence: Confidence
    evidence: Evidence
    status: str
    languages: tuple[Language, ...]
    roles: tuple[Role, ...]
    title: Mapping[str, str]
    message: Mapping[str, str]
    why: Mapping[str, str]
    see: Mapping[str, Any]
    claim: Mapping[str, Any]
    sides: Mapping[str, Mapping[str, Any]]
    """The rule's `ru` and `en` keys as written: patterns, rewrites, examples."""
    path: str


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """One pattern, or one named check, of one rule in one language."""

    rule: str
    number: int
    name: str
    node: Node | None
    check: str
    options: Mapping[str, Any]
    scope: str
    roles: frozenset[str]
    confidence: Confidence
    needs: tuple[frozenset[str], ...]
    requires: tuple[Guard, ...]
    unless: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule as the matcher sees it, in one language."""

    info: RuleInfo
    language: Language
    patterns: tuple[CompiledPattern, ...]


class Ruleset:
    """All rules of the loaded packs. Built once, never changed; safe to share between threads.

    `index[language][word]` names the patterns (`(rule, number)`) that a text holding `word` may match,
    `always[language]` the
    checks that look at every document.
    """

    def __init__(self, stored: tuple[Any, ...]) -> None:
        (
            self.digest,
            self.index,
            self.always,
            self._rules,
            self._lexicons,
            self.categories,
            self.statuses,
        ) = stored
        self._unpacked: dict[tuple[str, str], CompiledRule] = {}
        self._infos: dict[str, RuleInfo] = {}
        self._words: dict[tuple[str, str], Lexicon] = {}
        self.rules: Mapping[str, RuleInfo] = _Infos(self)

    digest: str
    index: dict[str, dict[str, tuple[tuple[str, int], ...]]]
    always: dict[str, tuple[tuple[str, int], ...]]
    categories: dict[str, str]
    statuses: dict[str, str]
    _rules: dict[str, tuple[bytes, dict[str, bytes]]]
    _lexicons: dict[str, dict[str, bytes]]

    def info(self, rule: str) -> RuleInfo:
        """The rule's description; KeyError when there is no such rule."""
        if rule not in self._infos:
            data = marshal.loads(self._rules[rule][0])
            self._infos[rule] = RuleInfo(
                **{**data, "languages": tuple(data["languages"]), "roles": tuple(data["roles"])}
            )
        return self._infos[rule]

    def rule(self, rule: str, language: Language) -> CompiledRule:
        """The rule as compiled for `language`."""
        key = (rule, language)
        if key not in self._unpacked:
            stored = marshal.loads(self._rules[rule][1][language])
            patterns = tuple(CompiledPattern(*row) for row in stored)
            self._unpacked[key] = CompiledRule(self.info(rule), language, patterns)
        return self._unpacked[key]

    def lexicon(self, language: str, name: str) -> Lexicon:
        """A lexicon by name."""
        key = (language, name)
        if key not in self._words:
            singles, phrases = marshal.loads(self._lexicons[language][name])
            self._words[key] = Lexicon(name, singles, phrases)
        return self._words[key]

    def lexicon_names(self, language: str) -> Set[str]:
        """The names of the lexicons of `language`."""
        return self._lexicons.get(language, {}).keys()

    def __getstate__(self) -> tuple[Any, ...]:
        return (self.digest, self.index, self.always, self._rules, self._lexicons, self.categories, self.statuses)

    def __setstate__(self, stored: tuple[Any, ...]) -> None:
        self.__init__(stored)  # type: ignore[misc]


class _Infos(Mapping[str, RuleInfo]):
    """Rule descriptions by id, unpacked as they are asked for."""

    def __init__(self, ruleset: Ruleset) -> None:
        self._ruleset = ruleset

    def __getitem__(self, rule: str) -> RuleInfo:
        return self._ruleset.info(rule)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ruleset._rules)

    def __len__(self) -> int:
        return len(self._ruleset._rules)
