"""The placeholders of programs and the branches of messages, masked at equal length: `%s`, `{name}`, `{n, plural, …}`.

A placeholder becomes `TAG_FILLER`: something will stand here, nobody knows what. Each branch of a plural or a choice is
copy; a text with branches is seen several times, once as a whole sentence with its last branch in place, and once for
every other branch alone. Every view is exactly as long as the text. Nothing is filled in.
"""

from __future__ import annotations

import re

from tonelint.language.lazy_pattern import lazy
from tonelint.model import TAG_FILLER
from tonelint.reading.tags import KNOWN

DEEPEST = 8
"""Branches inside branches."""
MOST_VIEWS = 60
"""Views of one text: a message with more branches is read as far as this."""

_ANY = lazy(r"[%{$@<]")
_PLACEHOLDER = lazy(
    r"%%"
    r"|(?<![\d%])%(?:\d+\$)?[-+0#]*(?:\d+|\*)?(?:\.\d+)?(?:hh|ll|[hlqLzt])?[@diouxXeEfFgGcCsSaA](?![A-Za-z])"
    r"|%\(\w+\)[-+0# ]*\d*(?:\.\d+)?[a-zA-Z]|%\{[\w.]+\}|%<[\w.]+>[-+0#]*\d*(?:\.\d+)?[a-zA-Z]"
    r"|\$t\([^()\n]*\)|(?<![\w.])@:(?:\w+:)?[\w.]+"
    r"|\{\s*[$@#-]?[\w.\[\]-]*\s*(?:[,:][^{}\n]{0,80})?\}|\{\s*[A-Z][A-Z_-]*\([^{}\n]{0,200}\)\s*\}"
    r"|(?P<steers>\{\s*\"[^\"\n]*\"\s*\}|</?(?P<tag>\d+|[A-Za-z][\w.:-]*)(?:\s[^<>]*?)?(?P<empty>/?)>)"
)
_CHOICE = lazy(r"\{\s*[\w.]+\s*,\s*(?P<kind>plural|selectordinal|select)\s*,\s*(?:offset:\s*\d+)?")
_BRANCH = lazy(r"\s*(?:=\d+|[\w-]+)\s*\{")


def views(text: str) -> list[str]:
    """`text` as readers may see it, placeholders masked: once, or once for each branch."""
    if _ANY.search(text) is None:
        return [text]
    return [_masked(view) for view in _branched(text, 0)]


def _masked(text: str) -> str:
    return _PLACEHOLDER.sub(_filled, text)


def _filled(found: re.Match[str]) -> str:
    if found[0] == "%%":
        return "%\u200b"
    if found["steers"]:
        if found["tag"] is not None and found["tag"].lower() in KNOWN:
            return found[0]
        return (TAG_FILLER if found["empty"] else " ") * len(found[0])
    return TAG_FILLER * len(found[0])


def _branched(text: str, depth: int) -> list[str]:
    """The views of a text with choices, placeholders not yet masked; the first one is the whole sentence."""
    for found in _CHOICE.finditer(text) if depth <= DEEPEST else ():
        branches = _branches(text, found.end())
        if branches is None:
            break
        if not branches:
            continue
        counted = found["kind"] != "select"
        end = text.index("}", branches[-1][1] + 1) + 1
        start = found.start()
        seen = []
        for number, (left, right) in enumerate(reversed(branches)):
            words = text[left:right].replace("#", TAG_FILLER) if counted else text[left:right]
            alone = " " * left + words + " " * (len(text) - right)
            if number == 0:
                alone = text[:start] + alone[start:end] + text[end:]
            seen += _branched(alone, depth + 1)
            if len(seen) >= MOST_VIEWS:
                break
        return seen[:MOST_VIEWS]
    return [text]


def _branches(text: str, at: int) -> list[tuple[int, int]] | None:
    """What stands between the braces of each branch from `at` on; None when a brace is never closed."""
    found = []
    while opened := _BRANCH.match(text, at):
        level, at = 1, opened.end()
        while level:
            brace = re.compile(r"[{}]").search(text, at)
            if brace is None:
                return None
            level += 1 if brace[0] == "{" else -1
            at = brace.end()
        found.append((opened.end(), at - 1))
    closed = re.compile(r"\s*\}").match(text, at)
    return found if closed else []
