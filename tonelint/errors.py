"""The errors a caller can meet, each with one clear sentence: the place first, then what is wrong, then what would be
right."""

from __future__ import annotations

from typing import Literal

from tonelint.sentences import told


class TonelintError(Exception):
    """Base of all errors that tonelint raises on purpose; `path` and `line` say where, when that is known.

    `message` is the sentence without its place. As text an error is in English; `told` gives either language.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0) -> None:
        self.message = message
        self.path = path
        self.line = line
        super().__init__(self.told("en"))

    def told(self, language: Literal["ru", "en"]) -> str:
        """The place and the sentence, in `language`."""
        place = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return place + told(self.message, language)


class ReadingError(TonelintError):
    """A file that cannot be read as copy: missing, forbidden, binary, in an unknown encoding."""


class RuleError(TonelintError):
    """A rule or lexicon file that is not valid."""


class ConfigError(TonelintError):
    """A configuration that is not valid."""


class FactsError(TonelintError):
    """Facts that are not valid."""


class WritingError(TonelintError):
    """A file that cannot be written, or has changed since it was read."""
