"""The marks around a rewrite: what ends a sentence, what separates its parts, which emoji leave with the alarm."""

from __future__ import annotations

import re

from tonelint.model import TAG_FILLER, Role, Span

WITHOUT_STOP: frozenset[Role] = frozenset(("subject", "preheader", "heading", "cta", "decline"))
"""Roles whose lines end without a full stop."""

ALARM = re.compile(r"[⏰⏱⏲⏳⌛🔥⚠😱💔🚨💥‼❗🆘😢😭💣]\ufe0f?")
"""Emoji that stay behind when the alarm they rang is gone."""

OPENING = "«„“\"'‘(["
CLOSING = "»”\"'’)]"
FINAL = ".!?…"
SEPARATORS = ",;:–—-"
SPACE = " \t\u00a0\u202f\u2009\r\n"

_EMOJI = r"[\u2190-\u2bff\u3030-\u303d\U0001f000-\U0001faff]\ufe0f?"
_EMOJI_STOP = re.compile(rf"\s*(?:{_EMOJI}\s*)+(?=[«\"“(]?[A-ZА-ЯЁ])")
_HAS_WORDS = re.compile(rf"[^\W_]|{TAG_FILLER}")
_END = re.compile(rf"(?P<marks>[{re.escape(FINAL)}]+)?(?P<close>[{re.escape(CLOSING)}]*)\s*$")
_BEFORE_MARK = re.compile(r"[ \t]+(?=[,.;!?…](?:\s|$))")
_DOUBLED = re.compile(r"([,;])(?:\s*[,;])+")
_SPACES = re.compile(r"(?<=\S) {2,}")
_LOOSE_START = re.compile(r"^[\s,;:!?….–—-]+(?=\S)")


def has_words(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether anything is said in `text[start:end]`: a letter, a figure or a merge tag."""
    return _HAS_WORDS.search(text, start, len(text) if end is None else end) is not None


def phrase_at(text: str, sentence: Span, span: Span) -> Span:
    """The part of a sentence that holds `span` where emoji stand for full stops: «мест мало 🔥 Торопитесь»."""
    start, end = sentence.start, sentence.end
    for found in _EMOJI_STOP.finditer(text, sentence.start, sentence.end):
        if found.end() <= span.start and has_words(text, sentence.start, found.start()):
            start = found.end()
        elif found.start() >= span.end and has_words(text, found.end(), sentence.end):
            end = found.start()
            break
    return Span(start, end)


def ending(text: str) -> tuple[str, str, str]:
    """`text` cut into what is said, the marks that end it, and the quotation marks or brackets closed behind them."""
    found = _END.search(text)
    if found is None or not found["marks"]:
        return text.rstrip(), "", ""
    return text[: found.start()].rstrip(), found["marks"], found["close"]


def tidy(text: str) -> str:
    """No space before a comma or a full stop, no doubled commas or spaces, nothing loose in front."""
    text = _BEFORE_MARK.sub("", text)
    text = _DOUBLED.sub(r"\1", text)
    text = _SPACES.sub(" ", text)
    return _LOOSE_START.sub("", text).strip(" \t\r\n")


def closed(text: str, marks: str, role: Role, *, more_follows: bool) -> str:
    """`text` with the one mark it should end with, `marks` being those of the sentence it replaces.

    A line of a role without a full stop, or one whose sentence had no mark, ends bare; an exclamation mark comes down
    to a full stop; a colon before a list stays; a question mark of the rewrite stays.
    """
    said, own, close = ending(text)
    if not said:
        return text
    if own and own != "." and "!" not in own:
        return text
    if text.endswith(":"):
        return text
    if role in WITHOUT_STOP and not more_follows:
        several = re.search(r"[.!?]\s", said) is not None
        return said + ("." if own and several else "") + (close if own else "")
    mark = "." if marks or more_follows else ""
    if own and not marks and not more_follows and re.search(r"[.!?]\s", said):
        mark = "."
    return f"{said}{mark}{close}"


def without_alarm(text: str) -> str:
    """`text` without the alarm emoji at its edges, and the spaces that held them."""
    while True:
        shorter = re.sub(rf"^(?:{ALARM.pattern}\s*)+|(?:\s*{ALARM.pattern})+$", "", text)
        if shorter == text:
            return text
        text = shorter
