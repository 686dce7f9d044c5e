"""The baselines of a run: which one a file goes by, and what is left of its findings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.cli.configured import Checkers
from tonelint.cli.one import failure_of
from tonelint.config import MessageLanguage
from tonelint.errors import TonelintError
from tonelint.reading.containers import box_of
from tonelint.reporting import Checked, Failure
from tonelint.reporting.outcome import without

if TYPE_CHECKING:
    from tonelint.judging.baseline import Baseline, Key


class Known:
    """Leaves out the findings that a baseline knows: the one asked for, else that of each file's configuration.

    A baseline with a mistake is told once, in `failures`, and then knows nothing.
    """

    def __init__(self, checkers: Checkers, asked: Path | None, language: MessageLanguage) -> None:
        self._checkers = checkers
        self._language = language
        self._asked = asked
        self._read: dict[Path, Baseline] = {}
        self.failures: list[Failure] = []

    def without(self, found: Checked, path: Path) -> Checked:
        """`found` without the findings that are known of the file at `path`."""
        source = self._asked or self._checkers.for_file(path).config.baseline
        if source is None or not found.report.findings:
            return found
        from tonelint.judging.baseline import entries_for, known

        folder = source.absolute().parent
        entries = entries_for(
            name_from(folder, path), self._baseline(source), lambda name: box_of(folder / name).exists()
        )
        gone = known(keys_of(found), entries)
        left = tuple(one for number, one in enumerate(found.report.findings) if number not in gone)
        return without(found, gone, replace(found.report, findings=left, baselined=len(gone)))

    def _baseline(self, source: Path) -> Baseline:
        if source not in self._read:
            from tonelint.judging.baseline import Baseline, read_baseline

            try:
                self._read[source] = read_baseline(source)
            except TonelintError as error:
                self.failures.append(failure_of(error, str(source), self._language))
                self._read[source] = Baseline({})
        return self._read[source]


def keys_of(found: Checked) -> tuple[Key, ...]:
    """The findings as a baseline knows them."""
    return tuple((one.rule, words) for one, words in zip(found.report.findings, found.sentences, strict=True))


def name_from(folder: Path, path: Path) -> str:
    """A file's name in a baseline that lies in `folder`; the whole path when the file lies elsewhere."""
    absolute = path.absolute()
    return (absolute.relative_to(folder) if absolute.is_relative_to(folder) else absolute).as_posix()
