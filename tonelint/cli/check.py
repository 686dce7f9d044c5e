"""`tonelint check PATH...`: the main job."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import options
from tonelint.cli.checking import check_paths
from tonelint.cli.configured import Checkers
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ConfigError
from tonelint.model import SEVERITIES, Report
from tonelint.reporting import FORMATS, Outcome, RenderOptions, render
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.judging.facts import Facts

WIDEST = 100
"""Columns: longer lines of prose are tiring to read, however wide the terminal is."""


@click.command(cls=SpokenCommand, help="check", epilog="check.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@options.output_format(FORMATS)
@options.which_rules
@options.fail_on
@options.lang
@options.config_file
@options.stdin_filename
@options.facts
@options.show_claims
@options.measures
@options.quiet
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    format_name: str,
    facts_path: Path | None,
    config_path: Path | None,
    stdin_filename: str | None,
    show_claims: bool,
    measures: bool,
    quiet: bool,
    **given: Any,
) -> int:
    checkers = Checkers(given, config_path, facts=facts_from(facts_path), measures=measures)
    language = language_in_force(given["lang"], checkers, language_of(ctx))
    outcome, fail_levels = check_paths(
        paths, checkers, stdin_name=stdin_filename, language=language, progress=not quiet and format_name == "text"
    )
    sys.stdout.write(render(outcome, _render_options(language, quiet=quiet, claims=show_claims), format_name))
    sys.stdout.flush()
    for name, message, line in _troubles(outcome):
        place = f"{shown(name)}:{line}: " if line else f"{shown(name)}: " if name else ""
        click.echo(say("failure", language, message=place + message), err=True)
    return exit_code(outcome, fail_levels)


def facts_from(path: Path | None) -> Facts | None:
    """The facts in the file that `--facts` names; None without one.

    Raises:
        FactsError: the file cannot be read, or says something that facts cannot say.
    """
    if path is None:
        return None
    from tonelint.judging.facts_reading import load_facts

    return load_facts(path)


def exit_code(outcome: Outcome, fail_on: tuple[FailOn, ...]) -> int:
    """2 when anything could not be checked, else 1 when a report holds a finding its configuration fails on, else 0."""
    if outcome.unreadable or any(each.report.problems for each in outcome.checked):
        return 2
    fails = (_fails(each.report, level) for each, level in zip(outcome.checked, fail_on, strict=True))
    return int(any(fails))


def _fails(report: Report, level: FailOn) -> bool:
    if level == "never":
        return False
    bad_enough = SEVERITIES[: SEVERITIES.index(level) + 1]
    return any(finding.severity in bad_enough for finding in report.findings)


def _troubles(outcome: Outcome) -> list[tuple[str, str, int]]:
    reports = [each.report for each in outcome.checked]
    partly = [(report.name, problem.message, problem.line) for report in reports for problem in report.problems]
    return [*partly, *((failure.name, failure.message, failure.line) for failure in outcome.unreadable)]


def language_in_force(
    asked: MessageLanguage | None, checkers: Checkers, environment: MessageLanguage
) -> MessageLanguage:
    """The language around the findings: as asked, else as configured where we stand, else the locale's."""
    try:
        return asked or checkers.for_path(Path.cwd()).config.lang or environment
    except ConfigError:  # told with the files that it is in force for, if there are any
        return environment


def _render_options(language: MessageLanguage, *, quiet: bool, claims: bool) -> RenderOptions:
    terminal = sys.stdout.isatty()
    if os.environ.get("NO_COLOR"):
        color = False
    elif os.environ.get("FORCE_COLOR"):
        color = True
    else:
        color = terminal and os.environ.get("TERM") != "dumb"
    width = None
    if terminal:
        import shutil

        width = min(shutil.get_terminal_size().columns, WIDEST)
    return RenderOptions(language=language, color=color, width=width, quiet=quiet, claims=claims)
