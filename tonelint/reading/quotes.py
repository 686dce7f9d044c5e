"""Where a quoted letter begins inside a reply: the lines that mail programs write above what they quote.

Russian and English. Lines that start with `>` need no such header and are left to the readers.
"""

from __future__ import annotations

import re

from tonelint.language.lazy_pattern import lazy

_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b|<[^<>\s]+@[^<>\s]+>)"
_VERBS = r"(?:wrote|writes|пишет|написала?|написал\(а\)|писала?)"
_WROTE = lazy(rf"^[ \t]*(?:>[ \t]*)?.{{0,300}}{_DATE}.{{0,300}}\b{_VERBS}[ \t]?:[ \t]*$", re.IGNORECASE)
_NAMED = lazy(rf"^[ \t]*[^\s:].{{0,80}}\b{_VERBS}:[ \t]*$", re.IGNORECASE)
_TITLES = (
    "Original Message", "Forwarded message", "Begin forwarded message", "Исходное сообщение", "Пересылаемое сообщение",
    "Пересланное сообщение", "Переадресованное сообщение", "Оригинальное сообщение", "Конец пересылаемого сообщения",
)  # fmt: skip
_DIVIDER = lazy(rf"^[ \t]*[-_]{{2,}}[ \t]*(?:{'|'.join(_TITLES)})[ \t]*[-_]*[ \t]*$", re.IGNORECASE)
LONGEST_LINE = 700
"""Code points: no mail program writes a longer line above a quotation."""
_ON = lazy(r"^[ \t]*On\b")
_FROM = lazy(r"^[ \t*]*(?:From|От|От кого)[ \t]*:[ \t*]*\S", re.IGNORECASE)
_HEADER = lazy(
    r"^[ \t*]*(?:Sent|Date|To|Cc|Subject|Reply-To|Отправлено|Дата|Кому|Копия|Тема|Отправлен)[ \t]*:", re.IGNORECASE
)


def starts_quote(line: str, following: tuple[str, ...] = ()) -> bool:
    """Whether everything from `line` on is a quoted letter.

    Args:
        line: one line, without its line end.
        following: the next few lines; a `From:` line counts with another header beneath it, a bare 'Anna wrote:' with
        a `>`.
    """
    if len(line) > LONGEST_LINE:
        return False
    if _DIVIDER.match(line):
        return True
    introduces = line.rstrip().endswith(":")
    if introduces and _WROTE.match(line):
        return True
    if introduces and _NAMED.match(line):
        return next((text.lstrip().startswith(">") for text in following if text.strip()), False)
    if _FROM.match(line):
        return sum(_HEADER.match(text) is not None for text in following[:4]) >= 2
    if following and _ON.match(line) and following[0].rstrip().endswith(":"):
        return _WROTE.match(f"{line.rstrip()} {following[0].strip()}"[:LONGEST_LINE]) is not None
    return False
