"""Better lines: for every finding how a decent person would say it, in the writer's own grammar, inventing nothing.

`rewrites_for` makes them, `edits` turns one into the smallest change of the source, `fixed` applies what may be applied
and `write` puts it back on disk. Nothing here searches for faults, asks the network, or prints.
"""

from __future__ import annotations

from tonelint.rewriting.edits import Edit, edits
from tonelint.rewriting.style import LetterStyle, style_of
from tonelint.rewriting.suggest import rewrites_for

__all__ = ["Edit", "LetterStyle", "edits", "rewrites_for", "style_of"]
