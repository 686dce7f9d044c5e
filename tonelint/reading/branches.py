"""Between two branches of a template a sentence ends: nobody reads both.

    {% if vip %}Your table is ready{% else %}Come in tomorrow{% endif %}

Branches that are whole sentences are divided by `PARAGRAPH_END`, which ends every sentence; branches inside of a
sentence (`{% if one %}place{% else %}places{% endif %}`) stay in it. A tag between two sentences divides them too: its
mask may be too wide a gap for those who look for the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.language.lazy_pattern import lazy
from tonelint.language.sentences import PARAGRAPH_END

_OPENING = lazy(r"(?:\s|<[^<>]{0,400}>|[\"'«“„(\[])*[A-ZА-ЯЁ]")
"""How a sentence begins: with a capital letter, behind markup and quotation marks."""
_BEFORE = lazy(r"(?:^|[\n>.!?…:;»”)\]])[\s\"']*$")
_ENDED = lazy(r"[.!?…][\s\"'»”)\]]*$")
_LOOKED_AT = 80
"""Code points before a tag that are looked at."""
_LOOKED_FOR = 500
"""Code points behind a tag in which a sentence has to begin: a limit, so that a storm of tags is read in its length."""


def divided(text: str, steering: Sequence[tuple[int, int]]) -> str:
    """A masked text with the branches between its steering tags divided.

    Args:
        steering: where those tags stand, in order.
    """
    made: list[str] = []
    done = 0
    begins = False
    for number, (start, end) in enumerate(steering):
        before = text[max(0, start - _LOOKED_AT) : start]
        after = _OPENING.match(text, end, end + _LOOKED_FOR) is not None
        last = steering[number - 1][1] if number else end
        whole = begins and _OPENING.match(text, last, start) is not None
        if after and (whole or _ENDED.search(before)):
            made += [text[done : end - 1], PARAGRAPH_END]
            done = end
            begins = True
        else:
            begins = after and _BEFORE.search(before) is not None
    return "".join([*made, text[done:]])
