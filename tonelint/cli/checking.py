"""Checking many paths: one that cannot be read is named and the others go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tonelint.cli.configured import Checkers
from tonelint.cli.one import Done, How, Item, check_each, contents_now, failure_of
from tonelint.cli.progress import with_progress
from tonelint.cli.remembered import Memory
from tonelint.config import FailOn, MessageLanguage
from tonelint.errors import TonelintError
from tonelint.reading import collect
from tonelint.reading.containers import is_container, members
from tonelint.reporting import Checked, Failure, Outcome
from tonelint.reporting.words import say
from tonelint.sentences import told

if TYPE_CHECKING:
    from tonelint.changes import Change
    from tonelint.cli.known import Known

STDIN = "-"


class Which(NamedTuple):
    """What is to be checked, and how the work is shared out.

    `changes` are the only files that count, when given; `excluded` asks for `exclude` to hold for named files too.
    """

    paths: Sequence[str]
    stdin_name: str | None = None
    changes: Mapping[Path, Change] | None = None
    excluded: bool = False
    jobs: int = 1
    remember: bool = True
    progress: bool = False


@dataclass(slots=True)
class _Run:
    """What has come together so far."""

    checked: list[Checked] = field(default_factory=list)
    levels: list[FailOn] = field(default_factory=list)
    unreadable: list[Failure] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    hindered: dict[Failure, int] = field(default_factory=dict)


def check_paths(
    which: Which, checkers: Checkers, how: How, known: Known | None = None
) -> tuple[Outcome, tuple[FailOn, ...]]:
    """Check what `which` names; beside the outcome, the level that each checked file fails on.

    A configuration or rule pack with a mistake is one failure, however many files it keeps from being checked.

    Args:
        known: the baselines whose findings are left out.
    """
    run = _Run()
    items = _collected(which, checkers, run, how.language)
    results = _results(items, which, checkers, how)
    progress = with_progress(results, say("checking", how.language), total=len(items), wanted=which.progress)
    for item, done in zip(items, progress, strict=True):
        if done.checked is not None:
            left = known.without(done.checked, item.place) if known else done.checked
            run.checked.append(left)
            run.levels.append(done.level)
        elif done.failure is not None and done.hindered:
            run.hindered[done.failure] = run.hindered.get(done.failure, 0) + 1
        elif done.failure is not None:
            run.unreadable.append(done.failure)
    for failure, count in run.hindered.items():
        kept = say("kept", how.language, count=count) if count > 1 else ""
        run.unreadable.append(replace(failure, message=failure.message + kept))
    if known:
        run.unreadable += known.failures
    ruleset = checkers.first.ruleset if run.checked and checkers.first else None
    rules = {}
    if ruleset and how.details.changes:
        found = {one.rule for each in run.checked for one in each.report.findings}
        rules = {rule: ruleset.info(rule) for rule in sorted(found) if rule in ruleset.statuses}
    outcome = Outcome(
        tuple(run.checked), tuple(run.unreadable), tuple(run.skipped), ruleset.digest if ruleset else "",
        rules=rules, excluded=tuple(run.excluded),
    )  # fmt: skip
    return outcome, tuple(run.levels)


def files_to_check(which: Which, checkers: Checkers) -> tuple[str, ...]:
    """The names of the files that `check_paths` would read."""
    return files_and_failures(which, checkers, "en")[0]


def files_and_failures(
    which: Which, checkers: Checkers, language: MessageLanguage
) -> tuple[tuple[str, ...], tuple[Failure, ...]]:
    """The names of the files that `check_paths` would read, and the paths that it could not open."""
    run = _Run()
    items = _collected(which, checkers, run, language)
    return tuple(item.name for item in items), tuple(run.unreadable)


def _results(items: Sequence[Item], which: Which, checkers: Checkers, how: How) -> Iterator[Done]:
    """The results in the order of the items: what is remembered from before, and the rest checked."""
    memory = Memory(checkers, how) if which.remember else None
    before = [memory.recall(item) if memory else None for item in items]
    todo = [item for item, done in zip(items, before, strict=True) if done is None]
    fresh = check_each(todo, checkers, how, which.jobs)
    for item, done in zip(items, before, strict=True):
        if done is not None:
            yield done
            continue
        found = next(fresh)
        if memory:
            memory.keep(item, found)
        yield found
    if memory:
        memory.save()


def _collected(which: Which, checkers: Checkers, run: _Run, language: MessageLanguage) -> list[Item]:
    """The files to check, none of them twice; what stands in the way is noted in `run`."""
    items: dict[Path, Item] = {}
    for path in dict.fromkeys(which.paths):
        if path == STDIN:
            items[Path(STDIN)] = Item(which.stdin_name or "<stdin>", known_as=Path(which.stdin_name or STDIN))
            continue
        for found in collect([Path(path)], skipped=lambda file: run.skipped.append(str(file))):
            if not isinstance(found, Path):
                said = told(found.message, language)
                place, _, rest = said.partition(": ") if said.startswith(path) else ("", "", "")
                run.unreadable.append(Failure(place or path, rest or said))
            elif (which.excluded or str(found) != path) and is_excluded(found, checkers):
                run.excluded.append(str(found))
            else:
                change = _change(found, which.changes)
                if which.changes is None or change is not None:
                    for item in _items(found, change, checkers, run, language):
                        items.setdefault(item.place.absolute(), item)
    return list(items.values())


def _items(
    path: Path, change: Change | None, checkers: Checkers, run: _Run, language: MessageLanguage
) -> Iterator[Item]:
    """What there is to check in a file: itself, or the documents that it holds."""
    if not is_container(path):
        yield Item(str(path), path, change)
        return
    try:
        now = contents_now(change) if change else None
        for member in members(path, data=now, skipped=run.skipped.append):
            item = Item(member.name, path, change, member=member)
            if is_excluded(item.place, checkers):
                run.excluded.append(item.name)
            else:
                yield item
    except TonelintError as error:
        run.unreadable.append(failure_of(error, str(path), language))


def _change(path: Path, changes: Mapping[Path, Change] | None) -> Change | None:
    if changes is None:
        return None
    absolute = path.absolute()
    return changes.get(absolute.parent.resolve() / absolute.name)


def is_excluded(path: Path, checkers: Checkers) -> bool:
    """Whether the configuration in force for `path` leaves it out."""
    try:
        exclude = checkers.for_file(path).config.exclude
    except TonelintError:  # told when the file is checked
        return False
    return exclude is not None and exclude.match(path)
