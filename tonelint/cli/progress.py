"""A progress bar on a terminal, from the moment on when the work has taken longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

PATIENCE = 1.0
"""Seconds without a bar."""


def with_progress(items: Iterable[Item], label: str, *, total: int, wanted: bool) -> Iterator[Item]:
    """Yield the `total` items; draw a bar on standard error when that is a terminal and the first second has passed."""
    if not wanted or not sys.stderr.isatty():
        yield from items
        return
    started = time.monotonic()
    rest = iter(items)
    done = 0
    for item in rest:
        yield item
        done += 1
        if time.monotonic() - started > PATIENCE:
            break
    if done == total:
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, completed=done)
        for item in rest:
            yield item
            bar.advance(task)
