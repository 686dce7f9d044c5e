"""Checking many paths: one that cannot be read is named and the others go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tonelint.checker import Checker
from tonelint.cli.configured import Checkers
from tonelint.cli.progress import with_progress
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ReadingError
from tonelint.model import Document
from tonelint.reading import collect, read_bytes, read_file
from tonelint.reporting import Checked, Failure, Outcome, checked
from tonelint.reporting.words import say

STDIN = "-"


def check_paths(
    paths: Sequence[str], checkers: Checkers, *, stdin_name: str | None, language: MessageLanguage, progress: bool
) -> tuple[Outcome, tuple[FailOn, ...]]:
    """Check `paths`, `-` being standard input; beside the outcome, the level that each checked file fails on.

    Raises:
        ConfigError: a configuration in force is not valid.
        RuleError: a configured rule pack is not valid.
    """
    todo: list[Path | str] = []
    unreadable: list[Failure] = []
    skipped: list[str] = []
    for path in dict.fromkeys(paths):
        if path == STDIN:
            todo.append(STDIN)
            continue
        for found in collect([Path(path)]):
            if isinstance(found, Path):
                todo.append(found)
            else:
                unreadable.append(Failure(path, found.message))
    done: list[Checked] = []
    levels: list[FailOn] = []
    digest = ""
    for item in with_progress(list(dict.fromkeys(todo)), say("checking", language), wanted=progress):
        name = stdin_name or "<stdin>" if item == STDIN else str(item)
        checker = checkers.for_path(Path(stdin_name or "-") if item == STDIN else Path(item))
        digest = digest or checker.ruleset.digest
        try:
            document = _read(item, name, checker)
            if not any(part.text.strip() for part in document.parts):
                raise ReadingError(say("empty", language), path=name)
            done.append(checked(checker.check_document(document), document))
            levels.append(checker.config.fail_on)
        except ReadingError as error:
            unreadable.append(Failure(name, str(error).removeprefix(f"{name}: ")))
    return Outcome(tuple(done), tuple(unreadable), tuple(skipped), digest), tuple(levels)


def _read(item: Path | str, name: str, checker: Checker) -> Document:
    options = checker.reading_options()
    if item == STDIN:
        return read_bytes(sys.stdin.buffer.read(), name, options=options)
    return read_file(Path(os.fspath(item)), options=options)
