"""Command-line cases as data: a folder of `cases/` holds what is there, what is typed and what should come of it.

`case.toml` says:
    args     what follows `tonelint`
    exit     the exit code
    stdin    text for standard input
    env      environment variables on top of a Russian- and colour-free environment
    make     files that git cannot keep: `{ text = "a", times = 5 }`, `{ hex = "00ff" }`, `{ mode = 0 }` (a folder)
    stdout, stderr              texts that must occur, in this order
    stdout_lacks, stderr_lacks  texts that must not
Files below `input/` are copied to the working folder. `expected.txt`, when there, is the whole standard output.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tonelint.cli import run

CASES = Path(__file__).parent / "cases"
SPEAKING = ("TONELINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR")


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir() if (path / "case.toml").is_file()))
def test_the_command_line_does_what_the_case_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tomllib.loads((CASES / name / "case.toml").read_text(encoding="utf-8"))
    if (CASES / name / "input").is_dir():
        shutil.copytree(CASES / name / "input", tmp_path, dirs_exist_ok=True)
    for file, content in case.get("make", {}).items():
        make(tmp_path / file, content)
    monkeypatch.chdir(tmp_path)
    for variable in SPEAKING:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in case.get("env", {}).items():
        monkeypatch.setenv(variable, value)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.get("stdin", "").encode())))

    with without_privileges(case, capsys):
        code = run(case["args"])

    out, err = capsys.readouterr()
    assert code == case["exit"], f"{out}\n--- standard error\n{err}"
    assert_in_order(case.get("stdout", []), out)
    assert_in_order(case.get("stderr", []), err)
    assert not [text for text in case.get("stdout_lacks", []) if text in out]
    assert not [text for text in case.get("stderr_lacks", ["Traceback"]) if text in err]
    if case["exit"] != 2:
        assert err == ""
    expected = CASES / name / "expected.txt"
    if expected.is_file():
        assert out == expected.read_text(encoding="utf-8")


def make(path: Path, content: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if "mode" in content:
        path.mkdir()
        path.chmod(int(str(content["mode"])))
    elif "hex" in content:
        path.write_bytes(bytes.fromhex(str(content["hex"])))
    else:
        path.write_text(
            str(content["text"]) * int(str(content.get("times", 1))), encoding=str(content.get("encoding", "utf-8"))
        )


@contextmanager
def without_privileges(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """For a case about permissions the superuser, who may read everything, becomes nobody for a while."""
    if not any("mode" in content for content in case.get("make", {}).values()) or os.geteuid() != 0:
        yield
        return
    run(case["args"])  # whatever is imported late has to be imported while we may
    capsys.readouterr()
    Path.cwd().chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def assert_in_order(texts: list[str], whole: str) -> None:
    at = 0
    for text in texts:
        found = whole.find(text, at)
        assert found != -1, f"{text!r} does not occur after position {at} of:\n{whole}"
        at = found + len(text)
