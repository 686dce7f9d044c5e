"""What earlier runs have found, asked before a file is checked again.

Results are kept beside the configuration, or at the top of the repository; where there is neither, nothing is kept:
checking one letter on a desktop leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.checker import Checker
from tonelint.cli.configured import Checkers
from tonelint.cli.one import Done, How, Item, item_bytes
from tonelint.errors import TonelintError

if TYPE_CHECKING:
    from tonelint.cache import Results


class Memory:
    """The stored results of one run, and what it adds to them."""

    def __init__(self, checkers: Checkers, how: How) -> None:
        self._checkers = checkers
        self._how = how
        self._by_checker: dict[int, Results | None] = {}
        self._digests: dict[Item, str] = {}

    def recall(self, item: Item) -> Done | None:
        """The result for a file that is as it was; None when it has to be checked."""
        if item.path is None or item.change is not None or self._how.details.texts or self._how.measures:
            return None
        try:
            checker = self._checkers.for_file(item.place)
            stored = self._stored(checker)
            if stored is None:
                return None
            from tonelint.cache import digest_of

            digest = digest_of(item_bytes(item, checker))
        except TonelintError:  # told when the file is checked
            return None
        self._digests[item] = digest
        found = stored.get(str(item.place.absolute()), digest)
        if found is None:
            return None
        return Done(replace(found, report=replace(found.report, name=item.name)), checker.config.fail_on)

    def keep(self, item: Item, done: Done) -> None:
        """Remembers a result that will be the same next time."""
        if done.keep and done.checked is not None and item.path is not None and item in self._digests:
            stored = self._stored(self._checkers.for_file(item.place))
            if stored is not None:
                stored.put(str(item.place.absolute()), self._digests[item], done.checked)

    def save(self) -> None:
        """Writes down what this run has added."""
        for stored in self._by_checker.values():
            if stored is not None:
                stored.save()

    def _stored(self, checker: Checker) -> Results | None:
        if id(checker) not in self._by_checker:
            folder = None if checker.facts is not None else _folder(checker.config.source)
            self._by_checker[id(checker)] = self._stored_in(folder, checker) if folder else None
        return self._by_checker[id(checker)]

    def _stored_in(self, folder: Path, checker: Checker) -> Results:
        """The results kept in `folder`, under everything beside the file that a result depends on, the day included."""
        from tonelint.cache import FOLDER, program, results
        from tonelint.judging.identity import fingerprint

        day = (self._how.clock or datetime.now().astimezone()).date()
        config = replace(checker.config, source=None, fail_on="warning", baseline=None)
        name = fingerprint(program(), checker.ruleset.digest, repr(config), checker.language, self._how.details, day)
        return results(folder / FOLDER, name)


def _folder(source: Path | None) -> Path | None:
    if source is not None:
        return source.parent
    here = Path.cwd()
    try:
        return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), None)
    except PermissionError:
        return None
