"""`tonelint similar PATH...`: which letters of a batch are one template."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import click

from tonelint.cli import options
from tonelint.cli.complaints import complain_of
from tonelint.cli.progress import PATIENCE
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import MessageLanguage
from tonelint.reporting.similar import FORMATS, render
from tonelint.reporting.words import say


@click.command(cls=SpokenCommand, name="similar", help="similar", epilog="similar.epilog")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--column", metavar="NAME", help="--column")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.6,
    metavar="SHARE",
    help="--threshold",
)
@click.option("--jobs", "-j", type=click.IntRange(min=1), metavar="N", help="--jobs")
@options.output_format(FORMATS)
@options.quiet
@options.lang
@click.pass_context
def similar(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    column: str | None,
    threshold: float,
    jobs: int | None,
    format_name: str,
    quiet: bool,
    lang: MessageLanguage | None,
) -> int:
    from tonelint.similarity import similar as compare

    language = lang or language_of(ctx)
    bar = _Bar(say("checking", language)) if not quiet and sys.stderr.isatty() else None
    try:
        batch = compare(paths, column=column, threshold=threshold, jobs=jobs, progress=bar)
    finally:
        if bar:
            bar.stop()
    sys.stdout.write(render(batch, format_name, language))
    sys.stdout.flush()
    complain_of(batch.problems, language)
    return 2 if batch.problems else 0


class _Bar:
    """A bar of unknown length on standard error, drawn when the first second has passed."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._started = time.monotonic()
        self._update: Callable[[int], object] | None = None
        self._stop: Callable[[], object] = lambda: None

    def __call__(self, done: int) -> None:
        if self._update is None and time.monotonic() - self._started > PATIENCE:
            self._draw()
        if self._update is not None:
            self._update(done)

    def stop(self) -> None:
        """Take the bar away."""
        self._stop()

    def _draw(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}"))
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        task = progress.add_task(self._label, total=None)
        progress.start()
        self._update = lambda done: progress.update(task, completed=done)
        self._stop = progress.stop
