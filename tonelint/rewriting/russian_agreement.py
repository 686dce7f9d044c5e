"""Russian words in the form that a rewrite asks for: counted nouns, cases, genders, the verb beside them.

«21 место, 22 места, 25 мест»: the last two figures decide. Only words that the dictionary knows are inflected; None
says that the right form cannot be made, and then the rewrite that wanted it is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tonelint.language.russian import readings

CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
"""The names that a rule uses for the cases, and pymorphy3's."""

_WORD = re.compile(r"[^\W\d_]+")
_ADJECTIVES = ("ADJF", "PRTF")
_GENDERS = ("masc", "femn", "neut")
_COUNTED = {"человек": "человек", "год": "лет"}
"""Genitive plurals that only stand after a number."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun with the adjectives before it; `words` are `(start, end, reading)` in the text, the noun last."""

    text: str
    words: tuple[tuple[int, int, Any], ...]

    @property
    def head(self) -> Any:
        return self.words[-1][2]


def count_form(number: float) -> str:
    """`one` (21 место), `few` (22 места) or `many` (25 мест, 11 мест); a fraction counts as `part` (1,5 места)."""
    if number != int(number):
        return "part"
    last, last_two = int(number) % 10, int(number) % 100
    if 11 <= last_two <= 14:
        return "many"
    return "one" if last == 1 else "few" if 2 <= last <= 4 else "many"


@lru_cache(maxsize=1024)
def counted(phrase: str, number: float, *, written_with: float | None = None) -> str | None:
    """`phrase` as it stands after `number` in the nominative: («свободная комната», 2) -> «свободные комнаты».

    Args:
        written_with: the number that the phrase follows in the writer's text, when it does: it tells «банки» of «банка»
            from «банки» of «банк».
    """
    parsed = _parse(phrase, written_with)
    if parsed is None:
        return phrase if written_with == number else None
    form = count_form(number)
    if parsed.head.normal_form in _COUNTED and form == "many":
        noun: str | None = _COUNTED[parsed.head.normal_form]
    elif "Pltm" in parsed.head.tag or ("Sgtm" in parsed.head.tag and form != "one"):
        if form in ("few", "one") and "Pltm" in parsed.head.tag:
            return None
        noun = _inflected(parsed.head, "gent", "plur" if "Pltm" in parsed.head.tag else "sing")
    else:
        noun = _inflected(parsed.head, *{"one": ("nomn", "sing"), "many": ("gent", "plur")}.get(form, ("gent", "sing")))
    feminine = "femn" in parsed.head.tag
    gender = next((g for g in _GENDERS if g in parsed.head.tag), "masc")
    adjective = {
        "one": ("nomn", "sing", gender),
        "part": ("gent", "sing", gender),
        "few": ("nomn", "plur") if feminine else ("gent", "plur"),
        "many": ("gent", "plur"),
    }[form]
    return _rebuilt(parsed, noun, adjective)


def declined(phrase: str, case: str | None, number: str | None, *, written_with: float | None = None) -> str | None:
    """`phrase` in a case (`gen`, …) and number (`sing` or `plur`); what is None stays as it is written."""
    parsed = _parse(phrase, written_with)
    if parsed is None:
        return None
    tag = parsed.head.tag
    if number is None and written_with is not None:
        number = "sing" if count_form(written_with) == "one" else "plur"
    target = CASES[case] if case else str(tag.case or "nomn")
    count = number or str(tag.number or "sing")
    noun = _inflected(parsed.head, target, count)
    grammemes: tuple[str, ...] = (target, count)
    if count == "sing":
        grammemes += (next((g for g in _GENDERS if g in tag), "masc"),)
    if target == "accs" and (count == "plur" or "masc" in tag):
        grammemes += ("anim" if "anim" in tag else "inan",)
    return _rebuilt(parsed, noun, grammemes)


def gender_and_number(phrase: str) -> tuple[str, str] | None:
    """Gender (`masc`, `femn`, `neut`) and number (`sing`, `plur`) of a noun phrase; None when they are not known."""
    parsed = _parse(phrase, None)
    if parsed is None:
        return None
    tag = parsed.head.tag
    return next((g for g in _GENDERS if g in tag), "masc"), str(tag.number or "sing")


def agreeing(word: str, tense: str | None, gender: str, number: str) -> str | None:
    """A verb or adjective put beside a noun: («остаться», past, femn, sing) -> «осталась»."""
    count = {"plur"} if number == "plur" else {"sing"}
    for reading in readings(word.lower()):
        pos = reading.tag.POS
        if pos in ("VERB", "INFN", "GRND", *_ADJECTIVES[1:], "PRTS") and (tense or pos == "VERB"):
            made = _verb(reading, tense or "present", gender, count)
        elif pos in _ADJECTIVES and tense is None:
            made = reading.inflect({"nomn"} | count | ({gender} if number == "sing" else set()))
        elif pos in ("ADJS", "PRTS") and tense is None:
            made = reading.inflect(count | ({gender} if number == "sing" else set()))
        else:
            continue
        if made is not None:
            return str(made.word)
    return None


