"""Which language a text is in, by its letters alone: Russian, English, or not known.

Two alphabets need no model. Addresses and template tags do not count; a few Latin letters inside a Russian word do not
make it English; a text in another Cyrillic language is honestly `und`. Nothing here looks at meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Language, Segment

ENOUGH = 400
"""Code points that are looked at: the start of a long paragraph speaks for the rest of it."""
SURE = 12
"""Letters from which on a segment speaks for itself; a shorter one may follow its neighbours."""

_ADDRESS = lazy(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+")
_CYRILLIC = lazy("[А-Яа-яЁё]+")
_LATIN = lazy("[A-Za-z]+")
_OTHER = lazy(r"[іїєґўђћџљњјѓќәғқңөұүһӣӯҷҳ]", re.IGNORECASE)
_WESTERN = lazy("[À-ÖØ-öø-ÿĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĞğŞşŐőŰű]")
_MIXED = lazy(r"[a-z]+[а-яё][a-zа-яё]*|[а-яё]+[a-z][a-zа-яё]*", re.IGNORECASE)


def identify(text: str) -> Language:
    """The language of `text`: `ru`, `en`, or `und` when it has no letters, is balanced, or is written in a third
    language.

    Counts letters. A word that mixes both alphabets counts for the one it has more of; letters that only Ukrainian,
    Bulgarian's neighbours and others have make a text `und` unless they are rare in it.
    """
    head = text[:ENOUGH]
    if "://" in head or "@" in head or "www." in head:
        head = _ADDRESS.sub(" ", head)
    if head.isascii():
        return "en" if _LATIN.search(head) else "und"
    cyrillic = sum(map(len, _CYRILLIC.findall(head)))
    latin = sum(map(len, _LATIN.findall(head)))
    if cyrillic and latin:
        inside = sum(len(_LATIN.sub("", word)) - len(_CYRILLIC.sub("", word)) for word in _MIXED.findall(head))
        cyrillic, latin = cyrillic + max(inside, 0), latin - max(inside, 0)
    if cyrillic >= latin and cyrillic:
        foreign = len(_OTHER.findall(head))
        if foreign * 40 > cyrillic:
            return "und"
        return "ru" if cyrillic > latin else "und"
    if latin:
        return "und" if len(_WESTERN.findall(head)) * 20 > latin else "en"
    return "und"


def settle(segments: Iterable[Segment], *, language: Language | None = None) -> tuple[Segment, ...]:
    """The segments with short and wordless ones following those around them.

    A segment without letters, or a short Latin one ('OK', 'VIP') in a Russian block, takes the language of its block,
    else of its nearest sure neighbour before it, else of the document. A segment long enough to speak for itself is
    left alone.

    Args:
        segments: in reading order.
        language: when given, every segment is in it.
    """
    everything = tuple(segments)
    if language is not None:
        return tuple(
            segment if segment.language == language else replace(segment, language=language) for segment in everything
        )
    sure = [speaks_for_itself(segment) for segment in everything]
    if all(sure):
        return everything
    total: Counter[Language] = Counter()
    blocks: dict[tuple[int, int], Counter[Language]] = {}
    for segment, known in zip(everything, sure, strict=True):
        if known:
            weight = min(len(segment.text), ENOUGH)
            total[segment.language] += weight
            blocks.setdefault((segment.part, segment.block), Counter())[segment.language] += weight
    settled = []
    before: Language | None = None
    for segment, known in zip(everything, sure, strict=True):
        if known:
            before = segment.language
        elif _may_follow(segment):
            around = blocks.get((segment.part, segment.block))
            heard = around.most_common(1)[0][0] if around else before or (total.most_common(1)[0][0] if total else None)
            if heard and heard != segment.language and not (segment.language == "en" and _has_words(segment.text)):
                segment = replace(segment, language=heard)
        settled.append(segment)
    return tuple(settled)


def speaks_for_itself(segment: Segment) -> bool:
    """Whether the letters of a segment leave no doubt about its language."""
    return segment.language != "und" and (len(segment.text) > 80 or _letters(segment.text) >= SURE)


def _letters(text: str) -> int:
    head = text[:200]
    return sum(map(len, _CYRILLIC.findall(head))) + sum(map(len, _LATIN.findall(head)))


def _may_follow(segment: Segment) -> bool:
    """Russian letters are never anything else; a text in a third language stays unknown."""
    return (
        segment.language != "ru"
        and not _OTHER.search(segment.text)
        and (segment.language != "und" or _letters(segment.text) < SURE)
    )


def _has_words(text: str) -> bool:
    """Whether the Latin letters look like words of a sentence rather than a name or an abbreviation."""
    return any(len(word) > 1 and word.islower() for word in _LATIN.findall(text))
