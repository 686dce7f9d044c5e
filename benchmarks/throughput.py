"""How much clean text one process checks in a second: `python benchmarks/throughput.py [MEGABYTES]`.

Prints MB/s for Russian and English, read and checked as plain text; asserts nothing. The aim: at least 3 MB/s.
"""

from __future__ import annotations

import sys
import time

from clean_text import clean_text

import tonelint


def main() -> None:
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    checker = tonelint.Checker()
    checker.check_text("One short text to load the rules. Короткий текст, чтобы загрузить правила.")
    for language in ("ru", "en"):
        data = clean_text(language, int(megabytes * 1_000_000)).encode()
        best = float("inf")
        for _ in range(3):
            started = time.perf_counter()
            report = checker.check_bytes(data, "clean.txt")
            best = min(best, time.perf_counter() - started)
        size = len(data) / 1_000_000
        print(f"{language}: {size / best:5.1f} MB/s  ({size:.1f} MB in {best:.2f} s, {len(report.findings)} findings)")


if __name__ == "__main__":
    main()
