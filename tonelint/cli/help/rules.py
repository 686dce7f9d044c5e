"""What `rules`, `explain`, `debug` and `eval` say of themselves."""

from __future__ import annotations

RULES: dict[str, tuple[str, str]] = {
    "rules": (
        "List the rules, or test them.\n\nWithout a further command: a table of all rules.",
        "Показать правила или проверить их примеры.\n\nБез продолжения команда выводит таблицу всех правил.",
    ),
    "rules.epilog": (
        "Examples:\n  tonelint rules\n  tonelint rules test my-pack/",
        "Примеры:\n  tonelint rules\n  tonelint rules test my-pack/",
    ),
    "rules test": (
        "Run the examples that rules carry.\n\n"
        "PACK is a folder of rules; without it the built-in rules are tested. Also named: every alternative of a "
        "pattern that no example exercises.",
        "Проверить примеры, записанные в правилах.\n\n"
        "PACK — папка с правилами; без неё проверяются встроенные. Заодно перечисляются варианты образцов, для которых "
        "нет ни одного примера.",
    ),
    "rules test.epilog": (
        "Example:\n  tonelint rules test house-rules/",
        "Пример:\n  tonelint rules test house-rules/",
    ),
    "explain": (
        "Show the page of a rule, or the rules of a category.",
        "Показать страницу правила или список правил категории.",
    ),
    "explain.epilog": (
        "Examples:\n  tonelint explain scarcity/stock-left\n  tonelint explain confirmshaming",
        "Примеры:\n  tonelint explain scarcity/stock-left\n  tonelint explain confirmshaming",
    ),
    "debug": (
        "Show how one line was read and why rules did or did not flag it, such as letter.html:12.",
        "Показать, как прочитана строка и почему правила сработали на ней или нет, например letter.html:12.",
    ),
    "debug.epilog": ("Example:\n  tonelint debug letter.html:12", "Пример:\n  tonelint debug letter.html:12"),
    "eval": (
        "Measure the rules on labelled text.\n\n"
        "FILE is JSON lines with 'text' and 'label' ('none' for legitimate), or a plain text file of legitimate lines.",
        "Измерить правила на размеченных текстах.\n\n"
        "FILE — строки JSON с ключами text и label (none — всё в порядке) или обычный текст, где все строки в порядке.",
    ),
    "eval.epilog": (
        "Examples:\n"
        "  tonelint eval labelled.jsonl --map pressure=urgency,countdown\n"
        "  tonelint eval labelled.jsonl --format json > before.json\n"
        "  tonelint eval labelled.jsonl --compare before.json",
        "Примеры:\n"
        "  tonelint eval labelled.jsonl --map pressure=urgency,countdown\n"
        "  tonelint eval labelled.jsonl --format json > before.json\n"
        "  tonelint eval labelled.jsonl --compare before.json",
    ),
    "--map": (
        "Which categories are right for a label; * is any but advice.",
        "Какие категории верны для метки; * — любые, кроме советов.",
    ),
    "--map-file": ("The same as a JSON object of lists.", "То же в файле JSON: объект со списками."),
    "--compare": (
        "Show the findings that came and went since an earlier run with --format json.",
        "Показать, какие замечания появились и исчезли после прошлого запуска с --format json.",
    ),
    "--worst": ("How many misses and false findings to show.", "Сколько пропусков и ошибок показать."),
}
