"""Checking one file, here or in a process of its own. What goes in and what comes out can be sent between processes."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tonelint.cli.configured import Checkers
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ReadingError, TonelintError
from tonelint.reading import read_bytes
from tonelint.reporting import Checked, Details, Failure, checked
from tonelint.reporting.outcome import PLAIN, without
from tonelint.reporting.words import say
from tonelint.sentences import Sentence, reason, told

if TYPE_CHECKING:
    from tonelint.changes import Change
    from tonelint.checker import Checker
    from tonelint.judging.facts import Facts
    from tonelint.model import Document
    from tonelint.reading.containers import Member

PORTION = 32
"""Files that a process takes at a time, at most."""
WARMING = 4
"""Files that are checked before the work is shared out; with no more than that it is not worth sharing."""


@dataclass(frozen=True, slots=True)
class How:
    """What a run checks with: the command line's settings, the facts, the clock, what the formats want to know."""

    given: dict[str, Any] = field(default_factory=dict)
    config_path: Path | None = None
    facts: Facts | None = None
    measures: bool = False
    details: Details = PLAIN
    language: MessageLanguage = "en"
    clock: datetime | None = None

    def checkers(self) -> Checkers:
        """The checkers of such a run."""
        return Checkers(self.given, self.config_path, facts=self.facts, measures=self.measures, clock=self.clock)


class Item(NamedTuple):
    """Something to check: a file, or standard input when there is no path; `change` says what git knows of it.

    For a document in a container `path` is that of the container.
    """

    name: str
    path: Path | None = None
    change: Change | None = None
    known_as: Path = Path("-")
    member: Member | None = None

    @property
    def place(self) -> Path:
        """What settings go by: the file, the name of a document in a container, the name that standard input has."""
        return Path(self.name) if self.member else self.path or self.known_as


class Done(NamedTuple):
    """What came of one file. A hindered one was kept from being checked by a mistake elsewhere."""

    checked: Checked | None = None
    level: FailOn = "warning"
    failure: Failure | None = None
    hindered: bool = False
    keep: bool = False
    """Whether the same file would give the same result for the rest of the day."""


