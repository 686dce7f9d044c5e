"""`tonelint fix PATH...`: puts better lines in place of those that press, where nobody has to be asked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import options
from tonelint.cli.check import facts_from, language_in_force
from tonelint.cli.checking import is_excluded
from tonelint.cli.complaints import complain, complain_of
from tonelint.cli.configured import Checkers
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ReadingError, TonelintError
from tonelint.model import SEVERITIES, Report
from tonelint.reading import collect, read_bytes
from tonelint.reading.containers import ONLY_SHOWN, is_container
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import counted, say
from tonelint.rewriting.apply import Fixed, fixed
from tonelint.rewriting.write import write
from tonelint.sentences import Sentence, reason, told

if TYPE_CHECKING:
    from tonelint.checker import Checker

STDIN = "-"


@dataclass(frozen=True, slots=True)
class _How:
    """What the options ask for."""

    language: MessageLanguage
    diff: bool
    check: bool
    interactive: bool
    quiet: bool
    with_facts: bool


@click.command(cls=SpokenCommand, help="fix", epilog="fix.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--diff", is_flag=True, help="--diff")
@click.option("--check", is_flag=True, help="--check")
@click.option("--interactive", "-i", is_flag=True, help="--interactive")
@click.option("--force-exclude", is_flag=True, help="--force-exclude")
@options.facts
@options.which_rules
@options.fail_on
@options.lang
@options.config_file
@options.stdin_filename
@options.template_dialect
@options.quiet
@click.pass_context
def fix(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    diff: bool,
    check: bool,
    interactive: bool,
    force_exclude: bool,
    facts_path: Path | None,
    config_path: Path | None,
    stdin_filename: str | None,
    quiet: bool,
    **given: Any,
) -> int:
    facts = facts_from(facts_path)
    checkers = Checkers(given, config_path, facts=facts)
    how = _How(
        language_in_force(given["lang"], checkers, language_of(ctx)),
        diff, check, interactive, quiet, facts is not None,
    )  # fmt: skip
    if interactive and (diff or check or STDIN in paths):
        raise click.UsageError(say("interactive-alone", how.language))
    todo, failures = _files(paths, checkers, how.language, named=force_exclude)
    reports: list[tuple[Report, FailOn]] = []
    changed = applied = 0
    for item in todo:
        name = stdin_filename or "<stdin>" if item == STDIN else str(item)
        try:
            checker = checkers.for_file(Path(stdin_filename or "-") if item == STDIN else Path(item))
            done, original = _fixed(item, name, checker, how)
            reports.append((done.report, checker.config.fail_on))
            if done.data != original:
                changed += 1
                applied += len(done.applied)
            _deliver(item, name, done, original, how)
        except TonelintError as error:
            failures.append(error.told(how.language))
    if not quiet and STDIN not in paths and not diff:
        click.echo(_summary(len(todo), changed, applied, check=check, language=how.language))
    for report, _ in reports:
        complain_of(((report.name, problem) for problem in report.problems), how.language)
    for failure in dict.fromkeys(failures):
        complain(failure, how.language)
    return _exit_code(reports, failures, changed if check else None)


def _files(
    paths: Sequence[str], checkers: Checkers, language: MessageLanguage, *, named: bool
) -> tuple[list[Path | str], list[str]]:
    """What is to be fixed, each once, and what cannot be found.

    What the configuration excludes is left out of folders, and with `named` also where it is named.
    """
    todo: dict[Path | str, None] = {}
    missing: list[str] = []
    for path in dict.fromkeys(paths):
        if path == STDIN:
            todo[STDIN] = None
            continue
        for found in collect([Path(path)]):
            if isinstance(found, Path) and is_container(found):
                missing.append(ReadingError(ONLY_SHOWN, path=str(found)).told(language))
            elif isinstance(found, Path):
                if not ((named or str(found) != path) and is_excluded(found, checkers)):
                    todo[found] = None
            else:
                said = told(found.message, language)
                missing.append(f"{path}: {said}".replace(f"{path}: {path}: ", f"{path}: "))
    return list(todo), missing


def _fixed(item: Path | str, name: str, checker: Checker, how: _How) -> tuple[Fixed, bytes]:
    data = sys.stdin.buffer.read() if item == STDIN else _bytes(Path(item))
    read = partial(read_bytes, name=name, options=checker.reading_options())
    if how.interactive:
        from tonelint.cli.walk import walked

        return walked(data, read, checker.check_document, how.language), data
    return fixed(data, read, checker.check_document, with_facts=how.with_facts), data


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error


def _deliver(item: Path | str, name: str, done: Fixed, original: bytes, how: _How) -> None:
    """Writes the file, or shows what would be written; says what was done and what was left."""
    if how.diff:
        from tonelint.rewriting.diff import unified

        sys.stdout.write(unified(original, done.data, name, done.document))
    elif item == STDIN:
        sys.stdout.buffer.write(original if how.check else done.data)
    elif done.data != original and not how.check:
        write(Path(item), done.data, read=original)
    if how.quiet or how.diff or item == STDIN or how.interactive:
        return
    for line in _story(name, done, how.language):
        click.echo(line)


def _story(name: str, done: Fixed, language: MessageLanguage) -> list[str]:
    lines = []
    for each in sorted(done.applied, key=lambda one: (one.finding.part, one.finding.line)):
        new = shown(each.rewrite.text).strip() or say("deleted", language)
        lines.append(f"{name}:{each.finding.line}: {each.finding.rule}: {shown(each.old)} → {new}")
    left = Counter(each.obstacle for each in done.left)
    if left:
        reasons = ", ".join(say(f"left-{obstacle}", language, count=count) for obstacle, count in sorted(left.items()))
        lines.append(f"{name}: {say('left', language, reasons=reasons)}")
    return lines


def _summary(files: int, changed: int, applied: int, *, check: bool, language: MessageLanguage) -> str:
    if not changed:
        return say("fix-nothing", language, files=counted(files, "file", language))
    key = "fix-would" if check else "fix-did"
    return say(key, language, lines=counted(applied, "line", language), files=counted(changed, "file", language))


def _exit_code(reports: Sequence[tuple[Report, FailOn]], failures: Sequence[str], would_change: int | None) -> int:
    """2 when anything failed; with `--check` 1 when something would change; else 1 when findings remain that count."""
    if failures or any(report.problems for report, _ in reports):
        return 2
    if would_change is not None:
        return int(would_change > 0)
    return int(any(_fails(report, level) for report, level in reports))


def _fails(report: Report, level: FailOn) -> bool:
    return level != "never" and any(
        finding.severity in SEVERITIES[: SEVERITIES.index(level) + 1] for finding in report.findings
    )
