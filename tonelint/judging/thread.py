"""What the reader wrote, read in the quoted part of a letter: on leave until, too dear, afraid of a mistake, not now,
stop.

Only the quoted part is read, and only for these few signals; the words stay where they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from tonelint.language.dates import time_phrases
from tonelint.language.time_words import MONTHS
from tonelint.language.tokens import fold
from tonelint.model import Document, Language

AHEAD = 8
"""A month that is named alone is to come when it is at most so many months ahead."""

_LEAVE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:я|буду|сейчас|мы)?\s*(?:в|на) (?:отпуске|больничном|декрете)\b|\bухожу в отпуск\b|\bменя не будет\b"
    ),
    "en": re.compile(
        r"\b(?:i'?m|i am|i'?ll be|i will be|we are)\s+(?:currently\s+)?(?:on (?:annual |parental |sick )?leave"
        r"|on (?:holiday|vacation)"
        r"|out of (?:the )?office|away)\b"
    ),
}
_MONEY: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\bдорого(?:вато)?\b|\bне по карману\b|\bне потян\w+|\bнет (?:денег|бюджета)\b"
                     r"|\bбюджет\w* (?:нет|не хватает|урезали)\b"
                     r"|\bне мо(?:гу|жем) (?:себе )?позволить\b"),
    "en": re.compile(r"\btoo (?:expensive|dear|pricey)\b|\bcan(?:'t|not) afford\b|\bno (?:money|budget)\b"
                     r"|\bbudget (?:is tight|was cut)\b"
                     r"|\bout of (?:our|my) budget\b|\bmoney is tight\b"),
}  # fmt: skip
_MISTAKE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:боюсь|боимся|страшно)\s+(?:\w+\s+){0,2}(?:ошиб\w+|промахн\w+|прогадать|выбрать не то)"
                     r"|\bне уверен\w*,? что (?:справ|получ)\w+"
                     r"|\bбоюсь,? что не (?:справлюсь|получится)"),
    "en": re.compile(r"\b(?:afraid|scared|worried|nervous)\s+(?:\w+\s+){0,4}(?:mistake|wrong (?:choice|one)"
                     r"|getting it wrong|messing)"
                     r"|\bnot sure (?:i|we) can (?:manage|handle|do) (?:it|this)"),
}  # fmt: skip
_LATER: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:давайте|давай) (?:вернемся|созвонимся|обсудим|поговорим|отложим)[^.!?\n]*\b(?:позже"
                     r"|потом|в (?:янв|фев|мар|апр|ма|июн|июл|авг|сент|окт|ноя|дек)\w+"
                     r"|на следующ\w+|осенью|зимой|весной|летом|после)|\bне сейчас\b|\bсейчас не до этого\b"
                     r"|\bнапишите (?:позже|через|в)\b|\bотложим\b"),
    "en": re.compile(r"\b(?:let's|let us|can we|could we) (?:come back|talk|revisit|pick this up|discuss"
                     r"|postpone)[^.!?\n]*\b(?:later|in|after|next)\b"
                     r"|\bnot (?:right )?now\b|\bget back to me (?:in|after|later)\b|\blet's postpone\b"
                     r"|\bnot a good time\b"),
}  # fmt: skip
_STOP: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:больше )?не пишите мне\b|\bне пишите (?:мне )?больше\b|\bпрекратите (?:писать|рассылку"
                     r"|присылать)\b|\bмне (?:это )?не интересно\b|\bперестаньте (?:писать|присылать)\b"
                     r"|\bнет,? спасибо,? не нужно\b|\bне нужно мне (?:писать|звонить)\b"),
    "en": re.compile(r"\bplease stop\b|\bstop (?:writing|emailing|e-mailing|contacting|sending)\b|\bnot interested\b"
                     r"|\bdo not (?:contact|write to|email) me\b"
                     r"|\bdon't (?:contact|write to|email) me\b|\bno longer interested\b"),
}  # fmt: skip
_UNSUBSCRIBE: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\bотпишите меня\b|\bуберите меня из\b|\bудалите меня из\b"),
    "en": re.compile(r"\bunsubscribe me\b|\btake me off\b|\bremove me from\b"),
}


_IN_MONTH: dict[str, re.Pattern[str]] = {
    "ru": re.compile(r"\bв (январе|феврале|марте|апреле|мае|июне|июле|августе|сентябре|октябре|ноябре|декабре)\b"),
    "en": re.compile(rf"\bin ({MONTHS['en'][0]})\b"),
}
_RU_MONTHS = [
    "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "сентябре", "октябре", "ноябре",
    "декабре",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signals:
    """What the quoted part says of its writer. `leave_until` is None also when a leave is named and its end is not."""

    on_leave: bool = False
    leave_until: datetime | None = None
    money: bool = False
    mistake: bool = False
    later: int = 0
    later_until: datetime | None = None
    stop: bool = False
    unsubscribe: bool = False
    words: tuple[str, ...] = field(default=())

    @property
    def any(self) -> bool:
        """Whether the quoted part says anything of the kind."""
        return bool(self.on_leave or self.money or self.mistake or self.later or self.stop or self.unsubscribe)


def signals_in(document: Document, now: datetime | None, zone: tzinfo | None = None) -> Signals:
    """The signals in the quoted segments of an answer, days resolved against its time.

    Only a letter that answers another one quotes its reader: what a page or a newsletter sets as a quotation is
    somebody else.
    """
    if not _answers(document):
        return Signals()
    on_leave = money = mistake = stop = unsubscribe = False
    leave_until = later_until = None
    later = 0
    words: list[str] = []
    for text, language in _quoted(document):
        low = fold(text)
        leave = _LEAVE[language].search(low)
        if leave:
            on_leave = True
            leave_until = _last_day(low[leave.start() : leave.end() + 80], language, now, zone) or leave_until
        put_off = list(_LATER[language].finditer(low))
        for one in put_off:
            later += 1
            later_until = _last_day(low[one.start() : one.end() + 40], language, now, zone) or later_until
        money = money or bool(_MONEY[language].search(low))
        mistake = mistake or bool(_MISTAKE[language].search(low))
        stop = stop or bool(_STOP[language].search(low))
        unsubscribe = unsubscribe or bool(_UNSUBSCRIBE[language].search(low))
        words += [found[0] for found in (leave, *put_off) if found]
    return Signals(on_leave, leave_until, money, mistake, later, later_until, stop, unsubscribe, tuple(words))


def _answers(document: Document) -> bool:
    if document.format != "eml":
        return False
    if "in-reply-to" in document.headers or "references" in document.headers:
        return True
    return bool(re.match(r"\s*(?:re|на|отв|ответ)\b", str(document.headers.get("subject", "")), re.IGNORECASE))


def _quoted(document: Document) -> Iterator[tuple[str, Language]]:
    for segment in document.segments:
        if segment.role == "quote":
            for language in ("ru", "en") if segment.language == "und" else (segment.language,):
                yield segment.text, language


def _last_day(text: str, language: Language, now: datetime | None, zone: tzinfo | None) -> datetime | None:
    """The end of the first day that is named, at the latest that it can be, or the beginning of a month that is.

    None when neither is named, without a clock, or for a month that is likelier over than to come.
    """
    phrases = [one for one in time_phrases(text, language, now, zone) if one.windows]
    if phrases:
        return max(window.last for window in phrases[0].windows)
    month = _IN_MONTH[language].search(text)
    if month is None or now is None:
        return None
    number = _RU_MONTHS.index(month[1]) + 1 if language == "ru" else MONTHS["en"][1](month[1])
    ahead = (number - now.month) % 12
    if not 0 < ahead <= AHEAD:
        return None
    return now.replace(
        year=now.year + (number < now.month), month=number, day=1, hour=0, minute=0, second=0, microsecond=0
    )
