"""`tonelint baseline write|check|prune`: what was there before tonelint came, kept quiet until somebody touches it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from pathlib import Path

import click

from tonelint.cli import options
from tonelint.cli.check import language_in_force
from tonelint.cli.checking import Which, check_paths
from tonelint.cli.complaints import complain_about
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


Found = Mapping[str, Counter[Key]]


@dataclass(frozen=True, slots=True)
class _Now:
    """What is there now, by the names that the baseline uses; which baseline is meant; how to talk about it."""

    found: Found
    outcome: Outcome
    target: Path
    language: MessageLanguage


def _with_what_is_there(command: Callable[[_Now], int]) -> Callable[..., int]:
    """The arguments of all three commands, and the check that they begin with; what could not be checked is told."""

    @wraps(command)
    def run(
        ctx: click.Context,
        /,
        paths: tuple[str, ...],
        file: Path | None,
        lang: MessageLanguage | None,
        config_path: Path | None,
        jobs: int,
    ) -> int:
        now = _now(How({"lang": lang}, config_path), paths, file, jobs, lang or language_of(ctx))
        code = command(now)
        return 2 if complain_about(now.outcome, now.language) else code

    made: Callable[..., int] = run
    for option in (
        click.option("--jobs", "-j", type=click.IntRange(0), default=1, metavar="N", help="--processes"),
        options.config_file,
        options.lang,
        click.option("--file", "file", type=click.Path(path_type=Path), metavar="FILE", help="--baseline-file"),
        click.argument("paths", nargs=-1, metavar="PATH..."),
        click.pass_context,
    ):
        made = option(made)
    return made


@baseline.command(cls=SpokenCommand, help="baseline write", epilog="baseline write.epilog")
@_with_what_is_there
def write(now: _Now) -> int:
    write_text(now.target, written(now.found))
    findings = counted(sum(sum(keys.values()) for keys in now.found.values()), "finding", now.language)
    files = counted(len(now.found), "file", now.language)
    click.echo(say("baseline-written", now.language, file=now.target, findings=findings, files=files))
    return 0


@baseline.command(cls=SpokenCommand, help="baseline check", epilog="baseline check.epilog")
@_with_what_is_there
def check(now: _Now) -> int:
    stored = read_baseline(now.target).files
    differences = {"baseline-new": _beyond(now.found, stored), "baseline-gone": _gone(stored, now)}
    for label, files in differences.items():
        for name, keys in sorted(files.items()):
            for (rule, sentence), count in sorted(keys.items()):
                click.echo(say(label, now.language, place=name, rule=rule, sentence=sentence, count=count))
    if not any(differences.values()):
        click.echo(say("baseline-current", now.language, file=now.target))
    return int(any(differences.values()))


@baseline.command(cls=SpokenCommand, help="baseline prune", epilog="baseline prune.epilog")
@_with_what_is_there
def prune(now: _Now) -> int:
    stored = read_baseline(now.target).files
    gone = _gone(stored, now)
    left = {name: keys - gone.get(name, Counter()) for name, keys in stored.items()}
    count = sum(sum(keys.values()) for keys in gone.values())
    if count:
        write_text(now.target, written({name: keys.elements() for name, keys in left.items()}))
    findings = counted(count, "finding", now.language)
    click.echo(say("baseline-pruned", now.language, file=now.target, findings=findings))
    return 0


def _now(how: How, paths: tuple[str, ...], file: Path | None, jobs: int, environment: MessageLanguage) -> _Now:
    checkers = how.checkers()
    language = language_in_force(how.given["lang"], checkers, environment)
    how = replace(how, language=language, clock=datetime.now().astimezone())
    checkers = how.checkers()
    config = checkers.for_path(Path.cwd()).config
    folder = config.source.parent if config.source else Path.cwd()
    target = file or config.baseline or folder / FILE_NAME
    outcome, _ = check_paths(Which(paths or (".",), excluded=True, jobs=processes(jobs)), checkers, how)
    found = {_name(each.report.name, target): Counter(keys_of(each)) for each in outcome.checked}
    return _Now({name: keys for name, keys in found.items() if keys}, outcome, target, language)


def _name(file: str, target: Path) -> str:
    return name_from(target.absolute().parent, Path(file))


def _beyond(more: Found, less: Found) -> Found:
    """What `more` holds beyond `less`."""
    rest = {name: keys - less.get(name, Counter()) for name, keys in more.items()}
    return {name: keys for name, keys in rest.items() if keys}


def _gone(stored: Found, now: _Now) -> Found:
    """The entries that nothing answers to any more, of the files that were checked and of those that are gone: only
    about them is anything known."""
    root = now.target.absolute().parent
    checked = {_name(each.report.name, now.target) for each in now.outcome.checked}
    known = {name: keys for name, keys in stored.items() if name in checked or not box_of(root / name).exists()}
    return _beyond(known, now.found)
