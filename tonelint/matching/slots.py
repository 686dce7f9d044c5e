"""Checks of places that a person meant to fill in. Merge tags of services are masked before and never seen here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.lazy_pattern import lazy
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_SLOT = lazy(
    r"""\[\s*(?:(?:insert|your|the|recipient'?s?|customer'?s?|client'?s?|first|last|full|company|sender'?s?)\s+)*
        (?:name|first\s?name|last\s?name|surname|company|company\s+name|title|position|product|date|city|amount|topic
          |link|phone)\s*(?:here)?\s*\]
      | [\[{<]\s*(?:ваше?\s+|введите\s+|вставьте\s+|вставить\s+|укажите\s+)?
        (?:имя|фио|имя\s+(?:клиента|получателя|отправителя)|фамилия|отчество|имя\s+отчество|компания|организация|город
          |дата|сумма|название(?:\s+(?:компании|товара|продукта))?|тема|должность|ссылка|телефон)\s*[\]}>]
      | \{\s*[A-Z][A-Z_ ]{2,}\s*\} | \blorem\s+ipsum\b | (?-i:\b(?:INSERT|ВСТАВИТЬ)\s+[A-ZА-ЯЁ]{3,}\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_SLOT_SIGN = lazy(r"[\[{<]|[Ll][Oo][Rr][Ee][Mm]\s|INSERT|ВСТАВИТЬ")
"""What every slot holds: looked for first, because it is quick to find missing."""
_UPPER_SLOT = lazy(r"^\{\s*[A-Za-z_ ]+\}$")


def unfilled_slot(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A place that a person meant to fill in and did not: [Name], {ИМЯ}, [название компании], lorem ipsum.

    Merge tags of the mailing services are masked before and never seen here; `{FIRST_NAME}` counts,
    `{first_name}` does not, because services write theirs so.
    """
    for index, segment in enumerate(context.document.segments):
        if segment.role in ("code", "quote") or segment.language not in (language, "und"):
            continue
        if _SLOT_SIGN.search(segment.text) is None:
            continue
        for found in _SLOT.finditer(segment.text):
            if _UPPER_SLOT.match(found[0]) and not found[0].isupper():
                continue
            yield index, Span(found.start(), found.end())


_BRACKETED = lazy(
    r"\b(?:уважаем(?:ый|ая|ые)|дорог(?:ой|ая|ие))\s*(?:\(\s*(?:ая|ый|ой|ые|ие)\s*\)|/\s*(?:ая|ый|ой|ые|ие)\b)"
    r"|\b(?:dear\s+)?(?:mr|sir|ms)\.?\s*/\s*(?:mrs|madam|ms|mr)\b",
    re.IGNORECASE,
)


def bracketed_greeting(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A greeting that leaves the reader's sex to the reader: «Уважаемый(ая)», 'Mr/Ms'."""
    for index, segment in enumerate(context.document.segments):
        if segment.role in ("code", "quote") or segment.language not in (language, "und"):
            continue
        if "(" not in segment.text and "/" not in segment.text:
            continue
        for found in _BRACKETED.finditer(segment.text):
            yield index, Span(found.start(), found.end())
