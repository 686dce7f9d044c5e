"""What checking a whole repository costs: `python benchmarks/repository.py [FILES]`.

Makes a scratch repository of ordinary letters and prints the first and the second run over 1,000 files, one process
beside two over 2,000 files, and the check of one file as a hook makes it beside an empty Python. Asserts nothing. The
aims: the second run under 0.5 s, two processes at least 1.6 times as fast as one, the hook under 0.6 s.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from clean_text import clean_text

LETTER = 3_000
"""Code points of one letter; every tenth holds a line that is flagged."""


def seconds(command: list[str], folder: Path, runs: int = 1) -> float:
    """The best duration of `command` in `folder`.

    Raises:
        SystemExit: the command did not do its work: it ended with something else than 0 or 1 (findings).
    """
    best = float("inf")
    for _ in range(runs):
        started = time.perf_counter()
        done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
        if done.returncode not in (0, 1) or "No module" in done.stderr:
            sys.exit(f"{' '.join(command)}: {done.stderr.strip().splitlines()[-1]}")
        best = min(best, time.perf_counter() - started)
    return best


def letters(folder: Path, count: int) -> None:
    """A repository of `count` letters, half of them Russian."""
    folder.mkdir()
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    texts = {language: clean_text(language, LETTER * 200) for language in ("ru", "en")}
    for number in range(count):
        language = ("ru", "en")[number % 2]
        at = (number // 2) * 997 % (len(texts[language]) - LETTER)
        text = texts[language][at : at + LETTER]
        if number % 10 == 0:
            text += "\n\nОсталось всего 2 места!\n" if language == "ru" else "\n\nOnly 2 seats left!\n"
        (folder / f"letter-{number:05}.md").write_text(text, encoding="utf-8")


def main() -> None:
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    check = [sys.executable, "-m", "tonelint", "check", "--quiet"]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "small")
        letters(folder, files)
        print(f"first run, {files} files    {seconds([*check, '.'], folder):6.2f} s")
        print(f"second run, {files} files   {seconds([*check, '.'], folder, 3):6.2f} s   (aim: 0.50)")
        hook = seconds([*check, "--force-exclude", "letter-00001.md"], folder, 5)
        empty = seconds([sys.executable, "-c", ""], folder, 5)
        print(f"one file, as a hook     {hook - empty:6.2f} s   (aim: 0.60, beside an empty Python of {empty:.2f} s)")
        folder = Path(scratch, "large")
        letters(folder, 2 * files)
        one = seconds([*check, "--no-cache", "."], folder)
        two = seconds([*check, "--no-cache", "-j", "2", "."], folder)
        print(f"-j 1, {2 * files} files         {one:6.2f} s")
        print(f"-j 2, {2 * files} files         {two:6.2f} s   ({one / two:.2f} times as fast, aim: 1.6)")


if __name__ == "__main__":
    main()
