"""What a rewrite would drop of the writer's own facts: figures, dates, links, addresses, merge tags."""

from __future__ import annotations

import re

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\*\|.*?\|\*|\[%.*?%\]|\$\{.*?\}|(?<!\d)%[A-Za-z_][\w.]*%")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"»”)]+|\b[\w.+-]+@[\w-]+\.[\w.]+\b|(?<![\w-])\+?\d[\d\s()-]{8,}\d")
_FIGURE = re.compile(r"\d+(?:[ \u00a0\u202f\u2009.,:/]\d+)*")
_NUMBER_WORD = re.compile(
    r"\b(?:дв(?:а|е|ух|ум|умя|ое|оих)|тр(?:и|ёх|ех|ём|ем|емя|ое|оих)|четыр(?:е|ёх|ех|ьмя)|четверо|пят(?:ь|и|ью|еро)|шест(?:ь|и|ью)"
    r"|сем(?:ь|и|ью)|вос(?:емь|ьми)|девят(?:ь|и|ью)|десят(?:ь|и|ью|ок|ка)|\w+надцат(?:ь|и|ью)|двадцат(?:ь|и|ью)|тридцат(?:ь|и|ью)"
    r"|сорока?|(?:пять|шесть|семь|восемь)десят|девяност[оа]|ст[оа]|двести|(?:три|четыре)ста|(?:пять|шесть|семь|восемь|девять)сот"
    r"|тысяч(?:а|и|у|ей|ам|ами|ах)?|миллион(?:а|ов|ы|у)?|полтор[аы]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?"
    r"|dozens?)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(?:понедельник\w{0,2}|вторник\w{0,2}|сред[ауеы]|четверг\w{0,2}|пятниц\w{1,2}|суббот\w{1,2}|воскресень\w{1,2}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


def merge_tags(text: str) -> list[str]:
    """The merge tags of a text, as they are spelled."""
    return _TAG.findall(text)


def lost_fixtures(old: str, new: str) -> tuple[str, ...]:
    """Merge tags, links, addresses and telephone numbers of `old` that `new` does not hold."""
    return tuple(item for pattern in (_TAG, _LINK) for item in pattern.findall(old) if item not in new)


def lost_numbers(old: str, new: str) -> tuple[str, ...]:
    """Figures, number words and days of the week of `old` that `new` does not hold; «два» and «две» are one."""
    old, new = _TAG.sub(" ", old), _TAG.sub(" ", new)
    figures = {_bare(found) for found in _FIGURE.findall(new)}
    lost = [found for found in _FIGURE.findall(old) if _bare(found) not in figures]
    for pattern, stem in ((_NUMBER_WORD, 3), (_DAY, 4)):
        kept = {found.lower()[:stem] for found in pattern.findall(new)}
        lost += [found for found in pattern.findall(old) if found.lower()[:stem] not in kept]
    return tuple(lost)


def _bare(figure: str) -> str:
    return re.sub(r"[ \u00a0\u202f\u2009]", "", figure)
