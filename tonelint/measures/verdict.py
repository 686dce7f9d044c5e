"""Whether a letter could be sent to anyone: the sentences that weigh most, the questions that would change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tonelint.matching.finder import Match
from tonelint.measures.copy import Copy
from tonelint.measures.measure import Measure
from tonelint.measures.template import WHOLE_LETTER
from tonelint.model import Span

LEAST_WORDS = 50
LEAST_FORMULAS = 2
ANYONE = 1.0
"""Details per 100 words: with fewer a letter made of formulas could be sent to anyone."""

QUESTIONS: dict[str, dict[str, str]] = {
    "history": {
        "en": "What made you write to this very person now?",
        "ru": "Почему вы пишете именно этому человеку и именно сейчас?",
    },
    "names": {
        "en": "Who or what is it about, by name?",
        "ru": "О ком или о чём речь, если назвать по имени?",
    },
    "figures": {
        "en": "How much, how many, for how long?",
        "ru": "Сколько это стоит, длится, сколько штук?",
    },
    "days": {
        "en": "When does it happen?",
        "ru": "Когда это будет?",
    },
}
"""What to ask the author, by the kind of detail that the letter lacks."""


def could_be_anyone(copy: Copy, specific: Measure, formulas: int) -> bool:
    """A letter of some length, made of formulas and almost without details."""
    vague = specific.value is not None and specific.value < ANYONE
    return vague and copy.words >= LEAST_WORDS and formulas >= LEAST_FORMULAS


def heaviest(matches: Sequence[Match]) -> list[tuple[int, Span]]:
    """The sentences that hold most formulas, the heaviest first, as segment index and span in its text."""
    weight = Counter(
        (match.segment, match.sentence)
        for match in matches
        if match.rule.startswith("template/") and match.rule not in WHOLE_LETTER
    )
    order = sorted(weight, key=lambda key: (-weight[key], key[0], key[1].start))
    return [(segment, sentence) for segment, sentence in order]


def verdict(copy: Copy, specific: Measure, formulas: Measure, matches: Sequence[Match]) -> dict[str, Any]:
    """The verdict as JSON-ready data: whether it holds, up to three sentences, and the questions still open."""
    holds = could_be_anyone(copy, specific, int(formulas.details["formulas"]))
    segments = copy.context.document.segments
    sentences = [" ".join(segments[index].text[span.start : span.end].split()) for index, span in heaviest(matches)[:3]]
    questions = [words for kind, words in QUESTIONS.items() if not specific.details[kind]]
    return {"could_be_anyone": holds, "sentences": sentences, "questions": questions if holds else []}
