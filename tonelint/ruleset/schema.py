"""What a rule file may say, and the one sentence an author reads when it says something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tonelint.config import did_you_mean
from tonelint.model import CATEGORIES, CONFIDENCES, ROLES, SEVERITIES
from tonelint.sentences import Sentence

Problem = tuple[tuple[str | int, ...], str]
"""Where in the file (keys and indices from the top) and what is wrong, as one clause."""

_Check = Callable[[Any, tuple[str | int, ...]], list[Problem]]

GUARD_SCOPES = ("sentence", "segment", "document", "before", "after", "inside", "subject", "object")
MATCH_SCOPES = ("sentence", "segment")
REWRITE_SCOPES = ("span", "clause", "sentence", "segment")


def _text(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
    return [] if isinstance(value, str) and value.strip() else [(at, "expected a text")]


def _any_text(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
    return [] if isinstance(value, str) else [(at, "expected a text (quote it; an empty text '' deletes)")]


def _one_of(options: Sequence[str]) -> _Check:
    def check(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
        if value in options:
            return []
        message, hint = "'{value}' is not one of: {known}{hint}", did_you_mean(str(value), options)
        return [(at, Sentence(message, value=value, known=", ".join(options), hint=hint))]

    return check


def _list_of(item: _Check, least: int = 0) -> _Check:
    def check(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
        if not isinstance(value, list):
            return [(at, "expected a list")]
        if len(value) < least:
            return [(at, Sentence("expected at least {least} entries, found {count}", least=least, count=len(value)))]
        return [problem for index, entry in enumerate(value) for problem in item(entry, (*at, index))]

    return check


def _mapping(fields: Mapping[str, _Check], required: Sequence[str] = ()) -> _Check:
    def check(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
        if not isinstance(value, dict):
            return [(at, "expected a mapping of keys to values")]
        problems: list[Problem] = []
        for key, inner in value.items():
            if key in fields:
                problems += fields[key](inner, (*at, key))
            else:
                under = Sentence(" under '{name}'", name=at[-1]) if at else ""
                hint = did_you_mean(str(key), list(fields))
                said = Sentence("unknown key '{key}'{under}{hint}", key=key, under=under, hint=hint)
                problems.append(((*at, key), said))
        problems += [(at, Sentence("the key '{key}' is missing", key=key)) for key in required if key not in value]
        return problems

    return check


def _free_mapping(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
    return [] if isinstance(value, dict) else [(at, "expected a mapping of keys to values")]


def _boolean(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
    return [] if isinstance(value, bool) else [(at, "expected true or false")]


def _text_or(mapping: _Check) -> _Check:
    def check(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
        return _text(value, at) if isinstance(value, str) else mapping(value, at)

    return check


def _guard(value: Any, at: tuple[str | int, ...]) -> list[Problem]:
    if isinstance(value, str):
        return _text(value, at)
    if isinstance(value, dict) and len(value) == 1:
        return _mapping(dict.fromkeys(GUARD_SCOPES, _text))(value, at)
    known = ", ".join(f"{scope}: PATTERN" for scope in GUARD_SCOPES)
    return [(at, Sentence("expected the name of a guard, a pattern, or one of {known}", known=known))]


_BOTH = _mapping({"en": _text, "ru": _text}, ("en", "ru"))

_ROLES = _list_of(_one_of(ROLES), 1)

_MATCH = _mapping(
    {
        "pattern": _text,
        "check": _text,
        "name": _text,
        "scope": _one_of(MATCH_SCOPES),
        "roles": _ROLES,
        "confidence": _one_of(CONFIDENCES),
        "requires": _list_of(_guard),
        "unless": _list_of(_guard),
        "options": _free_mapping,
    }
)

_REWRITE = _mapping(
    {
        "text": _any_text,
        "kind": _one_of(("safe", "needs-fact", "idea")),
        "scope": _one_of(REWRITE_SCOPES),
        "when": _text,
        "for": _text,
        "address": _one_of(("вы", "ты")),
        "roles": _ROLES,
        "drops": _one_of(("numbers",)),
    },
    ("text",),
)

_EXAMPLE = _text_or(
    _mapping(
        {"text": _text, "role": _one_of(ROLES), "format": _text, "facts": _free_mapping, "rewritten": _any_text},
        ("text",),
    )
)

_SIDE = _mapping(
    {
        "match": _list_of(_text_or(_MATCH), 1),
        "scope": _one_of(MATCH_SCOPES),
        "requires": _list_of(_guard),
        "unless": _list_of(_guard),
        "rewrites": _list_of(_text_or(_REWRITE)),
        "bad": _list_of(_EXAMPLE),
        "good": _list_of(_EXAMPLE),
    },
    ("match", "bad", "good"),
)

_RULE = _mapping(
    {
        "id": _text,
        "extends": _text,
        "status": _one_of(("preview", "stable", "deprecated")),
        "since": _text,
        "severity": _one_of(SEVERITIES),
        "confidence": _one_of(CONFIDENCES),
        "evidence": _one_of(("text", "claim", "situation")),
        "claim": _free_mapping,
        "roles": _ROLES,
        "guards": _one_of(("default", "none")),
        "only": _boolean,
        "title": _BOTH,
        "message": _BOTH,
        "why": _BOTH,
        "see": _free_mapping,
        "ru": _SIDE,
        "en": _SIDE,
    },
    ("id", "severity", "confidence", "evidence", "title", "message", "why"),
)


def problems(rule: Any) -> list[Problem]:
    """Everything that is wrong with a parsed rule file; empty when nothing is."""
    found = _RULE(rule, ())
    if found:
        return found
    category, _, name = rule["id"].partition("/")
    if category not in CATEGORIES:
        hint = did_you_mean(category, CATEGORIES)
        found.append((("id",), Sentence("'{name}' is not a category{hint}", name=category, hint=hint)))
    if not name:
        found.append((("id",), "expected CATEGORY/NAME"))
    if "ru" not in rule and "en" not in rule:
        found.append(((), "a rule needs a side in at least one language: 'ru' or 'en'"))
    if rule["evidence"] == "claim" and "claim" not in rule:
        found.append((("evidence",), "evidence 'claim' needs the key 'claim' that says what is claimed"))
    for side in ("ru", "en"):
        for index, item in enumerate(rule.get(side, {}).get("match", ())):
            if isinstance(item, dict) and ("pattern" in item) == ("check" in item):
                found.append(((side, "match", index), "expected either 'pattern' or 'check'"))
    return found
