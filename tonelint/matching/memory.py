"""What paragraphs came to, for a letter that is checked again and again while it is being written.

Only what a paragraph's own words decide is kept: its sentences, its candidates, where bare patterns hold. What depends
on the rest of the letter (guards, checks, facts) is asked anew each time, so a remembered check says what a fresh one
would.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tonelint.matching.paragraph import Paragraph
from tonelint.model import Language, Role, Segment

LIMIT = 4000
"""Paragraphs; when there are more, the older half is forgotten."""


class Memory:
    """Paragraphs by their text, language and role. For one rule set, and for one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Language, Role], Paragraph] = {}

    def paragraphs(self, segments: Sequence[Segment]) -> Iterator[Paragraph]:
        """A paragraph for each segment, those that were met before with all that is known of them."""
        for index, segment in enumerate(segments):
            key = (segment.text, segment.language, segment.role)
            known = self._known.pop(key, None)
            paragraph = Paragraph(segment, index) if known is None else known.at(segment, index)
            self._known[key] = paragraph
            yield paragraph
        if len(self._known) > LIMIT:
            for key in list(self._known)[: LIMIT // 2]:
                del self._known[key]
