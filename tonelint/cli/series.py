"""`tonelint series PATH...`: the letters of a campaign or mailbox read together."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tonelint.cli import options
from tonelint.cli.complaints import complain_of
from tonelint.cli.configured import Checkers
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import MessageLanguage
from tonelint.model import SEVERITIES
from tonelint.reporting.series import FORMATS, render


@click.command(cls=SpokenCommand, name="series", help="series", epilog="series.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--max-per-week", type=click.IntRange(min=1), default=2, metavar="N", help="--max-per-week")
@options.output_format(FORMATS)
@options.fail_on
@options.lang
@options.config_file
@click.pass_context
def series(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    max_per_week: int,
    format_name: str,
    fail_on: str | None,
    lang: MessageLanguage | None,
    config_path: Path | None,
) -> int:
    from tonelint.campaign import series as read_together

    language = lang or language_of(ctx)
    checker = Checkers({"lang": language}, config_path).for_path(Path(paths[0]))
    found = read_together(paths, checker=checker, max_per_week=max_per_week)
    color = format_name == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    sys.stdout.write(render(found, format_name, language, color=color))
    sys.stdout.flush()
    complain_of(found.problems, language)
    if found.problems:
        return 2
    level = fail_on or checker.config.fail_on
    bad_enough = SEVERITIES[: SEVERITIES.index(level) + 1] if level != "never" else ()
    return int(any(finding.severity in bad_enough for finding in found.findings))
