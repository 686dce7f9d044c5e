"""What differs between the letters of a group: which words of each are its own, and whether they are only a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tonelint.similarity.model import Group, Member, Varies
from tonelint.similarity.sketching import pairs

SLOTS = 0.2
"""Up to this share of own words a letter is a template with slots."""
LONGEST_NAME = 3
"""Words in a row that can be one name."""
COUNTED = 2000
"""Letters whose phrases say what the template of a large group is."""
_SHOWN = 240
_WORD = re.compile(r"\w+")


def described(rows: Sequence[int], names: Sequence[str], texts: Sequence[bytes]) -> Group:
    """The group of the letters with these numbers."""
    common = _template(rows, texts)
    members: list[Member] = []
    kinds: Counter[Varies] = Counter()
    samples: dict[str, None] = {}
    template = ""
    for row in rows:
        text = texts[row].decode("utf-8")
        words, own = _own_words(text, common)
        if not members:
            template = _skeleton(text, own)
        share = sum(own) / len(own) if own else 0.0
        members.append(Member(names[row], round(share, 4)))
        runs = _runs(words, own)
        kinds[_kind(runs, share)] += 1
        if len(samples) < 5 and runs:
            samples.setdefault(" … ".join(runs)[:80])
    mean = sum(member.unique_share for member in members) / len(members)
    return Group(tuple(members), _of_all(kinds), round(mean, 4), template, tuple(samples))


def _template(rows: Sequence[int], texts: Sequence[bytes]) -> frozenset[int]:
    """The pairs of words that at least half of the letters have, and two at least."""
    step = max(len(rows) // COUNTED, 1)
    asked = rows[::step]
    counts: Counter[int] = Counter()
    for row in asked:
        counts.update(set(pairs(_folded(texts[row].decode("utf-8")))))
    needed = max(2, len(asked) / 2)
    return frozenset(phrase for phrase, count in counts.items() if count >= needed)


def _own_words(text: str, common: frozenset[int]) -> tuple[list[str], list[bool]]:
    """The words of a letter as written, and for each whether no common pair covers it."""
    words = _WORD.findall(text)
    own = [True] * len(words)
    for at, phrase in enumerate(pairs([word.lower().replace("ё", "е") for word in words])):
        if phrase in common:
            for covered in range(max(at - 1, 0), min(at + 1, len(words))):  # before the first word stands the beginning
                own[covered] = False
    return words, own


def _folded(text: str) -> list[str]:
    return [word.lower().replace("ё", "е") for word in _WORD.findall(text)]


def _runs(words: Sequence[str], own: Sequence[bool]) -> list[str]:
    """The own words of a letter, those that stand together as one."""
    runs: list[list[str]] = []
    for at, word in enumerate(words):
        if own[at]:
            if at and own[at - 1]:
                runs[-1].append(word)
            else:
                runs.append([word])
    return [" ".join(run) for run in runs]


def _kind(runs: Sequence[str], share: float) -> Varies:
    if not runs:
        return "nothing"
    if share <= SLOTS and all(_is_name(run) for run in runs):
        return "name"
    if share <= SLOTS and all(_is_name(run) or _is_figure(run) for run in runs):
        return "figures"
    return "slots" if share <= SLOTS else "text"


def _is_name(run: str) -> bool:
    words = run.split()
    return len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def _is_figure(run: str) -> bool:
    return all(word.isdigit() for word in run.split())


def _of_all(kinds: Counter[Varies]) -> Varies:
    """What varies in the group: the widest kind that more than one letter in twenty has."""
    total = kinds.total()
    order: tuple[Varies, ...] = ("text", "slots", "figures", "name")
    least = max(1, total * 0.05)
    return next((kind for kind in order if kinds[kind] >= least), "nothing")


def _skeleton(text: str, own: Sequence[bool]) -> str:
    """The letter with its own words as `[…]`, cut to a line or two."""
    shown: list[str] = []
    at = 0
    for number, word in enumerate(_WORD.finditer(text)):
        if own[number]:
            if not number or not own[number - 1]:
                shown += [text[at : word.start()], "[…]"]
            at = word.end()
    shown.append(text[at:])
    line = " ".join("".join(shown).split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rsplit(" ", 1)[0] + " …"
