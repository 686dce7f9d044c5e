"""The compiled rule set: an index from words to patterns in front, everything else unpacked only when a letter asks
for it.

What is unpacked lies in one stretch of bytes, usually a mapped file: a check touches the pages of the rules it needs.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from tonelint.model import Confidence, Evidence, Language, Role, Severity
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Index = Mapping[str, tuple[tuple[str, int], ...]]
"""Patterns, as `(rule, number)`, by word."""

Guard = tuple[str, Any]
"""`("named", name)` or `(scope, node)`: a guard of the registry, or a pattern and where to look for it."""


class RuleInfo(NamedTuple):
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


class CompiledPattern(NamedTuple):
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
    also: frozenset[str] | None
    """Words of which a text has to hold one, beside the word that the index found; None when that cannot be said."""
    requires: tuple[Guard, ...]
    unless: tuple[Guard, ...]


Stretch = tuple[int, int]
"""Where something packed lies among the bytes: start included, end not."""


class Stored(NamedTuple):
    """A compiled rule set as it is kept: small tables that say where everything lies, and the bytes that hold it.

    `tables` is plain data for `marshal`: the fingerprint; by language the stretch of the word index, and the checks
    that look at every document; by rule the stretches of its description and of its patterns in each language; by
    language and name the stretches of the lexicons; the category and the status of every rule.
    """

    tables: tuple[Any, ...]
    packed: bytes | memoryview


class Ruleset:
    """All rules of the loaded packs. Built once, never changed; safe to share between threads.

    `always[language]` names the checks (`(rule, number)`) that look at every document.
    """

    digest: str
    always: dict[str, tuple[tuple[str, int], ...]]
    categories: dict[str, str]
    statuses: dict[str, str]

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._packed = memoryview(stored.packed)
        self._index: dict[str, Stretch]
        self._rules: dict[str, tuple[Stretch, dict[str, Stretch]]]
        self._lexicons: dict[str, dict[str, Stretch]]
        (
            self.digest, self._index, self.always, self._rules, self._lexicons, self.categories, self.statuses,
        ) = stored.tables  # fmt: skip
        self._words: dict[str, Index] = {}
        self._proposed: dict[str, dict[str, tuple[CompiledPattern, ...]]] = {}
        self._patterns: dict[tuple[str, str], tuple[CompiledPattern, ...]] = {}
        self._infos: dict[str, RuleInfo] = {}
        self._entries: dict[tuple[str, str], Lexicon] = {}
        self.rules: Mapping[str, RuleInfo] = _Infos(self)

    def index(self, language: Language) -> Index:
        """The patterns that a text may match, by each of the words that propose them."""
        if language not in self._words:
            self._words[language] = self._unpacked(self._index[language])
        return self._words[language]

    def proposed(self, word: str, language: Language) -> tuple[CompiledPattern, ...]:
        """The patterns that a text may match because it holds `word`, which is in the index."""
        known = self._proposed.setdefault(language, {})
        if word not in known:
            keys = self.index(language)[word]
            known[word] = tuple(self.patterns(rule, language)[number] for rule, number in keys)
        return known[word]

    def info(self, rule: str) -> RuleInfo:
        """The rule's description; KeyError when there is no such rule."""
        if rule not in self._infos:
            data = self._unpacked(self._rules[rule][0])
            self._infos[rule] = RuleInfo(
                **{**data, "languages": tuple(data["languages"]), "roles": tuple(data["roles"])}
            )
        return self._infos[rule]

    def patterns(self, rule: str, language: Language) -> tuple[CompiledPattern, ...]:
        """The patterns and checks of the rule in `language`, by their number."""
        key = (rule, language)
        if key not in self._patterns:
            rows = self._unpacked(self._rules[rule][1][language])
            self._patterns[key] = tuple(CompiledPattern(*row) for row in rows)
        return self._patterns[key]

    def lexicon(self, language: str, name: str) -> Lexicon:
        """A lexicon by name."""
        key = (language, name)
        if key not in self._entries:
            singles, phrases = self._unpacked(self._lexicons[language][name])
            self._entries[key] = Lexicon(name, singles, phrases)
        return self._entries[key]

    def lexicon_names(self, language: str) -> Set[str]:
        """The names of the lexicons of `language`."""
        return self._lexicons.get(language, {}).keys()

    def _unpacked(self, stretch: Stretch) -> Any:
        return marshal.loads(self._packed[stretch[0] : stretch[1]])

    def __getstate__(self) -> Stored:
        return Stored(self._stored.tables, bytes(self._packed))

    def __setstate__(self, stored: Stored) -> None:
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
