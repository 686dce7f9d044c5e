"""Named checks: what a rule can ask of a document as a whole, when no pattern over words could say it.

A rule names a check under `match: [{check: NAME, options: {...}}]`. A check looks at a `Context` and yields places, as
`(segment index, span in its text)`; when the fault lies in markup and not in words (a ticked box, a picture), it adds
the span of that markup in the source of the segment's part, and the words are those the reader sees beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

from tonelint.matching.context import Context, Sign
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


class Entry(NamedTuple):
    """Where a check lives, as `module:function` of this room, and the sign without which it cannot find anything."""

    place: str
    asks_for: Sign | None = None


CHECKS: Mapping[str, Entry] = {
    "accept-without-refusal": Entry("unequal_choice:accept_without_refusal", "controls"),
    "bracketed-greeting": Entry("slots:bracketed_greeting"),
    "cancel-dialog": Entry("choices:cancel_dialog", "controls"),
    "could-be-anyone": Entry("sameness:could_be_anyone"),
    "evergreen-date": Entry("timers:evergreen_date", "merge-tags"),
    "hidden-way-out": Entry("ways_out:hidden_way_out", "markup"),
    "later-only": Entry("later_only:later_only", "controls"),
    "long-consent": Entry("choices:long_consent"),
    "name-without-fallback": Entry("greeting_tags:name_without_fallback", "merge-tags"),
    "nameless-way-out": Entry("ways_out:nameless_way_out", "markup"),
    "no-one-click": Entry("ways_out:no_one_click", "headers"),
    "no-way-out": Entry("ways_out:no_way_out", "letter"),
    "one-box": Entry("boxes:one_box", "markup"),
    "only-the-name": Entry("structure:only_the_name", "merge-tags"),
    "reply-without-thread": Entry("structure:reply_without_thread", "subject"),
    "script-from-now": Entry("timers:script_from_now", "markup"),
    "shouting": Entry("loudness:shouting"),
    "stuffed-preheader": Entry("preheader:stuffed_preheader", "preheader"),
    "ticked-box": Entry("boxes:ticked_box", "markup"),
    "timer-service": Entry("timers:timer_service", "markup"),
    "unequal-choice": Entry("unequal_choice:unequal_choice", "controls"),
    "unfilled-slot": Entry("slots:unfilled_slot"),
}
"""Every other check, each loaded for the first document that it may find something in."""


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
    if pattern.check in SITUATIONS:
        check = situations.get(pattern.check)
        if check is not None:
            yield from check(context, language, pattern.options)
        return
    entry = CHECKS[pattern.check]
    if entry.asks_for is None or entry.asks_for in context.signs:
        yield from loaded(pattern.check)(context, language, pattern.options)


@cache
def loaded(name: str) -> Check:
    """The check called `name`."""
    module, _, function = CHECKS[name].place.partition(":")
    check: Check = getattr(import_module(f"tonelint.matching.{module}"), function)
    return check
