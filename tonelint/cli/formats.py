"""`--format NAME[=FILE]` and `--output FILE`: what a run writes, and where to.

tonelint check letters/ --format json
tonelint check letters/ --format sarif --output out.sarif
tonelint check letters/ --format text --format sarif=out.sarif --format html=report.html
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from tonelint.cli.options import Command
from tonelint.config import MessageLanguage
from tonelint.errors import WritingError
from tonelint.reporting.words import say
from tonelint.sentences import Sentence, reason


class Wanted(NamedTuple):
    """One format, and the file that it is written to; standard output without one."""

    name: str
    file: Path | None = None


class FormatChoice(click.Choice[str]):
    """A format by its name, with `=FILE` behind it or not."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, Wanted):
            return value
        name, given, file = str(value).partition("=")
        return Wanted(super().convert(name, param, ctx), Path(file) if given and file else None)


def paired(
    formats: Sequence[Wanted], outputs: Sequence[Path], default: str, language: MessageLanguage
) -> tuple[Wanted, ...]:
    """The formats with their files: an `--output` goes with the format that has none yet.

    Raises:
        click.UsageError: it is not clear which of several formats a file is for, or two go to standard output.
    """
    wanted = list(formats) or [Wanted(default)]
    homeless = [number for number, one in enumerate(wanted) if one.file is None]
    if outputs and len(outputs) != len(homeless):
        raise click.UsageError(say("which-output", language))
    for number, file in zip(homeless, outputs, strict=False):
        wanted[number] = wanted[number]._replace(file=file)
    if sum(one.file is None for one in wanted) > 1:
        raise click.UsageError(say("two-on-stdout", language))
    return tuple(wanted)


def write_text(file: Path, text: str) -> None:
    """Writes a report.

    Raises:
        WritingError: the file cannot be written.
    """
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise WritingError(Sentence("cannot be written: {reason}", reason=reason(error)), path=str(file)) from error


def option(names: Iterable[str]) -> Callable[[Command], Command]:
    """The decorator of `--format` for several formats at once."""
    return click.option("--format", "formats", type=FormatChoice(list(names)), multiple=True, help="--formats")
