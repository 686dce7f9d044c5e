"""Clean Russian and English text of any length, made from a few words of our own: nothing in it should be flagged."""

from __future__ import annotations

import random

RUSSIAN = (
    "Садовник|Библиотекарь|Сосед|Почтальон|Учитель|Плотник|Капитан|Повар|Геолог|Настройщик|Пасечник|"
    "Дворник|Художник|Лесник|Переплётчик|Часовщик|Машинист|Гончар|Аптекарь|Рыбак|Архивариус|Столяр|"
    "Суфлёр|Смотритель маяка",
    "починил|принёс|покрасил|описал|измерил|отложил|перевёл|склеил|сфотографировал|разобрал|высушил|"
    "просеял|завернул|нарисовал|взвесил|переписал|отполировал|пронумеровал|сложил|настроил|выкопал|"
    "связал|прочитал|подвесил",
    "старую лестницу|карту реки|тетради в клетку|лодочный мотор|дневник экспедиции|ящик яблок|"
    "медный чайник|оконную раму|осенние листья|гипсовую модель|скрипку без струн|мешок муки|"
    "нотную тетрадь|лампу под абажуром|рыболовную сеть|каменную плитку|афишу театра|план подвала|"
    "шерстяной плед|колокольчик|стопку газет|глиняную миску|компас|черепицу",
    "у причала|во дворе школы|возле мельницы|на чердаке|под навесом|в мастерской|около старого моста|"
    "среди сосен|на веранде|в читальном зале|под лестницей|в теплице|на станции|у колодца|в трюме|"
    "посреди поля|в музее камней|на балконе",
    "во вторник|после дождя|до рассвета|к обеду|осенью|в сумерках|накануне праздника|в середине апреля|"
    "под музыку|вместе с братом|без спешки|по просьбе сестры|в тишине|при свете фонаря|ради опыта|"
    "с большим старанием|впервые|молча",
)
ENGLISH = (
    "The gardener|A librarian|Our neighbour|The postman|A teacher|The carpenter|A sailor|The cook|"
    "A geologist|The piano tuner|A beekeeper|The caretaker|A painter|The ranger|A bookbinder|"
    "The watchmaker|A potter|The pharmacist|A fisherman",
    "repaired|carried|painted|described|measured|translated|glued|photographed|dismantled|dried|sifted|"
    "wrapped|sketched|weighed|copied|polished|numbered|folded|tuned|dug up|knitted|read|hung up|labelled",
    "an old ladder|the river map|two exercise books|a boat engine|the diary of an expedition|"
    "a crate of apples|the copper kettle|a window frame|some maple leaves|a plaster model|the violin|"
    "a sack of flour|the sheet music|a desk lamp|the fishing net|a slab of slate|the theatre poster|"
    "a plan of the cellar|the woollen blanket|a bowl of clay|the compass",
    "near the pier|in the school yard|behind the mill|in the attic|under the canopy|at the workshop|"
    "by the stone bridge|among the pines|on the porch|in the reading room|under the stairs|"
    "in the greenhouse|at the station|beside the well",
    "on Tuesday|in the rain|at dawn|around noon|last autumn|at dusk|in mid April|to the sound of a radio|"
    "with his brother|without haste|in silence|by the light of a lantern|with great care|"
    "for the first time|as an experiment",
)
"""Each slot of a sentence and what may fill it: plain things that people do, nobody selling anything."""


def clean_text(language: str, size: int, seed: int = 7) -> str:
    """About `size` bytes of UTF-8 text in paragraphs of five sentences."""
    slots = [options.split("|") for options in (RUSSIAN if language == "ru" else ENGLISH)]
    choose = random.Random(seed).choice
    paragraphs: list[str] = []
    length = 0
    while length < size:
        sentences = [f"{' '.join(choose(options) for options in slots)}." for _ in range(5)]
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs) + "\n"
