"""The language of rewrites: a text with slots in braces, taken apart. Nothing is filled in here.

`{n}` is a captured name as written, `{unit:agree n}` and `{item:gen}` an inflected one, `{before}` and `{after}` the
rest of the sentence, `{stock.left}` or `{offer.ends_at|дата окончания}` a fact; anything else, `{дата подсчёта}`, is a
question to the author. Double braces are a merge tag and stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tonelint.errors import RuleError
from tonelint.sentences import Sentence

_SLOT = re.compile(r"\{\{.*?\}\}|\{([^{}]*)\}")
_FACT = re.compile(r"[a-z][a-z_0-9]*(?:\.[a-z_0-9]+)+")
_NAME = re.compile(r"[^\W\d]\w*")

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
NUMBERS = ("singular", "plural")
TENSES = ("past", "present", "inf")
SHAPES = ("lower", "cap", "a")


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked of a captured word: its case, number, tense, the names it agrees with, its letters, its article."""

    case: str | None = None
    number: str | None = None
    tense: str | None = None
    agree: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()

    @property
    def inflects(self) -> bool:
        """Whether the word itself changes, and not only its first letter or its article."""
        return bool(self.case or self.number or self.tense or self.agree)


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. `fact` is the path of a fact or empty; `words` are shown when nothing fills the slot."""

    name: str
    form: Form = Form()
    fact: str = ""
    words: str = ""


Piece = str | Slot


@lru_cache(maxsize=4096)
def parse(template: str) -> tuple[Piece, ...]:
    """The literal stretches and slots of a template, in order.

    Raises:
        RuleError: a slot that cannot be understood.
    """
    pieces: list[Piece] = []
    at = 0
    for found in _SLOT.finditer(template):
        if found[1] is None:
            continue
        if at < found.start():
            pieces.append(template[at : found.start()])
        pieces.append(_slot(found[1].strip(), template))
        at = found.end()
    if at < len(template):
        pieces.append(template[at:])
    return tuple(pieces)


def slots(template: str) -> tuple[Slot, ...]:
    """The slots of a template, in order."""
    return tuple(piece for piece in parse(template) if isinstance(piece, Slot))


def _slot(inside: str, template: str) -> Slot:
    if not inside:
        message = "an empty slot in the rewrite '{template}'; write what the author should fill in: {{end date}}"
        raise RuleError(Sentence(message, template=template))
    path, bar, words = inside.partition("|")
    if _FACT.fullmatch(path.strip()):
        return Slot(path.strip(), fact=path.strip(), words=words.strip())
    if bar:
        message = "'{name}' in the rewrite '{template}' is not a fact; a fact looks like {{offer.ends_at|end date}}"
        raise RuleError(Sentence(message, name=path.strip(), template=template))
    name, colon, asked = inside.partition(":")
    if not colon or not _is_form(asked):
        return Slot(inside, words=inside)
    if _FACT.fullmatch(name.strip()):
        return Slot(name.strip(), _form(asked), fact=name.strip())
    return Slot(name.strip(), _form(asked), words=name.strip())


def _is_form(asked: str) -> bool:
    """Whether the words after a colon ask for a form; otherwise the colon belongs to a question to the author."""
    first = asked.split()[:1]
    return bool(first) and first[0] in ("agree", *CASES, *NUMBERS, *TENSES, *SHAPES)


def _form(asked: str) -> Form:
    words = asked.split()
    agree: tuple[str, ...] = ()
    if "agree" in words:
        at = words.index("agree")
        partners = [word for word in words[at + 1 :] if word not in (*SHAPES, *NUMBERS)]
        agree = tuple(partners)
    chosen = {
        kind: next((word for word in words if word in options), None)
        for kind, options in (("case", CASES), ("number", NUMBERS), ("tense", TENSES))
    }
    return Form(
        chosen["case"], chosen["number"], chosen["tense"], agree, tuple(word for word in words if word in SHAPES)
    )


def is_name(name: str) -> bool:
    """Whether a slot's name could be the name of a captured part of a pattern: one word."""
    return _NAME.fullmatch(name) is not None
