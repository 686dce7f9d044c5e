"""Which files a run reads: the paths that were named, and the copy inside the folders among them. No file is opened
for its text.

Inside a folder only known extensions count, and what `.gitignore` leaves out is left out. A file that is named is read,
whatever its name. The order is stable and nothing comes twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tonelint.model import Problem
from tonelint.sentences import Sentence, reason, words

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Rules = tuple[tuple[Path, "GitIgnoreSpec"], ...]
"""Ignore files with the folders they speak for, the outermost first."""

Known = Callable[[Path, PurePath], object]
"""Whether a file inside a folder is read: its path, and its path from the folder that was named on, that folder's own
name in front."""


def files_behind(
    paths: Sequence[Path], known: Known, skipped: Callable[[Path], object] | None = None
) -> Iterator[Path | Problem]:
    """The files to read, in order, and a problem for each path that is missing or may not be opened;
    a problem names its place when that is not the path that was named.

    Args:
        paths: files and folders, in the order they were named.
        known: whether a file inside a folder is read: anything true says yes.
        skipped: told of each visible file inside a folder that is not read because its name is not known.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            if path.is_dir():
                found = _folder(path, PurePath(_real(path).name), _rules_above(path), known, skipped, set())
            elif path.exists():
                found = iter([path])
            else:
                found = iter([Problem("no such file or folder")])
        except OSError as error:
            found = iter([Problem(Sentence("cannot be opened: {reason}", reason=reason(error)))])
        for one in found:
            if isinstance(one, Path):
                real = _real(one)
                if real in seen:
                    continue
                seen.add(real)
            yield one


def _folder(
    folder: Path,
    shown: PurePath,
    rules: Rules,
    known: Known,
    skipped: Callable[[Path], object] | None,
    above: set[Path],
) -> Iterator[Path | Problem]:
    """The files of one folder and those beneath it; `above` holds the real folders on the way here, against symlink
    loops."""
    real = _real(folder)
    if real in above:
        return
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        said = Sentence("the folder cannot be opened: {reason}", reason=reason(error))
        yield Problem(_at(folder, said) if above else said)
        return
    ignore = folder / ".gitignore"
    if ignore in entries:
        try:
            rules = (*rules, (folder, _spec(ignore)))
        except (OSError, ValueError) as error:
            yield Problem(_at(ignore, Sentence("cannot be read: {reason}", reason=_reason(error))))
    for entry in entries:
        if entry.name == ".git":
            continue
        try:
            inner = entry.is_dir()
            file = not inner and entry.is_file()
        except OSError as error:
            yield Problem(_at(entry, Sentence("cannot be opened: {reason}", reason=reason(error))))
            continue
        if not inner and not file:
            continue
        read = inner or known(entry, shown / entry.name)
        if not read and (skipped is None or entry.name.startswith(".")):
            continue
        if _ignored(entry, rules, folder=inner):
            continue
        if inner:
            yield from _folder(entry, shown / entry.name, rules, known, skipped, above | {real})
        elif read:
            yield entry
        elif skipped:
            skipped(entry)


def _rules_above(folder: Path) -> Rules:
    """The ignore files between the repository's root and a named folder, unless they leave out that very folder."""
    absolute = folder.absolute()
    way = [absolute, *absolute.parents]
    root = next((index for index, one in enumerate(way) if (one / ".git").exists()), None)
    if not root:
        return ()
    rules: Rules = ()
    for one in reversed(way[1 : root + 1]):
        ignore = one / ".gitignore"
        if ignore.is_file():
            rules = (*rules, (one, _spec(ignore)))
    chain = way[:root]
    return () if any(_ignored(one, rules, folder=True) for one in chain) else rules


def _spec(path: Path) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(path.read_text("utf-8", errors="replace").splitlines())


def _ignored(path: Path, rules: Rules, *, folder: bool) -> bool:
    """What git would say: the innermost ignore file that mentions the path decides."""
    for base, spec in reversed(rules):
        whole = path.absolute() if base.is_absolute() else path
        relative = whole.relative_to(base).as_posix() + ("/" if folder else "")
        verdict = spec.check_file(relative).include
        if verdict is not None:
            return verdict
    return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


def _at(place: Path, said: Sentence) -> Sentence:
    return Sentence("{place}: {said}", place=place, said=said)


def _reason(error: Exception) -> Sentence:
    return reason(error) if isinstance(error, OSError) else words(str(error))
