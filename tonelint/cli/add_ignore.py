"""`tonelint add-ignore --reason WHY PATH...`: silences what is left, finding by finding, with a comment that says why.

A comment is written only where it changes nothing but the findings: the letter is read again, and has to read the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import options
from tonelint.cli.check import language_in_force
from tonelint.cli.checking import Which, files_and_failures
from tonelint.cli.complaints import complain
from tonelint.cli.configured import Checkers
from tonelint.cli.one import file_bytes
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.errors import ReadingError, TonelintError
from tonelint.reading import read_bytes
from tonelint.reading.containers import ONLY_SHOWN, box_of
from tonelint.reporting.words import counted, say
from tonelint.rewriting.splice import spliced
from tonelint.rewriting.suppress import ignoring
from tonelint.rewriting.write import write

if TYPE_CHECKING:
    from tonelint.checker import Checker
    from tonelint.model import Document


@click.command(cls=SpokenCommand, help="add-ignore", epilog="add-ignore.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--reason", required=True, metavar="TEXT", help="--reason")
@options.which_rules
@options.lang
@options.config_file
@click.pass_context
def add_ignore(
    ctx: click.Context, /, paths: tuple[str, ...], reason: str, config_path: Path | None, **given: Any
) -> int:
    checkers = Checkers(given, config_path)
    language = language_in_force(given["lang"], checkers, language_of(ctx))
    if not reason.strip():
        raise click.UsageError(say("reason-empty", language))
    added = left = 0
    names, missing = files_and_failures(Which(paths, excluded=True), checkers, language)
    failures = [f"{one.name}: {one.message}" for one in missing]
    for name in names:
        try:
            box = box_of(Path(name))
            if box != Path(name):
                raise ReadingError(ONLY_SHOWN, path=str(box))
            checker = checkers.for_path(Path(name))
            data = file_bytes(Path(name), checker.reading_options().max_bytes)
            made, count, rest = _silenced(data, name, checker, reason)
            if made != data:
                write(Path(name), made, read=data)
            added, left = added + count, left + rest
        except TonelintError as error:
            failures.append(error.told(language))
    click.echo(say("ignores-added", language, added=counted(added, "finding", language), left=left))
    if left:
        click.echo(say("ignores-left", language))
    for failure in dict.fromkeys(failures):
        complain(failure, language)
    return 2 if failures else int(left > 0)


def _silenced(data: bytes, name: str, checker: Checker, reason: str) -> tuple[bytes, int, int]:
    """The file with its comments, how many findings they silence, and how many are left."""
    options_ = checker.reading_options()
    document = read_bytes(data, name, options=options_)
    findings = checker.check_document(document).findings
    before = len(findings)
    tried: set[tuple[str, str, int]] = set()
    while True:
        seen: dict[tuple[str, str], int] = {}
        for finding in findings:
            key = (finding.rule, finding.excerpt)
            seen[key] = seen.get(key, 0) + 1
            attempt = (*key, seen[key])
            if attempt in tried or finding.category == "internal":
                continue
            tried.add(attempt)
            edit = ignoring(finding, document, reason)
            made = spliced(data, document, (edit,)) if edit else None
            if made is None:
                continue
            again = read_bytes(made, name, options=options_)
            now = checker.check_document(again).findings
            if _reads_the_same(document, again) and len(now) < len(findings):
                data, document, findings = made, again, now
                tried.discard(attempt)  # the next one of its kind has moved up
                break
        else:
            return data, before - len(findings), len(findings)


def _reads_the_same(before: Document, after: Document) -> bool:
    return [(one.text, one.role) for one in before.segments] == [(one.text, one.role) for one in after.segments]
