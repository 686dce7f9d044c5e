"""The options that commands share, each a decorator; `help` is a key of the table in `tonelint.cli.help`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from tonelint.config import Config, FailOn, MessageLanguage, Override
from tonelint.config.dialects import DIALECT_NAMES
from tonelint.model import CONFIDENCES, SEVERITIES

Command = TypeVar("Command", bound=Callable[..., Any])

lang = click.option("--lang", type=click.Choice(get_args(MessageLanguage)), help="--lang")
config_file = click.option("--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="--config")


def which_rules(command: Command) -> Command:
    """`--select`, `--ignore`, `--preview`, `--confidence`, `--min-severity`: what is looked for."""
    for option in (
        click.option("--min-severity", type=click.Choice(SEVERITIES), help="--min-severity"),
        click.option("--confidence", "min_confidence", type=click.Choice(CONFIDENCES), help="--confidence"),
        click.option("--deep", is_flag=True, default=None, help="--deep"),
        click.option("--preview", is_flag=True, default=None, help="--preview"),
        click.option("--ignore", multiple=True, metavar="RULE,…", help="--ignore"),
        click.option("--select", multiple=True, metavar="RULE,…", help="--select"),
    ):
        command = option(command)
    return command


def output_format(names: Iterable[str]) -> Callable[[Command], Command]:
    """`--format` with the given names, the first being the default."""
    known = list(names)
    return click.option("--format", "format_name", type=click.Choice(known), default=known[0], help="--format")


template_dialect = click.option(
    "--template-dialect", type=click.Choice(DIALECT_NAMES), metavar="NAME", help="--template-dialect"
)
facts = click.option("--facts", "facts_path", type=click.Path(path_type=Path), metavar="FILE", help="--facts")
show_claims = click.option("--show-claims", is_flag=True, help="--show-claims")
fail_on = click.option("--fail-on", type=click.Choice(get_args(FailOn)), help="--fail-on")
measures = click.option("--measures", is_flag=True, help="--measures")
quiet = click.option("--quiet", "-q", is_flag=True, help="--quiet")
stdin_filename = click.option("--stdin-filename", metavar="NAME", help="--stdin-filename")


output = click.option(
    "--output", "-o", "outputs", type=click.Path(path_type=Path), multiple=True, metavar="FILE", help="--output"
)


def adoption(command: Command) -> Command:
    """What counts: only changes, only what no baseline knows, no suppression without a reason, nothing excluded."""
    for option in (
        click.option("--force-exclude", is_flag=True, help="--force-exclude"),
        click.option("--require-reason", is_flag=True, default=None, help="--require-reason"),
        click.option("--no-baseline", is_flag=True, help="--no-baseline"),
        click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="--baseline"),
        click.option("--staged", is_flag=True, help="--staged"),
        click.option("--diff", "diff_base", metavar="BASE", help="--diff-base"),
    ):
        command = option(command)
    return command


def work(command: Command) -> Command:
    """`--jobs`, `--no-cache`, `--watch`: how the work is done."""
    for option in (
        click.option("--watch", is_flag=True, help="--watch"),
        click.option("--no-cache", is_flag=True, help="--no-cache"),
        click.option("--jobs", "-j", type=click.IntRange(0), default=1, metavar="N", help="--processes"),
    ):
        command = option(command)
    return command


def showing(command: Command) -> Command:
    """`--statistics`, `--show-files`, `--show-skipped`: what is listed beside or instead of the findings."""
    for option in (
        click.option("--show-skipped", is_flag=True, help="--show-skipped"),
        click.option("--show-files", is_flag=True, help="--show-files"),
        click.option("--statistics", is_flag=True, help="--statistics"),
    ):
        command = option(command)
    return command


def overridden(config: Config, given: dict[str, Any]) -> Config:
    """`config` with what the command line says instead; options that were not given change nothing."""
    changes: dict[str, Any] = {}
    for key, value in given.items():
        if key in ("select", "ignore"):
            names = tuple(name.strip() for item in value for name in item.split(",") if name.strip())
            if names:
                changes[key] = names
        elif value is not None:
            changes[key] = value
    return replace(config, **changes, overrides=tuple(_without(one, changes) for one in config.overrides))


def _without(override: Override, changes: dict[str, Any]) -> Override:
    """The settings for some files without those that the command line has decided for all."""
    return override._replace(settings={key: value for key, value in override.settings.items() if key not in changes})
