"""How a batch looks: text for a terminal, JSON for programs."""

from __future__ import annotations

import json

from tonelint.config import MessageLanguage
from tonelint.reporting.quotes import shown
from tonelint.reporting.series_text import letters_counted
from tonelint.similarity.model import Batch, Group, Varies

FORMATS = ("text", "json")
VERSION = 1
NAMES_SHOWN = 5

_VARIES: dict[Varies, tuple[str, str]] = {
    "nothing": ("they are the same word for word", "совпадают слово в слово"),
    "name": ("only the name varies", "различается только имя"),
    "figures": ("only names and figures vary", "различаются только имена и числа"),
    "slots": ("only a few words vary", "различаются отдельные слова"),
    "text": ("they share a good part of their phrases", "совпадает значительная часть фраз"),
}
_SAID: dict[str, tuple[str, str]] = {
    "head": (
        "{letters} read; in groups: {grouped}, like no other: {alone}.",
        "Прочитано: {letters}; в группах: {grouped}, ни на что не похожи: {alone}.",
    ),
    "group": (
        "{letters}: {varies}; on average {share:.0%} of a letter is its own.",
        "{letters}: {varies}; своего в письме в среднем {share:.0%}.",
    ),
    "own": ("own words: ", "своё: "),
    "more": ("and {count} more", "и ещё {count}"),
    "none": ("No two letters are one template.", "Писем по одному шаблону нет."),
}  # fmt: skip


def render(batch: Batch, name: str, language: MessageLanguage) -> str:
    """The batch in the format called `name`, ending with a line end.

    Raises:
        ValueError: there is no such format.
    """
    if name == "json":
        return json.dumps({"version": VERSION, **batch.to_dict()}, ensure_ascii=False, indent=2) + "\n"
    if name != "text":
        raise ValueError(f"unknown format '{name}'; these are known: {', '.join(FORMATS)}")
    index = int(language == "ru")
    letters = letters_counted(batch.letters, language)
    grouped = batch.letters - batch.alone
    lines = [_SAID["head"][index].format(letters=letters, grouped=grouped, alone=batch.alone)]
    if not batch.groups:
        lines.append(_SAID["none"][index])
    for group in batch.groups:
        lines += ["", *_group(group, language)]
    return "\n".join(lines) + "\n"


def _group(group: Group, language: MessageLanguage) -> list[str]:
    index = int(language == "ru")
    letters = letters_counted(group.size, language)
    head = _SAID["group"][index].format(letters=letters, varies=_VARIES[group.varies][index], share=group.unique_share)
    lines = [head, f"    {group.template}"]
    if group.samples:
        lines.append(f"    {_SAID['own'][index]}{' | '.join(group.samples)}")
    for member in group.members[:NAMES_SHOWN]:
        lines.append(f"    {member.unique_share:4.0%}  {shown(member.name)}")
    if group.size > NAMES_SHOWN:
        lines.append("          " + _SAID["more"][index].format(count=group.size - NAMES_SHOWN))
    return lines
