"""How long `tonelint check` takes on a one-sentence file, beside what `import click` costs on the same machine.

Run it from an environment where tonelint is installed: `python benchmarks/startup.py [RUNS]`. The commands take turns,
so that a busy moment slows all of them alike. Prints medians in milliseconds; asserts nothing. The
aim: at most 1.5 times the import of click plus 80 ms.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

SENTENCES = {"ru": "Завтра в библиотеке покажут карту реки.\n", "en": "The library shows the river map tomorrow.\n"}


def medians(commands: Mapping[str, Sequence[str]], runs: int, folder: Path) -> dict[str, float]:
    """The median duration of each command in `folder`. The first run is not counted: it writes what Python compiles
    and warms the disk cache."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    durations: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            started = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True, cwd=folder, env=environment)
            if run:
                durations[name].append((time.perf_counter() - started) * 1000)
    return {name: statistics.median(each) for name, each in durations.items()}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    commands = {"click": [sys.executable, "-c", "import click"]}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for language, sentence in SENTENCES.items():
            for suffix in (".txt", ".md", ".html"):
                letter = Path(folder, f"letter-{language}{suffix}")
                letter.write_text(sentence, encoding="utf-8")
                commands[letter.name] = [sys.executable, "-m", "tonelint", "check", letter.name]
        took = medians(commands, runs, folder)
    click = took.pop("click")
    budget = 1.5 * click + 80
    print(f"python -c 'import click'   {click:6.0f} ms")
    print(f"budget (x 1.5 + 80 ms)     {budget:6.0f} ms")
    for name, duration in took.items():
        print(f"tonelint check {name:15} {duration:4.0f} ms{'' if duration <= budget else '   over the budget'}")


if __name__ == "__main__":
    main()
