"""The pattern language of rules: how a family of phrases is written down, and the small tree that it compiles to.

    word                every form of the word                 осталось, leave
    =word               just this form                         =осталось
    @lexicon            any entry of lexicons/<lang>/lexicon.txt, in every form
    a|b                 one of two words
    (a b|c)  [a b|c]    one of several phrases; in square brackets: or nothing
    !word               not this word here (looks ahead, takes nothing); also !(a|b), !@lexicon
    ...   ...5          up to three, or five, words of any kind
    ^  $                the sentence begins, ends here
    <number>            a class: number percent money duration date time timer weekday month word name tag
                        and, for Russian, grammar of any reading: impr past fut pres inf gerund 1per 2per adj noun …
    <n:number>          a class or a phrase with a name; what it matched can be used in messages and rewrites
    near 6: A & B & C   the parts in any order, within six words

Nodes are plain tuples of strings, numbers, frozensets and tuples, so that a compiled rule set can be stored with
`marshal`:
`("w", forms)`, `("lex", name)`, `("seq", nodes)`, `("alt", id, nodes)`, `("opt", id, node)`, `("cap", name, node)`,
`("cls", name,
low, high)`, `("gap", most)`, `("not", node)`, `("start",)`, `("end",)`, `("near", window, nodes)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tonelint.language.tokens import tokenize
from tonelint.sentences import Sentence, words

Node = tuple[Any, ...]
Forms = Callable[[str], frozenset[str]]

CLASSES: frozenset[str] = frozenset(
    "number percent money duration date time timer weekday month word words name tag caps any".split()
)
"""Classes of both languages; `words` takes a count, `<words 1-3>`."""

GRAMMAR_CLASSES: dict[str, tuple[str, ...]] = {
    "impr": ("impr",), "past": ("VERB", "past"), "past-plural": ("VERB", "past", "plur"), "fut": ("VERB", "futr"),
    "pres": ("VERB", "pres"), "inf": ("INFN",), "gerund": ("GRND",), "verb": ("VERB",), "1per": ("1per", "sing"),
    "1per-plural": ("1per", "plur"), "2per": ("2per",), "3per": ("3per",), "adj": ("ADJF",), "noun": ("NOUN",),
    "comp": ("COMP",), "gen": ("gent",),
}  # fmt: skip
"""Russian grammar classes: the pymorphy3 grammemes that any reading of the word must have."""

_LEX = re.compile(
    r"\s*(?:(?P<open><(?:(?P<name>[^\W\d]\w*):)?)|(?P<gap>\.\.\.(?P<most>\d*))|(?P<mark>[\[\]()|>^$!&])"
    r"|(?P<lexicon>@[\w-]+)|(?P<word>=?[^\s\[\]()|<>^$!&@=]+))"
)
_NEAR = re.compile(r"near\s+(\d+)\s*:")


class PatternError(ValueError):
    """A pattern that cannot be read: one sentence saying where and what was expected."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def parse(pattern: str, forms: Forms, lexicons: frozenset[str]) -> Node:
    """The tree of `pattern`, with every word expanded by `forms`.

    Raises:
        PatternError: the pattern is empty, unbalanced, or names an unknown class or lexicon.
    """
    return _Parser(pattern, forms, lexicons).whole()


