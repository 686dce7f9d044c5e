"""Cells of CSV files: quotation marks are doubled inside quotation marks, which a bare cell gets when it needs them."""

from __future__ import annotations

from tonelint.rewriting.spelling import Place

_MARKS = {"csv-comma": ",", "csv-semicolon": ";", "csv-tab": "\t", "csv-bar": "|", "csv-line": "\n"}


def encoded(words: str, spelling: str, place: Place) -> str | None:
    """`words` as they stand in a cell; None in a bare cell that cannot hold them."""
    if spelling == "csv-quoted":
        return words.replace('"', '""')
    return None if _needs_quotes(words, spelling) else words


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What the cell says; None when it would no longer be one cell."""
    if spelling == "csv-quoted":
        plain = source.replace('""', "")
        return None if '"' in plain else source.replace('""', '"')
    return None if _needs_quotes(source, spelling) else source


def whole(said: str, spelling: str, place: Place) -> str | None:
    """The whole cell written anew, for words that a bare cell cannot hold."""
    if spelling == "csv-quoted":
        return None
    doubled = said.replace('"', '""')
    return f'"{doubled}"'


def _needs_quotes(words: str, spelling: str) -> bool:
    return any(char in words for char in (_MARKS[spelling], "\n", "\r")) or words.lstrip(" \t").startswith('"')
