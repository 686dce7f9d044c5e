"""What a piece of copy is for, guessed from its words: shared by all readers.

Markup says most of it (a heading is a heading); the words decide what a button or a link does: refuse, or unsubscribe.
Nothing here judges whether a refusal is a fair one.
"""

from __future__ import annotations

import re

from tonelint.model import Role

INTERACTIVE = frozenset({"a", "button", "input", "label", "option", "mj-button", "summary"})
"""Elements a reader can press, tick or choose."""

SHORT_LABEL = 60
"""Code points: a longer link text is a sentence, not a button."""

_DECLINE = re.compile(
    r"""^\W*(?:
        no[,.!]?\ (?:thanks|thank\ you|thx) | no\ thanks | nope | nah | no,\s | no\ [–—-]\ | not\ (?:now|today|interested|for\ me|this\ time)
      | no[.!]?$ | maybe\ later | ask\ me\ later | remind\ me\ later | later[.!]?$ | skip\b | dismiss\b | decline\b | refuse\b | continue\ without\b | proceed\ without\b
      | i(?:\ do\ not|\ don['’]?t|['’]d\ rather|\ would\ rather|\ prefer\ not|['’]ll\ pass|\ will\ pass|['’]ll\ risk|\ will\ risk|\ hate|['’]m\ not)\b
      | (?:fine|ok|okay|thanks),?\ (?:i|but|let)\b | leave\ me\b | (?:close|exit)\ and\ lose\b
      | нет[,.!]?$ | нет[,.!]?\s | не[,]\s | неа\b | не\ (?:сейчас|сегодня|хочу|надо|нужн\w+|интересно|присыла\w+|подписыва\w+|буду|согла\w+)\b
      | спасибо,?\ (?:не|нет)\b | (?:может\ быть\ )?позже\b | потом\b | в\ другой\ раз\b | напомн\w+\ позже\b | пропустить\b | отказ\w*\b | откажусь\b
      | остан(?:усь|емся)\ без\b | обойдусь\b | продолжить\ без\b | (?:я\ )?(?:лучше\ )?(?:останусь|поеду|еду)\ без\b | я\ не\ (?:хочу|буду|нуждаюсь)\b
      | мне\ (?:не|плевать|всё\ равно|все\ равно|нравится\ переплач\w+)\b | я\ люблю\ переплач\w+ | закрыть\ и\ (?:потерять|остаться)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_UNSUBSCRIBE = re.compile(
    r"\bunsubscrib|\bopt[\s-]?out\b|\bstop (?:receiving|getting) (?:these|this|our|such)|\b(?:email|mail|subscription|notification) "
    r"(?:preferences|settings)\b|\bотпи(?:са|сы|ш)|\bотказаться от (?:рассылк|подписк|писем|получени)|\bне (?:хочу|хотите) (?:больше )?получать"
    r"|\bпрекратить (?:рассылк|получ)|\bнастройк\w+ (?:рассыл|подпис|уведомл)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|@|^[\w.-]+\.(?:com|org|net|io|ru|рф|рус|su|by|kz|ua|de|uk|eu)(?:/|$)|^\+?[\d\s()+-]{6,}$", re.I)


def is_refusal(text: str) -> bool:
    """Whether the words of a control say no: «Нет, спасибо», 'Maybe later', 'I'd rather pay more'."""
    return len(text) <= 200 and _DECLINE.match(_plain(text)) is not None


def is_unsubscribing(text: str) -> bool:
    """Whether the words offer to stop the letters."""
    return _UNSUBSCRIBE.search(_plain(text)) is not None


def is_label(text: str) -> bool:
    """Whether the words could stand on a button: short, and not an address, a phone number or a domain."""
    plain = _plain(text)
    return 0 < len(plain) <= SHORT_LABEL and len(plain.split()) <= 8 and _ADDRESS.search(plain) is None


def control_role(text: str, otherwise: Role) -> Role:
    """The role of a control's words: a refusal is `decline`, leaving the list is `unsubscribe`, anything else `otherwise`."""
    if is_unsubscribing(text):
        return "unsubscribe"
    return "decline" if is_refusal(text) else otherwise


def _plain(text: str) -> str:
    return " ".join(text.split())
