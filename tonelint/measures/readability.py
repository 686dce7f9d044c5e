"""Readability: the Flesch reading ease of the body text, with the coefficients of its language.

English: R. Flesch, 'A new readability yardstick', Journal of Applied Psychology 32(3), 1948:
206.835 - 1.015 x words per sentence - 84.6 x syllables per word. Russian: I. V. Oborneva's adaptation (thesis, Moscow,
2006), fitted on parallel texts: 206.835 - 1.3 x words per sentence - 60.1 x syllables per word. From 60 on a text is
plain; below 30 it asks for a reader with patience. English syllables are estimated from the spelling.
"""

from __future__ import annotations

import re

from tonelint.measures.copy import Copy
from tonelint.measures.measure import Level, Measure, level_of, too_short

NAME = "readability"
UNIT = "Flesch reading ease, about 0 to 100"
LOW, HIGH = 30.0, 60.0
LEAST_WORDS = 30

COEFFICIENTS = {"en": (1.015, 84.6), "ru": (1.3, 60.1)}
"""By language: what a word more per sentence and a syllable more per word take away."""

_RUSSIAN_VOWELS = re.compile(r"[аеёиоуыэюя]")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzchg]es)$")

_READING: dict[Level, dict[str, str]] = {
    "low": {"en": "Hard going: long sentences or long words.", "ru": "Читается трудно: фразы или слова длинные."},
    "middle": {"en": "Readable with attention.", "ru": "Читается, если вчитываться."},
    "high": {"en": "Plain and easy to read.", "ru": "Написано просто, читается легко."},
}


def readability(copy: Copy) -> Measure:
    """The reading ease of the body, in the language that most of it is written in."""
    language = copy.language
    words = syllables = sentences = 0
    for paragraph in copy.paragraphs:
        if paragraph.segment.role != "body" or paragraph.segment.language != language:
            continue
        for sentence in paragraph.sentences:
            norms = [token.norm for token in sentence.tokens if token.kind == "word"]
            if norms:
                sentences += 1
                words += len(norms)
                syllables += sum(syllables_in(norm, language) for norm in norms)
    if words < LEAST_WORDS or language not in COEFFICIENTS:
        return too_short(NAME, UNIT)
    per_sentence, per_word = COEFFICIENTS[language]
    value = 206.835 - per_sentence * words / sentences - per_word * syllables / words
    level = level_of(value, LOW, HIGH)
    details = {
        "language": language,
        "words_per_sentence": round(words / sentences, 2),
        "syllables_per_word": round(syllables / words, 2),
    }
    return Measure(NAME, value, UNIT, level, _READING[level], details)


def syllables_in(word: str, language: str) -> int:
    """The syllables of a folded word: its vowels in Russian, its groups of vowels without a silent e in English."""
    if language == "ru":
        return max(len(_RUSSIAN_VOWELS.findall(word)), 1)
    count = len(_ENGLISH_VOWELS.findall(word))
    return max(count - bool(count > 1 and _SILENT.search(word)), 1)
