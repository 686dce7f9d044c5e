"""The checker for each file: the closest configuration decides, what the command line says comes on top."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tonelint.checker import Checker
from tonelint.cli.options import overridden
from tonelint.config import Config, find_config, load_config

if TYPE_CHECKING:
    from tonelint.judging.facts import Facts


class Checkers:
    """Finds the checker for a path; folders that share a configuration share a checker.

    `given` holds the command line's own settings by their name in `Config`, None where an option was not used. The
    machine's clock is read once, for letters that say no time of their own. `first` is the first checker asked for.
    """

    def __init__(
        self,
        given: dict[str, Any],
        config_path: Path | None = None,
        *,
        facts: Facts | None = None,
        measures: bool = False,
        clock: datetime | None = None,
    ) -> None:
        self._given = given
        self._measures = measures
        self._facts = facts
        self._clock = clock or datetime.now().astimezone()
        self.first: Checker | None = None
        self._fixed = load_config(config_path) if config_path else None
        self._by_source: dict[Path | None, Checker] = {}
        self._by_folder: dict[Path, Checker] = {}

    def for_path(self, path: Path) -> Checker:
        """The checker for the file or folder `path`, which need not exist.

        Raises:
            ConfigError: the configuration in force is not valid.
        """
        return self._for_folder(path if _is_folder(path) else path.parent).for_file(path)

    def for_file(self, path: Path) -> Checker:
        """The same for a path that is known to be no folder."""
        return self._for_folder(path.parent).for_file(path)

    def _for_folder(self, folder: Path) -> Checker:
        if folder not in self._by_folder:
            source = None if self._fixed else find_config(folder)
            if source not in self._by_source:
                config = self._fixed or (load_config(source) if source else Config())
                self._by_source[source] = Checker(
                    overridden(config, self._given), facts=self._facts, clock=self._clock, measures=self._measures
                )
            self._by_folder[folder] = self._by_source[source]
            self.first = self.first or self._by_source[source]
        return self._by_folder[folder]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except PermissionError:  # what may not be looked at is told when it is read
        return False
