"""`tonelint init [FOLDER]`: looks at what copy there is and writes a commented configuration; offers a baseline."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonelint.cli import options
from tonelint.cli.first_settings import TEMPLATES
from tonelint.cli.formats import write_text
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import FILE_NAME
from tonelint.errors import ConfigError, ReadingError
from tonelint.judging import baseline as baselines
from tonelint.reading import collect, format_of, read_file
from tonelint.reporting.words import counted, say

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage

LOOKED_AT = 200
"""Files whose language is looked at: enough to know a repository by."""


@click.command(cls=SpokenCommand, help="init", epilog="init.epilog")
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--baseline/--no-baseline", "with_baseline", default=None, help="--init-baseline")
@options.lang
@click.pass_context
def init(ctx: click.Context, folder: Path, with_baseline: bool | None, lang: MessageLanguage | None) -> int:
    language = lang or language_of(ctx)
    target = folder / FILE_NAME
    if target.exists():
        raise ConfigError(say("init-exists", language), path=str(target))
    formats, languages = _seen(folder)
    seen = ", ".join(f"{name} {count}" for name, count in formats.most_common()) or "-"
    click.echo(say("init-seen", language, files=counted(formats.total(), "file", language), formats=seen))
    if with_baseline is None:
        asking = sys.stdin.isatty() and sys.stdout.isatty()
        with_baseline = asking and click.confirm(say("init-ask", language), default=True)
    speaks = "ru" if languages["ru"] > languages["en"] else "en"
    key = f'baseline = "{baselines.FILE_NAME}"'
    spoken = ", ".join(f"{name} {count}" for name, count in languages.most_common())
    text = TEMPLATES[language].format(
        seen=f"{seen}; {spoken or say('no-copy-yet', language)}",
        lang=f'# lang = "{speaks}"',
        baseline=key if with_baseline else f"# {key}",
    )
    write_text(target, text)
    click.echo(say("init-written", language, file=target))
    return _first_baseline(ctx, folder) if with_baseline else 0


def _first_baseline(ctx: click.Context, folder: Path) -> int:
    from tonelint.cli.baseline import write

    code: int = ctx.invoke(write, paths=(str(folder),), file=folder / baselines.FILE_NAME, jobs=0)
    return code


def _seen(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """How many files of each format there are, and how many of those that were looked at are in each language."""
    formats: Counter[str] = Counter()
    languages: Counter[str] = Counter()
    for path in collect([folder]):
        if not isinstance(path, Path):
            raise ReadingError(path.message, path=str(folder))
        formats[format_of(path) or path.suffix.lstrip(".")] += 1
        if languages.total() < LOOKED_AT:
            try:
                document = read_file(path)
            except ReadingError:  # told by check, which reads it in earnest
                continue
            lengths = Counter[str]()
            for segment in document.segments:
                lengths[segment.language] += len(segment.text)
            lengths.pop("und", None)
            if lengths:
                languages[lengths.most_common(1)[0][0]] += 1
    return formats, languages
