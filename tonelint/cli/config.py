"""`tonelint config [PATH]`: the settings in force for a file or folder, and where each of them comes from."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import options
from tonelint.cli.formats import write_text
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.cli.tables import columns
from tonelint.config import Config, Globs, Loaded, find_config, loaded
from tonelint.config.keys import KEYS
from tonelint.errors import ConfigError
from tonelint.reporting.places import path_of
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage


@click.command(cls=SpokenCommand, help="config", epilog="config.epilog")
@click.argument("path", default=".", metavar="[PATH]")
@click.option("--schema", is_flag=True, help="--schema")
@click.option("--lock", is_flag=True, help="--lock")
@options.output_format(("text", "json"))
@options.lang
@options.config_file
@click.pass_context
def config(
    ctx: click.Context,
    /,
    path: str,
    schema: bool,
    lock: bool,
    format_name: str,
    lang: MessageLanguage | None,
    config_path: Path | None,
) -> None:
    language = lang or language_of(ctx)
    if schema:
        from tonelint.config.schema import json_schema

        click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        return
    source = config_path or find_config(Path(path))
    read = loaded(source) if source else Loaded(Config(), {})
    if lock:
        click.echo(_locked(read.config, language))
        return
    rows = _rows(read, Path(path), language)
    if format_name == "json":
        entries = {key: {"value": value, "from": origin} for key, value, origin in rows}
        click.echo(json.dumps({"version": 1, "settings": entries}, ensure_ascii=False, indent=2))
        return
    where = path_of(str(read.config.source)) if read.config.source else say("config-none", language)
    click.echo(say("config-for", language, path=path, file=where))
    heads = [say(key, language) for key in ("config-key", "config-value", "config-from")]
    table = [[key, json.dumps(value, ensure_ascii=False), origin] for key, value, origin in rows]
    click.echo(columns([heads, *table]), nl=False)


def _rows(read: Loaded, path: Path, language: MessageLanguage) -> list[tuple[str, Any, str]]:
    """Every key with its value and the place that decided it; what a section for some files says comes last."""
    own = read.config.for_file(path)
    rows = []
    for key in KEYS:
        value = getattr(read.config if key == "overrides" else own, key)
        if key in read.origins:
            file, line = read.origins[key]
            origin = f"{path_of(str(file))}:{line}"
        else:
            origin = say("config-default", language)
        deciding = [one for one in read.config.overrides if key in one.settings and one.files.match(path)]
        if deciding:
            origin = say("config-override", language, files=", ".join(deciding[-1].files.patterns))
        rows.append((key, _plain(value), origin))
    return rows


def _plain(value: Any) -> Any:
    """A setting as JSON says it."""
    if isinstance(value, Globs):
        return list(value.patterns)
    if isinstance(value, Path):
        return path_of(str(value))
    if is_dataclass(value) and not isinstance(value, type):
        named = {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
        return {key: inner for key, inner in named.items() if inner not in (None, [])}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if hasattr(value, "items"):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)


def _locked(settings: Config, language: MessageLanguage) -> str:
    """Writes the lock of the rule packs beside the configuration."""
    from tonelint.ruleset.lock import FILE_NAME, lock_text

    if settings.source is None or not settings.packs:
        raise ConfigError(say("nothing-to-lock", language))
    file = settings.source.parent / FILE_NAME
    write_text(file, lock_text(settings.packs, settings.source))
    return say("locked", language, file=path_of(str(file)), count=len(settings.packs))
