"""How long `tonelint similar` takes for a batch of generated letters, and how much memory its processes use at most.

    python benchmarks/similar.py [LETTERS]

The letters are about 1 KB each, made from a fixed seed: two in five come from two hundred templates with a name, a day
and a sum filled in, the rest are of their own making. Memory is read from /proc and so only on Linux.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SYLLABLES = (
    *("ба", "ве", "го", "ду", "жи", "за", "ка", "ле", "ми", "но", "пе", "ра", "си", "ту", "фи", "ха", "це", "чо"),
    *("ша", "ща", "эк", "юн", "яр", "ост", "ель", "инь", "ом"),
)
NAMES = ("Ольга", "Семён", "Марина", "Пётр", "Анна", "Игорь", "Елена", "Тимур")


def words(source: random.Random, count: int) -> list[str]:
    """Made-up words, some far more frequent than others."""
    return ["".join(source.choice(SYLLABLES) for _ in range(source.randint(1, 4))) for _ in range(count)]


def letters(count: int) -> list[str]:
    """The letters of the batch, always the same for a count."""
    source = random.Random(5)
    vocabulary = words(source, 8000)

    def text(length: int) -> list[str]:
        return [vocabulary[min(int(source.paretovariate(0.6)), 7999)] for _ in range(length)]

    templates = [text(95) for _ in range(200)]
    made = []
    for _ in range(count):
        if source.random() < 0.4:
            body = list(source.choice(templates))
            body[40] = str(source.randint(100, 9999))
            body[70] = f"{source.randint(1, 28)} мая"
            made.append(f"Здравствуйте, {source.choice(NAMES)}! {' '.join(body)}.")
        else:
            made.append(f"Здравствуйте! {' '.join(text(98))}.")
    return made


def memory_of(process: int) -> int:
    """The resident memory of a process and everything it started, in bytes."""
    total = 0
    waiting = [process]
    while waiting:
        one = waiting.pop()
        try:
            status = Path(f"/proc/{one}/statm").read_text(encoding="ascii")
            total += int(status.split()[1]) * os.sysconf("SC_PAGE_SIZE")
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += [int(child) for child in (task / "children").read_text(encoding="ascii").split()]
        except (OSError, ValueError):
            continue
    return total


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    made = letters(count)
    size = sum(len(text.encode()) for text in made)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "letters.jsonl"
        path.write_text(
            "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in made), encoding="utf-8"
        )
        command = [sys.executable, "-m", "tonelint", "similar", "--jobs", "2", "--format", "json", str(path)]
        started = time.monotonic()
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            peak = 0
            done = threading.Event()

            def watch() -> None:
                nonlocal peak
                while not done.wait(0.2):
                    peak = max(peak, memory_of(process.pid))

            watcher = threading.Thread(target=watch)
            watcher.start()
            output, _ = process.communicate()
            done.set()
            watcher.join()
        took = time.monotonic() - started
    batch = json.loads(output)
    groups = batch["groups"]
    print(f"{count} letters, {size / count:.0f} bytes each: {took:.1f} s, {peak / 2**20:.0f} MiB at most")
    largest = len(groups[0]["members"]) if groups else 0
    print(f"{len(groups)} groups, the largest of {largest}, {batch['alone']} letters alone")


if __name__ == "__main__":
    main()
