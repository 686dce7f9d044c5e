"""What `--watch` notices, and what may be watched."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from tonelint.cli import run
from tonelint.cli.watch import stamps


def test_a_change_a_new_file_and_a_lost_one_are_noticed(tmp_path: Path) -> None:
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text("The map.", encoding="utf-8")
    names = [str(one), str(two)]
    first = stamps(names)
    assert stamps(names) == first
    os.utime(one, ns=(1, 1))
    second = stamps(names)
    assert second != first
    two.write_text("The river.", encoding="utf-8")
    third = stamps(names)
    assert third != second
    two.unlink()
    assert stamps(names) == second


def test_standard_input_is_not_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--lang", "en", "--watch", "-"]) == 2
    assert "--watch looks at files, not at standard input" in capsys.readouterr().err


def test_standard_input_beside_files_is_read_with_several_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("The map.", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Осталось всего 2 места!".encode())))
    assert run(["check", "--lang", "en", "-j", "2", "-", "a.md"]) == 1
    assert "<stdin>:1:1" in capsys.readouterr().out
