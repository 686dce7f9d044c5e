"""Clean Russian and English text of any length, made from a few words of our own: nothing in it should be flagged."""

from __future__ import annotations

import random

RUSSIAN = {
    "subjects": ("Садовник", "Библиотекарь", "Сосед", "Почтальон", "Учитель", "Плотник", "Капитан", "Повар"),
    "verbs": ("починил", "принёс", "нашёл", "покрасил", "описал", "измерил", "отложил", "подписал"),
    "objects": ("старую лестницу", "карту реки", "две тетради", "лодочный мотор", "письмо брата", "ящик яблок"),
    "places": ("у причала", "во дворе школы", "за мельницей", "на втором этаже", "в конце улицы", "под навесом"),
    "times": ("во вторник", "после дождя", "в начале марта", "к обеду", "ещё в прошлом году", "утром"),
}
ENGLISH = {
    "subjects": ("The gardener", "A librarian", "Our neighbour", "The postman", "A teacher", "The carpenter"),
    "verbs": ("repaired", "carried", "found", "painted", "described", "measured", "signed"),
    "objects": ("an old ladder", "the river map", "two notebooks", "a boat engine", "his brother's letter"),
    "places": ("near the pier", "in the school yard", "behind the mill", "on the second floor", "under the roof"),
    "times": ("on Tuesday", "after the rain", "in early March", "around noon", "the year before", "in the morning"),
}


def clean_text(language: str, size: int, seed: int = 7) -> str:
    """About `size` bytes of UTF-8 text in paragraphs of five sentences."""
    words = RUSSIAN if language == "ru" else ENGLISH
    choose = random.Random(seed).choice
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = [f"{' '.join(choose(options) for options in words.values())}." for _ in range(5)]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs) + "\n"
