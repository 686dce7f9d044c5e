"""Texts that hang in maps and lists, as in JSON and YAML: their addresses, blocks, roles and languages.

A map whose keys are languages divides its texts by language; one with a `message` among remarks for translators holds
one text. Which bytes a text stands in is none of this room's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tonelint.model import Language
from tonelint.reading.catalogues.keys import Key, address, family, is_remark, names_data, role_of
from tonelint.reading.catalogues.languages import code_of, known
from tonelint.reading.source_map import Pieces
from tonelint.reading.values import Entry

_MESSAGES = ("message", "defaultMessage", "default_message")
"""Keys that hold the text where a map tells translators about one text (Chrome, FormatJS)."""

MANY = 20
"""Keys: a larger map is a whole catalogue, and only texts whose keys belong together stand side by side."""


@dataclass(slots=True)
class Branch:
    """A map or a list: what it hangs on and by which key, its number in the file, the keys of a map."""

    above: Branch | None
    key: Key
    number: int
    keys: set[str] = field(default_factory=set)

    def path(self) -> list[Key]:
        """The keys from the root to this branch."""
        found: list[Key] = []
        branch = self
        while branch.above is not None:
            found.append(branch.key)
            branch = branch.above
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text: the branch and key it hangs by, its words with their places, how it is spelled."""

    branch: Branch
    key: Key
    pieces: Pieces
    spelling: str


def entries(leaves: Iterable[Leaf]) -> Iterator[Entry]:
    """The texts that are copy in a language we read."""
    divides: dict[int, bool] = {}
    blocks: dict[tuple[int, str], int] = {}
    for leaf in list(leaves):  # what a map is shows when all of its keys are known
        if is_remark(leaf.key) or _only_about(leaf) or names_data(leaf.key, leaf.pieces.text):
            continue
        path = [*leaf.branch.path(), leaf.key]
        if any(is_remark(key) for key in path):
            continue
        code = _language(leaf, divides)
        language: Language | None = known(code)
        if code and language is None:
            continue
        shown = [key for key in path if not (isinstance(key, str) and key in _MESSAGES)] or path
        group = family(shown) if len(leaf.branch.keys) > MANY else ""
        block = blocks.setdefault((leaf.branch.number, group), len(blocks) + 1)
        yield Entry(leaf.pieces, address(path), role_of(shown), block, leaf.spelling, language)


def _only_about(leaf: Leaf) -> bool:
    """Whether a text tells translators about the message beside it."""
    return leaf.key not in _MESSAGES and any(key in leaf.branch.keys for key in _MESSAGES)


def _language(leaf: Leaf, divides: dict[int, bool]) -> str:
    """The code of the language that a map of languages says a text is in; empty when none does."""
    branch, key = leaf.branch, leaf.key
    while True:
        if branch.number not in divides:
            divides[branch.number] = _divides(branch)
        if isinstance(key, str) and divides[branch.number]:
            return code_of(key)
        if branch.above is None:
            return ""
        branch, key = branch.above, branch.key


def _divides(branch: Branch) -> bool:
    """Whether the keys of a map are languages: all of them are codes, and ours is among them or it is alone on top."""
    if not branch.keys or not all(code_of(key) for key in branch.keys):
        return False
    return any(known(code_of(key)) for key in branch.keys) or (branch.above is None and len(branch.keys) == 1)
