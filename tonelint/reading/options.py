"""What a caller may say about reading, beside the bytes themselves. Nothing is read here."""

from __future__ import annotations

from dataclasses import dataclass

from tonelint.model import Language

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read.

    `template_dialect` names one of `templates.DIALECTS`; `language`, when given, is the language of every segment;
    `max_bytes` is the size above which a file is refused, so that one stray dump does not stop a whole run.
    """

    template_dialect: str = "auto"
    language: Language | None = None
    max_bytes: int = 20 * MEGABYTE
