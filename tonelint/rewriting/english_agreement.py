"""English words in the form that a rewrite asks for: one or many, he opens or they open, a or an.

lemminflect knows the irregular ones; it takes most of a second to load, so words whose ending tells enough do without.
"""

from __future__ import annotations

import re

_PREPOSITION = re.compile(r"\s+(?:of|for|in|on|at|to|with|from|per|by|left)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?$")
_NUMBER = re.compile(r"[£$€₽]?\s?(\d[\d,. ]*)")
_VOWEL_SOUND = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:u(?:ni(?!n|m)|s[aeiu]|t[ei]|r[aeiou]|k\b)|eu|ewe|once\b|one\b|one-|ubiq|uk\b|us\b)", re.IGNORECASE
)
_SPELLED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_COMMON_VERBS = frozenset(("is", "are", "was", "were", "be", "has", "have", "remains", "remain", "run", "runs"))
_IRREGULAR = frozenset(("people", "children", "men", "women", "feet", "teeth", "geese", "mice", "loaves", "knives"))
TENSES = {"past": "VBD", "present": "VBZ", "inf": "VB"}


def counted(phrase: str, number: float) -> str:
    """`phrase` as it stands after `number`: ('seat', 3) -> 'seats', ('copies of the map', 1) -> 'copy of the map'."""
    return singular(phrase) if number == 1 else plural(phrase)


def plural(phrase: str) -> str:
    """The phrase with its noun in the plural: 'window seat' -> 'window seats'."""
    before, noun, after = _noun_of(phrase)
    if not noun or _looks_plural(noun):
        return phrase
    from lemminflect import getInflection, getLemma

    lemma = _first(getLemma(noun.lower(), "NOUN"), noun.lower())
    return before + _cased(_first(getInflection(lemma, "NNS"), f"{noun}s"), noun) + after


def singular(phrase: str) -> str:
    """The phrase with its noun in the singular: 'places on the course' -> 'place on the course'."""
    before, noun, after = _noun_of(phrase)
    if not noun or not is_plural(phrase):
        return phrase
    from lemminflect import getLemma

    return before + _cased(_first(getLemma(noun.lower(), "NOUN"), noun), noun) + after


def is_plural(phrase: str) -> bool:
    """Whether the phrase names more than one."""
    _, noun, _ = _noun_of(phrase)
    return _looks_plural(noun) or noun.lower() in _IRREGULAR


def verb(word: str, tense: str | None, *, many: bool) -> str | None:
    """A verb beside its subject: ('remain', None, many=False) -> 'remains', ('is', None, many=True) -> 'are'."""
    if word.lower() in ("is", "are", "be", "was", "were"):
        past = tense == "past" or (tense is None and word.lower() in ("was", "were"))
        return ("were" if many else "was") if past else ("are" if many else "is")
    if word.lower() in ("has", "have"):
        return "had" if tense == "past" else "have" if many else "has"
    if word.lower() in ("run", "runs") and tense is None:
        return "run" if many else "runs"
    from lemminflect import getInflection, getLemma

    lemma = _first(getLemma(word.lower(), "VERB"), word.lower())
    tag = TENSES[tense or "present"]
    return _first(getInflection(lemma, "VB" if tag == "VBZ" and many else tag), None) if lemma else None


def with_article(phrase: str) -> str:
    """`phrase` with `a` or `an`, by how it sounds: 'an hour', 'an 8-week course', 'an £8 fee', 'a user', 'an SMS'."""
    return f"{'an' if _sounds_like_vowel(phrase) else 'a'} {phrase}"


def _sounds_like_vowel(phrase: str) -> bool:
    number = _NUMBER.match(phrase)
    if number:
        figures = re.sub(r"[^\d]", "", re.split(r"[.]", number[1])[0])
        return figures.startswith("8") or (figures.startswith(("11", "18")) and len(figures) % 3 == 2)
    word = re.match(r"\W*([A-Za-z][\w-]*)", phrase)
    if word is None:
        return False
    start = word[1]
    letters = re.match(r"[A-Za-z]+", start)
    spelled = (
        letters is not None and letters[0].isupper() and (len(letters[0]) <= 3 or not re.search("[AEIOUY]", letters[0]))
    )
    if letters and spelled and len(letters[0]) > 1:
        return letters[0][0] in _SPELLED_WITH_VOWEL
    if _VOWEL_SOUND.match(start):
        return True
    return start[0].lower() in "aeiou" and not _CONSONANT_SOUND.match(start)


def _noun_of(phrase: str) -> tuple[str, str, str]:
    """The phrase cut at its noun: the last word before a preposition."""
    cut = _PREPOSITION.search(phrase)
    head = phrase[: cut.start()] if cut else phrase
    found = _LAST_WORD.search(head.rstrip())
    if found is None:
        return phrase, "", ""
    return phrase[: found.start()], found[0], phrase[found.end() :]


def _looks_plural(noun: str) -> bool:
    low = noun.lower()
    return low.endswith("s") and not low.endswith(("ss", "us", "is"))


def _first(options: tuple[str, ...], otherwise: str | None) -> str:
    return options[0] if options else otherwise or ""


def _cased(form: str, written: str) -> str:
    return (
        form[:1].upper() + form[1:] if written[:1].isupper() and not (len(written) > 1 and written.isupper()) else form
    )


def is_verb(word: str) -> bool:
    """Whether a word is one of the verbs that agree with a count without being told to; others ask for a tense."""
    return word.lower() in _COMMON_VERBS
