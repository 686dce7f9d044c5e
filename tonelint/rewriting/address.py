"""From «вы» to «ты»: a polite line turned familiar for a letter that is. Never the other way round."""

from __future__ import annotations

import re
from typing import Any

from tonelint.language.russian import readings

_WORD = re.compile(r"[^\W\d_]+")
_FAMILIAR = {"вы": "ты", "вас": "тебя", "вам": "тебе", "вами": "тобой"}
_NEVER_ORDERED = ("хотеть", "захотеть")
"""Verbs that nobody is told to do: «хотите» is a question or a condition, though the dictionary has «хоти»."""
_NO_ORDER_AFTER = frozenset(("если", "когда", "пока", "как", "что", "где", "куда", "сколько", "почему", "вы"))
"""Words behind which a verb tells what the reader does: «если любите» is no command."""


def to_familiar(text: str) -> str | None:
    """The line with «ты» for «вы»: «Подтвердите вашу запись» -> «Подтверди твою запись».

    None when it cannot be done without knowing the reader's gender («вы просили»), or when a word lacks the form.
    """
    made, at, before = "", 0, ""
    for found in _WORD.finditer(text):
        word = found[0]
        familiar = _familiar(word, told=before in _NO_ORDER_AFTER)
        if familiar is None:
            return None
        made += text[at : found.start()] + familiar
        at, before = found.end(), word.lower()
    made += text[at:]
    return made


def _familiar(word: str, *, told: bool) -> str | None:
    """The word for one friend; `told` says that a verb here tells what they do and commands nothing."""
    low = word.lower()
    if low in _FAMILIAR:
        return _as(word, _FAMILIAR[low])
    likely = [reading for reading in readings(low) if reading.is_known]
    if not likely:
        return word
    if likely[0].normal_form == "ваш":
        return _as(word, _possessive(likely[0]))
    command = next(
        (r for r in likely if {"impr", "plur", "excl"} <= set(r.tag.grammemes) and r.normal_form not in _NEVER_ORDERED),
        None,
    )
    if command is not None and not told and not (likely[0].tag.POS == "NOUN" and likely[0].score > 0.5):
        return _form(word, command, {"impr", "sing"})
    second = next((r for r in likely if {"2per", "plur"} <= set(r.tag.grammemes)), None)
    if second is not None and likely[0].tag.POS == "VERB":
        return _form(word, second, {"2per", "sing"})
    if likely[0].tag.POS in ("ADJS", "PRTS") and "plur" in likely[0].tag:
        return None
    if likely[0].tag.POS == "VERB" and {"past", "plur"} <= set(likely[0].tag.grammemes):
        return None
    return word


def _form(word: str, reading: Any, grammemes: set[str]) -> str | None:
    made = reading.inflect(grammemes)
    return _as(word, str(made.word)) if made else None


def _possessive(reading: Any) -> str:
    tag = reading.tag
    wanted = {g for g in (tag.case, tag.number, tag.gender if tag.number == "sing" else None, tag.animacy) if g}
    for candidate in readings("твой"):
        made = candidate.inflect(wanted)
        if made:
            return str(made.word)
    return "твой"


def _as(written: str, form: str) -> str:
    return form[:1].upper() + form[1:] if written[:1].isupper() else form
