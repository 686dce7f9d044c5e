"""Strings of JSON: a backslash before quotation marks, backslashes and control characters.

A file that spells its Russian as `\\u0441` goes on doing so.
"""

from __future__ import annotations

import json

from tonelint.rewriting.spelling import Place


def encoded(words: str, spelling: str, place: Place) -> str:
    """The words as they stand between the quotation marks of a string."""
    habit = place.source.isascii() and "\\u" in place.source
    return json.dumps(words, ensure_ascii=habit)[1:-1]


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What a string says."""
    try:
        said = json.loads(f'"{source}"')
    except ValueError:
        return None
    return said if isinstance(said, str) else None
