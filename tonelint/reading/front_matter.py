"""The YAML block that may open a Markdown or HTML file: its title, subject and description are copy, the rest is
data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Problem, Role, Segment
from tonelint.reading.segments import fallback_segments, segment
from tonelint.reading.source_map import Pieces
from tonelint.reading.templates import Masked
from tonelint.sentences import Sentence, words

COPY_KEYS: dict[str, Role] = {
    "title": "heading", "заголовок": "heading", "subject": "subject", "тема": "subject", "preheader": "preheader",
    "preview": "preheader", "preview_text": "preheader", "прехедер": "preheader", "description": "preheader",
    "описание": "preheader", "cta": "cta", "button": "cta", "кнопка": "cta",
}  # fmt: skip
"""Which keys are read to people, and as what. A description is shown beside the title before anything is opened."""

_BLOCK = lazy(r"\ufeff?---[ \t]*(?:\r\n|\n)(.*?)^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\Z)", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stood in the block, and where the text after it begins (0 when there is no block)."""

    end: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    problems: tuple[Problem, ...] = ()


def front_matter(source: str, masked: Masked) -> FrontMatter:
    """The front matter at the start of `source`; broken YAML is a problem with its line, and the block is not read as
    copy."""
    found = _BLOCK.match(masked.text) if source.startswith(("---", "\ufeff---")) else None
    if found is None:
        return FrontMatter()
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.nodes import MappingNode, ScalarNode

    shift = found.start(1)
    try:
        node = YAML(typ="safe", pure=True).compose(found[1])
        values = _values(source[shift : found.end(1)], found[1])
    except (YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line = source.count("\n", 0, shift) + 1 + (mark.line if mark else 0)
        reason = error.problem if isinstance(error, MarkedYAMLError) and error.problem else "it is not valid YAML"
        said = Sentence("the front matter cannot be read: {reason}", reason=words(reason))
        return FrontMatter(found.end(), problems=(Problem(said, line),))
    segments: list[Segment] = []
    if isinstance(node, MappingNode):
        for key, value in node.value:
            role = COPY_KEYS.get(str(key.value).lower())
            if role is None or not isinstance(value, ScalarNode):
                continue
            pieces = _pieces(masked.text, value.value, shift + value.start_mark.index, shift + value.end_mark.index)
            made = segment(pieces, role, element=str(key.value).lower())
            segments.extend([made] if made else [])
            segments.extend(fallback_segments(source, masked, pieces))
    known = {str(key): value for key, value in values.items()} if isinstance(values, dict) else {}
    return FrontMatter(found.end(), known, tuple(segments))


def _values(source: str, masked: str) -> Any:
    """The data as written; with template tags masked when they keep it from being YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="safe", pure=True).load(source)
    except (YAMLError, ValueError, TypeError):
        return YAML(typ="safe", pure=True).load(masked)


def _pieces(text: str, value: str, start: int, end: int) -> Pieces:
    """The value with its place: character for character when it is written as it reads, else as one whole."""
    pieces = Pieces()
    at = text.find(value, start, end) if value else -1
    if at != -1:
        pieces.add(value, at, at + len(value))
    else:
        pieces.add(value, start, start + len(text[start:end].rstrip()))
    return pieces
