"""How a letter is written: its form of address, its ё, dashes, quotation marks, contractions, capitals on buttons.

A rewrite is dressed in the letter's habits before anyone sees it. The writer's words are never changed here, only ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tonelint.model import Document, Language, Segment

Address = Literal["", "ты", "вы", "Вы"]

_TY = re.compile(r"\b(?:ты|тебя|тебе|тобой|тво(?:й|я|ё|е|и|его|ему|им|ём|ем|ей|ю|их|ими))\b", re.IGNORECASE)
_VY = re.compile(r"\b(вы|вас|вам|вами|ваш(?:а|е|и|его|ему|им|ем|ей|у|их|ими)?)\b", re.IGNORECASE)
_WITHOUT_YO = re.compile(
    r"\b(?:еще|ее|мое|твое|свое|идет|ждет|пойдет|придет|найдет|ведет|дает|счет\w?|учет\w?|отчет\w*|расчет\w*|прием\w?|объем\w?"
    r"|путевк\w+|легк(?:ий|ая|ое|ие)|нашел|вернет\w*|начнет\w*|сбереж\w+|партнер\w*|живем|берем|ждем|пришлем|дешев(?:ый|ая|ле))\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?<=\s)[—–-](?=\s)")
_CONTRACTED = re.compile(r"\b\w+(?:n['’]t|['’](?:ll|re|ve|d|m))\b", re.IGNORECASE)
_EXPANDED = re.compile(
    r"\b(?:(?:you|we|they|it|I)\s+(?:will|are|have|would)|(?:do|does|did|is|are|was|were|can|could|would|should)\s+not"
    r"|cannot|it is|I am)\b",
    re.IGNORECASE,
)
_MISREAD_WITHOUT_YO = frozenset(("всё", "чём", "узнаём", "осёл"))
_SMALL_IN_TITLES = frozenset(
    ["a", "an", "the", "and", "or", "but", "nor", "for", "of", "to", "in", "on", "at", "by", "with", "from", "as"]
)

_LONG_FORMS = {
    "n't": " not", "'ll": " will", "'re": " are", "'ve": " have", "'m": " am",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LetterStyle:
    """The habits of one letter; an empty value or None says that the letter does not show."""

    address: Address = ""
    yo: bool | None = None
    dash: str = ""
    quotes: str = ""
    apostrophe: str = ""
    contractions: bool | None = None
    title_buttons: bool = False


def style_of(document: Document) -> LetterStyle:
    """The habits of `document`, by majority where it mixes; quotations and code do not count."""
    segments = [segment for segment in document.segments if segment.role not in ("quote", "code")]
    russian = "\n".join(segment.text for segment in segments if segment.language == "ru")
    english = "\n".join(segment.text for segment in segments if segment.language == "en")
    everything = f"{russian}\n{english}"
    return LetterStyle(
        address=_address(russian),
        yo=True if "ё" in russian.lower() else False if _WITHOUT_YO.search(russian) else None,
        dash=_most(_DASH.findall(everything)),
        quotes=_most(char for char in everything if char in '«“"'),
        apostrophe=_most(re.findall(r"(?<=\w)['’](?=\w)", english)),
        contractions=True if _CONTRACTED.search(english) else False if _EXPANDED.search(english) else None,
        title_buttons=_titled(segments),
    )


def dressed(text: str, style: LetterStyle, language: Language) -> str | None:
    """Our words in the letter's habits; None when their form of address cannot be turned into the letter's."""
    made: str | None = _quoted(text, style)
    if style.dash and style.dash != "—":
        made = made and re.sub(r"(?<=[\s\u00a0])—(?=\s)", style.dash, made)
    if made is not None and language == "ru":
        made = _addressed(made, style)
        if made is not None and style.yo is False:
            made = re.sub(r"\w*ё\w*", _without_yo, made, flags=re.IGNORECASE)
    elif made is not None and language == "en":
        made = _contracted(made, style)
    return made


def title_case(text: str) -> str:
    """English title case for a button: 'Start free trial' -> 'Start Free Trial'; small words stay small inside."""
    words = re.split(r"(\s+)", text)
    seen = False
    for index, word in enumerate(words):
        if not word.strip() or "{" in word:
            continue
        if not seen or word.lower() not in _SMALL_IN_TITLES:
            words[index] = word[:1].upper() + word[1:]
        seen = True
    return "".join(words)


def _address(russian: str) -> Address:
    familiar = len(_TY.findall(russian))
    polite = [(found[0], found.start()) for found in _VY.finditer(russian)]
    if familiar > len(polite):
        return "ты"
    if not polite:
        return ""
    inside = [word for word, at in polite if not _opens_sentence(russian, at)]
    capital = sum(word[0].isupper() and not word.isupper() for word in inside)
    return "Вы" if inside and capital * 2 > len(inside) else "вы"


def _opens_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t\u00a0«“\"'(—–-")
    return not before or before[-1] in ".!?…\n:"


def _titled(segments: list[Segment]) -> bool:
    """Whether English buttons of several words have a capital on each of them."""
    labels = [
        s.text.split() for s in segments if s.role in ("cta", "decline") and s.language == "en" and not s.text.isupper()
    ]
    labels = [[word for word in label if word[:1].isalpha()] for label in labels if len(label) > 1]
    titled = [
        all(word[0].isupper() or word.lower() in _SMALL_IN_TITLES for word in label)
        for label in labels
        if len(label) > 1
    ]
    return bool(titled) and sum(titled) * 2 > len(titled)


def _most(found: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for item in found:
        counts[item] = counts.get(item, 0) + 1
    return max(counts, key=lambda item: counts[item]) if counts else ""


def _quoted(text: str, style: LetterStyle) -> str:
    if not style.quotes:
        return text
    open_mark, close_mark = {"«": ("«", "»"), "“": ("“", "”")}.get(style.quotes, ('"', '"'))
    return re.sub(
        r"«([^«»]*)»|“([^“”]*)”", lambda m: f"{open_mark}{m[1] if m[1] is not None else m[2]}{close_mark}", text
    )


def _without_yo(found: re.Match[str]) -> str:
    word = found[0]
    return word if word.lower() in _MISREAD_WITHOUT_YO else word.replace("ё", "е").replace("Ё", "Е")


def _addressed(text: str, style: LetterStyle) -> str | None:
    if style.address == "ты":
        if _VY.search(text) or re.search(r"(?:те|тесь)\b", text):
            from tonelint.rewriting.address import to_familiar

            return to_familiar(text)
        return text
    if _TY.search(text) and style.address:
        return None
    if style.address == "Вы":
        return _VY.sub(lambda found: found[0][:1].upper() + found[0][1:], text)
    return text


def _contracted(text: str, style: LetterStyle) -> str:
    if style.contractions is False:
        text = re.sub(
            r"\b(can|won)['’]t\b", lambda m: (m[1] == "can" and "cannot") or "will not", text, flags=re.IGNORECASE
        )
        for short, full in _LONG_FORMS.items():
            text = re.sub(re.escape(short).replace("'", "['’]") + r"\b", full, text)
        text = re.sub(r"\b([Ii]t|[Tt]hat|[Hh]ere|[Tt]here)['’]s\b", r"\1 is", text)
    if style.apostrophe:
        text = re.sub(r"(?<=\w)['’](?=\w)", style.apostrophe, text)
    return text
