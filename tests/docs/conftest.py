"""What the tests of the documentation share: its code blocks, and an environment in which `tonelint` is this tree's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hooks.conftest import ROOT, environment

__all__ = ["environment"]

DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [*DOCS, ROOT / "README.md", ROOT / "README.ru.md", ROOT / "CONTRIBUTING.md"]
_FENCE = re.compile(
    r"(?:<!-- exit: (?P<exits>\d(?:, \d)*) -->\n)?^```(?P<language>\w+)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Block:
    """A fenced block of a page: its language, its text, and the exit codes that a comment before it promises.

    The last code holds for all further commands.
    """

    page: Path
    line: int
    language: str
    code: str
    exits: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks(*languages: str) -> Iterator[Block]:
    """The fenced blocks of all pages that are in one of `languages`."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in _FENCE.finditer(text):
            if found["language"] in languages:
                exits = tuple(int(code) for code in (found["exits"] or "0").split(", "))
                line = text.count("\n", 0, found.start("code")) + 1
                yield Block(page, line, found["language"], found["code"], exits)
