"""The hook as a stranger gets it: built from this tree in an environment of its own. Minutes, not seconds."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.hooks.conftest import ROOT, Repository, scratch

NEEDED = (
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
    "tonelint",
    "rules",
    "lexicons",
)


@pytest.fixture
def project(environment: dict[str, str], tmp_path: Path) -> Path:
    """A repository that holds the package and its hooks as they stand in the working tree."""
    made = scratch(tmp_path / "project", environment)
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", *NEEDED],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (made.path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, made.path / name)
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "The package")
    return made.path


@pytest.mark.slow
def test_the_hook_installs_itself_and_stops_pressing_copy(letters: Repository, project: Path) -> None:
    ran = letters.hook("pre-commit", project, "tonelint", "clean.html", "pressing.mjml")
    assert ran.code == 1, ran.said
    assert "pressing.mjml:2:" in ran.said
    assert "scarcity/stock-left" in ran.said
