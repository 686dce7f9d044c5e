"""What `--watch` notices, and what may be watched."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from subprocess import PIPE, STDOUT
from threading import Thread

import pytest

from tonelint.cli import run
from tonelint.cli.watch import stamps

ROOT = Path(__file__).parents[2]


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


class Watching:
    """A real `tonelint check --watch`, and what it has said; every wait has an end."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "tonelint", "check", "--watch", "--lang", "en", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(command, stdout=PIPE, stderr=STDOUT, encoding="utf-8", env=environment)
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line)

    def says(self, words: str) -> bool:
        """Whether a line with `words` comes within a minute."""
        try:
            while words not in self._lines.get(timeout=60):
                pass
        except Empty:
            return False
        return True

    def stop(self) -> int:
        """What Ctrl+C does; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Watching]]:
    monkeypatch.chdir(tmp_path)
    started: list[Watching] = []

    def start(*arguments: str) -> Watching:
        started.append(Watching(*arguments))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process there")
def test_a_changed_file_is_checked_again_until_the_writer_stops(
    tmp_path: Path, watching: Callable[..., Watching]
) -> None:
    letter = tmp_path / "letters" / "a.md"
    letter.parent.mkdir()
    letter.write_text("The map.\n", encoding="utf-8")
    running = watching("letters")
    assert running.says("No findings. 1 file, 2 words read.")
    letter.write_text("The map.\n\nOnly 2 seats left!\n", encoding="utf-8")
    assert running.says("a.md:3:1 warning scarcity/stock-left")
    assert running.says("1 file, 1 finding")
    (letter.parent / "b.md").write_text("The river.\n", encoding="utf-8")
    assert running.says("2 files, 1 finding")
    letter.unlink()
    assert running.says("No findings. 1 file, 2 words read.")
    letter.write_text("Only 3 seats left!\n", encoding="utf-8")
    assert running.says("2 files, 1 finding")
    os.utime(letter, ns=(1, 1))
    assert running.says("2 files, 1 finding")  # so the run before this one has ended, and it is the one that counts
    assert running.stop() == 1


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
