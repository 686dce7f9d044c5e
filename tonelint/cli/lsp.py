"""`tonelint lsp`: the language server that editors start."""

from __future__ import annotations

import os
import sys
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

    # The server closes its output when it leaves, and nothing else may ever write there.
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        sys.stdout = sys.stderr
        make_server().start_io(sys.stdin.buffer, output)
