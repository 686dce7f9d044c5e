"""Checks of the way out of a mailing: whether there is one, whether it can be seen, whether it says what it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import tokenize
from tonelint.matching.appearance import Appearance, appearances
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.mailing import answers_a_letter, is_discussion, promotes, was_sent_to_a_list
from tonelint.matching.markup_places import attribute, elements, words_inside
from tonelint.model import Element, Language, Span
from tonelint.reading.roles import is_unsubscribing

_LEADS_OUT = lazy(r"unsub|opt-?out|otpis|отпис|list-?remove|do-?not-?mail|preference[-_]?cent", re.IGNORECASE)
_SAYS_SO = lazy(
    r"unsub|opt[\s-]?out|\bstop\b|newsletter|e-?mail|mailing|letters|preferences|no longer|any ?more|\bleave\b"
    r"|\bremove\b|don.?t want|not interested|отпи[сш]|рассыл|подпис|письм|писем|больше не|не хот|неинтерес"
    r"|не интерес|отказ|настройк",
    re.IGNORECASE,
)
"""Words by which a paragraph says that its link ends the letters."""
_LINKS = frozenset(("a", "mj-button", "mj-navbar-link"))


def _leads_out(element: Element) -> bool:
    return bool(_LEADS_OUT.search(attribute(element, "href") or "")) or is_unsubscribing(element.text)


def no_way_out(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter that advertises to a list without a way out: no unsubscribe line or link, no List-Unsubscribe header.

    Only letters with headers are looked at: of a page nobody knows whether it will be mailed. An advertisement without
    list headers counts when its HTML has a call to action and at least two words of promotion.
    """
    document = context.document
    if document.format != "eml" or answers_a_letter(context) or is_discussion(context):
        return
    if "list-unsubscribe" in {name.lower() for name in document.headers}:
        return
    if any(s.role == "unsubscribe" or is_unsubscribing(s.text) for s in document.segments if s.role != "quote"):
        return
    if any(_leads_out(one) for one in elements(document, _LINKS)):
        return
    words = promotes(context)
    pushes = words >= 2 and any(s.role == "cta" for s in document.segments)
    if not (pushes or (words and was_sent_to_a_list(context))):
        return
    for index in range(len(document.segments) - 1, -1, -1):
        segment = document.segments[index]
        if segment.language == language and segment.role in ("body", "fine-print"):
            tokens = tokenize(segment.text)
            if tokens:
                sentence = context.paragraphs[index].sentences[-1].span
                yield index, sentence
                return


def no_one_click(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A mailing that advertises with `List-Unsubscribe` but not in one click (RFC 8058).

    One click needs an https address in `List-Unsubscribe` and the header `List-Unsubscribe-Post`. The header line is
    underlined.
    """
    document = context.document
    headers = {name.lower(): str(value) for name, value in document.headers.items()}
    if "list-unsubscribe" not in headers or is_discussion(context) or not promotes(context):
        return
    one_click = "one-click" in headers.get("list-unsubscribe-post", "").lower()
    if one_click and "https:" in headers["list-unsubscribe"].lower():
        return
    for index, segment in enumerate(document.segments):
        if segment.role == "subject" and segment.language in (language, "und"):
            line = re.search(
                r"^list-unsubscribe:[^\n]*", document.parts[segment.part].text, re.IGNORECASE | re.MULTILINE
            )
            if line:
                yield index, Span(0, len(segment.text)), Span(line.start(), line.end())
            return


def hidden_way_out(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """An unsubscribe link that can hardly be seen, while no other one can: hidden, tiny, or without contrast.

    Options: `least_contrast` (default 2.0, WCAG asks for 4.5), `least_size` in pixels (default 9), and
    `least_contrast_small` (default 3.0) for letters smaller than `small` pixels (default 10).
    """
    document = context.document
    ways = [one for one in elements(document, _LINKS, _leads_out) if any(words_inside(context, one))]
    if not ways or any(
        segment.role == "unsubscribe" and segment.element != "a" and not segment.href for segment in document.segments
    ):
        return
    looks: dict[tuple[int, int], Appearance] = {}
    for part in {one.part for one in ways}:
        found = appearances(document.parts[part].text, {one.start for one in ways if one.part == part})
        looks.update({(part, start): look for start, look in found.items()})
    if any(not _unseen(looks[one.part, one.start], options) for one in ways if (one.part, one.start) in looks):
        return
    for one in ways:
        for index, span in words_inside(context, one):
            if document.segments[index].language in (language, "und"):
                yield index, span, Span(one.start, one.end)
                break


def _unseen(look: Appearance, options: Mapping[str, Any]) -> bool:
    ratio = look.contrast
    small = look.font < options.get("small", 10)
    least = options.get("least_contrast_small", 3.0) if small else options.get("least_contrast", 2.0)
    return look.hidden or look.font < options.get("least_size", 9) or (ratio is not None and ratio < least)


def nameless_way_out(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A link that unsubscribes while neither its words nor its paragraph say so, and no other link says so."""
    document = context.document
    if any(s.role == "unsubscribe" for s in document.segments):
        return
    for one in elements(document, _LINKS, lambda e: _LEADS_OUT.search(attribute(e, "href") or "")):
        for index, span in words_inside(context, one):
            segment = document.segments[index]
            if segment.language in (language, "und") and not _SAYS_SO.search(segment.text):
                yield index, span
            break
