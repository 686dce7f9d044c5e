"""`tonelint check PATH...`: the main job."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import formats, options
from tonelint.cli.checking import STDIN, Which, check_paths, files_to_check
from tonelint.cli.complaints import complain_about
from tonelint.cli.configured import Checkers
from tonelint.cli.formats import Wanted, paired, write_text
from tonelint.cli.known import Known
from tonelint.cli.one import How, processes
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ConfigError
from tonelint.model import SEVERITIES, Report
from tonelint.reporting import FORMATS, Outcome, RenderOptions, details_for, render
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.changes import Change
    from tonelint.judging.facts import Facts

WIDEST = 100
"""Columns: longer lines of prose are tiring to read, however wide the terminal is."""


@click.command(cls=SpokenCommand, help="check", epilog="check.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@formats.option(FORMATS)
@options.output
@options.which_rules
@options.fail_on
@options.adoption
@options.lang
@options.config_file
@options.stdin_filename
@options.template_dialect
@options.facts
@options.show_claims
@options.measures
@options.work
@options.showing
@options.quiet
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    formats: tuple[Wanted, ...],
    outputs: tuple[Path, ...],
    facts_path: Path | None,
    config_path: Path | None,
    stdin_filename: str | None,
    baseline: Path | None,
    no_baseline: bool,
    diff_base: str | None,
    staged: bool,
    force_exclude: bool,
    jobs: int,
    no_cache: bool,
    watch: bool,
    show_claims: bool,
    show_files: bool,
    show_skipped: bool,
    statistics: bool,
    measures: bool,
    quiet: bool,
    **given: Any,
) -> int:
    wanted = paired(formats, outputs, "text", language_of(ctx))
    how = How(given, config_path, facts_from(facts_path), measures, details_for(one.name for one in wanted))
    checkers = how.checkers()
    language = language_in_force(given["lang"], checkers, language_of(ctx))
    how = replace(how, language=language, clock=datetime.now().astimezone())
    which = Which(
        paths, stdin_filename, _changes(diff_base, staged, language), force_exclude, processes(jobs),
        remember=not no_cache, progress=not quiet and any(one.file or one.name == "text" for one in wanted),
    )  # fmt: skip
    if show_files:
        click.echo("".join(f"{shown(name)}\n" for name in files_to_check(which, checkers)), nl=False)
        return 0
    looks = render_options(language, quiet=quiet, claims=show_claims, statistics=statistics, skipped=show_skipped)

    def checked_once() -> int:
        here = how.checkers()
        known = None if no_baseline else Known(here, baseline, language)
        outcome, levels = check_paths(which, here, how, known)
        _deliver(outcome, wanted, looks)
        return exit_code(outcome, levels)

    if watch:
        from tonelint.cli.watch import watched

        if STDIN in paths:
            raise click.UsageError(say("watch-files", language))
        return watched(lambda: files_to_check(which, how.checkers()), checked_once)
    return checked_once()


def _changes(base: str | None, staged: bool, language: MessageLanguage) -> Mapping[Path, Change] | None:
    """The files that `--diff` or `--staged` is about; None when everything is."""
    if base is None and not staged:
        return None
    from tonelint import changes

    if base is not None and staged:
        raise click.UsageError(say("diff-or-staged", language))
    return changes.changed_since(base, Path.cwd()) if base is not None else changes.staged(Path.cwd())


def _deliver(outcome: Outcome, wanted: Sequence[Wanted], looks: RenderOptions) -> None:
    """Writes the reports to their places, and tells on standard error what could not be checked."""
    for one in wanted:
        if one.file is None:
            sys.stdout.write(render(outcome, looks, one.name))
            sys.stdout.flush()
        else:
            write_text(one.file, render(outcome, replace(looks, color=False, width=None), one.name))
    complain_about(outcome, looks.language)


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


def language_in_force(
    asked: MessageLanguage | None, checkers: Checkers, environment: MessageLanguage
) -> MessageLanguage:
    """The language around the findings: as asked, else as configured where we stand, else the locale's."""
    try:
        return asked or checkers.for_path(Path.cwd()).config.lang or environment
    except ConfigError:  # told with the files that it is in force for, if there are any
        return environment


def render_options(language: MessageLanguage, **asked: bool) -> RenderOptions:
    """How to show results where we are: colours on a terminal unless `NO_COLOR` is set, or where `FORCE_COLOR` is."""
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
    return RenderOptions(language=language, color=color, width=width, **asked)
