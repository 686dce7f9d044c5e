"""Runs one pattern over the tokens of one sentence.

A node becomes a function from `(tokens, position)` to every way to match there; functions are made once for a rule
set. No pattern
can run away, because every repetition in the language has a small upper bound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from tonelint.language.tokens import Token
from tonelint.matching import classes
from tonelint.matching.possible import Possible, holds_entry, possible
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Captured = tuple[tuple[str, int, int], ...]
Step = tuple[int, Captured]
"""Where a partial match ends, and what it has captured: `(name, first token, token after the last)`; a choice taken is
recorded under the name `#` as `("#", choice, index)`."""

_Runner = Callable[[Sequence[Token], int], Sequence[Step]]
_NOWHERE: tuple[Step, ...] = ()


class Hit(NamedTuple):
    """A match in token indices, with its captures and the alternatives it took."""

    start: int
    end: int
    captures: Captured
    choices: frozenset[tuple[int, int]]


class _Compiled(NamedTuple):
    """A node ready to run: `openers` holds every word that a match can begin with, None when that cannot be said."""

    run: _Runner
    openers: frozenset[str] | None
    node: Node


class Engine:
    """Patterns for texts in one language; `lexicon` gives a lexicon by name, `words` its single words."""

    def __init__(self, lexicon: Callable[[str], Lexicon], words: classes.Words) -> None:
        self._lexicon = lexicon
        self._words = words
        self._holds_entry = cache(lambda name: holds_entry(lexicon(name)))
        self._compiled: dict[int, _Compiled] = {}
        self._lexicons: dict[str, _Compiled] = {}
        self._possible: dict[int, tuple[Possible | None, Node]] = {}

    def search(self, node: Node, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Matches of `node`, leftmost first, not overlapping, each as long as its pattern likes."""
        if node[0] == "near":
            yield from self._near(node, tokens)
            return
        compiled = self._ready(node)
        run, openers = compiled.run, compiled.openers
        at, count = 0, len(tokens)
        while at < count:
            if openers is not None and tokens[at].norm not in openers:
                at += 1
                continue
            steps = run(tokens, at)
            best = max(steps, key=_end) if steps else None
            if best is None or best[0] == at:
                at += 1
                continue
            yield _hit(at, best)
            at = best[0]

    def possible(self, node: Node, words: Set[str]) -> bool:
        """Whether a paragraph with these folded words can hold a match of `node` at all."""
        key = id(node)
        if key not in self._possible:
            self._possible[key] = (possible(node, self._holds_entry, self._words), node)
        test = self._possible[key][0]
        return test is None or test(words)

    def prepare(self, node: Node) -> None:
        """Makes `node` ready, so that the first text it is held against need not wait."""
        self.possible(node, frozenset())
        for part in node[2] if node[0] == "near" else (node,):
            self._ready(part)

    def holds(self, node: Node, tokens: Sequence[Token]) -> bool:
        """Whether `node` matches anywhere in `tokens`."""
        return next(self.search(node, tokens), None) is not None

    def _near(self, node: Node, tokens: Sequence[Token]) -> Iterator[Hit]:
        found: list[list[tuple[int, Step]]] = []
        for part in node[2]:
            compiled = self._ready(part)
            places = [
                (at, step)
                for at in range(len(tokens))
                if compiled.openers is None or tokens[at].norm in compiled.openers
                for step in compiled.run(tokens, at)
                if step[0] > at
            ]
            if not places:
                return
            found.append(places)
        window, last_end = node[1], 0
        for low in sorted({at for places in found for at, _ in places}):
            best = _gather(found, low, low + window, ()) if low >= last_end else None
            if best is not None:
                end = max(step[0] for _, step in best)
                yield _hit(low, (end, tuple(capture for _, step in best for capture in step[1])))
                last_end = end

    def _ready(self, node: Node) -> _Compiled:
        """The node compiled; kept together with the node, so that its identity stays its own."""
        if node[0] == "lex":
            if node[1] not in self._lexicons:
                self._lexicons[node[1]] = _Compiled(*self._build(node), node)
            return self._lexicons[node[1]]
        compiled = self._compiled.get(id(node))
        if compiled is None:
            compiled = self._compiled[id(node)] = _Compiled(*self._build(node), node)
        return compiled

    def _build(self, node: Node) -> tuple[_Runner, frozenset[str] | None]:
        """The runner of a node and the words it can begin with (None: any, or nothing at all)."""
        kind = node[0]
        if kind == "w":
            return _word(node[1]), node[1]
        if kind == "seq":
            return self._sequence(node[1])
        if kind == "alt":
            return self._alternatives(node[1], node[2])
        if kind == "opt":
            inner, _ = self._build(node[2])
            return _optional(inner, node[1]), None
        if kind == "lex":
            lexicon = self._lexicon(node[1])
            return _lexicon(lexicon), lexicon.openers
        if kind == "cap":
            inner, openers = self._build(node[2])
            return _capture(inner, node[1]), openers
        if kind == "cls" and node[1] == "words":
            return _any_words(node[2], node[3]), None
        if kind == "cls":
            return self._class(node[1]), None
        if kind == "gap":
            return _any_words(0, node[1]), None
        if kind == "not":
            inner, _ = self._build(node[1])
            return _absent(inner), None
        return (_at_start if kind == "start" else _at_end), None

    def _sequence(self, nodes: tuple[Node, ...]) -> tuple[_Runner, frozenset[str] | None]:
        built = [self._build(node) for node in nodes]
        openers: frozenset[str] | None = frozenset()
        for (_, first), node in zip(built, nodes, strict=True):
            if node[0] in ("not", "start"):
                continue
            if node[0] == "opt" and openers is not None:
                inner = self._build(node[2])[1]
                openers = openers | inner if inner is not None else None
                continue
            openers = openers | first if openers is not None and first is not None else None
            break
        else:
            openers = None
        return _in_a_row(tuple(run for run, _ in built)), openers

    def _alternatives(self, choice: int, nodes: tuple[Node, ...]) -> tuple[_Runner, frozenset[str] | None]:
        built = [self._build(node) for node in nodes]
        firsts = [first for _, first in built]
        openers = None if any(first is None for first in firsts) else frozenset[str]().union(*(f for f in firsts if f))
        return _one_of(
            tuple((run, (("#", choice, index),), first) for index, (run, first) in enumerate(built))
        ), openers

    def _class(self, label: str) -> _Runner:
        words = self._words

        def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
            return [(end, ()) for end in classes.ends(label, tokens, at, words)]

        return run


