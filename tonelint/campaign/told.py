"""What one letter says that matters for the others: its 'last chances', its deadlines, a goodbye, a refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tonelint.campaign.model import Letter
from tonelint.judging.thread import signals_in
from tonelint.language.dates import time_phrases
from tonelint.language.tokens import Token, folded_words
from tonelint.matching.context import Context
from tonelint.matching.paragraph import Paragraph, Sentence
from tonelint.model import Language, Span
from tonelint.ruleset import Ruleset

Place = tuple[int, Span]
"""A segment's index and a stretch of its text."""

SPOKEN = frozenset(("subject", "preheader", "heading", "body", "cta"))
LAST = ("last-chance", "last-days", "today-only")
"""Lexicons of what can be said truly only once."""
GOODBYES = ("last-promise",)
EXTENDED = {"ru": ("продл",), "en": ("extend", "prolong")}
"""Beginnings of words by which a letter says openly that a deadline has moved."""
FAREWELLS = {
    "ru": ("отписали", "отписаны", "отписан", "отписана", "удалили", "больше не будем"),
    "en": ("unsubscribed", "removed", "will not write", "won't write"),
}
"""What a letter after a refusal may say: that the wish was heard."""


@dataclass(frozen=True, slots=True)
class Told:
    """A letter with what it says; places point into its document."""

    letter: Letter
    last: tuple[Place, ...]
    deadlines: tuple[tuple[date, Place], ...]
    goodbye: Place | None
    extended: bool
    farewell: bool
    refuses: bool
    sells: bool
    offer: frozenset[str]
    language: Language

    @property
    def opening(self) -> Place:
        """The place to mark when the whole letter is meant: its subject, else its first words."""
        segments = self.letter.document.segments
        index = next((at for at, s in enumerate(segments) if s.role == "subject"), 0)
        return index, Span(0, len(segments[index].text))


def told(letter: Letter, ruleset: Ruleset) -> Told:
    """What a letter says; its own words only, but what it quotes may refuse."""
    context = Context(letter.document, ruleset)
    copy = [p for p in context.paragraphs if p.segment.role in SPOKEN]
    words = [word for p in copy for word in folded_words(p.segment.text)]
    language = context.languages[0] if len(context.languages) == 1 else _main(copy)
    return Told(
        letter,
        tuple(_found(copy, context, LAST)),
        tuple(_deadlines(copy, context, letter)),
        next(iter(_found(copy, context, GOODBYES)), None),
        any(word.startswith(EXTENDED.get(language, ())) for word in words),
        any(mark in f" {' '.join(words)} " for mark in FAREWELLS.get(language, ())),
        _refuses(letter),
        context.is_commercial,
        frozenset(word for word in words if len(word) > 4),
        language,
    )


def refusal_in_own_words(letter: Letter) -> bool:
    """Whether the letter, written by the reader, asks for no more letters."""
    document = letter.document
    quoted = tuple(replace(one, role="quote") for one in document.segments if one.role not in ("quote", "code"))
    headers = {**document.headers, "in-reply-to": "<letter>"}
    signals = signals_in(replace(document, segments=quoted, headers=headers, format="eml"), letter.sent_at)
    return signals.stop or signals.unsubscribe


def _refuses(letter: Letter) -> bool:
    """Whether the letter quotes a refusal of its reader."""
    signals = signals_in(letter.document, letter.sent_at)
    return signals.stop or signals.unsubscribe


def _found(copy: list[Paragraph], context: Context, lexicons: tuple[str, ...]) -> list[Place]:
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


def _deadlines(copy: list[Paragraph], context: Context, letter: Letter) -> list[tuple[date, Place]]:
    """The days that the letter names as an end, resolved against its date."""
    found: list[tuple[date, Place]] = []
    for paragraph in copy:
        language = paragraph.segment.language
        if language == "und":
            continue
        for phrase in time_phrases(paragraph.segment.text, language, letter.sent_at):
            if not phrase.days or phrase.days[-1] < letter.sent_at.date():
                continue
            sentence = next((s for s in paragraph.sentences if s.span.start <= phrase.span.start < s.span.end), None)
            if sentence is None:
                continue
            before = [t for t in sentence.tokens if t.start < phrase.span.start][-4:]
            inside = [t for t in sentence.tokens if phrase.span.start <= t.start < phrase.span.end]
            if _ends(before, context, language) or _ends(inside, context, language):
                found.append((phrase.days[-1], (paragraph.index, phrase.span)))
    return found


def _ends(tokens: list[Token], context: Context, language: Language) -> bool:
    known = "deadline-cues" in context.ruleset.lexicon_names(language)
    return known and context.engine(language).holds(("lex", "deadline-cues"), tokens)


def _main(copy: list[Paragraph]) -> Language:
    letters = {"ru": 0, "en": 0}
    for paragraph in copy:
        if paragraph.segment.language in letters:
            letters[paragraph.segment.language] += len(paragraph.segment.text)
    return "ru" if letters["ru"] >= letters["en"] else "en"
