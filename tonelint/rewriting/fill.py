"""Filling the slots of a rewrite from what was matched, the rest of the sentence, and the facts.

The result keeps our words apart from the writer's, because only ours are dressed in the habits of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tonelint.language.numbers import number_named
from tonelint.matching.finder import Capture, Match
from tonelint.rewriting import english_agreement, russian_agreement
from tonelint.rewriting.fact_words import answered, figure, in_words, name_of, paths_called, value_at
from tonelint.rewriting.slots import Form, Slot, parse


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a filled rewrite; `ours` when a rule wrote it, not the letter or its facts."""

    text: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A rewrite with its slots filled; `needs` are the questions that are still open, in order."""

    stretches: tuple[Stretch, ...]
    needs: tuple[str, ...]
    has_slots: bool
    """Whether the rewrite asks for any fact, open or filled."""
    uses_rest: bool


@dataclass(frozen=True, slots=True)
class Sources:
    """Where slots find their words: the captures as written, the sentence before and after the match, the facts."""

    match: Match
    written: Callable[[str], str]
    """The words of a captured name as the source spells them."""
    before: str
    after: str
    words: str
    facts: Mapping[str, Any] | None
    known_names: frozenset[str]
    """The names that any pattern of the rule captures."""
    claimed: tuple[str, str] = ("", "")
    """The captured name that holds the value of a claim, and the path of the fact that settles it."""
    rest: str = ""
    """The words behind the match that belong to its clause."""


def fill(template: str, sources: Sources) -> Filled | None:
    """`template` with its slots filled; None when a captured name is missing in this match or a form cannot be made."""
    stretches: list[Stretch] = []
    needs: list[str] = []
    has_slots = uses_rest = False
    for piece in parse(template):
        if isinstance(piece, str):
            stretches.append(Stretch(piece, ours=True))
        elif piece.name in ("before", "after", "words", "rest") and not piece.fact:
            around = {"before": sources.before, "after": sources.after, "words": sources.words, "rest": sources.rest}
            stretches.append(Stretch(_shaped(around[piece.name], piece.form), ours=False))
            uses_rest = uses_rest or piece.name in ("before", "after")
        elif piece.fact:
            has_slots = True
            stretches.append(_fact(piece, sources, needs))
        elif piece.name in sources.match.captures:
            text_or_none = _captured(piece, template, sources)
            if text_or_none is None:
                return None
            stretches.append(Stretch(text_or_none, ours=False))
        elif piece.name in sources.known_names:
            return None
        elif piece.form.inflects:
            own = _own_word(piece, sources)
            if own is None:
                return None
            stretches.append(Stretch(own, ours=True))
        else:
            has_slots = True
            stretches.append(_question(piece, sources, needs))
    return Filled(tuple(stretches), tuple(dict.fromkeys(needs)), has_slots, uses_rest)


def number_in(name: str, sources: Sources) -> float | None:
    """The number that a captured name or a fact stands for; None when it is not a number."""
    if name not in sources.match.captures:
        return _number_at(name, sources)
    settled = _number_at(sources.claimed[1], sources) if name == sources.claimed[0] else None
    return number_named(sources.match.captures[name].norms, sources.match.language) if settled is None else settled


def _number_at(path: str, sources: Sources) -> float | None:
    value = value_at(sources.facts, path)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _fact(slot: Slot, sources: Sources, needs: list[str]) -> Stretch:
    language = sources.match.language
    said = in_words(sources.facts, slot.fact, language)
    if said is None:
        return _asked(slot.words or name_of(slot.fact, language), needs)
    return Stretch(_shaped(said, slot.form), ours=False)


def _question(slot: Slot, sources: Sources, needs: list[str]) -> Stretch:
    """A question to the author, answered by the author or by the fact that it is the usual name of."""
    own = answered(sources.facts, slot.words, sources.match.rule)
    if own is not None:
        return Stretch(own, ours=False)
    for path in paths_called(slot.words, sources.match.rule):
        said = in_words(sources.facts, path, sources.match.language)
        if said is not None:
            return Stretch(said, ours=False)
    return _asked(slot.words, needs)


def _asked(question: str, needs: list[str]) -> Stretch:
    needs.append(question)
    return Stretch(f"{{{question}}}", ours=False)


def _captured(slot: Slot, template: str, sources: Sources) -> str | None:
    capture = sources.match.captures[slot.name]
    written = sources.written(slot.name)
    language = sources.match.language
    settled = number_in(slot.name, sources) if slot.name == sources.claimed[0] and not slot.form.inflects else None
    if settled is not None and settled != number_named(capture.norms, language):
        return _shaped(figure(settled, language), slot.form)
    if slot.form.inflects:
        made = _inflected(written, slot, capture, sources)
        return None if made is None else _shaped(made, slot.form)
    beside = _counted_beside(slot.name, template)
    if (
        beside
        and language == "ru"
        and beside in sources.match.captures
        and re.fullmatch(r"[^\W\d_]+(?:\s[^\W\d_]+)*", written)
    ):
        written = russian_agreement.in_nominative(written, sources.written(beside))
    return _shaped(written, slot.form)


def _own_word(slot: Slot, sources: Sources) -> str | None:
    """A word of our own that agrees with something captured: `{свободный:agree n unit}`, `{is:agree n}`."""
    if slot.form.agree and not any(
        name in sources.match.captures or value_at(sources.facts, name) is not None for name in slot.form.agree
    ):
        if any(name in sources.known_names for name in slot.form.agree):
            return None
        if sources.match.language == "ru":
            many = russian_agreement.declined(slot.name, "gen", "plur")
            return many if many is not None else slot.name
        return english_agreement.plural(slot.name)
    return _inflected(slot.name, slot, None, sources)


def _inflected(word: str, slot: Slot, capture: Capture | None, sources: Sources) -> str | None:
    form, language = slot.form, sources.match.language
    numbers = [n for n in (number_in(name, sources) for name in form.agree) if n is not None]
    nouns = [sources.written(n) for n in form.agree if n in sources.match.captures and number_in(n, sources) is None]
    if language == "en":
        return _english(word, form, numbers, nouns)
    if language != "ru":
        return None
    beside = _number_beside(capture, sources)
    if form.tense or (form.agree and _is_verb_or_adjective(word)):
        return _beside_noun(word, form, numbers, nouns)
    if form.agree:
        return russian_agreement.counted(word, numbers[0], written_with=beside) if numbers else None
    count = {"plural": "plur", "singular": "sing", None: None}[form.number]
    return russian_agreement.declined(word, form.case or ("nom" if form.number else None), count, written_with=beside)


def _english(word: str, form: Form, numbers: Sequence[float], nouns: Sequence[str]) -> str | None:
    if form.tense or (form.agree and english_agreement.is_verb(word)):
        many = numbers[0] != 1 if numbers else english_agreement.is_plural(nouns[0]) if nouns else False
        return english_agreement.verb(word, form.tense, many=many)
    if form.agree:
        return english_agreement.counted(word, numbers[0]) if numbers else None
    if form.number == "plural":
        return english_agreement.plural(word)
    return english_agreement.singular(word) if form.number == "singular" else word


def _beside_noun(word: str, form: Form, numbers: Sequence[float], nouns: Sequence[str]) -> str | None:
    """A Russian verb or adjective beside a noun, counted or not: «свободна 21 комната», «свободно 5 столиков»."""
    gender, count = "neut", "sing"
    if nouns:
        known = russian_agreement.gender_and_number(nouns[0])
        if known is None:
            return None
        gender, count = known
    if numbers:
        if russian_agreement.count_form(numbers[0]) == "one":
            count = "sing"
        else:
            gender, count = "neut", "sing"
    if form.number:
        count = "plur" if form.number == "plural" else "sing"
    return russian_agreement.agreeing(word, form.tense, gender, count)


def _is_verb_or_adjective(word: str) -> bool:
    from tonelint.language.russian import readings

    return readings(word.lower())[0].tag.POS in ("VERB", "INFN", "ADJF", "ADJS", "PRTS", "PRTF")


def _number_beside(capture: Capture | None, sources: Sources) -> float | None:
    """The number that stands right before a captured noun in the writer's text."""
    if capture is None:
        return None
    for other in sources.match.captures.values():
        if other is not capture and 0 <= capture.span.start - other.span.end <= 1:
            number = number_named(other.norms, "ru")
            if number is not None:
                return number
    return None


def _counted_beside(name: str, template: str) -> str:
    """The captured noun that a template counts with the captured number `name`."""
    for slot in parse(template):
        if isinstance(slot, Slot) and name in slot.form.agree:
            return slot.name
    return ""


def _shaped(text: str, form: Form) -> str:
    if "a" in form.shapes:
        text = english_agreement.with_article(text)
    if "lower" in form.shapes:
        text = text[:1].lower() + text[1:]
    if "cap" in form.shapes:
        text = text[:1].upper() + text[1:]
    return text
