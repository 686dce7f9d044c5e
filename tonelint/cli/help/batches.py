"""What `series` and `similar` say of themselves."""

from __future__ import annotations

BATCHES: dict[str, tuple[str, str]] = {
    "series": (
        "Read the letters of a campaign or a mailbox together.\n\n"
        "PATH is a letter (.eml), a mailbox (.mbox), a file with a date in its front matter, or a folder of these. "
        "Shown are letters too many in a week, repeated last chances, deadlines that moved, letters after a refusal.",
        "Прочитать письма одной рассылки или переписки вместе.\n\n"
        "PATH — письмо (.eml), почтовый ящик (.mbox), файл с датой в шапке или папка с ними. Видно, где писем за "
        "неделю слишком много, где «последний шанс» повторяется, срок сдвинулся, а после отказа пишут снова.",
    ),
    "series.epilog": (
        "Examples:\n"
        "  tonelint series campaign/\n"
        "  tonelint series --max-per-week 1 --format html campaign/ > campaign.html\n\n"
        "Exit codes: 0 no findings at or above --fail-on, 1 findings, 2 something could not be read.",
        "Примеры:\n"
        "  tonelint series campaign/\n"
        "  tonelint series --max-per-week 1 --format html campaign/ > campaign.html\n\n"
        "Коды выхода: 0 — нет замечаний уровня --fail-on и выше, 1 — есть, 2 — что-то не прочиталось.",
    ),
    "similar": (
        "Find letters that are one template in a batch.\n\n"
        "PATH is a folder of letters, a mailbox (.mbox), or a table (CSV, JSON lines, Parquet) with a column of texts.",
        "Найти в пачке письма, написанные по одному шаблону.\n\n"
        "PATH — папка с письмами, почтовый ящик (.mbox) или таблица (CSV, строки JSON, Parquet) со столбцом текстов.",
    ),
    "similar.epilog": (
        "Examples:\n  tonelint similar sent/\n  tonelint similar --column body --threshold 0.7 letters.csv",
        "Примеры:\n  tonelint similar sent/\n  tonelint similar --column body --threshold 0.7 letters.csv",
    ),
    "--max-per-week": (
        "How many letters within seven days are not too many; 2 by default.",
        "Сколько писем за семь дней — ещё не слишком много; обычно 2.",
    ),
    "--column": (
        "The column that holds the texts; by default text, body, html or message.",
        "Столбец с текстами; обычно text, body, html или message.",
    ),
    "--threshold": (
        "From which likeness on letters are one template, 0 to 1; 0.6 by default.",
        "С какого сходства письма считаются одним шаблоном, от 0 до 1; обычно 0.6.",
    ),
    "--jobs": ("How many processes to use.", "Сколько процессов использовать."),
}
