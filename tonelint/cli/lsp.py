"""`tonelint lsp`: the language server that editors start."""

from __future__ import annotations

from importlib.util import find_spec

import click

from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.errors import ConfigError
from tonelint.reporting.words import say


@click.command(cls=SpokenCommand, help="lsp", epilog="lsp.epilog")
@click.option("--stdio", is_flag=True, help="--stdio")
@click.pass_context
def lsp(ctx: click.Context, stdio: bool) -> None:
    if find_spec("pygls") is None:
        raise ConfigError(say("lsp-extra", language_of(ctx)))
    from tonelint.integrations.lsp import make_server

    make_server().start_io()
