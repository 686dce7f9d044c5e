"""`--watch`: checks again when a file changes, until the writer stops it.

Files are looked at by their time and size twice a second, which works on every file system, network drives included.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from tonelint.reading.containers import box_of

PAUSE = 0.5
"""Seconds between two looks."""

Stamps = Mapping[str, tuple[int, int]]


def stamps(names: Iterable[str]) -> Stamps:
    """The time and the size of each file; one that is gone has neither."""
    found = {}
    for name in names:
        try:
            stat = box_of(Path(name)).stat()
        except OSError:
            continue
        found[name] = (stat.st_mtime_ns, stat.st_size)
    return found


def watched(names: Callable[[], Iterable[str]], check: Callable[[], int]) -> int:
    """Runs `check` now and after every change of the files that `names` lists; the exit code of the last run."""
    code = 0
    before: Stamps | None = None
    try:
        while True:
            now = stamps(names())
            if now != before:
                before = now
                click.clear()
                code = check()
            time.sleep(PAUSE)
    except KeyboardInterrupt:
        return code
