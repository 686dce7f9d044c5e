"""Merge tags: how many of them only touch the greeting. A letter that knows just the reader's name says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure

NAME = "greeting_tags"
UNIT = "share of merge tags, 0 to 1"

_OF_A_NAME = re.compile(r"name|имя|фио|fio|vocative|обращение", re.IGNORECASE)
_OF_SERVICE = re.compile(r"unsub|optout|отпис|view|browser|year|%y|date:", re.IGNORECASE)

_READING: dict[Level, dict[str, str]] = {
    "high": {
        "en": "All that is put in is a name in the greeting.",
        "ru": "Подставляется только имя в приветствии.",
    },
    "middle": {
        "en": "Some of what is put in goes beyond the greeting.",
        "ru": "Часть подстановок выходит за пределы приветствия.",
    },
    "low": {
        "en": "What is put in is in the letter itself.",
        "ru": "Подстановки стоят в самом письме.",
    },
    "unknown": {"en": "The letter has no merge tags.", "ru": "В письме нет подстановок."},
}


@dataclass(frozen=True, slots=True)
class Tag:
    """A merge tag: as the sender wrote it, without white space; whether it stands in a greeting, and is a name."""

    written: str
    in_greeting: bool
    is_name: bool


def merge_tags(copy: Copy) -> Measure:
    """Which share of the merge tags only touches the greeting."""
    tags = list(tags_in(copy))
    if not tags:
        return Measure(NAME, None, UNIT, "unknown", _READING["unknown"], {"tags": 0, "in_greeting": 0})
    greeting = sum(tag.in_greeting and tag.is_name for tag in tags)
    share = greeting / len(tags)
    level: Level = "high" if share == 1 else "low" if share == 0 else "middle"
    return Measure(NAME, share, UNIT, level, _READING[level], {"tags": len(tags), "in_greeting": greeting})


def tags_in(copy: Copy) -> Iterator[Tag]:
    """The merge tags of the copy that bring in something about the reader or the offer."""
    for paragraph in copy.paragraphs:
        segment = paragraph.segment
        tokens = paragraph.whole.tokens
        for at, token in enumerate(tokens):
            if token.kind != "tag":
                continue
            span = segment.source.span(token.start, token.end)
            written = "".join(copy.context.document.parts[segment.part].text[span.start : span.end].split())
            if not _OF_SERVICE.search(written):
                yield Tag(written, at <= 3, bool(_OF_A_NAME.search(written)))
