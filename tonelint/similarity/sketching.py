"""Letters as MinHash sketches of their phrases: read and sketched in chunks, in several processes when there are many.

A phrase is three words in a row; figures and names count as one word each (see `skeleton`). Sixty-four permutations
estimate the share of common phrases to within about six hundredths. Chunks come back in the order they went out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tonelint.errors import ReadingError, TonelintError
from tonelint.model import Problem
from tonelint.similarity.sources import Item, Items

if TYPE_CHECKING:
    import numpy

    Sketches = numpy.ndarray[Any, Any]

PERMUTATIONS = 64
PHRASE = 3
"""Words in a phrase."""
LEAST_LEFT = 6
"""With fewer words beside figures and names, a letter is compared as it is written."""
CHUNK = 1000
"""Letters that travel together."""

_WORD = re.compile(r"\w+")

Chunk = tuple[list[str], list[bytes], "Sketches", list[tuple[str, Problem]]]


def sketched(
    items: Items, *, jobs: int, progress: Callable[[int], object] | None
) -> tuple[list[str], list[bytes], Sketches, list[tuple[str, Problem]]]:
    """The names, texts (UTF-8) and sketches (one row a letter) of all letters, and what could not be read.

    Raises:
        ReadingError: there is not a single letter.
        TonelintError: datasketch is not installed.
    """
    try:
        import numpy
    except ImportError:
        raise _missing() from None
    shared_permutations()
    names: list[str] = []
    texts: list[bytes] = []
    rows: list[Sketches] = []
    problems: list[tuple[str, Problem]] = []
    for some_names, some_texts, some_rows, some_problems in _chunks(iter(items), jobs):
        names += some_names
        texts += some_texts
        rows.append(some_rows)
        problems += some_problems
        if progress is not None:
            progress(len(texts))
    if not texts:
        known = [*items.problems, *problems]
        name, reason = (known[0][0], known[0][1].message) if known else ("", "no letters found")
        raise ReadingError(reason, path=name)
    return names, texts, numpy.concatenate(rows), problems


def phrases(words: Sequence[str]) -> list[int]:
    """A number of 32 bits for each phrase of a text, in order; the ends of the text are words of their own."""
    import numpy

    numbers = numpy.array([0, 0, *(crc32(word.encode()) for word in words), 0, 0], dtype=numpy.uint32)
    first, second, third = numbers[:-2], numbers[1:-1], numbers[2:]
    mixed = (
        (first * numpy.uint32(0x9E3779B1)) ^ (second * numpy.uint32(0x85EBCA77)) ^ (third * numpy.uint32(0xC2B2AE3D))
    )
    found: list[int] = mixed.tolist()
    return found


def pairs(words: Sequence[str]) -> list[int]:
    """A number of 64 bits for each two words in a row, in order; the ends of the text are words of their own."""
    numbers = [0, *(crc32(word.encode()) for word in words), 0]
    return [first << 32 | second for first, second in pairwise(numbers)]


def skeleton(text: str) -> list[str]:
    """The words of a text as sketches see them: folded, every figure one and the same, every run of capitals too.

    So letters of one template are alike however many names, dates and sums are filled in. Words in capitals throughout
    are shouted, not names; where little else is left than figures and names, every word counts as it is.
    """
    written = _WORD.findall(text)
    words: list[str] = []
    for word in written:
        is_name = word[0].isupper() and (len(word) == 1 or not word.isupper())
        seen = "0" if word[0].isdigit() else "A" if is_name else word.lower().replace("ё", "е")
        if seen not in ("0", "A") or not words or words[-1] != seen:
            words.append(seen)
    left = sum(word not in ("0", "A") for word in words)
    return words if left >= max(LEAST_LEFT, len(written) / 2) else [word.lower().replace("ё", "е") for word in written]


def sketch_chunk(items: Sequence[Item]) -> Chunk:
    """The letters of one chunk read and sketched; runs in a process of its own."""
    import numpy
    from datasketch import MinHash

    permutations = shared_permutations()
    names: list[str] = []
    texts: list[bytes] = []
    rows: list[Any] = []
    problems: list[tuple[str, Problem]] = []
    for item in items:
        try:
            text = item.read()
        except ReadingError as error:
            problems.append((item.name, Problem(error.message)))
            continue
        words = skeleton(text)
        if not words:
            problems.append((item.name, Problem("the letter says nothing")))
            continue
        sketch = MinHash(num_perm=PERMUTATIONS, hashfunc=_itself, permutations=permutations, scheme="affine32", seed=1)
        sketch.update_batch(set(phrases(words)))
        names.append(item.name)
        texts.append(text.encode("utf-8", "replace"))
        rows.append(sketch.hashvalues)
    matrix = numpy.array(rows, dtype=numpy.uint32).reshape(len(rows), PERMUTATIONS)
    return names, texts, matrix, problems


def _chunks(items: Iterator[Item], jobs: int) -> Iterator[Chunk]:
    """The chunks in order; other processes are started only when there is more than one chunk each."""
    waiting = [list(islice(items, CHUNK)) for _ in range(jobs + 1)]
    if jobs == 1 or not waiting[-1]:
        for one in waiting:
            if one:
                yield sketch_chunk(one)
        while one := list(islice(items, CHUNK)):
            yield sketch_chunk(one)
        return
    with ProcessPoolExecutor(jobs) as pool:
        pending: deque[Future[Chunk]] = deque(pool.submit(sketch_chunk, one) for one in waiting)
        while pending:
            done = pending.popleft().result()
            if following := list(islice(items, CHUNK)):
                pending.append(pool.submit(sketch_chunk, following))
            yield done


@cache
def shared_permutations() -> Any:
    """The permutations of all sketches; making them anew for each would cost more than the sketch."""
    try:
        from datasketch import MinHash
    except ImportError:
        raise _missing() from None
    return MinHash(num_perm=PERMUTATIONS, hashfunc=_itself, seed=1).permutations


def _itself(number: int) -> int:
    return number


def _missing() -> TonelintError:
    return TonelintError("comparing letters needs datasketch; install it with: pip install 'tonelint[similar]'")
