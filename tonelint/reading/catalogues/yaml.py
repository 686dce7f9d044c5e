"""YAML: the strings that hang in maps and lists, in every style a string can be written in.

ruamel.yaml says what the file holds and where each scalar begins and ends; which character came from where is found
here and held against what it says. Comments and order are never touched, because only words are written back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.escapes import unescaped
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.catalogues.tree import Branch, Leaf, entries
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence, words

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node, ScalarNode

_TEXT = "tag:yaml.org,2002:str"
_STYLES = {None: "yaml-plain", "": "yaml-plain", "'": "yaml-single", '"': "yaml-double", "|": "yaml-literal",
           ">": "yaml-folded"}  # fmt: skip
_FOLD = r"(?<![ \t])[ \t]*+((?:\r\n?|\n)[ \t]*)+"
_IN_PLAIN = lazy(_FOLD)
_IN_SINGLE = lazy(rf"''|{_FOLD}")
_IN_DOUBLE = lazy(rf"\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\(?:\r\n?|\n)[ \t]*|\\.|{_FOLD}")
_SIMPLE = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
           "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028",
           "P": "\u2029"}  # fmt: skip
_LINE = lazy(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a YAML text.

    Raises:
        ReadingError: it is not valid YAML.
    """
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        roots = composed(part.text)
        leaves = list(_leaves(part.text, roots))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = Sentence("this is not valid YAML: {reason}", reason=words(error.problem or "it cannot be understood"))
        raise ReadingError(said, path=name, line=mark.line + 1 if mark else 0) from error
    except (YAMLError, ValueError) as error:
        said = Sentence("this is not valid YAML: {reason}", reason=words(str(error).splitlines()[0]))
        raise ReadingError(said, path=name) from error
    except RecursionError:
        raise ReadingError("the texts in this file are nested too deeply to be read", path=name) from None
    return catalogue(name, "yaml", part, entries(leaves), options)


def composed(text: str) -> list[Node]:
    """The documents in a YAML text as nodes with marks.

    Raises:
        ruamel.yaml.error.YAMLError: it is not valid YAML.
    """
    from ruamel.yaml import YAML

    return [node for node in YAML(typ="safe", pure=True).compose_all(text) if node is not None]


def pieces_of(text: str, node: ScalarNode) -> Pieces | None:
    """What a scalar says with its places; None when they are not to be found."""
    start, end = node.start_mark.index, node.end_mark.index
    style = node.style or ""
    if style in ("|", ">"):
        pieces = _block(text, start, end, folded=style == ">")
        return pieces if pieces.text == node.value.rstrip("\n") else None
    if style:
        pieces = unescaped(text, start + 1, end - 1, _IN_SINGLE if style == "'" else _IN_DOUBLE, _meant)
    else:
        pieces = unescaped(text, start, end, _IN_PLAIN, _meant)
    return pieces if pieces.text == node.value else None


def _leaves(text: str, roots: list[Node]) -> Iterator[Leaf]:
    """The strings that are values, in order; what an alias repeats is read once."""
    from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

    seen: set[int] = set()
    count = 0
    waiting: list[tuple[Node, Branch | None, str | int, bool]] = [(root, None, "", False) for root in reversed(roots)]
    while waiting:
        node, branch, key, flow = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, ScalarNode):
            if node.tag == _TEXT and node.value:
                pieces = pieces_of(text, node)
                spelling = "yaml-flow" if flow and not node.style else _STYLES.get(node.style, "")
                leaf = (pieces, spelling) if pieces is not None else (_whole(node), "")
                yield Leaf(branch or Branch(None, "", 0), key, *leaf)
            continue
        if not isinstance(node, (MappingNode, SequenceNode)):
            continue
        count += 1
        inner = Branch(branch, key, count)
        flow = flow or bool(node.flow_style)
        if isinstance(node, MappingNode):
            named = [(str(name.value), value) for name, value in node.value if isinstance(name, ScalarNode)]
            inner.keys.update(name for name, _ in named)
            waiting.extend((value, inner, name, flow) for name, value in reversed(named))
        else:
            items = list(enumerate(node.value))
            waiting.extend((value, inner, number, flow) for number, value in reversed(items))


def _whole(node: ScalarNode) -> Pieces:
    pieces = Pieces()
    pieces.add(node.value, node.start_mark.index, max(node.end_mark.index, node.start_mark.index + 1))
    return pieces


def _meant(written: str) -> str:
    if written[0] == "\\":
        if written[1] in "\r\n":
            return ""
        return chr(int(written[2:], 16)) if written[1] in "xuU" else _SIMPLE.get(written[1], written)
    if written == "''":
        return "'"
    lines = written.count("\n") or written.count("\r")
    return "\n" * (lines - 1) if lines > 1 else " "


def _block(text: str, start: int, end: int, *, folded: bool) -> Pieces:
    """A block scalar without the line ends behind its last word."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text, start, end) if found[0]][1:]
    filled = [(a, b) for a, b in lines if text[a:b].strip()]
    pieces = Pieces()
    if not filled:
        return pieces
    indent = min(len(text[a:b]) - len(text[a:b].lstrip(" ")) for a, b in filled)
    after: int | None = None
    breaks = 0
    before = ""
    for a, b in lines:
        words_ = text[a:b].rstrip("\r\n")
        line = words_[indent:]
        if not line.strip(" ") and len(words_) <= indent:
            breaks += 1
            continue
        if after is None:
            pieces.add("\n" * breaks, lines[0][0], a + indent)
        else:
            deeper = line[0] in " \t" or before[0] in " \t"
            gap = "\n" * (breaks + 1)
            if folded and not deeper:
                gap = "\n" * breaks or " "
            pieces.add(gap, after, a + indent)
        pieces.add(line, a + indent, a + indent + len(line))
        after, breaks, before = a + indent + len(line), 0, line
    return pieces
