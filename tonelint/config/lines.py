"""On which line of a TOML file a key stands. The TOML parser does not tell."""

from __future__ import annotations

import re


def line_of(text: str, key: str, *, section: str = "", number: int = 0) -> int:
    """The line (from 1) on which `key` is set or opens a table; 1 when it is written in a way that is not recognised.

    Args:
        section: look only inside tables of this name (`accepted`), in the one with the given `number`, from 0.
    """
    start = 0
    if section:
        heads = list(re.finditer(rf"^\s*\[+[^\]#\n]*\b{re.escape(section)}\b[^\]\n]*\]", text, re.MULTILINE))
        if number < len(heads):
            start = heads[number].start()
    name = rf"""["']?{re.escape(key)}["']?"""
    ways = (rf"^\s*(?:[\w.\"'-]+\.)?{name}\s*[=.]", rf"^\s*\[+[^\]#\n]*\b{name}\s*[\].]", rf"[{{,]\s*{name}\s*=")
    found = re.compile("|".join(ways), re.MULTILINE).search(text, start)
    if not found:
        return line_of(text, section) if section else 1
    at = found.start() + len(found.group()) - len(found.group().lstrip())
    return text.count("\n", 0, at) + 1
