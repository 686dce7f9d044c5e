"""A better line as it is shown to people: the sentence as it would read, and what is still asked of the author."""

from __future__ import annotations

from tonelint.config import MessageLanguage
from tonelint.model import TAG_FILLER, Rewrite
from tonelint.reporting.words import say

LONGEST = 160
"""Code points: of a longer sentence only the words that change are shown."""


def better_line(rewrite: Rewrite, language: MessageLanguage) -> str:
    """The line on one row, with the facts that are to be filled in, or a word that it is only an idea."""
    line = better_words(rewrite, language)
    if rewrite.applicability == "idea":
        return line + say("idea", language)
    return line + (say("needs", language, slots=", ".join(rewrite.needs)) if rewrite.needs else "")


def better_words(rewrite: Rewrite, language: MessageLanguage) -> str:
    """The sentence with the rewrite in it; the new words alone where the sentence is long or not known."""
    words = rewrite.reads if rewrite.reads and len(rewrite.reads) <= LONGEST else rewrite.text
    return " ".join(words.replace(TAG_FILLER, "…").split()) or say("delete", language)
