"""Which configuration file is in force, and what it says, those that it extends included.

What it takes to read one is imported when there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from tonelint.config.settings import Config
from tonelint.errors import ConfigError
from tonelint.sentences import Sentence, reason, words

FILE_NAME = "tonelint.toml"


class Loaded(NamedTuple):
    """A configuration, and for every key that was set the file and line that set it."""

    config: Config
    origins: Mapping[str, tuple[Path, int]]


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
    return loaded(path).config


def loaded(path: Path) -> Loaded:
    """The same as `load_config`, with the places that the settings came from."""
    return _load(path.absolute(), ())


def _load(path: Path, seen: tuple[Path, ...]) -> Loaded:
    from tonelint.config.lines import line_of
    from tonelint.config.values import Place, value_of

    text = _read(path)
    table = _parse(text, path)
    base = _extended(table, text, path, seen) if "extend" in table else Loaded(Config(), {})
    place = Place(path, text)
    values = {key: value_of(key, raw, place) for key, raw in table.items() if key != "extend"}
    origins = {key: (path, line_of(text, key)) for key in values}
    return Loaded(replace(base.config, **values, source=path), {**base.origins, **origins})


def _extended(table: Mapping[str, Any], text: str, path: Path, seen: tuple[Path, ...]) -> Loaded:
    from tonelint.config.lines import line_of

    line = line_of(text, "extend")
    target = table["extend"]
    if not isinstance(target, str):
        raise ConfigError("'extend' takes the path of one file", path=str(path), line=line)
    parent = (path.parent / target).resolve()
    if parent in (*seen, path.resolve()):
        said = Sentence("'extend' goes round in a circle through {target}", target=target)
        raise ConfigError(said, path=str(path), line=line)
    if not parent.is_file():
        said = Sentence("'extend' names a file that does not exist: {target}", target=target)
        raise ConfigError(said, path=str(path), line=line)
    return _load(parent, (*seen, path.resolve()))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("a configuration is UTF-8 text, and this file is not", path=str(path)) from error


def _parse(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    from tonelint.config.keys import KEYS
    from tonelint.config.lines import line_of
    from tonelint.config.spelling import did_you_mean

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        number = place.removeprefix("line ").partition(",")[0]
        line = int(number) if number.isdigit() else text.count("\n") + 1
        said = Sentence("not valid TOML: {what}", what=words(what[:1].lower() + what[1:]))
        raise ConfigError(said, path=str(path), line=line) from error
    table = data.get("tool", {}).get("tonelint", {}) if path.name == "pyproject.toml" else data
    known = [*KEYS, "extend"]
    for key in table:
        if key not in known:
            said = Sentence("unknown key '{key}'{hint}", key=key, hint=did_you_mean(key, known))
            raise ConfigError(said, path=str(path), line=line_of(text, key))
    return dict(table)
