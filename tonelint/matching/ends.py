"""What a letter says of an end: its 'last chances', the days it names as an end, the words of what it offers.

One letter is looked at, and two are compared; where the letters come from is not known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tonelint.language.dates import time_phrases
from tonelint.language.tokens import Token, folded_words
from tonelint.matching.context import Context
from tonelint.matching.paragraph import Paragraph, Sentence
from tonelint.model import Language, Span

Place = tuple[int, Span]
"""A segment's index and a stretch of its text."""

SPOKEN = frozenset(("subject", "preheader", "heading", "body", "cta"))
LAST = ("last-chance", "last-days", "today-only")
"""Lexicons of what can be said truly only once."""
SAME_CAMPAIGN = timedelta(days=60)
"""Letters farther apart are not about the same end."""
AT_ONCE = timedelta(days=14)
"""Within this time two 'last chances' without dates contradict each other, whatever is offered."""
SAME_OFFER = 0.2
"""The share of longer words that two letters about one offer have in common (Jaccard)."""


@dataclass(frozen=True, slots=True)
class Ends:
    """When a letter was sent and what it says of an end; `offer` are its longer words, folded."""

    at: datetime
    last: tuple[Place, ...]
    deadlines: tuple[tuple[date, Place], ...]
    offer: frozenset[str]


def ends_in(context: Context, at: datetime) -> Ends:
    """What the copy of a letter that was sent at `at` says of an end; quotations and fine print are left out."""
    copy = spoken(context)
    last = tuple(found(copy, context, LAST))
    words = {word for paragraph in copy for word in folded_words(paragraph.segment.text) if len(word) > 4}
    for index, span in last:  # two letters are not about one offer because both say 'last'
        words.difference_update(folded_words(context.paragraphs[index].segment.text[span.start : span.end]))
    return Ends(at, last, tuple(_deadlines(copy, context, at)), frozenset(words))


def spoken(context: Context) -> list[Paragraph]:
    """The paragraphs in which the letter speaks."""
    return [paragraph for paragraph in context.paragraphs if paragraph.segment.role in SPOKEN]


def said_before(one: Ends, earlier: Sequence[Ends]) -> list[Ends]:
    """The earlier letters whose 'last chance' the one of this letter makes untrue.

    A reminder of the same day is no second last chance, and two offers may each have a last day of their own.
    """
    if not one.last:
        return []
    return [
        other
        for other in earlier
        if other.last
        and one.at - other.at <= SAME_CAMPAIGN
        and (one.at - other.at <= AT_ONCE or same_offer(one, other))
        and not {day for day, _ in one.deadlines} & {day for day, _ in other.deadlines}
        and not (one.deadlines and other.deadlines and not same_offer(one, other))
    ]


def same_offer(one: Ends, other: Ends) -> bool:
    """Whether two letters look as if they offered the same."""
    both = one.offer | other.offer
    return bool(both) and len(one.offer & other.offer) / len(both) >= SAME_OFFER


def found(copy: Sequence[Paragraph], context: Context, lexicons: Sequence[str]) -> list[Place]:
    """Where `copy` uses the words of `lexicons`, unless it denies them."""
    places: list[Place] = []
    for paragraph in copy:
        language = paragraph.segment.language
        for name in lexicons:
            if language == "und" or name not in context.ruleset.lexicon_names(language):
                continue
            for sentence in paragraph.sentences:
                for hit in context.engine(language).search(("lex", name), sentence.tokens):
                    if not _denied(sentence, hit.start):
                        tokens = sentence.tokens[hit.start : hit.end]
                        places.append((paragraph.index, Span(tokens[0].start, tokens[-1].end)))
    return sorted(places, key=lambda place: (place[0], place[1].start))


def _denied(sentence: Sentence, at: int) -> bool:
    return any(token.norm in ("не", "not", "isn't", "no") for token in sentence.tokens[max(0, at - 2) : at])


def _deadlines(copy: Sequence[Paragraph], context: Context, at: datetime) -> list[tuple[date, Place]]:
    """The days that the letter names as an end, resolved against its date."""
    days: list[tuple[date, Place]] = []
    for paragraph in copy:
        language = paragraph.segment.language
        if language == "und":
            continue
        for phrase in time_phrases(paragraph.segment.text, language, at):
            if not phrase.days or phrase.days[-1] < at.date():
                continue
            sentence = paragraph.sentence_at(phrase.span.start)
            if sentence is None:
                continue
            before = [t for t in sentence.tokens if t.start < phrase.span.start][-4:]
            inside = [t for t in sentence.tokens if phrase.span.start <= t.start < phrase.span.end]
            if _ends(before, context, language) or _ends(inside, context, language):
                days.append((phrase.days[-1], (paragraph.index, phrase.span)))
    return days


def _ends(tokens: list[Token], context: Context, language: Language) -> bool:
    known = "deadline-cues" in context.ruleset.lexicon_names(language)
    return known and context.engine(language).holds(("lex", "deadline-cues"), tokens)
