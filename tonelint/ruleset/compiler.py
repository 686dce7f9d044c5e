"""From rule files to the plain data that a compiled rule set is stored as. Slow on purpose: it expands every word to
its forms."""

from __future__ import annotations

import marshal
from pathlib import Path
from typing import Any

from tonelint.config.spelling import did_you_mean
from tonelint.errors import RuleError
from tonelint.language import english, russian
from tonelint.model import ROLES
from tonelint.ruleset import anchors, files, pattern
from tonelint.ruleset.compiled import Stored, Stretch
from tonelint.ruleset.guard_names import GUARD_NAMES
from tonelint.ruleset.lexicon import Lexicon, compile_lexicon, read_entries
from tonelint.sentences import Sentence

_FORMS = {"ru": russian.forms, "en": english.forms}
_DEFAULT_ROLES = tuple(role for role in ROLES if role not in ("code", "quote"))


def compile_packs(packs: list[files.Pack], own: tuple[files.Entries, ...] = ()) -> Stored:
    """Everything the packs hold, compiled and ready for `Ruleset` or a file.

    Args:
        own: further entries for the word lists of the packs.

    Raises:
        RuleError: a rule or lexicon is not valid; the file and line are named.
    """
    lexicons = {language: _lexicons(packs, language, own) for language in _FORMS}
    rules: dict[str, dict[str, Any]] = {}
    paths: dict[str, Path] = {}
    for pack in packs:
        for path in files.rule_files(pack):
            rule = _extended(files.read_rule(path), rules, path)
            rules[rule["id"]] = rule
            paths[rule["id"]] = path
    return _Compiler(rules, paths, lexicons).stored(files.digest(packs, own))


def _lexicons(packs: list[files.Pack], language: str, own: tuple[files.Entries, ...]) -> dict[str, Lexicon]:
    """Lexicons by name; a later pack adds its entries to a lexicon of the same name, and so does a configuration."""
    entries: dict[str, list[str]] = {}
    for pack in packs:
        for path in files.lexicon_files(pack, language):
            entries.setdefault(path.stem, []).extend(entry for _, entry in read_entries(path))
    for _, name, words in (one for one in own if one[0] == language):
        if name not in entries:
            message, hint = "there is no word list '{name}' in '{language}'{hint}", did_you_mean(name, sorted(entries))
            raise RuleError(Sentence(message, name=name, language=language, hint=hint))
        entries[name].extend(words)
    return {name: compile_lexicon(name, found, _FORMS[language]) for name, found in entries.items()}


def _extended(rule: dict[str, Any], known: dict[str, dict[str, Any]], path: Path) -> dict[str, Any]:
    """A rule with `extends` laid over the rule it names: mappings merge, lists in a language side are joined, the rest
    replaces."""
    base_id = rule.get("extends")
    if base_id is None:
        return rule
    if base_id not in known:
        raise RuleError(Sentence("extends '{base}', which no earlier pack defines", base=base_id), path=str(path))
    merged = {**known[base_id], **rule}
    for side in ("ru", "en"):
        base, own = known[base_id].get(side), rule.get(side)
        if base and own:
            lists = {k: [*base.get(k, ()), *own.get(k, ())] for k in {*base, *own} if k != "scope"}
            merged[side] = {**base, **own, **lists}
    return merged


