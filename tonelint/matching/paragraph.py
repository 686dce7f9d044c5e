"""A segment taken apart on demand: its sentences and their tokens. Only segments with a candidate ever get here."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.sentences import sentences
from tonelint.language.tokens import TAG, Token, folded_words, tokenize
from tonelint.model import Segment, Span
from tonelint.ruleset.anchors import DIGIT

_DIGIT = lazy(rf"\d|{TAG}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a segment: its place in the segment's text, its tokens, and the marks after the last of them."""

    span: Span
    tokens: tuple[Token, ...]
    tail: str
    norms: frozenset[str]


class Paragraph:
    """The sentences of one segment, found once, when first asked for.

    `found` keeps what a search of these words came to, by what was searched for; nothing in it depends on other segments.
    """

    def __init__(self, segment: Segment, index: int) -> None:
        self.segment = segment
        self.index = index
        self.found: dict[Hashable, Any] = {}

    def at(self, segment: Segment, index: int) -> Paragraph:
        """The same words in another place: `segment` has this paragraph's text and language, all that was found stays."""
        other = Paragraph(segment, index)
        other.__dict__.update({**self.__dict__, "segment": segment, "index": index})
        return other

    @cached_property
    def words(self) -> frozenset[str]:
        """What the word index knows the segment by: its folded words, and a mark for any digit or merge tag."""
        words = set(folded_words(self.segment.text))
        if _DIGIT.search(self.segment.text):
            words.add(DIGIT)
        return frozenset(words)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        text = self.segment.text
        found = []
        for span in sentences(text, self.segment.language):
            tokens = tuple(tokenize(text, span.start, span.end))
            tail = text[tokens[-1].end : span.end] if tokens else text[span.start : span.end]
            found.append(Sentence(span, tokens, tail, _norms(tokens)))
        return tuple(found)

    @cached_property
    def whole(self) -> Sentence:
        """The segment as one long sentence, for patterns whose scope is the segment."""
        text = self.segment.text
        tokens = tuple(token for sentence in self.sentences for token in sentence.tokens)
        tail = text[tokens[-1].end :] if tokens else text
        return Sentence(Span(0, len(text)), tokens, tail, _norms(tokens))


def _norms(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The words of a sentence as the word index knows them."""
    norms = {token.norm for token in tokens}
    if any(token.kind not in ("word", "symbol") for token in tokens):
        norms.add(DIGIT)
    return frozenset(norms)
