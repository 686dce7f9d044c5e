"""Checks of the line beside the subject: what is hidden there and never meant to be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_LETTERS = lazy(r"\w", re.UNICODE)
_NOT_HIDDEN = frozenset(("meta", "description", "описание", "title"))


def stuffed_preheader(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A hidden preheader with more letters than any mailbox shows (option `most`, default 180).

    Filler of spaces and invisible characters, which only keeps the letter's first line out of the list, does not count.
    """
    most = options.get("most", 180)
    for index, segment in enumerate(context.document.segments):
        if segment.role != "preheader" or segment.element in _NOT_HIDDEN or segment.language not in (language, "und"):
            continue
        if context.document.format in ("html", "eml") and len(_LETTERS.findall(segment.text)) > most:
            yield index, Span(0, len(segment.text))
