"""What a worker rehearses before it says that it is ready: every task, on letters with a little of everything.

The letters are ours, and nobody is sent them.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

from tonelint.server.languagetool.asking import asked

_RUSSIAN: dict[str, Any] = {
    "subject": "Осталось всего 2 места, торопитесь!",
    "html": "<h1>Последний шанс</h1><p>До конца распродажи 3 часа. Все уже купили революционный курс. "
    "Вам уже 30, а вы всё ждёте?</p><a href='#'>Нет, я хочу переплачивать</a>"
    "<p>Скидка до 31.12, раньше 4990 ₽.</p>",
    "offsets": "utf-16",
    "measures": True,
    "lang": "ru",
}
_ENGLISH: dict[str, Any] = {
    "subject": "Only 2 seats left, hurry!",
    "markdown": "> Please stop writing to me.\n\n# Last chance\n\nThe sale ends in 3 hours. Everyone has already "
    "bought this revolutionary course.\n\n[No thanks, I hate saving money](#)\n\nWas $49 until 31 December. We noticed "
    "that you left your basket. It ends on Friday, 15 May at 18:00.",
    "facts": {"stock": {"left": 3}, "offer": {"ends_at": "2026-05-15T18:00:00+03:00"}},
    "offsets": "utf-16",
    "measures": True,
    "lang": "en",
}
_MESSAGE: dict[str, Any] = {
    "eml_base64": b64encode(
        b"From: school@example.org\r\nTo: reader@example.org\r\nSubject: Two more days\r\nMIME-Version: 1.0\r\n"
        b"Date: Mon, 04 May 2026 09:00:00 +0300\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<p>Hello {{name}}, the course starts on 11 May. Only 2 seats left.</p>"
    ).decode(),
    "measures": True,
}
_SERIES: dict[str, Any] = {
    "letters": [
        {"text": "Last chance: the sale ends today.", "sent_at": datetime(2026, 5, day, tzinfo=UTC)} for day in (4, 6)
    ]
}

REHEARSAL: tuple[tuple[str, dict[str, Any]], ...] = (
    ("check", _RUSSIAN),
    ("check", _ENGLISH),
    ("check", _MESSAGE),
    ("check", {"text": "Встречаемся в среду в 12:00. See you on Wednesday at noon.", "measures": True}),
    ("rewrite", _RUSSIAN),
    ("rewrite", _ENGLISH),
    ("report", _RUSSIAN),
    ("series", _SERIES),
    ("languagetool", asked({"text": "Hurry, only 2 seats left!", "language": "auto"})),
)
"""Tasks of a `Desk`, each with its letter."""