class _Parser:
    """Recursive descent over one pattern; alternatives are numbered in the order in which they are written."""

    def __init__(self, pattern: str, forms: Forms, lexicons: frozenset[str]) -> None:
        self._pattern = pattern
        self._forms = forms
        self._lexicons = lexicons
        self._choices = 0
        near = _NEAR.match(pattern)
        self._window = int(near[1]) if near else 0
        self._items = self._split(pattern[near.end() :] if near else pattern)
        self._at = 0

    def _split(self, text: str) -> list[tuple[str, str]]:
        items: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            found = _LEX.match(text, at)
            if found is None:
                if text[at:].isspace() or not text[at:]:
                    break
                raise self._error(Sentence("cannot read '{text}'", text=text[at:].strip()[:20]))
            kind = found.lastgroup or ""
            if found["open"]:
                items.append(("<", found["name"] or ""))
            elif found["gap"]:
                items.append(("gap", found["most"] or "3"))
            else:
                value = found[0].strip()
                items.append((value, value) if kind == "mark" else (kind, value))
            at = found.end()
        return items

    def _error(self, what: str) -> PatternError:
        return PatternError(Sentence("pattern '{pattern}': {what}", pattern=self._pattern, what=words(what)))

    def _peek(self) -> str:
        return self._items[self._at][0] if self._at < len(self._items) else ""

    def _take(self, kind: str) -> str:
        if self._peek() != kind:
            raise self._error(Sentence("expected '{kind}' at item {number}", kind=kind, number=self._at + 1))
        self._at += 1
        return self._items[self._at - 1][1]

    def whole(self) -> Node:
        if not self._window:
            node = self._sequence(inside=False)
        else:
            parts = [self._sequence(inside=False)]
            while self._peek() == "&":
                self._take("&")
                parts.append(self._sequence(inside=False))
            if len(parts) < 2:
                raise self._error("'near' needs at least two parts joined by &")
            node = ("near", self._window, tuple(parts))
        if self._at < len(self._items):
            raise self._error(Sentence("unexpected '{item}'", item=self._items[self._at][1]))
        return node

    def _sequence(self, *, inside: bool) -> Node:
        """Items one after the other; outside brackets `a|b` joins two items, inside it divides two phrases."""
        nodes: list[Node] = []
        while self._peek() not in ("", "]", ")", ">", "&") and not (inside and self._peek() == "|"):
            node = self._item()
            if not inside and self._peek() == "|":
                options = [node]
                while self._peek() == "|":
                    self._take("|")
                    options.append(self._item())
                node = self._alternatives(options)
            nodes.append(node)
        if not nodes:
            raise self._error("an empty phrase")
        return nodes[0] if len(nodes) == 1 else ("seq", tuple(nodes))

    def _alternatives(self, options: list[Node]) -> Node:
        if len(options) == 1:
            return options[0]
        self._choices += 1
        return ("alt", self._choices, tuple(options))

    def _phrases(self, closing: str) -> Node:
        options = [self._sequence(inside=True)]
        while self._peek() == "|":
            self._take("|")
            options.append(self._sequence(inside=True))
        self._take(closing)
        return self._alternatives(options)

    def _item(self) -> Node:
        kind = self._peek()
        if kind == "word":
            return self._word(self._take("word"))
        if kind == "lexicon":
            name = self._take("lexicon")[1:]
            if name not in self._lexicons:
                raise self._error(Sentence("unknown lexicon '@{name}'", name=name))
            return ("lex", name)
        if kind == "gap":
            return ("gap", int(self._take("gap")))
        if kind in ("^", "$"):
            self._take(kind)
            return ("start",) if kind == "^" else ("end",)
        if kind == "!":
            self._take("!")
            return ("not", self._item())
        if kind == "(":
            self._take("(")
            return self._phrases(")")
        if kind == "[":
            self._take("[")
            inner = self._phrases("]")
            self._choices += 1
            return ("opt", self._choices, inner)
        if kind == "<":
            return self._class_or_capture()
        raise self._error(Sentence("unexpected '{item}'", item=kind or words("end")))

    def _class_or_capture(self) -> Node:
        name = self._take("<")
        node = self._class()
        if node is None:
            node = self._phrases(">")
        return ("cap", name, node) if name else node

    def _class(self) -> Node | None:
        """The class at this place, with its closing mark taken; None when a phrase stands here."""
        if self._peek() != "word":
            return None
        label = self._items[self._at][1]
        if label == "words":
            self._take("word")
            low, high = 1, 3
            if self._peek() == "word":
                low, _, high = self._take("word").partition("-")  # type: ignore[assignment]
            self._take(">")
            return ("cls", "words", int(low), int(high or low))
        if label not in CLASSES and label not in GRAMMAR_CLASSES:
            return None
        if self._at + 1 >= len(self._items) or self._items[self._at + 1][0] != ">":
            return None
        self._take("word")
        self._take(">")
        return ("cls", label, 1, 1)

    def _word(self, written: str) -> Node:
        exact = written.startswith("=")
        tokens = tokenize(written.removeprefix("="))
        if not tokens:
            message = "'{written}' holds no word; marks between words need not be written"
            raise self._error(Sentence(message, written=written))
        nodes: list[Node] = [
            ("w", frozenset((t.norm,)) if exact or t.kind != "word" else self._forms(t.norm)) for t in tokens
        ]
        return nodes[0] if len(nodes) == 1 else ("seq", tuple(nodes))


def choices(node: Node) -> dict[tuple[int, int], str]:
    """Every alternative of a pattern as `(choice id, index) -> how it reads`, for coverage by examples.

    An optional part has index 0 (present); its absence needs no proof.
    """
    found: dict[tuple[int, int], str] = {}

    def walk(at: Node) -> None:
        kind = at[0]
        if kind == "alt":
            for index, option in enumerate(at[2]):
                found[(at[1], index)] = describe(option)
                walk(option)
        elif kind == "opt":
            found[(at[1], 0)] = describe(at[2])
            walk(at[2])
        elif kind in ("seq", "near"):
            for child in at[-1]:
                walk(child)
        elif kind == "cap":
            walk(at[2])

    walk(node)
    return found


def describe(node: Node) -> str:
    """A short readable form of a node, for messages to rule authors."""
    kind = node[0]
    if kind == "w":
        forms: frozenset[str] = node[1]
        return min(forms, key=lambda form: (len(form), form))
    if kind == "lex":
        return f"@{node[1]}"
    if kind == "cls":
        return f"<{node[1]}>"
    if kind == "seq":
        return " ".join(describe(child) for child in node[1])
    if kind == "alt":
        return "(" + "|".join(describe(child) for child in node[2]) + ")"
    if kind == "opt":
        return f"[{describe(node[2])}]"
    if kind == "cap":
        return f"<{node[1]}:{describe(node[2])}>"
    if kind == "near":
        return f"near {node[1]}: " + " & ".join(describe(child) for child in node[2])
    marks: dict[str, str] = {"gap": "...", "not": "!", "start": "^", "end": "$"}
    return marks[str(kind)]
