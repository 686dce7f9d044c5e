"""The command line: one command a file, listed in one table and imported when it is called.

Only this room prints: results to standard output, everything about files that could not be checked to standard error.
Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 usage, configuration, unreadable or partly checked input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from tonelint import __version__
from tonelint.cli import options
from tonelint.cli.complaints import complain
from tonelint.cli.help import asked_language
from tonelint.cli.spoken import SpokenGroup, sentence_for
from tonelint.config import MessageLanguage, find_config, load_config, locale_language
from tonelint.errors import TonelintError

COMMANDS = {
    "check": "tonelint.cli.check:check",
    "fix": "tonelint.cli.fix:fix",
    "init": "tonelint.cli.init:init",
    "config": "tonelint.cli.config:config",
    "baseline": "tonelint.cli.baseline:baseline",
    "add-ignore": "tonelint.cli.add_ignore:add_ignore",
    "rules": "tonelint.cli.rules:rules",
    "explain": "tonelint.cli.explain:explain",
    "debug": "tonelint.cli.debug:debug",
    "series": "tonelint.cli.series:series",
    "similar": "tonelint.cli.similar:similar",
    "eval": "tonelint.cli.eval:evaluate",
    "serve": "tonelint.cli.serve:serve",
    "lsp": "tonelint.cli.lsp:lsp",
}
"""Every command and where it lives."""


class Commands(SpokenGroup):
    """The commands of the table above, each imported only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.command(cls=Commands, name="tonelint", help="tonelint", epilog="tonelint.epilog")
@click.version_option(__version__, prog_name="tonelint", message="%(prog)s %(version)s", help="--version")
@options.lang
def tonelint(lang: str | None) -> None:
    """`lang` may stand before the command too; it was heard before the arguments were parsed."""


def run(arguments: Sequence[str]) -> int:
    """Run the command line on `arguments` (without the program's name) and return the exit code."""
    asked = asked_language(arguments)
    language = asked or locale_language(os.environ)
    try:
        result = tonelint.main(list(arguments), prog_name="tonelint", standalone_mode=False, obj=language)
    except click.UsageError as error:
        click.echo(sentence_for(error, language), err=True)
        return 2
    except click.ClickException as error:
        complain(error.format_message(), language)
        return 2
    except TonelintError as error:
        language = asked or _configured() or language
        complain(error.told(language), language)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    return result if isinstance(result, int) else 0


def _configured() -> MessageLanguage | None:
    """The language that the configuration in force here asks for; nothing when it cannot be read."""
    try:
        source = find_config(Path.cwd())
        return load_config(source).lang if source else None
    except (TonelintError, OSError):
        return None


def main() -> None:
    """The program `tonelint`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough; what Python still holds must not be complained about at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 2
    sys.exit(code)
