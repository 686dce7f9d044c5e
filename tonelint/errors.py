"""The errors a caller can meet, each with one clear sentence: the place first, then what is wrong, then what would be
right."""

from __future__ import annotations


class TonelintError(Exception):
    """Base of all errors that tonelint raises on purpose; `path` and `line` say where, when that is known."""

    def __init__(self, message: str, *, path: str = "", line: int = 0) -> None:
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{place}{message}")
        self.path = path
        self.line = line


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
