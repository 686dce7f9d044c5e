"""How long `tonelint check` takes on a one-sentence file, beside what `import click` costs on the same machine.

Run it from an environment where tonelint is installed: `python benchmarks/startup.py [RUNS]`. Prints medians in
milliseconds; asserts nothing. The aim: at most 1.5 times the import of click plus 80 ms.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCES = {"ru": "Завтра в библиотеке покажут карту реки.\n", "en": "The library shows the river map tomorrow.\n"}


def median(command: list[str], runs: int) -> float:
    """The median duration of `command` in milliseconds, after one run that warms the disk cache."""
    durations = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, check=False, capture_output=True)
        durations.append((time.perf_counter() - started) * 1000)
    return statistics.median(durations[1:])


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    click = median([sys.executable, "-c", "import click"], runs)
    budget = 1.5 * click + 80
    print(f"python -c 'import click'   {click:6.0f} ms")
    print(f"budget (x 1.5 + 80 ms)     {budget:6.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        for language, sentence in SENTENCES.items():
            for suffix in (".txt", ".md", ".html"):
                letter = Path(folder, f"letter-{language}{suffix}")
                letter.write_text(sentence, encoding="utf-8")
                took = median([sys.executable, "-m", "tonelint", "check", str(letter)], runs)
                print(f"tonelint check {letter.name:15} {took:4.0f} ms{'' if took <= budget else '   over the budget'}")


if __name__ == "__main__":
    main()
