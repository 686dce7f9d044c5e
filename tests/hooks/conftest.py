"""Scratch repositories for the hooks: one that has copy in it, and one that offers our hooks, as a remote would.

The real hook runners are called on them. Nothing here touches the hooks or the caches of the person who runs the tests.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNNERS = ("pre-commit", "prek")
PRESSING = "<p>The course starts on 3 December.</p>\n<p>Hurry, only 3 seats left!</p>\n"
CLEAN = "<p>The course starts on 3 December, at 19:00.</p>\n"


@dataclass(frozen=True)
class Ran:
    """How a run ended: the exit code, and everything it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Repository:
    """A git repository in a scratch folder."""

    path: Path
    environment: Mapping[str, str]

    def add(self, name: str, content: str) -> Path:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
        self.git("add", name)
        return file

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.path), "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
        return subprocess.run(command, env=self.environment, check=True, capture_output=True, text=True).stdout

    def run(self, *command: str) -> Ran:
        done = subprocess.run(
            command, cwd=self.path, env=self.environment, capture_output=True, encoding="utf-8", timeout=900
        )
        return Ran(done.returncode, done.stdout + done.stderr)

    def hook(self, runner: str, offered_by: Path, hook: str, *files: str) -> Ran:
        """`pre-commit try-repo` (or prek's), with one hook of the repository at `offered_by`."""
        return self.run(program(runner), "try-repo", str(offered_by), hook, "--verbose", "--files", *files)


def program(name: str) -> str:
    """The path of an installed program, looked for beside this Python first."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        pytest.fail(f"{name} is not installed; it is part of the development extra")
    return found


def scratch(path: Path, environment: Mapping[str, str]) -> Repository:
    """A new git repository without commits."""
    path.mkdir(parents=True)
    made = Repository(path, environment)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment whose `tonelint` is this tree's, and whose hook runners keep their things in a scratch folder."""
    own = tmp_path_factory.mktemp("runners")
    bin_folder = own / "bin"
    bin_folder.mkdir()
    command = bin_folder / "tonelint"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tonelint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "PREK"))}
    return {
        **kept,
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(own / "pre-commit"),
        "PREK_HOME": str(own / "prek"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture(scope="session")
def installed_hooks(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that offers our hooks for an installed tonelint: `language: system`, all else alike."""
    offered = scratch(tmp_path_factory.mktemp("offered") / "hooks", environment)
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    manifest = re.sub(r"\n  additional_dependencies: .*", "", manifest.replace("language: python", "language: system"))
    offered.add(".pre-commit-hooks.yaml", manifest)
    offered.git("commit", "--quiet", "-m", "Offer hooks")
    return offered.path


@pytest.fixture
def letters(environment: dict[str, str], tmp_path: Path) -> Repository:
    """A repository with a clean letter, a pressing one and a button that belittles, all staged."""
    made = scratch(tmp_path / "letters", environment)
    made.add("clean.html", CLEAN)
    made.add("pressing.mjml", PRESSING)
    made.add("button.html", "<p>Summer letters, twice a month.</p>\n<a class='btn'>Get them</a>\n")
    return made