class _Compiler:
    """Turns checked rules into stored rows, collecting the word index on the way."""

    def __init__(
        self, rules: dict[str, dict[str, Any]], paths: dict[str, Path], lexicons: dict[str, dict[str, Lexicon]]
    ) -> None:
        self._rules = rules
        self._paths = paths
        self._lexicons = lexicons
        self._index: dict[str, dict[str, list[tuple[str, int]]]] = {language: {} for language in _FORMS}
        self._always: dict[str, list[tuple[str, int]]] = {language: [] for language in _FORMS}
        self._packed = bytearray()

    def stored(self, digest: str) -> Stored:
        rows = {rule_id: self._rule(rule_id, rule) for rule_id, rule in sorted(self._rules.items())}
        tables = (
            digest,
            {lang: self._keep(_shared(index)) for lang, index in self._index.items()},
            {lang: tuple(keys) for lang, keys in self._always.items()},
            rows,
            {
                lang: {name: self._keep((lex.singles, lex.phrases)) for name, lex in found.items()}
                for lang, found in self._lexicons.items()
            },
            {rule_id: rule_id.partition("/")[0] for rule_id in rows},
            {rule_id: self._rules[rule_id].get("status", "stable") for rule_id in rows},
        )
        return Stored(tables, bytes(self._packed))

    def _keep(self, value: Any) -> Stretch:
        """Packs `value` behind what is packed already, and says where."""
        start = len(self._packed)
        self._packed += marshal.dumps(value)
        return start, len(self._packed)

    def _rule(self, rule_id: str, rule: dict[str, Any]) -> tuple[Stretch, dict[str, Stretch]]:
        languages = [language for language in _FORMS if language in rule]
        info = {
            "id": rule_id,
            "category": rule_id.partition("/")[0],
            "severity": rule["severity"],
            "confidence": rule["confidence"],
            "evidence": rule["evidence"],
            "status": rule.get("status", "stable"),
            "languages": languages,
            "roles": list(rule.get("roles", _DEFAULT_ROLES)),
            "title": rule["title"],
            "message": rule["message"],
            "why": rule["why"],
            "see": rule.get("see", {}),
            "claim": rule.get("claim", {}),
            "sides": {language: rule[language] for language in languages},
            "path": "/".join(self._paths[rule_id].parts[-3:]),
        }
        return self._keep(_plain(info)), {language: self._keep(self._side(rule, language)) for language in languages}

    def _side(self, rule: dict[str, Any], language: str) -> list[tuple[Any, ...]]:
        side = rule[language]
        default = rule.get("guards", "default") == "default"
        rows = []
        for number, item in enumerate(side["match"]):
            given = {"pattern": item} if isinstance(item, str) else item
            at = (language, "match", number)
            node = self._parse(given["pattern"], rule, language, at) if "pattern" in given else None
            needs = tuple(anchors.required(node, self._lexicons[language])) if node else ()
            if node is not None:
                if not needs:
                    raise self._error(rule, at, "the pattern needs at least one word that a text must hold to match it")
                for word in needs[0]:
                    self._index[language].setdefault(word, []).append((rule["id"], number))
            else:
                self._always[language].append((rule["id"], number))
            unless = [*side.get("unless", ()), *given.get("unless", ())]
            rows.append(
                (
                    rule["id"],
                    number,
                    given.get("name", ""),
                    node,
                    given.get("check", ""),
                    _plain(given.get("options", {})),
                    given.get("scope", side.get("scope", "sentence")),
                    frozenset(given.get("roles", rule.get("roles", _DEFAULT_ROLES))),
                    given.get("confidence", rule["confidence"]),
                    next(filter(anchors.telling, needs[1:]), None),
                    tuple(
                        self._guard(g, rule, language) for g in [*side.get("requires", ()), *given.get("requires", ())]
                    ),
                    tuple(
                        [("named", "mentioned")] * default + [self._guard(g, rule, language) for g in unless],
                    ),
                )
            )
        return rows

    def _guard(self, guard: Any, rule: dict[str, Any], language: str) -> tuple[str, Any]:
        if isinstance(guard, str):
            if guard in GUARD_NAMES:
                return ("named", guard)
            if guard.isascii() and guard.replace("-", "").isalpha() and language == "ru":
                raise self._error(rule, (language,), Sentence("unknown guard '{name}'", name=guard))
            return ("sentence", self._parse(guard, rule, language, (language,)))
        [(scope, text)] = guard.items()
        return (scope, self._parse(text, rule, language, (language,)))

    def _parse(self, text: str, rule: dict[str, Any], language: str, at: tuple[str | int, ...]) -> pattern.Node:
        try:
            return pattern.parse(text, _FORMS[language], frozenset(self._lexicons[language]))
        except pattern.PatternError as error:
            raise self._error(rule, at, error.sentence) from error

    def _error(self, rule: dict[str, Any], at: tuple[str | int, ...], what: str) -> RuleError:
        path = self._paths[rule["id"]]
        return RuleError(what, path=str(path), line=files.line_of(path.read_text(encoding="utf-8"), at))


def _shared(index: dict[str, list[tuple[str, int]]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """The index with one tuple for all that is equal: `marshal` then stores and loads it once."""
    one: dict[tuple[Any, ...], Any] = {}
    return {word: _same(tuple(_same(key, one) for key in keys), one) for word, keys in index.items()}


def _same(value: tuple[Any, ...], one: dict[tuple[Any, ...], Any]) -> Any:
    return one.setdefault(value, value)


def _plain(value: Any) -> Any:
    """YAML values as `marshal` takes them: dates become ISO text."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return str(value)
