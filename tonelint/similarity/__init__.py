"""A batch of letters held against itself: which of them are one template, and what in each is its own.

    >>> import tonelint
    >>> batch = tonelint.similar(["sent.jsonl"])             # doctest: +SKIP
    >>> [(group.size, group.varies) for group in batch.groups]  # doctest: +SKIP

Nothing here judges or prints; the letters stay in memory and leave it with the answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from tonelint.similarity.model import THRESHOLD, Batch, Group, Member

__all__ = ["THRESHOLD", "Batch", "Group", "Member", "similar"]


def similar(
    paths: Sequence[str | os.PathLike[str]],
    *,
    column: str | None = None,
    threshold: float = THRESHOLD,
    jobs: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> Batch:
    """The letters behind `paths`, grouped by the template they share; the same input gives the same groups.

    Args:
        paths: folders of letters, letters, mailboxes (`.mbox`), tables (`.csv`, `.tsv`, `.jsonl`, `.json`, `.parquet`).
        column: the column of a table that holds the texts; a usual name is looked for when None.
        threshold: from which share of common phrases on (Jaccard similarity, 0 to 1) letters are one template.
        jobs: processes to use; as many as the machine has when None. Small batches take one.
        progress: told how many letters have been read, from time to time.

    Raises:
        ReadingError: none of the paths holds a letter, or a table has no such column.
        TonelintError: a library that this needs is not installed.
        ValueError: `threshold` is not between 0 and 1.
    """
    from tonelint.similarity.groups import grouped
    from tonelint.similarity.sketching import sketched
    from tonelint.similarity.sources import Items
    from tonelint.similarity.variation import described

    if not 0 < threshold < 1:
        raise ValueError(f"threshold lies between 0 and 1, not {threshold}")
    items = Items([Path(path) for path in paths], column)
    names, texts, sketches, problems = sketched(items, jobs=jobs or os.cpu_count() or 1, progress=progress)
    groups = [described(members, names, texts) for members in grouped(sketches, threshold)]
    order = sorted(groups, key=lambda group: -group.size)
    return Batch(len(texts), tuple(order), threshold, (*items.problems, *problems))
