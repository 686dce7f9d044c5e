"""The words inside a template tag that a reader may still see: what is printed when a name or a condition is missing.

`{{Name|dear guest}}`, `{{ name | default: "there" }}`, `{{HasOrders?A discount is waiting}}`, `*|NAME|Friend|*`.
Nothing is evaluated: a tag that cannot be understood has no fallback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Span

_STRING = lazy(r"\"([^\"]*)\"|'([^']*)'|`([^`]*)`")
_INTRODUCED = lazy(
    r"(?:\b(?:default|default_if_none|fallback|coalesce|otherwise)\s*[:=(]?\s*(?:[\w.]+\s*,\s*)?|\bor\s+|\|\|\s*|\?\?\s*|\?\s*|\belse\s+"
    r"|\b_\(\s*|\b(?:gettext|trans|translate)\s*\(?\s*)$"
)
_CHOSEN = lazy(r"\bi?if\w*\s*\(.*,\s*$", re.IGNORECASE | re.DOTALL)
"""What stands before a string that a function chooses: `if(Recipient.IsVip, `."""
_LOOK_BACK = 60
"""Code points before a quoted string in which the word that introduces it must stand."""
_KEY = lazy(r"[\w.\-/]*")
_FILTER = lazy(r"\s*[a-z_][\w.]*\s*(?:[:(|].*)?", re.DOTALL)
_BACKTICKED_OR_NAME = r"\s*(?:`[^`]*`|[^\W\d][\w. -]*?)\s*"
_PIPED = lazy(_BACKTICKED_OR_NAME + r"\|(?!\|)(?P<words>.+)", re.DOTALL)
_ASKED = lazy(_BACKTICKED_OR_NAME + r"\?(?!\?)(?P<words>[^?].*)", re.DOTALL)


def fallbacks_in(text: str, start: int, end: int, mark: str, *, lenient: bool) -> Iterator[Span]:
    """The stretches of the tag's inside, `text[start:end]`, that are copy, in the order they stand.

    Args:
        mark: how the tag opens; only services that write `{{` and `*|` have bare words for a fallback.
        lenient: take any word after `|` for copy, not for a filter (UniSender has no filters).
    """
    inside = text[start:end]
    if mark == "*|":
        _, bar, words = inside.partition("|")
        if bar and words.strip():
            yield _trimmed(text, start + len(inside) - len(words), end)
        return
    if mark == "{{":
        bare = _bare(inside, lenient=lenient)
        if bare is not None:
            yield _trimmed(text, start + bare, end)
            return
    yield from _quoted(inside, start)


def _bare(inside: str, *, lenient: bool) -> int | None:
    """Where the unquoted fallback of a UniSender tag begins."""
    for pattern in (_ASKED, _PIPED):
        found = pattern.fullmatch(inside)
        if found is None:
            continue
        words = found["words"]
        if not words.strip() or words.lstrip()[0] in "\"'":
            return None
        if (
            pattern is _PIPED
            and not lenient
            and _FILTER.fullmatch(words)
            and not re.search(r"[^\x00-\x7f]", _STRING.sub("", words))
        ):
            return None
        return found.start("words")
    return None


def _quoted(inside: str, start: int) -> Iterator[Span]:
    asked = inside.find("?")
    for found in _STRING.finditer(inside):
        group = found.lastindex or 1
        words = found[group]
        before = inside[max(0, found.start() - _LOOK_BACK) : found.start()]
        if not words.strip():
            continue
        other_branch = -1 < asked < found.start() and before.rstrip().endswith(":")
        whole_tag = found.start() < _LOOK_BACK and not before.strip(" -=~") and not _KEY.fullmatch(words)
        if words.startswith("default="):
            yield Span(start + found.start(group) + len("default="), start + found.end(group))
        elif whole_tag or _INTRODUCED.search(before) or other_branch or _CHOSEN.search(inside, 0, found.start()):
            yield Span(start + found.start(group), start + found.end(group))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))
