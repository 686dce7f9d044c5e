"""Regular expressions that are compiled when they are first used.

A check of one clean sentence uses a dozen of the hundred-odd expressions in the package; compiling the others would
cost more than
the check itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr

_METHODS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "sub",
    "subn",
    "split",
    "pattern",
    "flags",
    "groupindex",
)


class LazyPattern:
    """Stands for `re.compile(source, flags)`; the methods of the compiled expression become its own at first use."""

    def __init__(self, source: str | bytes, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return self.__dict__[name]


if TYPE_CHECKING:

    def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """The expression `source`, compiled when first used."""
        return re.compile(source, flags)

else:
    lazy = LazyPattern
