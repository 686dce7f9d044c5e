"""Sketches into groups: each letter joins the first one that it is like, or waits to be joined.

The index (datasketch's MinHash LSH) holds one letter a group, so a hundred thousand copies of one template cost no more
than one; a letter joins when the estimated share of common phrases reaches the threshold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tonelint.similarity.sketching import PERMUTATIONS, shared_permutations

if TYPE_CHECKING:
    import numpy

    Sketches = numpy.ndarray[Any, Any]


MISSES_COUNT = (0.1, 0.9)
"""How the index weighs false candidates and missed ones: every candidate is held against the threshold again."""


def grouped(sketches: Sketches, threshold: float) -> Iterator[list[int]]:
    """The groups of two letters and more, as row numbers in order; groups come in the order of their first letters."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, weights=MISSES_COUNT)
    permutations = shared_permutations()
    members: dict[int, list[int]] = {}
    known: dict[bytes, int] = {}
    for row in range(len(sketches)):
        values = sketches[row]
        key = values.tobytes()
        leader = known.get(key)
        if leader is None:
            sketch = MinHash(hashvalues=values, permutations=permutations, scheme="affine32", seed=1)
            leader = _leader(index.query(sketch), values, sketches, threshold)
            if leader is None:
                index.insert(row, sketch, check_duplication=False)
                leader = row
            known[key] = leader
        members.setdefault(leader, []).append(row)
    yield from (group for group in members.values() if len(group) > 1)


def _leader(candidates: list[int], values: Any, sketches: Sketches, threshold: float) -> int | None:
    """The likest of the candidates, the earliest among equals; None when none is like enough."""
    if not candidates:
        return None
    candidates.sort()
    same = (sketches[candidates] == values).sum(axis=1)
    likest = int(same.argmax())
    return candidates[likest] if same[likest] >= threshold * PERMUTATIONS else None
