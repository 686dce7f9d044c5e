"""A campaign or a mailbox read as a whole: what no single letter shows. Letters are read, put in order, compared.

    >>> import tonelint
    >>> campaign = tonelint.series(["campaign/"])            # doctest: +SKIP
    >>> [(letter.subject, [f.rule for f in letter.findings]) for letter in campaign.letters]  # doctest: +SKIP

Nothing here prints, and nothing is remembered between two calls.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.campaign.model import MAX_PER_WEEK, Series, SeriesLetter

if TYPE_CHECKING:
    from tonelint.checker import Checker

__all__ = ["MAX_PER_WEEK", "Series", "SeriesLetter", "series"]


def series(
    paths: Sequence[str | os.PathLike[str]], *, checker: Checker | None = None, max_per_week: int = MAX_PER_WEEK
) -> Series:
    """The letters behind `paths` in the order of their dates, with what only shows when they are read together.

    Args:
        paths: letters (`.eml`), mailboxes (`.mbox`), files with a `date` in their front matter, and folders of these.
        checker: finds the pressure in each letter, and gives the language of the messages; one with defaults when None.
        max_per_week: how many letters within seven days are not too many.

    Raises:
        ReadingError: none of the paths holds a letter.
        ValueError: `max_per_week` is less than 1.
    """
    from tonelint.campaign.compare import compared
    from tonelint.campaign.letters import read_letters
    from tonelint.checker import Checker

    if max_per_week < 1:
        raise ValueError(f"max_per_week is at least 1, not {max_per_week}")
    checker = checker or Checker()
    letters, problems = read_letters([Path(path) for path in paths], checker.reading_options())
    return compared(letters, problems, checker, max_per_week)
