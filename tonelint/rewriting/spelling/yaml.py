"""Strings of YAML, in each of their styles. A plain one that new words would turn into something else is left alone."""

from __future__ import annotations

import re

from tonelint.reading.catalogues.yaml import composed
from tonelint.rewriting.spelling import Place

_TO_ESCAPE = re.compile(r'["\\\x00-\x1f\x7f\x85\u2028\u2029]')
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def encoded(words: str, spelling: str, place: Place) -> str | None:
    """The words as they stand in a scalar of this style; new lines only where the style can say them."""
    if spelling == "yaml-double":
        habit = place.source.isascii() and "\\u" in place.source
        written = _TO_ESCAPE.sub(lambda found: _NAMED.get(found[0], f"\\u{ord(found[0]):04x}"), words)
        return "".join(char if char.isascii() or not habit else _escaped(char) for char in written)
    if "\n" in words:
        if spelling not in ("yaml-literal", "yaml-folded"):
            return None
        return words.replace("\n", ("\n" if spelling == "yaml-literal" else "\n\n") + place.lead)
    return words.replace("'", "''") if spelling == "yaml-single" else words


def decoded(source: str, spelling: str, place: Place) -> str | None:
    """What a scalar of this style says, with its quotation marks or header put around it."""
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

    around = {
        "yaml-plain": ("k: ", "\n"),
        "yaml-flow": ("k: [", "]\n"),
        "yaml-single": ("k: '", "'\n"),
        "yaml-double": ('k: "', '"\n'),
        "yaml-literal": (f"k: |\n{place.lead or ' '}", "\n"),
        "yaml-folded": (f"k: >\n{place.lead or ' '}", "\n"),
    }[spelling]
    try:
        roots = composed(around[0] + source + around[1])
    except (YAMLError, ValueError):
        return None
    node = roots[0].value[0][1] if len(roots) == 1 and isinstance(roots[0], MappingNode) and roots[0].value else None
    if isinstance(node, SequenceNode) and len(node.value) == 1:
        node = node.value[0]
    if not isinstance(node, ScalarNode) or node.tag != "tag:yaml.org,2002:str":
        return None
    said = str(node.value)
    return said.rstrip("\n") if spelling in ("yaml-literal", "yaml-folded") else said


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"
