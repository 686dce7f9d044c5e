"""Whether a new line and the words around it make one sentence. Asked before a rewrite is offered; nothing is changed.

A rewrite that is a clause of its own («скидка действует до {дата}») cannot stand in the middle of somebody else's
clause, and what is left behind a deletion must not hang in the air («чтобы забронировать по прежнему тарифу»).
"""

from __future__ import annotations

import re

from tonelint.model import TAG_FILLER, Language, Span
from tonelint.rewriting import punctuation as marks

_BOUNDARY = {
    "ru": re.compile(
        r"[^\w\s%№₽$€£'’-]|(?<=\s)-(?=\s)"
        r"|\s(?=(?:и|а|но|или|чтобы|что|пока|если|когда|поэтому|потом|так что|потому что)\s)"
    ),
    "en": re.compile(
        r"[^\w\s%£$€'’-]|(?<=\s)-(?=\s)|\s(?=(?:and|but|so|or|because|before|while|if|when|which|who|that|then)\s)",
        re.IGNORECASE,
    ),
}
_HANGS_ON = {
    "ru": re.compile(
        r"(?:в|во|на|с|со|по|за|для|до|от|из|к|ко|о|об|у|при|через|без|под|над|перед|после|среди|около|рядом|здесь|там|сегодня"
        r"|завтра|сейчас|всего|этой|этим|этого|не)\s",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:in|on|at|for|with|by|from|of|this|next|near|inside|within|per|during|under|over|as|across|around|tonight|today"
        r"|tomorrow|now|below|above|here|there|left)\b(?!-)",
        re.IGNORECASE,
    ),
}
_JOINS = {
    "ru": re.compile(
        r"(?:^|[\s,])(?:и|а|но|или|да|поэтому|так что|потому что|ведь|что|если|когда|потом|зато|просто|кстати|итак)$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:^|[\s,])(?:and|but|or|so|because|while|then|that|if|when|since|as|remember|note)$", re.IGNORECASE
    ),
}
_GOES_ON = re.compile(
    r"(?:and|but|or|so|because|while|which|who|then|yet|plus|too|please|[a-z]+ing|[A-Z][a-z]+[.!?]?$)\b", re.IGNORECASE
)
_LABEL = re.compile(r":\s+\S")
_LEANS_BACK = {
    "ru": re.compile(
        r"(?:чтобы|чтоб|чем|котор\w{2,3}|чей|того|тому|тем|если бы|ли|же|бы|на (?:это|этом)|у кого|кому|с тем"
        r"|до (?:того|тех)|без (?:этого|него|неё|них))\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?:to|than|that|which|who|whose|of|by|until|till|or|us|me|them|him|her|on (?:this|it)|up|out|off|down|through"
        r"|away|back|again|this one)\b(?!-)",
        re.IGNORECASE,
    ),
}
_PREPOSITION = re.compile(
    r"(?:в|во|на|с|со|по|за|для|до|от|из|к|ко|о|об|у|при|через|без|in|on|at|for|with|by|from|of|about)\s", re.IGNORECASE
)
_INFINITIVE = re.compile(r"[а-яё]+(?:ть|ти|чь)(?:ся)?\b", re.IGNORECASE)
_COMMAND = re.compile(
    r"(?:не\s)?[а-яё]+(?:йте|ите|ьте|тесь|йся|йтесь|ись)\b|не\s"
    r"|(?:don['’]t|do not|hurry|act|miss|be|get|grab|stop|never|rush|run)\b",
    re.IGNORECASE,
)
"""What commands the reader: the words behind it belong to it («не останьтесь единственным [на улице]»)."""
_BARE_POINTER = re.compile(r"(?:this|that|it|these|those|это|этого|этому|них|него|неё)\s*[,;:!.—–-]", re.IGNORECASE)


def hanging_on(text: str, sentence: Span, span: Span, language: Language) -> Span:
    """The words behind `span` that belong to its clause («места [[в воскресной группе]], приходите»); may be empty."""
    found = _BOUNDARY.get(language, _BOUNDARY["en"]).search(_plain(text), span.end, sentence.end)
    end = found.start() if found else sentence.end
    words = text[span.end : end].rstrip(marks.SPACE)
    return Span(span.end, span.end + len(words)) if marks.has_words(words) else Span(span.end, span.end)


