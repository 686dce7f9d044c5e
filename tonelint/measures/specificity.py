"""Specificity: how much of a letter could only be said to this reader, about this thing, at this time.

Counted per 100 words: figures, dates, times and sums; weekdays and months; names of people, places and things; merge
tags other than a name; references to what lies between the sender and this reader. Below 2 a letter says little that is
particular; from 6 on it is full of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonelint.language.tokens import TAG
from tonelint.matching.paragraph import Paragraph
from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure, level_of, too_short

NAME = "specificity"
UNIT = "details per 100 words"
LOW, HIGH = 2.0, 6.0
LEAST_WORDS = 25

_QUOTED = re.compile(r"[«“][^»”]{2,60}[»”]")
_CAPITAL = re.compile(r"(?<=[a-zа-яё0-9,;:] )[A-ZА-ЯЁ][a-zа-яё]+(?:[ -][A-ZА-ЯЁ][a-zа-яё]+)*")
_NOT_A_NAME = re.compile(
    r"(?:Вы|Вас|Вам|Вами|Ваш\w*|I|I'\w+|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$"
)

_READING: dict[Level, dict[str, str]] = {
    "low": {
        "en": "Almost nothing here is about this reader or a particular thing; the letter could go to anyone.",
        "ru": "Здесь почти нет ничего об этом читателе и о конкретном деле: письмо могло уйти кому угодно.",
    },
    "middle": {
        "en": "Some dates, figures or names; there is room for one more thing that only this reader would get.",
        "ru": "Есть даты, числа или имена; есть место и для того, что касается только этого читателя.",
    },
    "high": {
        "en": "The letter names particular things, times and people.",
        "ru": "Письмо называет конкретные вещи, сроки и людей.",
    },
}


def specificity(copy: Copy, *, deep: bool = False) -> Measure:
    """How specific a letter is; names are found by models with `deep`, by capitals and quotation marks without."""
    tokens = list(copy.tokens())
    history = copy.count("reader-history")
    figures = sum(token.kind in ("number", "time", "date") for token in tokens)
    days = copy.count("weekdays") + copy.count("months") + copy.count("near-days")
    names = list(_names(copy, deep=deep))
    tags = len(_facts_from_tags(copy))
    details = {
        "figures": figures,
        "days": days,
        "names": len(names),
        "tags": tags,
        "history": history,
        "examples": names[:5],
        "names_found_by": _finder(copy, deep=deep),
    }
    if copy.words < LEAST_WORDS:
        return too_short(NAME, UNIT, details)
    # What lies between sender and reader cannot be said to anyone else: it weighs as much as two figures.
    value = copy.per_hundred(figures + days + len(names) + tags + 2 * history)
    level = level_of(value, LOW, HIGH)
    return Measure(NAME, value, UNIT, level, _READING[level], details)


def _names(copy: Copy, *, deep: bool) -> Iterator[str]:
    """Names in the copy, each once, in order."""
    seen: set[str] = set()
    for paragraph in copy.paragraphs:
        for name in _names_in(paragraph, deep=deep):
            if name.casefold() not in seen:
                seen.add(name.casefold())
                yield name


def _names_in(paragraph: Paragraph, *, deep: bool) -> Iterator[str]:
    text = paragraph.segment.text.replace(TAG, " ")
    for found in _QUOTED.finditer(text):
        yield found[0][1:-1]
    if deep:
        from tonelint.language.names import names

        known = names(text, paragraph.segment.language)
        if known is not None:
            yield from known
            return
    if paragraph.segment.role == "heading" and paragraph.segment.language == "en":
        return  # a heading in Title Case names nothing
    for found in _CAPITAL.finditer(text):
        if not _NOT_A_NAME.match(found[0]):
            yield found[0]


def _finder(copy: Copy, *, deep: bool) -> str:
    """Who found the names: `models`, or `capitals`."""
    if not deep:
        return "capitals"
    from tonelint.language.names import has_model

    return "models" if has_model(copy.language) else "capitals"


def _facts_from_tags(copy: Copy) -> set[str]:
    """The different merge tags that bring in something other than the reader's name."""
    from tonelint.measures.merge_tags import tags_in

    return {tag.written for tag in tags_in(copy) if not tag.is_name}
