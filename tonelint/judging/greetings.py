"""Whom a greeting names, and whether that is the reader."""

from __future__ import annotations

import re

from tonelint.language.tokens import TAG
from tonelint.model import Language, Span

_NAME = r"[A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ][a-zа-яё]+)?"
_GREETINGS: dict[str, tuple[re.Pattern[str], ...]] = {
    "ru": (
        re.compile(rf"^\s*(?:(?i:здравствуйте|здравствуй|привет|приветствую|добрый день|добрый вечер"
                   rf"|доброе утро|добрый)[,!]?\s+)"
                   rf"(?:(?i:уважаем\w+|дорог\w+)\s+)?({_NAME}(?:\s+{_NAME}){{0,2}})\s*[,!.–—-]"),
        re.compile(rf"^\s*(?i:уважаем\w+|дорог\w+)\s+({_NAME}(?:\s+{_NAME}){{0,2}})\s*[,!.–—-]"),
        re.compile(rf"^\s*({_NAME}(?:\s+{_NAME}){{0,2}}),\s+(?i:здравствуйте|здравствуй|привет|добрый|доброе)"),
    ),
    "en": (
        re.compile(rf"^\s*(?i:hello|hi|hey|dear|good (?:morning|afternoon|evening))[,]?\s+(?:(?i:mr|mrs|ms|miss"
                   rf"|dr)\.?\s+)?({_NAME}(?:\s+{_NAME}){{0,2}})\s*[,!.:–—-]"),
    ),
}  # fmt: skip
_NOBODY = frozenset((
    "коллеги", "коллега", "друзья", "друг", "клиент", "клиенты", "гость", "гости", "читатель", "читатели",
    "партнер", "партнеры", "все", "команда", "покупатель", "всем", "all", "there", "friend", "friends", "team",
    "everyone", "everybody", "customer", "client", "reader", "readers", "colleagues", "colleague", "subscriber",
    "sir", "madam", "folks", "guest", "neighbour", "neighbours", "neighbor", "neighbors", "both", "hiring", "again",
    "monday", "tuesday", "wednesday", "thursday", "friday",
))  # fmt: skip
_SHORT: dict[str, str] = {
    "саша": "александр", "шура": "александр", "саня": "александр", "леша": "алексей", "алеша": "алексей",
    "настя": "анастасия", "женя": "евгений", "катя": "екатерина", "лена": "елена", "ваня": "иван",
    "костя": "константин", "маша": "мария", "миша": "михаил", "надя": "надежда", "наташа": "наталья", "коля": "николай",
    "оля": "ольга", "паша": "павел", "петя": "петр", "света": "светлана", "сережа": "сергей", "таня": "татьяна",
    "юра": "юрий", "юля": "юлия", "лиза": "елизавета", "дима": "дмитрий", "володя": "владимир", "вова": "владимир",
    "толя": "анатолий", "гоша": "георгий", "аня": "анна", "bill": "william", "will": "william", "bob": "robert",
    "rob": "robert", "dick": "richard", "rick": "richard", "peggy": "margaret", "meg": "margaret", "jack": "john",
    "jim": "james", "harry": "henry", "ted": "edward", "ed": "edward", "liz": "elizabeth", "beth": "elizabeth",
    "kate": "katherine", "tony": "anthony", "sasha": "alexander",
}  # fmt: skip


def greeted_otherwise(text: str, name: str, language: Language) -> Span | None:
    """Where a greeting at the beginning of `text` names somebody else than `name`; None when it does not.

    Short forms, other cases and other alphabets are given the benefit of the doubt.
    """
    if TAG in text[:60] or language not in _GREETINGS:
        return None
    for greeting in _GREETINGS[language]:
        found = greeting.match(text)
        if found is None:
            continue
        named = [_plain(word) for word in found[1].split()]
        own = [_plain(word) for word in name.split()]
        if any(word in _NOBODY for word in named) or _alphabet(found[1]) != _alphabet(name):
            return None
        if language == "ru" and not any(_is_name(word) for word in named):
            return None
        if any(_same(word, other) for word in named for other in own):
            return None
        return Span(found.start(1), found.end(1))
    return None


def _plain(word: str) -> str:
    return word.lower().replace("ё", "е")


def _same(one: str, other: str) -> bool:
    one, other = _SHORT.get(one, one), _SHORT.get(other, other)
    short = min(len(one), len(other))
    return one == other or (short >= 3 and one[:3] == other[:3])


def _alphabet(name: str) -> bool:
    return bool(re.search("[А-Яа-яЁё]", name))


def _is_name(word: str) -> bool:
    from tonelint.language.russian import readings

    return any({"Name", "Surn", "Patr"} & set(reading.tag.grammemes) for reading in readings(word))
