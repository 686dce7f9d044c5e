"""A segment taken apart on demand: its sentences and their tokens. Only segments with a candidate ever get here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from functools import cached_property
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.sentences import sentences
from tonelint.language.tokens import TAG, Token, tokenize, words_and_rest
from tonelint.model import Segment, Span
from tonelint.ruleset.anchors import CURRENCY, CURRENCY_SIGNS, DIGIT, PERCENT

_DIGIT = lazy(rf"[\d{TAG}]")


class Sentence:
    """A sentence of a segment, or the segment as one: its place in the text; what it holds is worked out when asked.

    `found` keeps what was once found out about its words, by what was asked.
    """

    def __init__(self, text: str, span: Span, tokens: tuple[Token, ...] | None = None) -> None:
        self.span = span
        self.found: dict[Hashable, Any] = {}
        self._text = text
        if tokens is not None:
            self.__dict__["tokens"] = tokens

    @cached_property
    def norms(self) -> frozenset[str]:
        """What the word index knows the sentence by."""
        return betraying_words(self._text[self.span.start : self.span.end])

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens, positions counted from the start of the segment's text."""
        return tuple(tokenize(self._text, self.span.start, self.span.end))

    @cached_property
    def tail(self) -> str:
        """The marks after the last token."""
        return self._text[self.tokens[-1].end if self.tokens else self.span.start : self.span.end]


class Paragraph:
    """The sentences of one segment, found once, when first asked for.

    `found` keeps what a search of these words came to, by what was searched for; nothing in it depends on other
    segments.
    """

    def __init__(self, segment: Segment, index: int) -> None:
        self.segment = segment
        self.index = index
        self.found: dict[Hashable, Any] = {}

    def at(self, segment: Segment, index: int) -> Paragraph:
        """The same words in another place: `segment` has this paragraph's text and language, all that was found
        stays."""
        other = Paragraph(segment, index)
        other.__dict__.update({**self.__dict__, "segment": segment, "index": index})
        return other

    @cached_property
    def words(self) -> frozenset[str]:
        """What the word index knows the segment by."""
        return betraying_words(self.segment.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        text = self.segment.text
        return tuple(Sentence(text, span) for span in sentences(text, self.segment.language))

    @cached_property
    def whole(self) -> Sentence:
        """The segment as one long sentence, for patterns whose scope is the segment."""
        tokens = tuple(token for sentence in self.sentences for token in sentence.tokens)
        return Sentence(self.segment.text, Span(0, len(self.segment.text)), tokens)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that a position of the text lies in; None between two of them."""
        at = bisect_right(self.sentences, position, key=lambda one: one.span.start) - 1
        return self.sentences[at] if at >= 0 and position < self.sentences[at].span.end else None

    def held(self, span: Span) -> list[Span]:
        """The sentences that overlap `span`, which lies in this segment."""
        first = max(0, bisect_right(self.sentences, span.start, key=lambda one: one.span.start) - 1)
        after = bisect_left(self.sentences, span.end, lo=first, key=lambda one: one.span.start)
        return [one.span for one in self.sentences[first:after] if one.span.end > span.start]

    def around(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """A sentence with the one before and the one after it; all of them for what is no sentence of this segment."""
        at = bisect_left(self.sentences, sentence.span.start, key=lambda one: one.span.start)
        if at == len(self.sentences) or self.sentences[at].span != sentence.span:
            return self.sentences
        return self.sentences[max(0, at - 1) : at + 2]


def betraying_words(text: str) -> frozenset[str]:
    """What the word index knows a text by: its folded words, and marks for digits, tags, percent and currency signs."""
    words, rest = words_and_rest(text)
    if rest:
        if _DIGIT.search(rest):
            words.append(DIGIT)
        if "%" in rest:
            words.append(PERCENT)
        if not CURRENCY_SIGNS.isdisjoint(rest):
            words.append(CURRENCY)
    return frozenset(words)
