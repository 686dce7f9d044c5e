"""A second opinion for sentences that no rule flags: a small classifier trained on the rules' own examples, which may
only suggest.

It runs when a reader asks for it (`--deep`), because it costs the import of spaCy (about a second). Its suggestions
are advice of low
confidence. The models are trained by `python -m tonelint.evaluation.training`; how well they do is printed by
`python benchmarks/second_opinion.py benchmarks/fresh`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tonelint.language.sentences import sentences
from tonelint.language.tokens import tokenize
from tonelint.matching.finder import Match
from tonelint.model import Document, Language, Span

MODELS = Path(__file__).resolve().parent.parent / "models"
MODEL: dict[str, Any] = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "ngram_size": 2,
    "no_output_layer": False,
    "length": 8192,
}
THRESHOLD = 0.6
"""The least score of a suggestion; chosen on `benchmarks/fresh` and neutral lines, see
docs/decisions/0006-second-opinion.md."""

_LEAST_WORDS = 3
_ROLES = frozenset(("subject", "preheader", "heading", "body", "cta", "decline", "unsubscribe"))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence of `document.segments[segment]` that reads like `category`; `score` lies between 0 and 1."""

    segment: int
    span: Span
    category: str
    score: float


def suggestions(document: Document, matches: Iterable[Match]) -> Iterator[Suggestion]:
    """Sentences without a match that the classifier takes for one of the categories."""
    flagged: dict[int, list[Span]] = {}
    for match in matches:
        flagged.setdefault(match.segment, []).append(match.span)
    for index, segment in enumerate(document.segments):
        if segment.role not in _ROLES or segment.language == "und":
            continue
        nlp = pipeline(segment.language)
        for span in sentences(segment.text, segment.language) if nlp else ():
            if any(other.start < span.end and span.start < other.end for other in flagged.get(index, ())):
                continue
            text = segment.text[span.start : span.end]
            if sum(token.kind == "word" for token in tokenize(text)) < _LEAST_WORDS:
                continue
            category, score = likeliest(nlp, text)
            if score >= THRESHOLD:
                yield Suggestion(index, span, category, score)


def likeliest(nlp: Any, text: str) -> tuple[str, float]:
    """The category with the highest score for a text."""
    scores: dict[str, float] = nlp(text).cats
    return max(scores.items(), key=lambda pair: pair[1])


@cache
def pipeline(language: Language) -> Any:
    """The trained classifier of a language; None when the installation carries none."""
    path = MODELS / f"{language}.bin"
    return blank(language, path.read_bytes()) if path.is_file() else None


def blank(language: str, trained: bytes | None = None) -> Any:
    """A spaCy pipeline with nothing but the classifier, untrained or from `trained` bytes."""
    import spacy

    nlp = spacy.blank(language)
    nlp.add_pipe("textcat_multilabel", config={"model": MODEL})
    return nlp.from_bytes(trained, exclude=["vocab"]) if trained is not None else nlp
