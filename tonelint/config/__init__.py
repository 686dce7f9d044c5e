"""What a team has decided: which rules, how strict, in whose language. Read once, never changed afterwards.

A configuration lives in `tonelint.toml`, or under `[tool.tonelint]` in `pyproject.toml`. The file closest to the copy
wins as a whole; it takes over another one's settings only where it says `extend = "path"`. Rules are not known here:
whether a name in `select` exists is decided where the rules are (`tonelint.selection`).
"""

from __future__ import annotations

from tonelint.config.finding import FILE_NAME, Loaded, find_config, load_config, loaded
from tonelint.config.globs import Globs
from tonelint.config.locale import locale_language
from tonelint.config.settings import Accepted, Config, FailOn, MessageLanguage, Override
from tonelint.config.spelling import closest, did_you_mean

__all__ = [
    "FILE_NAME",
    "Accepted",
    "Config",
    "FailOn",
    "Globs",
    "Loaded",
    "MessageLanguage",
    "Override",
    "closest",
    "did_you_mean",
    "find_config",
    "load_config",
    "loaded",
    "locale_language",
]
