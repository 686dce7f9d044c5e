"""What a team has decided: which rules, how strict, in whose language. Read once, never changed afterwards.

A configuration lives in `tonelint.toml`, or under `[tool.tonelint]` in `pyproject.toml`. The file closest to the copy
wins as a whole; it takes over another one's settings only where it says `extend = "path"`. Rules are not known here:
whether a name in `select` exists is decided where the rules are (`tonelint.selection`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

from tonelint.errors import ConfigError
from tonelint.model import CONFIDENCES, SEVERITIES, Confidence, Severity

MessageLanguage = Literal["ru", "en"]
FailOn = Literal["error", "warning", "advice", "never"]

FILE_NAME = "tonelint.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one check. Every field is a key of `tonelint.toml`, except `source`.

    `select` and `ignore` hold rule ids (`scarcity/stock-left`) and categories (`scarcity`); an empty `select` means
    every stable rule. `severity` restates what a rule or category costs. `min_confidence` leaves out what the rules are
    less sure of. `lang` is the language of the messages; None asks the environment. `packs` are folders of further
    rules, relative paths counted from the configuration file. `source` is the file that the settings came from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = "advice"
    min_confidence: Confidence = "medium"
    fail_on: FailOn = "warning"
    lang: MessageLanguage | None = None
    preview: bool = False
    deep: bool = False
    packs: tuple[Path, ...] = ()
    template_dialect: str = "auto"
    source: Path | None = None


def find_config(start: Path) -> Path | None:
    """The configuration file that is in force for `start` (a file or a folder): the closest one going up, or None.

    A folder that may not be looked into has none.
    """
    folder = start.absolute()
    for place in (folder, *folder.parents):
        try:
            own = place / FILE_NAME
            if own.is_file():
                return own
            shared = place / "pyproject.toml"
            if shared.is_file() and "[tool.tonelint" in _read(shared):
                return shared
        except PermissionError:
            continue
    return None


def load_config(path: Path) -> Config:
    """The settings in a `tonelint.toml` or a `pyproject.toml`, those that it extends included.

    Raises:
        ConfigError: the file cannot be read, is not valid TOML, names an unknown key or gives a wrong kind of value.
    """
    return _load(path.absolute(), ())


def locale_language(environment: Mapping[str, str]) -> MessageLanguage:
    """The language that a person's environment asks for: Russian when the locale says so, English otherwise.

    The order is that of gettext: `LANGUAGE` (preferences in a row, ignored in the C locale), `LC_ALL`, `LC_MESSAGES`,
    `LANG`.
    """
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    wishes = environment.get("LANGUAGE", "").split(":") if locale.partition(".")[0] not in ("", "C", "POSIX") else []
    for wish in (*filter(None, wishes), locale):
        language = wish.partition(".")[0].partition("_")[0].lower()
        if language == "ru":
            return "ru"
        if language == "en":
            return "en"
    return "en"


def closest(word: str, known: Sequence[str]) -> str:
    """What was probably meant by `word`, or an empty text."""
    from difflib import get_close_matches

    close = get_close_matches(word.replace("-", "_"), known, n=1) or get_close_matches(word, known, n=1)
    return close[0] if close else ""


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """`; did you mean 'select'?` when something known is close to `word`, otherwise nothing."""
    close = closest(word, known)
    return f"; did you mean '{close}'?" if close else ""


def _load(path: Path, seen: tuple[Path, ...]) -> Config:
    text = _read(path)
    table = _parse(text, path)
    if "extend" not in table:
        base = Config()
    else:
        line = _line_of(text, "extend")
        target = table["extend"]
        if not isinstance(target, str):
            raise ConfigError("'extend' takes the path of one file", path=str(path), line=line)
        parent = (path.parent / target).resolve()
        if parent in (*seen, path.resolve()):
            raise ConfigError(f"'extend' goes round in a circle through {target}", path=str(path), line=line)
        if not parent.is_file():
            raise ConfigError(f"'extend' names a file that does not exist: {target}", path=str(path), line=line)
        base = _load(parent, (*seen, path.resolve()))
    values = {key: _value(key, value, path, text) for key, value in table.items() if key != "extend"}
    return replace(base, **values, source=path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot be read: {(error.strerror or str(error)).lower()}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("a configuration is UTF-8 text, and this file is not", path=str(path)) from error


def _parse(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        number = place.removeprefix("line ").partition(",")[0]
        line = int(number) if number.isdigit() else text.count("\n") + 1
        raise ConfigError(f"not valid TOML: {what[:1].lower()}{what[1:]}", path=str(path), line=line) from error
    table = data.get("tool", {}).get("tonelint", {}) if path.name == "pyproject.toml" else data
    known = [each.name for each in fields(Config) if each.name != "source"]
    for key in table:
        if key not in known and key != "extend":
            hint = did_you_mean(key, [*known, "extend"])
            raise ConfigError(f"unknown key '{key}'{hint}", path=str(path), line=_line_of(text, key))
    return dict(table)


def _value(key: str, value: Any, path: Path, text: str) -> Any:
    def wrong(expected: str, at: str = key) -> ConfigError:
        return ConfigError(f"'{at}' takes {expected}", path=str(path), line=_line_of(text, at))

    choices: dict[str, tuple[str, ...]] = {
        "min_severity": SEVERITIES,
        "min_confidence": CONFIDENCES,
        "fail_on": get_args(FailOn),
        "lang": get_args(MessageLanguage),
    }
    if key in choices:
        if value not in choices[key]:
            raise wrong(" or ".join(f'"{choice}"' for choice in choices[key]))
    elif key in ("select", "ignore", "packs"):
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise wrong(
                "a list of folders" if key == "packs" else 'a list of texts, such as ["scarcity", "hype/unique"]'
            )
        if key == "packs":
            return tuple((path.parent / item).resolve() for item in value)
        return tuple(value)
    elif key == "severity":
        if not isinstance(value, dict):
            raise wrong('a table, such as severity = { scarcity = "error" }')
        for name, severity in value.items():
            if severity not in SEVERITIES:
                raise wrong(" or ".join(f'"{choice}"' for choice in SEVERITIES), name)
    elif key in ("preview", "deep"):
        if not isinstance(value, bool):
            raise wrong("true or false")
    elif not isinstance(value, str):
        raise wrong("a text")
    return value


def _line_of(text: str, key: str) -> int:
    """The line on which `key` is set or opens a table; 1 when it is written in a way that is not recognised."""
    import re

    name = rf"""["']?{re.escape(key)}["']?"""
    ways = (rf"^\s*(?:[\w.\"'-]+\.)?{name}\s*[=.]", rf"^\s*\[+[^\]#]*\b{name}\s*[\].]", rf"[{{,]\s*{name}\s*=")
    found = re.search("|".join(ways), text, re.MULTILINE)
    if not found:
        return 1
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return text.count("\n", 0, start) + 1