def _word(forms: frozenset[str]) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        return ((at + 1, ()),) if at < len(tokens) and tokens[at].norm in forms else _NOWHERE

    return run


def _in_a_row(runners: tuple[_Runner, ...]) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        steps = runners[0](tokens, at)
        for runner in runners[1:]:
            if not steps:
                return _NOWHERE
            steps = [
                (end, (*had, *more) if more else had) for middle, had in steps for end, more in runner(tokens, middle)
            ]
        return steps

    return run


def _one_of(options: tuple[tuple[_Runner, Captured, frozenset[str] | None], ...]) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        norm = tokens[at].norm if at < len(tokens) else ""
        return [
            (end, (*had, *taken))
            for runner, taken, openers in options
            if openers is None or norm in openers
            for end, had in runner(tokens, at)
        ]

    return run


def _optional(inner: _Runner, choice: int) -> _Runner:
    taken = ("#", choice, 0)

    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        found = inner(tokens, at)
        return [*((end, (*had, taken)) for end, had in found), (at, ())] if found else ((at, ()),)

    return run


def _capture(inner: _Runner, name: str) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        return [(end, (*had, (name, at, end))) for end, had in inner(tokens, at)]

    return run


def _lexicon(lexicon: Lexicon) -> _Runner:
    singles, phrases = lexicon.singles, lexicon.phrases

    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        if at >= len(tokens):
            return _NOWHERE
        word = tokens[at].norm
        steps: list[Step] = []
        for phrase in phrases.get(word, ()):
            end = at + 1 + len(phrase)
            if end <= len(tokens) and all(tokens[at + 1 + n].norm in forms for n, forms in enumerate(phrase)):
                steps.append((end, ()))
        if word in singles:
            steps.append((at + 1, ()))
        return steps

    return run


def _any_words(low: int, high: int) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        return [(at + n, ()) for n in range(low, min(high, len(tokens) - at) + 1)]

    return run


def _absent(inner: _Runner) -> _Runner:
    def run(tokens: Sequence[Token], at: int) -> Sequence[Step]:
        return _NOWHERE if inner(tokens, at) else ((at, ()),)

    return run


def _at_start(tokens: Sequence[Token], at: int) -> Sequence[Step]:
    return ((at, ()),) if at == 0 else _NOWHERE


def _at_end(tokens: Sequence[Token], at: int) -> Sequence[Step]:
    return ((at, ()),) if at == len(tokens) else _NOWHERE


def _gather(
    found: list[list[tuple[int, Step]]], low: int, high: int, chosen: tuple[tuple[int, Step], ...]
) -> tuple[tuple[int, Step], ...] | None:
    """One place for each part inside `low..high` without overlap, one of them at `low`; None when there is none."""
    if len(chosen) == len(found):
        return chosen if any(at == low for at, _ in chosen) else None
    for at, step in found[len(chosen)]:
        if at < low or step[0] > high or any(at < other[0] and start < step[0] for start, other in chosen):
            continue
        done = _gather(found, low, high, (*chosen, (at, step)))
        if done is not None:
            return done
    return None


def _end(step: Step) -> int:
    return step[0]


def _hit(start: int, step: Step) -> Hit:
    end, captured = step
    return Hit(
        start,
        end,
        tuple(c for c in captured if c[0] != "#"),
        frozenset((c[1], c[2]) for c in captured if c[0] == "#"),
    )
