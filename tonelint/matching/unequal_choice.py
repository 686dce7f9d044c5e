"""Checks of two answers side by side: whether the refusal is as easy to see as the consent, and whether it exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.matching.appearance import Appearance, appearances
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.markup_places import attribute, elements, words_inside
from tonelint.model import Element, Language, Span

_CONTROLS = frozenset(("a", "button", "input", "mj-button"))
_FAINT_CLASS = lazy(r"(?:^|[\s_-])(?:muted|faint|tiny|pale|invisible|text-xs|low-contrast)(?:$|[\s_-])", re.IGNORECASE)
_NEAR = 3
"""How many segments apart two answers to one question may stand."""
_ACCEPT_ALL = lazy(
    r"^\W*(?:accept|allow|agree to) (?:all|everything)\b|^\W*(?:принять|разрешить|согласиться на) вс[её]\b",
    re.IGNORECASE,
)
_REFUSES = lazy(
    r"\b(?:reject|decline|refuse|deny|disagree|necessary|essential|required|without|no)\b"
    r"|отклон|отказ|необходим|обязательн|без |только|\bнет\b|запрет",
    re.IGNORECASE,
)
_LATER = lazy(
    r"\b(?:settings|preferences|customi[sz]e|manage|options|learn more|more info\w*|details|choose)\b"
    r"|настро|подробн|управл|параметр|выбрать",
    re.IGNORECASE,
)


def unequal_choice(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A refusal beside a call to action that is much smaller or paler than it, as far as inline styles and classes say.

    Options: `least_contrast` of the refusal (default 3.0), `least_share` of the other control's letter size (default
    0.75).
    """
    document = context.document
    pairs = list(_pairs(context, language))
    if not pairs:
        return
    drawn = {index: one for one in elements(document, _CONTROLS) for index, _ in words_inside(context, one)}
    both = [
        (decline, drawn[accept], drawn[decline])
        for accept, decline in pairs
        if accept in drawn and decline in drawn and drawn[accept].part == drawn[decline].part
    ]
    looks: dict[int, Mapping[int, Appearance]] = {
        part: appearances(
            document.parts[part].text, {one.start for _, yes, no in both for one in (yes, no) if one.part == part}
        )
        for part in {no.part for _, _, no in both}
    }
    for decline, yes, no in both:
        found = looks[no.part]
        if {yes.start, no.start} <= found.keys() and _lesser(found[no.start], found[yes.start], no, yes, options):
            yield decline, Span(0, len(document.segments[decline].text)), Span(no.start, no.end)


def _pairs(context: Context, language: Language) -> Iterator[tuple[int, int]]:
    """The calls to action and refusals that answer one question, as segment indices."""
    segments = context.document.segments
    for decline, one in enumerate(segments):
        if one.role != "decline" or one.language not in (language, "und"):
            continue
        near = range(max(0, decline - _NEAR), min(len(segments), decline + _NEAR + 1))
        accepts = [at for at in near if segments[at].role == "cta" and segments[at].part == one.part]
        if accepts:
            yield min(accepts, key=lambda at: abs(at - decline)), decline


def _lesser(
    no: Appearance, yes: Appearance, no_element: Element, yes_element: Element, options: Mapping[str, Any]
) -> bool:
    least = options.get("least_contrast", 3.0)
    pale = no.contrast is not None and no.contrast < least and (yes.contrast is None or yes.contrast >= least)
    small = no.font < yes.font * options.get("least_share", 0.75)
    faint = _FAINT_CLASS.search(attribute(no_element, "class") or "") and not _FAINT_CLASS.search(
        attribute(yes_element, "class") or ""
    )
    return no.hidden or pale or small or bool(faint)


def accept_without_refusal(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """'Accept all' beside a way to settings and no button that refuses: saying no takes another page."""
    segments = context.document.segments
    controls = [
        (at, s)
        for at, s in enumerate(segments)
        if s.element in ("a", "button", "input") or s.role in ("cta", "decline")
    ]
    for place, (index, one) in enumerate(controls):
        if one.language not in (language, "und") or not _ACCEPT_ALL.search(one.text):
            continue
        around = controls[max(0, place - _NEAR) : place + _NEAR + 1]
        near = [s for at, s in around if at != index and abs(at - index) <= _NEAR and s.part == one.part]
        if any(s.role == "decline" or _REFUSES.search(s.text) for s in [*near, one]):
            continue
        if any(_LATER.search(s.text) for s in near):
            yield index, Span(0, len(one.text))
