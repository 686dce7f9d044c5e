"""From pieces of text to segments: trimming, the language, the links inside a block, the fallbacks of template tags.

All readers end here, so that a button in a letter and a link in Markdown become the same kind of segment. Nothing here
knows a format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tonelint.language.identify import identify
from tonelint.model import TAG_FILLER, Role, Segment
from tonelint.reading.roles import control_role, is_label, is_refusal, is_unsubscribing
from tonelint.reading.source_map import EDGES, Pieces, is_copy
from tonelint.reading.templates import Masked, mask

LINE = 160
"""Code points: a block with an unsubscribe link that is no longer than this is an unsubscribe line as a whole."""
_BETWEEN_LINKS = EDGES + "|·•/,;–—-"


class Link(NamedTuple):
    """A link inside a block's text: where it stands in that text, where it leads, whether it is drawn as a button."""

    start: int
    end: int
    href: str
    button: bool = False


def segment(pieces: Pieces, role: Role, *, element: str = "", href: str = "", block: int = 0) -> Segment | None:
    """The segment these pieces make, trimmed; None when there is nothing to read in them."""
    pieces = pieces.trimmed()
    text = pieces.text
    if not is_copy(text):
        return None
    return Segment(text, role, identify(text), pieces.source_map(), element=element, href=href, block=block)


def with_links(
    pieces: Pieces, links: Sequence[Link], role: Role, *, element: str = "", block: int = 0, lone_is_button: bool = True
) -> Iterator[Segment]:
    """The segments of one block whose text holds links.

    A block that is nothing but one short link is a call to action; nothing but several links, each stands for itself.
    In a sentence a link is part of the phrase, unless it refuses, unsubscribes or is drawn as a button.

    Args:
        lone_is_button: whether a short link that has its block to itself reads as a button here (not in a menu or
        footer).
    """
    text = pieces.text
    links = [link for link in links if is_copy(text[link.start : link.end])]
    if not links or role in {"quote", "code", "preheader"}:
        yield from _present([segment(pieces, role, element=element, block=block)])
        return
    apart = not _outside(text, links)
    if apart:
        words = [_words(text, link) for link in links]
        pressed = lone_is_button and role == "body" and (len(links) == 1 or any(is_refusal(label) for label in words))
        for link, label in zip(links, words, strict=True):
            plain: Role = "cta" if link.button or (pressed and is_label(label)) else role
            own = pieces.cut(link.start, link.end)
            yield from _present([segment(own, control_role(label, plain), element="a", href=link.href, block=block)])
        return
    if len(text.strip()) <= LINE and any(is_unsubscribing(_words(text, link)) for link in links):
        href = next(link.href for link in links if is_unsubscribing(_words(text, link)))
        yield from _present([segment(pieces, "unsubscribe", element=element, href=href, block=block)])
        return
    at = 0
    for link in links:
        label = _words(text, link)
        own_role = control_role(label, "cta" if link.button else role)
        if own_role == role:
            continue
        yield from _present([segment(pieces.cut(at, link.start), role, element=element, block=block)])
        own = pieces.cut(link.start, link.end)
        yield from _present([segment(own, own_role, element="a", href=link.href, block=block)])
        at = link.end
    yield from _present([segment(pieces.cut(at, len(text)), role, element=element, block=block)])


def fallback_segments(source: str, masked: Masked, pieces: Pieces, *, block: int = 0) -> Iterator[Segment]:
    """The visible words inside the template tags that `pieces` hold, as segments of their own."""
    if not masked.tags or TAG_FILLER not in pieces.text:
        return
    for text, start, end in pieces.pieces:
        if len(text) != end - start or TAG_FILLER not in text:
            continue
        for tag in masked.tags_within(start, end):
            for span in tag.fallbacks:
                words = Pieces()
                words.add(mask(source[span.start : span.end]).text, span.start, span.end)
                yield from _present([segment(words, "body", block=block)])


def _words(text: str, link: Link) -> str:
    return text[link.start : link.end].strip(EDGES)


def _outside(text: str, links: Sequence[Link]) -> bool:
    """Whether the block says anything beside its links."""
    at = 0
    for link in links:
        if text[at : link.start].strip(_BETWEEN_LINKS):
            return True
        at = max(at, link.end)
    return bool(text[at:].strip(_BETWEEN_LINKS))


def _present(found: Iterable[Segment | None]) -> Iterator[Segment]:
    return (one for one in found if one is not None)
