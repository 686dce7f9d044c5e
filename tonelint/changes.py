"""What git says has changed: the files, what they were called, what they held. git is asked, never told.

Against a revision the working tree is compared with the point where the two histories parted, new files included; with
`staged` the index is compared with the last commit, and the index is what is read.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tonelint.errors import ReadingError, TonelintError
from tonelint.sentences import Sentence, words


class GitError(TonelintError):
    """git is missing, this is no repository, or the history does not hold what was asked for."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed file: what git calls its old and new contents, empty for a new file or for the file on disk."""

    root: Path
    old: str
    new: str = ""

    def before(self) -> bytes | None:
        """The old contents; None when the file is new."""
        return _show(self.root, self.old) if self.old else None

    def now(self) -> bytes | None:
        """The contents to check; None when they are those of the file on disk."""
        return _show(self.root, self.new) if self.new else None


def changed_since(base: str, folder: Path) -> Mapping[Path, Change]:
    """The files that differ from where this branch left `base`, by their absolute path; untracked ones are new.

    Raises:
        GitError: git is missing, `folder` is in no repository, nobody knows `base`, or a shallow clone ends too early.
    """
    root = _root(folder)
    if base.startswith("-"):
        raise GitError(Sentence("'{base}' is not the name of a revision", base=base))
    try:
        _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    except GitError:
        hint = words("; this clone is shallow, so fetch it first: git fetch origin <branch>" if _shallow(root) else "")
        raise GitError(Sentence("git knows no revision '{base}' here{hint}", base=base, hint=hint)) from None
    try:
        start = _git(root, "merge-base", base, "HEAD").decode().strip()
    except GitError:
        if _shallow(root):
            message = (
                "the history of this shallow clone ends before the point where it left '{base}'; "
                "fetch more of it: git fetch --unshallow, or fetch-depth: 0 in the checkout step"
            )
            raise GitError(Sentence(message, base=base)) from None
        message = "'{base}' and what is checked out here have no commit in common"
        raise GitError(Sentence(message, base=base)) from None
    found = _listed(root, start, "diff", "--name-status", "-z", "-M", "--no-ext-diff", start)
    for name in _names(_git(root, "ls-files", "--others", "--exclude-standard", "-z")):
        found[root / name] = Change(root, "")
    return found


def staged(folder: Path) -> Mapping[Path, Change]:
    """The files that are staged for the next commit, by their absolute path; what is read is what is staged.

    Raises:
        GitError: git is missing, or `folder` is in no repository.
    """
    root = _root(folder)
    first = False
    try:
        _git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except GitError:  # nothing has been committed yet: everything is new
        first = True
    against = [_git(root, "hash-object", "-t", "tree", os.devnull).decode().strip()] if first else []
    listed = _listed(root, "HEAD", "diff", "--cached", "--name-status", "-z", "-M", "--no-ext-diff", *against)
    return {
        path: Change(root, "" if first else one.old, f":{path.relative_to(root).as_posix()}")
        for path, one in listed.items()
    }


def _listed(root: Path, revision: str, *arguments: str) -> dict[Path, Change]:
    """`git diff --name-status -z` as changes; a renamed file knows its old name, a deleted one is left out."""
    found: dict[Path, Change] = {}
    fields = iter(_names(_git(root, *arguments)))
    for status in fields:
        name = next(fields)
        if status[0] in "RC":
            found[root / next(fields)] = Change(root, f"{revision}:{name}")
        elif status[0] == "A":
            found[root / name] = Change(root, "")
        elif status[0] != "D":
            found[root / name] = Change(root, f"{revision}:{name}")
    return found


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _root(folder: Path) -> Path:
    try:
        return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))).resolve()
    except GitError as error:
        if "not a git repository" in str(error):
            raise GitError("this folder is in no git repository, so there is nothing to compare with") from None
        raise


def _shallow(root: Path) -> bool:
    return _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _show(root: Path, name: str) -> bytes:
    try:
        return _git(root, "cat-file", "blob", name)
    except GitError as error:
        raise ReadingError(Sentence("git could not show {name}: {what}", name=name, what=error.message)) from error


def _git(folder: Path, *arguments: str) -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False, env=environment)
    except FileNotFoundError:
        raise GitError("git is not installed here, and only git knows what has changed") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        what = words(said[0].removeprefix("fatal: ") if said else "")
        raise GitError(what or Sentence("git {command} failed", command=arguments[0]))
    return done.stdout
