"""Rules proved by their own examples: a bad one must be flagged at exactly the marked words, a good one not at all.

An example is a text with the guilty words in double square brackets, `[[Осталось 2 места]]!`, and, where it matters,
its
role in front: `(cta) Забронировать, [[пока не разобрали]]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tonelint.judging.judge import flagged_matches
from tonelint.matching.finder import Match
from tonelint.model import ROLES, Document, Language, Role
from tonelint.reading import read_text
from tonelint.ruleset import RuleInfo, Ruleset, load
from tonelint.ruleset.pattern import choices

_ROLE = re.compile(rf"^\(({'|'.join(ROLES)})\)\s+")
_MARK = re.compile(r"\[\[|\]\](?!\])")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule: its text without marks, the marked spans (code points), its role and format."""

    rule: str
    language: Language
    text: str
    spans: tuple[tuple[int, int], ...]
    role: Role
    format: str
    bad: bool
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not hold, in one sentence."""

    rule: str
    language: Language
    example: str
    what: str


@dataclass(frozen=True, slots=True)
class PackResult:
    """What a run over all examples showed."""

    rules: int
    examples: int
    failures: tuple[Failure, ...]
    unexercised: tuple[tuple[str, Language, str, str], ...]
    """Alternatives that no bad example takes: rule, language, pattern, alternative."""


def parse_example(rule: RuleInfo, language: Language, given: str | Mapping[str, Any], *, bad: bool) -> Example:
    """An example as a rule file gives it, with its marks taken out and turned into spans."""
    fields: Mapping[str, Any] = {"text": given} if isinstance(given, str) else given
    text = str(fields["text"]).strip("\n")
    role: Role = fields.get("role", "body" if "body" in rule.roles else rule.roles[0])
    named = _ROLE.match(text)
    if named:
        role = named[1]  # type: ignore[assignment]
        text = text[named.end() :]
    spans: list[tuple[int, int]] = []
    plain = ""
    last = 0
    opened = 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        if mark[0] == "[[":
            opened = len(plain)
        else:
            spans.append((opened, len(plain)))
        last = mark.end()
    plain += text[last:]
    return Example(
        rule.id, language, plain, tuple(spans), role, fields.get("format", "text"), bad, fields.get("facts", {})
    )


def examples_of(rule: RuleInfo) -> Iterator[Example]:
    """All examples of a rule, bad ones first, language by language."""
    for language in rule.languages:
        side = rule.sides[language]
        for bad in (True, False):
            for given in side["bad" if bad else "good"]:
                yield parse_example(rule, language, given, bad=bad)


def document_of(example: Example) -> Document:
    """The example as a document."""
    return read_text(example.text, "<example>", format=example.format, role=example.role, language=example.language)


def places(matches: tuple[Match, ...], document: Document, rule: str) -> tuple[tuple[int, int], ...]:
    """Where in the source the matches of `rule` stand."""
    found = []
    for match in matches:
        if match.rule == rule:
            span = match.place(document)
            shift = _stands_at(document, document.segments[match.segment].part)
            found.append((span.start + shift, span.end + shift))
    return tuple(sorted(found))


def _stands_at(document: Document, part: int) -> int:
    """Where a part begins in the text of an example: the one text of a letter follows its headers and an empty line."""
    return len(document.parts[0].text) + 1 if document.format == "eml" and part else 0


def test_pack(pack: Path | None = None, *, only: frozenset[str] | None = None) -> PackResult:
    """Runs every example of the core rules, or of the rules that `pack` adds or changes.

    Args:
        only: rule ids to run; all when None.

    Raises:
        RuleError: the pack is not valid.
    """
    ruleset = load((pack,)) if pack else load()
    core = load()
    chosen = [
        info
        for info in ruleset.rules.values()
        if (only is None or info.id in only)
        and (pack is None or info.id not in core.rules or core.rules[info.id] != info)
    ]
    failures: list[Failure] = []
    unexercised: list[tuple[str, Language, str, str]] = []
    count = 0
    for info in chosen:
        taken: dict[tuple[Language, int], set[tuple[int, int]]] = {}
        for example in examples_of(info):
            count += 1
            document = document_of(example)
            matches, crashes = flagged_matches(
                document, ruleset, rules=frozenset((info.id,)), confidence="low", facts=example.facts
            )
            failures += [Failure(info.id, example.language, example.text, f"crashed: {c.error}") for c in crashes]
            found = places(matches, document, info.id)
            if found != tuple(sorted(example.spans)):
                failures.append(Failure(info.id, example.language, example.text, _difference(example, found)))
            if example.bad:
                for match in matches:
                    taken.setdefault((match.language, match.pattern), set()).update(match.choices)
                    taken[match.language, match.pattern].add((0, 0))
        unexercised += _unexercised(info, ruleset, taken)
    return PackResult(len(chosen), count, tuple(failures), tuple(unexercised))


test_pack.__test__ = False  # type: ignore[attr-defined]  # a public name that pytest would take for a test


def _difference(example: Example, found: tuple[tuple[int, int], ...]) -> str:
    got = ", ".join(f"«{example.text[a:b]}»" for a, b in found) or "nothing"
    if not example.bad:
        return f"should stay silent, but flags {got}"
    expected = ", ".join(f"«{example.text[a:b]}»" for a, b in example.spans) or "nothing (no [[marks]])"
    return f"should flag {expected}, but flags {got}"


def _unexercised(
    info: RuleInfo, ruleset: Ruleset, taken: Mapping[tuple[Language, int], set[tuple[int, int]]]
) -> Iterator[tuple[str, Language, str, str]]:
    for language in info.languages:
        for pattern in ruleset.patterns(info.id, language):
            given = info.sides[language]["match"][pattern.number]
            written = given if isinstance(given, str) else given.get("pattern", pattern.check)
            seen = taken.get((language, pattern.number))
            if seen is None:
                yield info.id, language, written, "(the whole pattern)"
                continue
            if pattern.node is not None:
                for choice, label in choices(pattern.node).items():
                    if choice not in seen:
                        yield info.id, language, written, label
