"""`tonelint baseline write|check|prune`: what was there before tonelint came, kept quiet until somebody touches it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from tonelint.cli import options
from tonelint.cli.check import language_in_force
from tonelint.cli.checking import Which, check_paths
from tonelint.cli.formats import write_text
from tonelint.cli.known import keys_of, name_from
from tonelint.cli.one import How, processes
from tonelint.cli.spoken import SpokenCommand, SpokenGroup, language_of
from tonelint.config import MessageLanguage
from tonelint.judging.baseline import FILE_NAME, Key, read_baseline, written
from tonelint.reading.containers import box_of
from tonelint.reporting import Outcome
from tonelint.reporting.words import counted, say


@click.group(cls=SpokenGroup, help="baseline", epilog="baseline.epilog")
def baseline() -> None:
    """The three commands below."""


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The arguments of all three commands."""
    for option in (
        click.option("--jobs", "-j", type=click.IntRange(0), default=1, metavar="N", help="--processes"),
        options.config_file,
        options.lang,
        click.option("--file", "file", type=click.Path(path_type=Path), metavar="FILE", help="--baseline-file"),
        click.argument("paths", nargs=-1, metavar="PATH..."),
        click.pass_context,
    ):
        command = option(command)
    return command


@baseline.command(cls=SpokenCommand, help="baseline write")
@_shared
def write(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    file: Path | None,
    lang: str | None,
    config_path: Path | None,
    jobs: int,
) -> int:
    found, outcome, target, language = _found(ctx, paths, file, lang, config_path, jobs)
    write_text(target, written(found))
    findings = counted(sum(sum(keys.values()) for keys in found.values()), "finding", language)
    files = counted(len(found), "file", language)
    click.echo(say("baseline-written", language, file=target, findings=findings, files=files))
    return _troubles(outcome, language)


@baseline.command(cls=SpokenCommand, help="baseline check")
@_shared
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    file: Path | None,
    lang: str | None,
    config_path: Path | None,
    jobs: int,
) -> int:
    found, outcome, target, language = _found(ctx, paths, file, lang, config_path, jobs)
    stored = read_baseline(target).files
    new = _beyond(found, stored)
    gone = _beyond(_within(stored, outcome, target), found)
    for key, label in ((new, "baseline-new"), (gone, "baseline-gone")):
        for name, keys in sorted(key.items()):
            for (rule, sentence), count in sorted(keys.items()):
                click.echo(say(label, language, place=name, rule=rule, sentence=sentence, count=count))
    if not new and not gone:
        click.echo(say("baseline-current", language, file=target))
    return _troubles(outcome, language) or int(bool(new or gone))


@baseline.command(cls=SpokenCommand, help="baseline prune")
@_shared
def prune(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    file: Path | None,
    lang: str | None,
    config_path: Path | None,
    jobs: int,
) -> int:
    found, outcome, target, language = _found(ctx, paths, file, lang, config_path, jobs)
    stored = read_baseline(target).files
    gone = _beyond(_within(stored, outcome, target), found)
    left = {name: keys - gone.get(name, Counter()) for name, keys in stored.items()}
    count = sum(sum(keys.values()) for keys in gone.values())
    if count:
        write_text(target, written({name: keys.elements() for name, keys in left.items()}))
    click.echo(say("baseline-pruned", language, file=target, findings=counted(count, "finding", language)))
    return _troubles(outcome, language)


Found = Mapping[str, Counter[Key]]


def _found(
    ctx: click.Context, paths: tuple[str, ...], file: Path | None, lang: str | None, config_path: Path | None, jobs: int
) -> tuple[Found, Outcome, Path, MessageLanguage]:
    """What is there now, by the names that the baseline uses, and which baseline is meant."""
    given = {"lang": lang}
    asked: MessageLanguage | None = "ru" if lang == "ru" else "en" if lang == "en" else None
    checkers = How(given, config_path).checkers()
    language = language_in_force(asked, checkers, language_of(ctx))
    how = How(given, config_path, language=language, clock=datetime.now().astimezone())
    checkers = how.checkers()
    config = checkers.for_path(Path.cwd()).config
    folder = config.source.parent if config.source else Path.cwd()
    target = file or config.baseline or folder / FILE_NAME
    which = Which(paths or (".",), excluded=True, jobs=processes(jobs))
    outcome, _ = check_paths(which, checkers, how)
    root = target.absolute().parent
    found = {name_from(root, Path(each.report.name)): Counter(keys_of(each)) for each in outcome.checked}
    return {name: keys for name, keys in found.items() if keys}, outcome, target, language


def _beyond(more: Found, less: Found) -> Found:
    """What `more` holds beyond `less`."""
    rest = {name: keys - less.get(name, Counter()) for name, keys in more.items()}
    return {name: keys for name, keys in rest.items() if keys}


def _within(stored: Found, outcome: Outcome, target: Path) -> Found:
    """The entries of the files that were checked, and of those that are gone: only about them is anything known."""
    root = target.absolute().parent
    checked = {name_from(root, Path(each.report.name)) for each in outcome.checked}
    return {name: keys for name, keys in stored.items() if name in checked or not box_of(root / name).exists()}


def _troubles(outcome: Outcome, language: MessageLanguage) -> int:
    """Tells what could not be checked; 2 when there was something, else 0."""
    for failure in outcome.unreadable:
        place = f"{failure.name}:{failure.line}: " if failure.line else f"{failure.name}: " if failure.name else ""
        click.echo(say("failure", language, message=place + failure.message), err=True)
    return 2 if outcome.unreadable else 0
