"""Named checks: what a rule can ask of a document as a whole, when no pattern over words could say it.

A rule names a check under `match: [{check: NAME, options: {...}}]`. A check looks at a `Context` and yields places, as
`(segment index, span in its text)`; when the fault lies in markup and not in words (a ticked box, a picture), it adds
the span of that markup in the source of the segment's part, and the words are those the reader sees beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from tonelint.matching.context import Context
from tonelint.model import Language, Span
from tonelint.ruleset.compiled import CompiledPattern

Place = tuple[int, Span] | tuple[int, Span, Span]
Check = Callable[[Context, Language, Mapping[str, Any]], Iterator[Place]]


SITUATIONS: tuple[str, ...] = (
    "after-no",
    "already-known",
    "asked-for-later",
    "last-again",
    "no-consent",
    "on-leave",
    "open-promise",
    "other-name",
    "quiet-reader",
    "same-subject",
    "too-often",
    "worried-reader",
)
"""Checks that need to know the reader's situation. Whoever knows it hands them in; without them they find nothing."""


def run(
    pattern: CompiledPattern,
    context: Context,
    language: Language,
    situations: Mapping[str, Check] = MappingProxyType({}),
) -> Iterator[Place]:
    """The places that the check of `pattern` finds.

    Raises:
        KeyError: the rule names a check that does not exist.
    """
    from tonelint.matching.structure import CHECKS

    if pattern.check in SITUATIONS:
        check = situations.get(pattern.check)
        if check is not None:
            yield from check(context, language, pattern.options)
        return
    yield from CHECKS[pattern.check](context, language, pattern.options)
