"""`tonelint serve`: the HTTP service, in the foreground until it is stopped."""

from __future__ import annotations

from dataclasses import fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from tonelint.cli import options
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import Config, MessageLanguage, find_config, load_config
from tonelint.errors import ConfigError
from tonelint.reporting.words import say
from tonelint.sentences import Sentence, reason

_NEEDED = ("fastapi", "uvicorn", "httptools", "limits", "prometheus_client")
_LEVELS = ("error", "warning", "advice", "never")


@click.command(cls=SpokenCommand, help="serve", epilog="serve.epilog")
@click.option("--host", default="127.0.0.1", metavar="ADDRESS", help="--host")
@click.option("--port", type=click.IntRange(0, 65535), default=8081, metavar="NUMBER", help="--port")
@click.option("--workers", type=click.IntRange(1, 64), metavar="NUMBER", help="--workers")
@click.option("--keys", "keys_path", type=click.Path(path_type=Path), metavar="FILE", help="--keys")
@click.option("--new-key", metavar="NAME", help="--new-key")
@click.option("--no-auth", is_flag=True, help="--no-auth")
@click.option("--stop-on", type=click.Choice(_LEVELS), default="error", help="--stop-on")
@click.option("--review-on", type=click.Choice(_LEVELS), default="warning", help="--review-on")
@click.option("--deadline", type=click.FloatRange(0.1, 300), default=5.0, metavar="SECONDS", help="--deadline")
@click.option("--patience", type=click.FloatRange(0.1, 600), default=15.0, metavar="SECONDS", help="--patience")
@click.option("--rate", type=click.IntRange(0), default=6000, metavar="NUMBER", help="--rate")
@click.option("--max-body", type=click.IntRange(1000), default=1_000_000, metavar="BYTES", help="--max-body")
@click.option("--queue", type=click.IntRange(1), default=256, metavar="NUMBER", help="--queue")
@click.option("--allow-origin", "origins", multiple=True, metavar="ORIGIN", help="--allow-origin")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="--allow-host")
@options.which_rules
@options.lang
@options.config_file
@options.quiet
@click.pass_context
def serve(
    ctx: click.Context,
    /,
    host: str,
    port: int,
    workers: int | None,
    keys_path: Path | None,
    new_key: str | None,
    no_auth: bool,
    config_path: Path | None,
    quiet: bool,
    **given: Any,
) -> None:
    language = language_of(ctx)
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise ConfigError(say("serve-extra", language, missing=", ".join(missing)))
    if new_key is not None:
        _make_key(new_key, keys_path, language)
        return

    from tonelint.server.keys import read_keys
    from tonelint.server.running import is_local, serve
    from tonelint.server.settings import Settings

    keys = read_keys(keys_path) if keys_path else {}
    if not keys and not no_auth and not is_local(host):
        raise click.UsageError(say("serve-open", language, host=host))
    limits: dict[str, Any] = {"workers": workers} if workers else {}
    settings = Settings(
        config=options.overridden(_config(config_path), {key: given[key] for key in given if key in _SETTINGS}),
        stop_on=given["stop_on"],
        review_on=given["review_on"],
        queue=given["queue"],
        deadline=given["deadline"],
        patience=given["patience"],
        body_limit=given["max_body"],
        rate=given["rate"],
        keys={} if no_auth else keys,
        origins=given["origins"],
        hosts=given["hosts"],
        **limits,
    )
    serve(settings, host, port, quiet=quiet)


_SETTINGS = frozenset(field.name for field in fields(Config))


def _config(path: Path | None) -> Config:
    source = path or find_config(Path.cwd())
    return load_config(source) if source else Config()


def _make_key(name: str, path: Path | None, language: MessageLanguage) -> None:
    """Shows a new key once; its hash goes into the file of keys, or is shown for one."""
    from tonelint.server.keys import new_key

    if not name.strip() or len(name.split()) != 1:
        raise click.UsageError(say("serve-key-name", language))
    key, line = new_key(name)
    click.echo(say("serve-key", language, secret=key))
    if path is None:
        click.echo(say("serve-key-line", language, line=line))
        return
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
    except OSError as error:
        raise ConfigError(Sentence("cannot be written: {reason}", reason=reason(error)), path=str(path)) from error
