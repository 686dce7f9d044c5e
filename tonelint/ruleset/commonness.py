"""Which words are so common that finding one tells little: a rough guess is enough, it only decides what to look for
first."""

from __future__ import annotations

from collections.abc import Set

_WEIGHTS: dict[str, float] = {}
for _weight, _words in (
    (
        40,
        "и в не на с что по а как это из у за от к но для мы вы я он она они вам вас нам нас все мой свой "
        "быть есть то же так был была "
        "было были его её ее их мне меня тебя себя бы о об во со ко ни ли "
        "the to of and a in is for you your we our it on with that this are be i not have or at by from as "
        "will can no was were an "
        "he she his her they their has had but",
    ),
    (
        12,
        "только уже если или еще можно при чтобы один одна одно два этот эта эти тот та те который которая "
        "которые сейчас сегодня день дня "
        "год года лет человек люди новый сам самый самое когда нет да ты твой лишь весь вся всего всех до без "
        "после просто где там тут "
        "наш ваш ваша наша ваши наши очень может могут надо нужно будет будут более много чем кто раз время "
        "чего ничего всё тоже "
        "только всегда перед между через под над про тем том этом того этого них нее него им ей ему "
        "only just all if so more now today day days time new get do don't make one two up out off here there "
        "when who what which than then "
        "also about any some my me us very been would could should did does how its it's i'm after before "
        "into over like good know go "
        "without under around behind near against during until between while still yet both another such each every "
        "see because these those other people first last year years them him back even well way many much "
        "most am being use two",
    ),
    (
        4,
        "хороший сказать стать говорить знать делать хотеть видеть идти взять дать работа дело место жизнь "
        "друг дом рука слово часть "
        "вопрос город страна мир сторона большой последний первый второй каждый другой почти снова сразу вместе "
        "thing things look want need come take think say said great best right still never always every great "
        "day got going really "
        "leave leaves leaving left read reading care room call show open keep help start turn move play live "
        "tell ask show name side hand head "
        "little long own same place work life home part world city country old big high next few might must "
        "such through too where while",
    ),
):
    for _word in _words.split():
        _WEIGHTS.setdefault(_word, _weight)

_WEIGHTS.update({"#digit": 12, "#percent": 2, "#currency": 2})

RARE = 0.3
"""What any other word weighs."""


def cost(words: Set[str]) -> float:
    """How often a text is likely to hold one of `words`, on no particular scale."""
    return sum(_WEIGHTS.get(word, RARE) for word in words)