def check_one(item: Item, checkers: Checkers, how: How) -> Done:
    """Check one file; what goes wrong with it is part of the result."""
    try:
        checker = checkers.for_file(item.place)
        data = item_bytes(item, checker)
        document = _document(data, item, checker)
        if not any(part.text.strip() for part in document.parts):
            raise ReadingError(say("empty", how.language), path=item.name)
        found = checked(checker.check_document(document), document, data, how.details)
        if item.change is not None:
            found = _touched(found, document, item, checker)
        return Done(found, checker.config.fail_on, keep=_lasting(found, checker))
    except ReadingError as error:
        return Done(failure=failure_of(error, item.name, how.language))
    except TonelintError as error:
        return Done(failure=failure_of(error, "", how.language), hindered=True)
    except Exception as error:  # a fault of ours in one file must not hide what is in the others
        if os.environ.get("TONELINT_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}"
        return Done(failure=Failure(item.name, say("stumbled", how.language, fault=fault)))


def check_each(items: Sequence[Item], checkers: Checkers, how: How, jobs: int) -> Iterator[Done]:
    """Check `items` with `jobs` processes; the results come in the order of the items."""
    if jobs < 2 or len(items) <= WARMING or any(item.path is None for item in items):  # standard input is only here
        for item in items:
            yield check_one(item, checkers, how)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    for item in items[:WARMING]:  # what these load and unpack is there already where processes fork
        yield check_one(item, checkers, how)
    items = items[WARMING:]
    portion = max(1, min(PORTION, len(items) // (jobs * 4)))
    try:
        with ProcessPoolExecutor(min(jobs, len(items)), initializer=_begin, initargs=(how,)) as pool:
            yield from pool.map(_work, items, chunksize=portion)
    except BrokenProcessPool as error:
        raise TonelintError("a process ended before its work was done; try again with -j 1") from error


def processes(jobs: int) -> int:
    """How many processes `-j` asks for; 0 is one for each core that we may use."""
    if jobs:
        return jobs
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def failure_of(error: TonelintError, name: str, language: MessageLanguage) -> Failure:
    """An error as a failure of the file that it names, else of `name`."""
    return Failure(error.path or name, told(error.message, language), error.line)


_here: list[tuple[Checkers, How]] = []
"""What a process of its own checks with; set once, when it begins."""


def _begin(how: How) -> None:
    _here[:] = [(how.checkers(), how)]


def _work(item: Item) -> Done:
    checkers, how = _here[0]
    return check_one(item, checkers, how)


def item_bytes(item: Item, checker: Checker) -> bytes:
    """What is to be checked.

    Raises:
        ReadingError: it cannot be read.
    """
    if item.path is None:
        return sys.stdin.buffer.read()
    now = contents_now(item.change) if item.change else None
    limit = checker.reading_options().max_bytes
    if item.member is not None:
        from tonelint.reading.containers import contents

        return contents(item.member, limit, now)
    return file_bytes(item.path, limit) if now is None else now


def _document(data: bytes, item: Item, checker: Checker) -> Document:
    """The document in `data`; one in a container is only to be looked at."""
    if item.member is None:
        return read_bytes(data, item.name, options=checker.reading_options())
    document = read_bytes(data, item.name, format=item.member.format, options=checker.reading_options())
    return replace(document, parts=tuple(replace(part, writable=False) for part in document.parts))


@lru_cache(maxsize=2)
def contents_now(change: Change) -> bytes | None:
    """`Change.now`, asked of git once for all documents of a container."""
    return change.now()


@lru_cache(maxsize=2)
def _contents_before(change: Change) -> bytes | None:
    return change.before()


def file_bytes(path: Path, limit: int) -> bytes:
    """The contents of a file, read no further than one byte past `limit`.

    Raises:
        ReadingError: it is missing, forbidden, or no file.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise ReadingError(Sentence("cannot be read: {reason}", reason=reason(error)), path=str(path)) from error


def _touched(found: Checked, document: Document, item: Item, checker: Checker) -> Checked:
    """Without the findings on sentences that the old version has too; an old version that nobody can read has none.

    A sentence that a comment silenced in the old version, and that no comment silences now, counts as touched.
    """
    from tonelint.judging.suppressions import mentions
    from tonelint.judging.touched import untouched

    before = _contents_before(item.change) if item.change and found.report.findings else None
    if not before:
        return found
    try:
        if item.member is not None:
            from tonelint.reading.containers import contents

            before = contents(item.member, checker.reading_options().max_bytes, before)
        old = _document(before, item, checker)
    except ReadingError:
        return found
    gone = untouched(found.report.findings, document, old)
    if gone and mentions(old):
        gone &= _told_before(found, old, checker)
    left = tuple(one for number, one in enumerate(found.report.findings) if number not in gone)
    return without(found, gone, replace(found.report, findings=left))


def _told_before(found: Checked, old: Document, checker: Checker) -> frozenset[int]:
    """The numbers of the findings that the old version gave as well, its own comments heard."""
    from tonelint.judging.baseline import known
    from tonelint.judging.identity import sentence_of

    before = checker.check_document(old)
    if not before.suppressed:
        return frozenset(range(len(found.report.findings)))
    keys = [(one.rule, words) for one, words in zip(found.report.findings, found.sentences, strict=True)]
    return known(keys, Counter((one.rule, sentence_of(one, old)) for one in before.findings))


def _lasting(found: Checked, checker: Checker) -> bool:
    """Facts and measures are looked at anew every time, and so is everything that was held against a clock."""
    settled = any(claim.status != "unsupported" or isinstance(claim.value, str) for claim in found.report.claims)
    return checker.facts is None and not found.report.measures and not settled and not found.texts