def may_hang_on(words: str, language: Language) -> bool:
    """Whether `words` can be carried into a clause of ours: they begin with a preposition or an adverb, not a verb."""
    said = words.strip(marks.SPACE)
    if not said:
        return True
    if _HANGS_ON.get(language, _HANGS_ON["en"]).match(said + " ") is None and not _in_genitive(said, language):
        return False
    return language != "ru" or not _has_finite_verb(said)


def stands_alone(text: str, sentence: Span, span: Span, new: str, language: Language) -> bool:
    """Whether the clause of `span` begins and ends with it, so that a clause of ours may take its place.

    A label («Срок: …») behind another label is refused as well.
    """
    left = text[sentence.start : span.start].rstrip(marks.SPACE)
    if left.endswith(":") and _LABEL.search(new):
        return False
    if marks.has_words(left) and left[-1].isalnum() and not _leads_in(left, language):
        return False
    if left.endswith(TAG_FILLER):
        return False
    hanging = hanging_on(text, sentence, span, language)
    return hanging.start == hanging.end and not (language == "en" and _splices(text[span.end : sentence.end]))


def _splices(right: str) -> bool:
    """Whether a comma and another sentence follow, which English does not join: 'it runs until May, the range …'."""
    behind = right.lstrip(marks.SPACE)
    rest = behind[1:].lstrip(marks.SPACE)
    if not behind.startswith(",") or not marks.has_words(rest) or rest.startswith(TAG_FILLER):
        return False
    return _HANGS_ON["en"].match(rest) is None and _GOES_ON.match(rest) is None


def _leads_in(left: str, language: Language) -> bool:
    """Whether a clause may follow `left` without a mark: after a conjunction, or after a place or time («в марте»)."""
    if _JOINS.get(language, _JOINS["en"]).search(left):
        return True
    opens = _HANGS_ON.get(language, _HANGS_ON["en"]).match(left + " ") is not None
    return opens and len(left.split()) <= 5 and (language != "ru" or not _has_finite_verb(left))


def is_clause(template: str) -> bool:
    """Whether a rewrite is plainly a sentence or a label of its own: it holds a colon or a semicolon between words."""
    bare = re.sub(r"\{[^{}]*\}", "x", template)
    return re.search(r"[;:.]\s+\S", bare) is not None


def left_hanging(text: str, sentence: Span, span: Span, language: Language) -> bool:
    """Whether deleting `span` would leave a sentence without its beginning: «Чтобы записаться…», 'This, the offer…'."""
    behind = text[span.end : sentence.end].lstrip(marks.SPACE)
    if marks.has_words(text[sentence.start : span.start]) or behind[:1] in tuple(marks.FINAL):
        return False
    rest = behind.lstrip(marks.SPACE + marks.SEPARATORS)
    if _BARE_POINTER.match(rest):
        return True
    belongs = _PREPOSITION.match(rest) or (language == "ru" and _INFINITIVE.match(rest))
    if rest == behind and belongs and _COMMAND.match(text[span.start : span.end]):
        return True
    found = _LEANS_BACK.get(language, _LEANS_BACK["en"]).match(rest)
    points = rest != behind and found is not None and found[0].lower() in ("that", "this one")
    return found is not None and not points


def _plain(text: str) -> str:
    """The text with its merge tags as letters, so that they are no boundary."""
    return text.replace(TAG_FILLER, "x")


def _in_genitive(words: str, language: Language) -> bool:
    """Whether Russian words go on in the genitive: «3 комплекта [[зелёного цвета]]»."""
    if language != "ru":
        return False
    from tonelint.language.russian import has_reading

    first = re.match(r"[^\W\d_]+", words)
    return first is not None and has_reading(first[0].lower(), "gent")


def _has_finite_verb(words: str) -> bool:
    from tonelint.language.russian import readings

    found = [readings(word.lower())[0].tag for word in re.findall(r"[^\W\d_]+", words)]
    return any(tag.POS == "VERB" for tag in found)
