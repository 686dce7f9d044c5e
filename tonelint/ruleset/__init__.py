"""Rules as data: read from YAML, checked against their schema, compiled once, found again in a cache.

Nothing here looks at a document, and nothing a rule pack ships is ever executed.
"""

from __future__ import annotations

from tonelint.ruleset.compiled import CompiledPattern, RuleInfo, Ruleset
from tonelint.ruleset.store import load, prebuild

__all__ = ["CompiledPattern", "RuleInfo", "Ruleset", "load", "prebuild"]
