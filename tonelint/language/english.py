"""English word forms, through lemminflect. Used when rules are compiled, never on the way of a check."""

from __future__ import annotations

from functools import cache

_FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for with from as is are was were be been am do does did has have had will "
    "would can could may "
    "might must shall should not no nor or and but if so than then that this these those there here it its i "
    "you he she we "
    "they me him her us them my your his our their all any each few more most other some such only own same "
    "too very just "
    "now out up down off over under again once ever never always what which who whom whose when where why how "
    "both".split()
)

NUMBER_WORDS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12, "couple": 2,
}  # fmt: skip


@cache
def forms(word: str) -> frozenset[str]:
    """Every inflected form of `word`, taken as a dictionary word; function words stand for themselves.

    A word that is not a dictionary form itself ("offers", "running") stands for its lemma as well.
    """
    if word in _FUNCTION_WORDS or len(word) < 2 or not word.isascii() or "'" in word:
        return frozenset((word,))
    from lemminflect import getAllInflections, getAllInflectionsOOV, getAllLemmas

    lemmas = {lemma for group in getAllLemmas(word).values() for lemma in group}
    bases = {word} if word in lemmas or not lemmas else {word, *lemmas}
    found = {word}
    for base in bases:
        inflected = dict(getAllInflections(base))
        if not inflected:
            inflected.update(getAllInflectionsOOV(base, "NOUN"))
        if "VBD" not in inflected and "RB" not in inflected:
            inflected.update(getAllInflectionsOOV(base, "VERB"))
        for group in inflected.values():
            found.update(form.lower() for form in group if "'" not in form)
    return frozenset(found)
