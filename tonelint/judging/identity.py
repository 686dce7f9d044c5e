"""What a finding is recognised by when the text around it has moved: its rule and the sentence that it stands in.

The sentence is compared by its words, so re-wrapping, indenting and punctuating do not make a new finding; a second
copy of the sentence does, because findings that are alike are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tonelint.language.sentences import sentences
from tonelint.language.tokens import tokenize
from tonelint.model import Document, Finding, Segment, Span

LONGEST = 400
"""Code points of a sentence that are kept: enough to tell it from any other, short enough to be read in a list."""


def sentence_of(finding: Finding, document: Document) -> str:
    """The words of the sentence around `finding`, normalised; its flagged words when it stands in no segment."""
    segment = _segment(finding, document)
    if segment is None:
        return normalised(finding.excerpt)
    found = [
        one
        for one in sentences(segment.text, segment.language)
        if _overlaps(segment.source.span(one.start, one.end), finding)
    ]
    if not found:
        return normalised(finding.excerpt)
    return normalised(segment.text[found[0].start : found[-1].end])


def normalised(text: str) -> str:
    """`text` by its words and figures, one space apart; a template tag is `{}`."""
    words = " ".join("{}" if token.kind == "tag" else token.norm for token in tokenize(text))
    return words[:LONGEST]


def ordinals(rules: Iterable[str], sentences_: Sequence[str]) -> tuple[int, ...]:
    """For each finding the how-manieth it is, from 1, with its rule in a sentence of these words."""
    seen: Counter[tuple[str, str]] = Counter()
    numbers = []
    for key in zip(rules, sentences_, strict=True):
        seen[key] += 1
        numbers.append(seen[key])
    return tuple(numbers)


def fingerprint(*pieces: object) -> str:
    """A short name for what the pieces say together: 32 hexadecimal digits, the same on every machine."""
    import hashlib

    return hashlib.sha256("\0".join(str(piece) for piece in pieces).encode()).hexdigest()[:32]


def _segment(finding: Finding, document: Document) -> Segment | None:
    for segment in document.segments:
        runs = segment.source.runs
        if (
            runs
            and document.parts[segment.part].path == finding.part
            and segment.address == finding.address
            and runs[0][1] <= finding.start < runs[-1][1] + runs[-1][3]
        ):
            return segment
    return None


def _overlaps(span: Span, finding: Finding) -> bool:
    return span.start < finding.end and finding.start < span.end
