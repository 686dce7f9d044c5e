"""What a caller may say about reading, beside the bytes themselves. Nothing is read here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tonelint.model import Language, Role

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read.

    `template_dialect` names one of `templates.DIALECTS`; `language`, when given, is the language of every segment;
    `max_bytes` is the size above which a file is refused, so that one stray dump does not stop a whole run;
    `column_roles` says what the columns of a table are, by their heading; `template_tags` are opening and closing marks
    of tags beside those of the dialect.
    """

    template_dialect: str = "auto"
    language: Language | None = None
    max_bytes: int = 20 * MEGABYTE
    column_roles: Mapping[str, Role] = field(default_factory=dict)
    template_tags: tuple[tuple[str, str], ...] = ()
