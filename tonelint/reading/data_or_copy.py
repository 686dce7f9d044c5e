"""Whether a value of a catalogue or a table is read to people, or is data: an address, a colour, a name in code.

Decided by its characters alone. When in doubt it is copy: a rule that finds nothing in data does no harm.
"""

from __future__ import annotations

from tonelint.language.lazy_pattern import lazy
from tonelint.reading.source_map import is_copy

LONGEST = 300
"""Code points: longer data is told by having no white space."""

_DATA = lazy(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S+|(?:mailto|tel|data|javascript|urn):\S+|www\.\S+|\S+@\S+\.\w+"  # addresses
    r"|#[0-9a-fA-F]{3,8}|(?:rgba?|hsla?|var|url|calc)\([^()]*\)"  # colours and styles
    r"|\.{0,2}/?(?:[\w.@~-]+/)+[\w.@~-]*|[\w.-]+\.(?:png|jpe?g|gif|svg|webp|ico|css|js|ts|json|html?|pdf|mp4|woff2?)"
    r"|[A-Z0-9]+(?:_[A-Z0-9]+)+|[a-z0-9]+(?:[_.:-][a-z0-9]+)+|[a-z]+[A-Z]\w*|(?:[A-Z][a-z0-9]+){2,}"  # names in code
    r"|[dMyHhmsaEzZ]{1,4}(?:[\s:/.,-]+[dMyHhmsaEzZ]{1,4})+|\d[\d\s.,:/+-]*[a-z%]{0,3}"  # patterns of dates, numbers
    r"|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[A-Za-z0-9+/]{40,}={0,2}|true|false|null|none|yes|no|on|off"
)
_CLASS = lazy(r"[a-z][a-z0-9:_/.-]*")
_STYLED = lazy(r"--|__|[-:]\d|^(?:sm|md|lg|xl|hover|focus|dark):")


def is_data(text: str) -> bool:
    """Whether nobody is meant to read `text`."""
    bare = text.strip()
    if not is_copy(bare):
        return True
    if not bare.isascii():
        return not any(char.isalpha() for char in bare)
    if len(bare) > LONGEST:
        return not any(char.isspace() for char in bare)
    return _DATA.fullmatch(bare) is not None or _is_classes(bare.split())


def _is_classes(words: list[str]) -> bool:
    """Whether the words are names of style classes: `btn btn-primary`, `mt-4 sm:w-1/2`, `card__title card--wide`."""
    if len(words) < 2 or not all(_CLASS.fullmatch(word) for word in words):
        return False
    return any(
        _STYLED.search(word) or any(word.startswith((f"{other}-", f"{other}_")) for other in words) for word in words
    )