def in_nominative(numeral: str, beside: str) -> str:
    """A number word before a counted noun in the nominative: «двух» beside «комната» -> «две»; figures stay."""
    words = []
    gender = (gender_and_number(beside) or ("masc", "sing"))[0]
    for word in numeral.split():
        reading = next((r for r in readings(word.lower()) if r.tag.POS in ("NUMR", "ADJF") and r.is_known), None)
        if reading is None:
            words.append(word)
            continue
        wanted = {"nomn"} | ({gender} if reading.normal_form in ("два", "один", "полтора") else set())
        made = reading.inflect(wanted) or reading.inflect({"nomn"})
        words.append(str(made.word) if made else word)
    return " ".join(words)


def _parse(phrase: str, written_with: float | None) -> _Phrase | None:
    """The adjectives and the noun that a phrase begins with, each with the reading that fits the others best."""
    before: list[tuple[int, int, list[Any]]] = []
    for found in _WORD.finditer(phrase):
        known = [r for r in readings(found[0].lower()) if r.is_known]
        nouns = [r for r in known if r.tag.POS == "NOUN"]
        adjectives = [r for r in known if r.tag.POS in _ADJECTIVES]
        likeliest_adjective = bool(adjectives) and known[0].tag.POS in _ADJECTIVES
        last = _WORD.search(phrase, found.end()) is None
        if nouns and (not likeliest_adjective or last):
            noun = max(nouns, key=lambda r: (_fit(r, written_with), _agrees(r, before), r.score))
            words = [(start, end, _beside(options, noun)) for start, end, options in before]
            return _Phrase(phrase, (*words, (found.start(), found.end(), noun)))
        if not adjectives:
            return None
        before.append((found.start(), found.end(), adjectives))
    return None


def _fit(reading: Any, written_with: float | None) -> bool:
    """Whether a noun may stand in this form after the number it was written with."""
    if written_with is None:
        return True
    form = count_form(written_with)
    if form == "one":
        return "nomn" in reading.tag and "sing" in reading.tag
    if form == "many":
        return "gent" in reading.tag and "plur" in reading.tag
    return "gent" in reading.tag and "sing" in reading.tag


def _agrees(noun: Any, before: list[tuple[int, int, list[Any]]]) -> bool:
    return all(any(_matches(option, noun) for option in options) for _, _, options in before)


def _matches(adjective: Any, noun: Any) -> bool:
    if adjective.tag.number != noun.tag.number or adjective.tag.case != noun.tag.case:
        return False
    return bool(adjective.tag.number == "plur" or adjective.tag.gender == noun.tag.gender)


def _beside(options: list[Any], noun: Any) -> Any:
    return next((option for option in options if _matches(option, noun)), options[0])


def _inflected(reading: Any, *grammemes: str) -> str | None:
    made = reading.inflect(set(grammemes))
    return str(made.word) if made else None


def _verb(reading: Any, tense: str, gender: str, count: set[str]) -> Any:
    if tense == "inf":
        return reading.normalized
    if tense == "past":
        return reading.inflect({"past", "VERB"} | (count if "plur" in count else count | {gender}))
    person = {"3per", "VERB"} | count
    return reading.inflect({"pres"} | person) or reading.inflect({"futr"} | person)


def _rebuilt(phrase: _Phrase, noun: str | None, adjective: tuple[str, ...]) -> str | None:
    """The phrase with its noun and adjectives in their new forms; what follows the noun stays."""
    if noun is None:
        return None
    text, shift = phrase.text, 0
    forms: list[str | None] = [_inflected(reading, *adjective) for _, _, reading in phrase.words[:-1]]
    forms.append(noun)
    for (start, end, _), form in zip(phrase.words, forms, strict=True):
        if form is None:
            return None
        made = _as_spelled(form, phrase.text[start:end])
        text = text[: start + shift] + made + text[end + shift :]
        shift += len(made) - (end - start)
    return text


def _as_spelled(form: str, written: str) -> str:
    """`form` with the capital of the written word, and without ё when the writer's own form does without it."""
    if written[:1].isupper() and not (len(written) > 1 and written.isupper()):
        form = form[:1].upper() + form[1:]
    spelled = readings(written.lower())[0].word
    return form.replace("ё", "е") if "ё" in spelled and "ё" not in written.lower() else form
