"""What one letter says that matters for the others: its 'last chances', its deadlines, a goodbye, a refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tonelint.campaign.model import Letter
from tonelint.judging.thread import signals_in
from tonelint.language.tokens import folded_words
from tonelint.matching.context import Context
from tonelint.matching.ends import Ends, Place, ends_in, found, spoken
from tonelint.matching.paragraph import Paragraph
from tonelint.model import Language, Span
from tonelint.ruleset import Ruleset

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
    ends: Ends
    goodbye: Place | None
    extended: bool
    farewell: bool
    refuses: bool
    sells: bool
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
    copy = spoken(context)
    words = [word for p in copy for word in folded_words(p.segment.text)]
    language = context.languages[0] if len(context.languages) == 1 else _main(copy)
    return Told(
        letter,
        ends_in(context, letter.sent_at),
        next(iter(found(copy, context, GOODBYES)), None),
        any(word.startswith(EXTENDED.get(language, ())) for word in words),
        any(mark in f" {' '.join(words)} " for mark in FAREWELLS.get(language, ())),
        _refuses(letter),
        context.is_commercial,
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


def _main(copy: list[Paragraph]) -> Language:
    letters = {"ru": 0, "en": 0}
    for paragraph in copy:
        if paragraph.segment.language in letters:
            letters[paragraph.segment.language] += len(paragraph.segment.text)
    return "ru" if letters["ru"] >= letters["en"] else "en"
