"""Checking many paths: one that cannot be read is named and the others go on."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tonelint.checker import Checker
from tonelint.cli.configured import Checkers
from tonelint.cli.progress import with_progress
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import ReadingError, TonelintError
from tonelint.model import Document
from tonelint.reading import collect, read_bytes, read_file
from tonelint.reporting import Checked, Failure, Outcome, checked
from tonelint.reporting.words import say

STDIN = "-"


@dataclass(slots=True)
class _Run:
    """What has come together so far."""

    checked: list[Checked] = field(default_factory=list)
    levels: list[FailOn] = field(default_factory=list)
    unreadable: list[Failure] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    hindered: dict[Failure, int] = field(default_factory=dict)
    digest: str = ""


def check_paths(
    paths: Sequence[str], checkers: Checkers, *, stdin_name: str | None, language: MessageLanguage, progress: bool
) -> tuple[Outcome, tuple[FailOn, ...]]:
    """Check `paths`, `-` being standard input; beside the outcome, the level that each checked file fails on.

    A configuration or rule pack with a mistake is one failure, however many files it keeps from being checked.
    """
    run = _Run()
    items = _collected(paths, run)
    for item in with_progress(items, say("checking", language), wanted=progress):
        name = stdin_name or "<stdin>" if item == STDIN else str(item)
        try:
            checker = checkers.for_path(Path(stdin_name or STDIN) if item == STDIN else Path(item))
            run.digest = run.digest or checker.ruleset.digest
            document = _read(item, name, checker)
            if not any(part.text.strip() for part in document.parts):
                raise ReadingError(say("empty", language), path=name)
            run.checked.append(checked(checker.check_document(document), document))
            run.levels.append(checker.config.fail_on)
        except ReadingError as error:
            run.unreadable.append(_failure(error, name))
        except TonelintError as error:
            failure = _failure(error, "")
            run.hindered[failure] = run.hindered.get(failure, 0) + 1
        except Exception as error:  # a fault of ours in one file must not hide what is in the others
            if os.environ.get("TONELINT_TRACEBACK"):
                raise
            fault = f"{type(error).__name__}: {error}"
            run.unreadable.append(Failure(name, say("stumbled", language, fault=fault)))
    for failure, count in run.hindered.items():
        kept = say("kept", language, count=count) if count > 1 else ""
        run.unreadable.append(replace(failure, message=failure.message + kept))
    return Outcome(tuple(run.checked), tuple(run.unreadable), tuple(run.skipped), run.digest), tuple(run.levels)


def _collected(paths: Sequence[str], run: _Run) -> list[Path | str]:
    """The files to check, none of them twice; what stands in the way is noted in `run`."""
    items: dict[Path, Path | str] = {}
    for path in dict.fromkeys(paths):
        if path == STDIN:
            items[Path(STDIN)] = STDIN
            continue
        for found in collect([Path(path)], skipped=lambda file: run.skipped.append(str(file))):
            if isinstance(found, Path):
                items.setdefault(found.absolute(), found)
            else:
                place, _, rest = found.message.partition(": ") if found.message.startswith(path) else ("", "", "")
                run.unreadable.append(Failure(place or path, rest or found.message))
    return list(items.values())


def _failure(error: TonelintError, name: str) -> Failure:
    place = f"{error.path}:{error.line}: " if error.line else f"{error.path}: "
    return Failure(error.path or name, str(error).removeprefix(place), error.line)


def _read(item: Path | str, name: str, checker: Checker) -> Document:
    options = checker.reading_options()
    if item == STDIN:
        return read_bytes(sys.stdin.buffer.read(), name, options=options)
    return read_file(Path(item), options=options)
