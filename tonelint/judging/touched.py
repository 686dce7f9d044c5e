"""Which findings stand on sentences that a change has touched: the others were there before, and are not told.

A sentence is untouched when the old version of the letter has it too, wherever it stood, however its lines broke.
A second copy of an old sentence is new.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tonelint.language.sentences import sentences
from tonelint.model import Document, Finding


def untouched(findings: tuple[Finding, ...], document: Document, before: Document) -> frozenset[int]:
    """The numbers of the findings that stand only on sentences that `before`, the letter's old version, has as well."""
    old = Counter(text for _, _, _, text in _sentences(before))
    seen: Counter[str] = Counter()
    new: list[tuple[int, int, int]] = []
    places: list[tuple[int, int, int]] = []
    for part, start, end, text in _sentences(document):
        seen[text] += 1
        places.append((part, start, end))
        if seen[text] > old[text]:
            new.append((part, start, end))
    return frozenset(
        number for number, finding in enumerate(findings) if not _touched(finding, new, places, document, before)
    )


def _touched(
    finding: Finding,
    new: list[tuple[int, int, int]],
    places: list[tuple[int, int, int]],
    document: Document,
    before: Document,
) -> bool:
    number = next((n for n, part in enumerate(document.parts) if part.path == finding.part), 0)

    def overlaps(place: tuple[int, int, int]) -> bool:
        part, start, end = place
        return part == number and start < finding.end and finding.start < end

    if any(overlaps(place) for place in places):
        return any(overlaps(place) for place in new)
    # It is about markup or a comment, which no sentence holds: then the source itself is compared.
    source = document.parts[number].text
    words = source[finding.start : finding.end]
    return sum(part.text.count(words) for part in before.parts) < source.count(words)


def _sentences(document: Document) -> Iterator[tuple[int, int, int, str]]:
    """Each sentence as part, stretch of the source, and text with white space collapsed, its role in front."""
    for segment in document.segments:
        for one in sentences(segment.text, segment.language):
            place = segment.source.span(one.start, one.end)
            text = " ".join(segment.text[one.start : one.end].split())
            yield segment.part, place.start, place.end, f"{segment.role} {text}"
