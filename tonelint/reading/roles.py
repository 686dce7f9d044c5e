"""What a piece of copy is for, guessed from its words: shared by all readers.

Markup says most of it (a heading is a heading); the words decide what a button or a link does: refuse, or unsubscribe.
Nothing here judges whether a refusal is a fair one.
"""

from __future__ import annotations

import re

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Role

SHORT_LABEL = 60
"""Code points: a longer link text is a sentence, not a button."""
LONGEST_REFUSAL = 200
"""Code points: what is longer than this explains something and does not answer a question."""

_ENGLISH_REFUSALS = (
    r"no[,.!]? (?:thanks|thank you|thx)", r"no[.!]?$", r"no,\s", r"no [–—-] ", r"nope\b", r"nah\b",
    r"not (?:now|today|yet|interested|for me|this time)\b", r"maybe later\b", r"(?:ask|remind) me later\b",
    r"later[.!]?$", r"skip(?:$|[.!,]| for now\b| this\b| it\b| offer\b)", r"dismiss\b",
    r"decline\b", r"refuse\b", r"reject\b",
    r"(?:continue|proceed|go on) without\b", r"leave me\b", r"(?:close|exit) and lose\b",
    r"i (?:do not|don['’]?t|would rather|prefer not|will pass|will risk|will stay|hate|already have enough)\b",
    r"i['’](?:d rather|ll pass|ll risk|ll stay|ll take my chances|m not|m fine without|m good)\b",
    r"(?:fine|ok|okay|thanks),? (?:i|but|let)\b", r"thanks,? but no\b",
)  # fmt: skip
_RUSSIAN_REFUSALS = (
    r"нет[,.!]?$", r"нет[,.!]?\s", r"не,\s", r"неа\b", r"спасибо,? (?:не|нет)\b", r"(?:может быть )?позже\b",
    r"потом\b",
    r"не (?:сейчас|сегодня|хочу|надо|нужн\w+|интересно|присыла\w+|подписыва\w+|буду|согла\w+)\b", r"в другой раз\b",
    r"напомн\w+ позже\b", r"(?:я )?ненавижу\b", r"пропустить\b", r"отказ$", r"отказаться\b",
    r"отказываюсь\b", r"откажусь\b", r"отклонить\b",
    r"остан(?:усь|емся) (?:без|при)\b", r"обойдусь\b", r"продолжить без\b",
    r"(?:я )?(?:лучше )?(?:останусь|поеду|еду) без\b",
    r"я (?:не (?:хочу|буду|нуждаюсь|готов\w*)|лучше|пас)\b", r"(?:я люблю|мне нравится|люблю) (?:пере|пла|тра|тер)\w+",
    r"мне (?:не|плевать|вс[её] равно|без разницы)\b", r"закрыть и (?:потерять|остаться)\b",
)  # fmt: skip
_REFUSAL = lazy(rf"\W*(?:{'|'.join(_ENGLISH_REFUSALS + _RUSSIAN_REFUSALS)})", re.IGNORECASE)

_WAYS_OUT = (
    r"\bunsubscrib", r"\bopt[\s-]?out\b", r"\bstop (?:receiving|getting) (?:these|this|our|such)",
    r"\b(?:email|mail|subscription|notification) (?:preferences|settings)\b", r"\bотпи(?:са|сы|ш)",
    r"\bотказаться от (?:рассылк|подписк|писем|получени)", r"\bне (?:хочу|хотите) (?:больше )?получать",
    r"\bпрекратить (?:рассылк|получ)", r"\bнастройк\w+ (?:рассыл|подпис|уведомл)",
)  # fmt: skip
_WAY_OUT = lazy("|".join(_WAYS_OUT), re.IGNORECASE)

_ADDRESS = lazy(
    r"https?://|www\.|@|^[\w.-]+\.(?:com|org|net|io|ru|рф|рус|su|by|kz|ua|de|uk|eu)(?:/|$)|^\+?[\d\s()+-]{6,}$",
    re.IGNORECASE,
)


def is_refusal(text: str) -> bool:
    """Whether the words of a control say no: «Нет, спасибо», 'Maybe later', 'I'd rather pay more'."""
    return len(text) <= LONGEST_REFUSAL and _REFUSAL.match(_plain(text)) is not None


def is_unsubscribing(text: str) -> bool:
    """Whether the words offer to stop the letters."""
    return _WAY_OUT.search(_plain(text)) is not None


def is_label(text: str) -> bool:
    """Whether the words could stand on a button: short, and not an address, a phone number or a domain."""
    if len(text) > 4 * SHORT_LABEL:
        return False
    plain = _plain(text)
    return 0 < len(plain) <= SHORT_LABEL and len(plain.split()) <= 8 and _ADDRESS.search(plain) is None


def control_role(text: str, otherwise: Role) -> Role:
    """The role of a control: leaving the list is `unsubscribe`, a refusal `decline`, anything else `otherwise`."""
    if is_unsubscribing(text):
        return "unsubscribe"
    return "decline" if is_refusal(text) else otherwise


def _plain(text: str) -> str:
    return " ".join(text.split())
