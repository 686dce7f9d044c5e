"""Two short letters with a little of everything, for warming up. They are ours, and nobody is sent them."""

from __future__ import annotations

from typing import Any

SAMPLES: tuple[dict[str, Any], ...] = (
    {
        "subject": "Осталось всего 2 места, торопитесь!",
        "html": "<h1>Последний шанс</h1><p>До конца распродажи 3 часа. Все уже купили революционный курс. "
        "Вам уже 30, а вы всё ждёте?</p><a href='#'>Нет, я хочу переплачивать</a>"
        "<p>Скидка до 31.12, раньше 4990 ₽.</p>",
        "offsets": "utf-16",
        "lang": "ru",
    },
    {
        "subject": "Only 2 seats left, hurry!",
        "markdown": "# Last chance\n\nThe sale ends in 3 hours. Everyone has already bought this revolutionary "
        "course.\n\n"
        "[No thanks, I hate saving money](#)\n\nWas $49 until 31 December. We noticed that you left your basket.",
        "offsets": "utf-16",
        "lang": "en",
    },
    {"text": "Встречаемся в среду в 12:00. See you on Wednesday at noon."},
)
