"""Runs one pattern over the tokens of one sentence. Pure backtracking over short, bounded pieces: no pattern can run away,
because every repetition in the language has a small upper bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tonelint.language.tokens import Token
from tonelint.matching import classes
from tonelint.ruleset.lexicon import Lexicon
from tonelint.ruleset.pattern import Node

Step = tuple[int, tuple[tuple[str, int, int], ...]]
"""Where a partial match ends, and what it has captured: `(name, first token, token after the last)`; a choice taken is
recorded under the name `#` as `("#", choice, index)`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A match in token indices, with its captures and the alternatives it took."""

    start: int
    end: int
    captures: tuple[tuple[str, int, int], ...]
    choices: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Engine:
    """What patterns need to know beside the tokens: the lexicons of the text's language."""

    lexicon: Callable[[str], Lexicon]
    words: classes.Words

    def search(self, node: Node, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Matches of `node`, leftmost first, not overlapping, each as long as its pattern likes."""
        if node[0] == "near":
            yield from self._near(node, tokens)
            return
        at = 0
        while at < len(tokens):
            best = max(self._run(node, tokens, at), key=lambda step: step[0], default=None)
            if best is None or best[0] == at:
                at += 1
                continue
            yield _hit(at, best)
            at = best[0]

    def holds(self, node: Node, tokens: Sequence[Token]) -> bool:
        """Whether `node` matches anywhere in `tokens`."""
        return next(self.search(node, tokens), None) is not None

    def _near(self, node: Node, tokens: Sequence[Token]) -> Iterator[Hit]:
        window, parts = node[1], node[2]
        found = [[(at, step) for at in range(len(tokens)) for step in self._run(part, tokens, at) if step[0] > at] for part in parts]
        if not all(found):
            return
        last_end = 0
        for at in range(len(tokens)):
            best = self._gather(found, at, at + window, ())
            if best is not None and at >= last_end:
                start = min(b[0] for b in best)
                if start != at:
                    continue
                end = max(b[1][0] for b in best)
                yield _hit(start, (end, tuple(capture for b in best for capture in b[1][1])))
                last_end = end

    def _gather(
        self, found: list[list[tuple[int, Step]]], low: int, high: int, chosen: tuple[tuple[int, Step], ...]
    ) -> tuple[tuple[int, Step], ...] | None:
        """One place for each part inside `low..high` without overlap, or None."""
        if len(chosen) == len(found):
            return chosen if any(at == low for at, _ in chosen) else None
        for at, step in found[len(chosen)]:
            if at < low or step[0] > high or any(at < s[0] and a < step[0] for a, s in chosen):
                continue
            done = self._gather(found, low, high, (*chosen, (at, step)))
            if done is not None:
                return done
        return None

    def _run(self, node: Node, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        """Every way to match `node` from token `at` on."""
        kind = node[0]
        if kind == "w":
            if at < len(tokens) and tokens[at].norm in node[1]:
                yield at + 1, ()
        elif kind == "seq":
            yield from self._sequence(node[1], 0, tokens, at)
        elif kind == "alt":
            for index, option in enumerate(node[2]):
                for end, captured in self._run(option, tokens, at):
                    yield end, (*captured, ("#", node[1], index))
        elif kind == "opt":
            for end, captured in self._run(node[2], tokens, at):
                yield end, (*captured, ("#", node[1], 0))
            yield at, ()
        elif kind == "lex":
            yield from self._lexicon(node[1], tokens, at)
        elif kind == "cap":
            for end, captured in self._run(node[2], tokens, at):
                yield end, (*captured, (node[1], at, end))
        elif kind == "cls":
            if node[1] == "words":
                yield from ((at + n, ()) for n in range(node[2], node[3] + 1) if at + n <= len(tokens))
            else:
                yield from ((end, ()) for end in classes.ends(node[1], tokens, at, self.words))
        elif kind == "gap":
            yield from ((at + n, ()) for n in range(node[1] + 1) if at + n <= len(tokens))
        elif kind == "not":
            if next(self._run(node[1], tokens, at), None) is None:
                yield at, ()
        elif (kind == "start" and at == 0) or (kind == "end" and at == len(tokens)):
            yield at, ()

    def _sequence(self, nodes: tuple[Node, ...], index: int, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        if index == len(nodes):
            yield at, ()
            return
        for middle, captured in self._run(nodes[index], tokens, at):
            for end, more in self._sequence(nodes, index + 1, tokens, middle):
                yield end, captured + more

    def _lexicon(self, name: str, tokens: Sequence[Token], at: int) -> Iterator[Step]:
        if at >= len(tokens):
            return
        lexicon = self.lexicon(name)
        word = tokens[at].norm
        for phrase in lexicon.phrases.get(word, ()):
            end = at + 1 + len(phrase)
            if end <= len(tokens) and all(tokens[at + 1 + n].norm in forms for n, forms in enumerate(phrase)):
                yield end, ()
        if word in lexicon.singles:
            yield at + 1, ()


def _hit(start: int, step: Step) -> Hit:
    end, captured = step
    return Hit(
        start,
        end,
        tuple(c for c in captured if c[0] != "#"),
        frozenset((c[1], c[2]) for c in captured if c[0] == "#"),
    )
