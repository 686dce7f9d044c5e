"""A choice between 'yes' and 'later', where no button says no. A button that stands alone is never judged here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.language.tokens import tokenize
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_CONTROLS = ("cta", "decline", "unsubscribe")
_LATER = {
    "ru": lazy(
        r"\W*(?:(?:напомни\w*|спроси\w*)\s+(?:мне\s+)?(?:позже|потом|завтра)|(?:может быть,?\s+)?позже)\W*",
        re.IGNORECASE,
    ),
    "en": lazy(r"\W*(?:(?:remind|ask) me (?:again )?(?:later|tomorrow)|(?:maybe )?later)\W*", re.IGNORECASE),
}
_WAY_OUT = lazy(r"закрыть|готово|dismiss|close|done|cancel|отмен", re.IGNORECASE)


def later_only(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A 'remind me later' button in a block of buttons where something is accepted and nothing says no.

    Only buttons that stand together count; a single button, or one beside a refusal, is left alone.
    """
    numbered = [(index, s) for index, s in enumerate(context.document.segments) if s.role in _CONTROLS]
    for _, together in groupby(numbered, key=lambda one: (one[1].part, one[1].block)):
        buttons = list(together)
        later = [(index, s) for index, s in buttons if _LATER[language].fullmatch(s.text)]
        others = [s for _, s in buttons if not _LATER[language].fullmatch(s.text)]
        accepting = any(s.role == "cta" for s in others)
        refusing = any(s.role != "cta" or _WAY_OUT.search(s.text) for s in others)
        if not accepting or refusing:
            continue
        for index, s in later:
            words = tokenize(s.text)
            yield index, Span(words[0].start, words[-1].end)
