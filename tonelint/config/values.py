"""From what TOML says to what `Config` holds: every value checked, every mistake one sentence with its line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tonelint.config.globs import Globs
from tonelint.config.keys import IN_OVERRIDES, KEYS, Key
from tonelint.config.lines import line_of
from tonelint.config.settings import Accepted, Override
from tonelint.config.spelling import did_you_mean
from tonelint.errors import ConfigError
from tonelint.model import ROLES
from tonelint.sentences import Sentence, words


class Place(NamedTuple):
    """Where a value stands: the file, its text, and the table of a list of tables when it is in one."""

    path: Path
    text: str
    section: str = ""
    number: int = 0

    def error(self, message: str, key: str) -> ConfigError:
        line = line_of(self.text, key, section=self.section, number=self.number)
        return ConfigError(message, path=str(self.path), line=line)


def value_of(name: str, raw: Any, place: Place) -> Any:
    """The value of the key `name` as `Config` holds it.

    Raises:
        ConfigError: it is of another kind.
    """
    key = KEYS[name]
    match key.kind:
        case "choice":
            if raw not in key.choices:
                raise _wrong(place, name, _either(key.choices))
            return raw
        case "names":
            return _texts(name, raw, place, 'a list of texts, such as ["scarcity", "hype/unique"]')
        case "severities":
            return _severities(name, raw, place, key)
        case "tags":
            return _tags(name, raw, place)
        case "yes-no":
            if not isinstance(raw, bool):
                raise _wrong(place, name, "true or false")
            return raw
        case "text":
            return _text(name, raw, place)
        case "file":
            return (place.path.parent / _text(name, raw, place)).resolve()
        case "globs":
            return _globs(name, raw, place)
        case "packs":
            from tonelint.config.packs import pack_folder

            names = _texts(name, raw, place, "a list of folders")
            return tuple(pack_folder(one, place.path.parent, place.error) for one in names)
        case "roles":
            return _roles(name, raw, place)
        case "lexicons":
            return _lexicons(name, raw, place)
        case "accepted":
            return tuple(_accepted(entry, at) for entry, at in _tables(name, raw, place))
        case "overrides":
            return tuple(_override(entry, at) for entry, at in _tables(name, raw, place))


def _wrong(place: Place, name: str, expected: str) -> ConfigError:
    """The error for a key that has another kind of value than the one it takes."""
    return place.error(Sentence("'{name}' takes {expected}", name=name, expected=words(expected)), name)


def _either(choices: tuple[str, ...]) -> str:
    """The choices in quotation marks, `or` between them."""
    said = f'"{choices[0]}"'
    for choice in choices[1:]:
        said = Sentence('{said} or "{choice}"', said=said, choice=choice)
    return said


def _text(name: str, raw: Any, place: Place) -> str:
    if not isinstance(raw, str):
        raise _wrong(place, name, "a text")
    return raw


def _texts(name: str, raw: Any, place: Place, expected: str) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise _wrong(place, name, expected)
    return tuple(raw)


def _severities(name: str, raw: Any, place: Place, key: Key) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _wrong(place, name, 'a table, such as severity = { scarcity = "error" }')
    for rule, severity in raw.items():
        if severity not in key.choices:
            raise _wrong(place, rule, _either(key.choices))
    return raw


def _globs(name: str, raw: Any, place: Place) -> Globs:
    listed = [raw] if isinstance(raw, str) else raw
    patterns = _texts(name, listed, place, 'a pattern or a list of them, such as "legal/**"')
    return Globs(place.path.parent.resolve(), patterns)


def _roles(name: str, raw: Any, place: Place) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise _wrong(place, name, 'a table, such as column_roles = { "Заголовок" = "heading" }')
    for column, role in raw.items():
        if role not in ROLES:
            raise _wrong(place, column, _either(ROLES))
    return raw


def _tags(name: str, raw: Any, place: Place) -> tuple[tuple[str, str], ...]:
    expected = 'pairs of an opening and a closing mark, such as template_tags = [["[[", "]]"]]'
    if not isinstance(raw, list):
        raise _wrong(place, name, expected)
    for pair in raw:
        marks = isinstance(pair, list) and all(isinstance(mark, str) and mark.strip() for mark in pair)
        if not marks or len(pair) != 2:
            raise _wrong(place, name, expected)
    return tuple((left, right) for left, right in raw)


def _lexicons(name: str, raw: Any, place: Place) -> dict[str, dict[str, tuple[str, ...]]]:
    expected = 'word lists by language, such as lexicons.ru.places = ["каюта"]'
    if not isinstance(raw, dict):
        raise _wrong(place, name, expected)
    for language, lists in raw.items():
        if language not in ("ru", "en") or not isinstance(lists, dict):
            raise place.error(Sentence("'{name}' takes {expected}", name=name, expected=words(expected)), language)
    return {
        language: {key: _texts(key, words, place, "a list of words") for key, words in lists.items()}
        for language, lists in raw.items()
    }


def _tables(name: str, raw: Any, place: Place) -> list[tuple[Mapping[str, Any], Place]]:
    if not isinstance(raw, list) or not all(isinstance(entry, dict) for entry in raw):
        raise _wrong(place, name, Sentence("tables; each begins with [[{name}]]", name=name))
    return [(entry, Place(place.path, place.text, name, number)) for number, entry in enumerate(raw)]


def _accepted(entry: Mapping[str, Any], place: Place) -> Accepted:
    _known(entry, ("phrase", "reason", "rules", "until", "files"), place)
    for key in ("phrase", "reason"):
        if key not in entry:
            raise place.error(Sentence("an accepted phrase needs its '{key}'", key=key), place.section)
        if not _text(key, entry[key], place).strip():
            raise _wrong(place, key, "a text that is not empty")
    until = entry.get("until")
    if until is not None and (isinstance(until, datetime) or not isinstance(until, date)):
        raise _wrong(place, "until", "a day without quotation marks, such as until = 2026-12-31")
    rules = _texts("rules", entry.get("rules", []), place, 'a list of rules or categories, such as ["urgency"]')
    files = _globs("files", entry["files"], place) if "files" in entry else None
    return Accepted(entry["phrase"], entry["reason"], rules, until, files)


def _override(entry: Mapping[str, Any], place: Place) -> Override:
    _known(entry, ("files", *IN_OVERRIDES), place)
    if "files" not in entry:
        raise place.error("a section of overrides needs 'files'", place.section)
    settings = {key: value_of(key, raw, place) for key, raw in entry.items() if key != "files"}
    return Override(_globs("files", entry["files"], place), settings)


def _known(entry: Mapping[str, Any], known: tuple[str, ...], place: Place) -> None:
    for key in entry:
        if key not in known:
            message = "unknown key '{key}' under [[{section}]]{hint}"
            hint = did_you_mean(key, known)
            raise place.error(Sentence(message, key=key, section=place.section, hint=hint), key)
