"""The findings that the README files show, told anew by the program: `python -m tonelint.evaluation.samples`.

A sample is a block indented by four spaces that begins as a finding does, `letter.html:3:17 …`, with the line of the
letter below. That line is checked again, and what is said of it takes the place of the block. `--check` writes nothing
and ends with 1 when a page is not current.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from tonelint.checker import Checker
from tonelint.config import Config, MessageLanguage
from tonelint.reading import read_text
from tonelint.reporting import Outcome, RenderOptions, checked, render

PAGES: dict[str, MessageLanguage] = {"README.md": "en", "README.ru.md": "ru"}
_SAMPLE = re.compile(r"^ {4}(?P<name>[\w.]+):(?P<line>\d+):\d+ .*\n {6}(?P<quoted>.*)\n(?: {4}.*\n)+", re.MULTILINE)


def main(arguments: Sequence[str]) -> int:
    """Brings the samples up to date, or says whether they are."""
    root = Path(__file__).resolve().parents[2]
    stale = False
    for name, language in PAGES.items():
        page = root / name
        text = page.read_text(encoding="utf-8")
        current = with_samples(text, language)
        if current != text:
            stale = True
            if "--check" not in arguments:
                page.write_text(current, encoding="utf-8")
    return int(stale and "--check" in arguments)


def with_samples(text: str, language: MessageLanguage) -> str:
    """The page `text` with all its samples as the program tells them today."""
    return _SAMPLE.sub(
        lambda found: indent(told(found["quoted"], int(found["line"]), found["name"], language), "    "), text
    )


def told(line: str, number: int, name: str, language: MessageLanguage) -> str:
    """What `check` says of a letter called `name` that has nothing but `line`, on the line `number`."""
    document = read_text("\n" * (number - 1) + line + "\n", name, format="html")
    report = Checker(Config(lang=language)).check_document(document)
    outcome = Outcome((checked(report, document),))
    return render(outcome, RenderOptions(language, quiet=True), "text").rstrip("\n") + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
