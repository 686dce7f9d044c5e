"""What `--help` says, in English and Russian: one table for commands and options, and the few words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tonelint.config import MessageLanguage, locale_language

HELP: dict[str, tuple[str, str]] = {
    "tonelint": (
        "Find the words in Russian and English copy that press, shame, spy and trap, and better lines for them.",
        "Находит в текстах слова, которые давят, стыдят, следят и заманивают, и предлагает строку получше.",
    ),
    "tonelint.epilog": (
        "Start with:  tonelint check letter.html\nLearn more:  tonelint explain scarcity",
        "С чего начать:  tonelint check letter.html\nУзнать больше:  tonelint explain scarcity",
    ),
    "check": (
        "Check letters, pages and folders of them.\n\n"
        "PATH is a file, a folder (read with everything in it, .gitignore respected) or - for standard input.",
        "Проверить письма, страницы и целые папки.\n\n"
        "PATH — файл, папка (со всем, что внутри, кроме перечисленного в .gitignore) или - для стандартного ввода.",
    ),
    "check.epilog": (
        "Examples:\n"
        "  tonelint check letters/ landing.html\n"
        "  tonelint check --select scarcity,urgency --format json letters/\n"
        "  cat letter.html | tonelint check - --stdin-filename letter.html\n\n"
        "Exit codes: 0 nothing at or above --fail-on, 1 findings,\n"
        "2 something could not be read, or the command or configuration is not valid.",
        "Примеры:\n"
        "  tonelint check letters/ landing.html\n"
        "  tonelint check --select scarcity,urgency --format json letters/\n"
        "  cat letter.html | tonelint check - --stdin-filename letter.html\n\n"
        "Коды выхода: 0 — нет замечаний уровня --fail-on и выше, 1 — есть,\n"
        "2 — что-то не прочиталось или неверны команда либо настройки.",
    ),
    "fix": (
        "Put better lines in their place.\n\n"
        "Applies the rewrites that keep the meaning and need no fact; with --facts also those that the facts complete. "
        "Everything else in the file stays byte for byte as it is.",
        "Подставить строки получше.\n\n"
        "Применяет замены, которые сохраняют смысл и не требуют фактов, а с --facts и те, для которых фактов хватает. "
        "Всё остальное в файле остаётся байт в байт.",
    ),
    "fix.epilog": (
        "Examples:\n"
        "  tonelint fix --diff letters/\n"
        "  tonelint fix --facts facts.yaml letter.html\n"
        "  tonelint fix --interactive letter.md\n\n"
        "Exit codes: 0 no findings at or above --fail-on are left (with --check: nothing to change),\n"
        "1 some are left (with --check: something would change), 2 something went wrong.",
        "Примеры:\n"
        "  tonelint fix --diff letters/\n"
        "  tonelint fix --facts facts.yaml letter.html\n"
        "  tonelint fix --interactive letter.md\n\n"
        "Коды выхода: 0 — замечаний уровня --fail-on и выше не осталось (с --check: менять нечего),\n"
        "1 — остались (с --check: есть что менять), 2 — что-то не получилось.",
    ),
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
    "--help": ("Show this page.", "Показать эту страницу."),
    "--version": ("Show the version.", "Показать версию."),
    "--lang": ("Language of the messages; the locale decides by default.", "Язык сообщений; иначе — как в системе."),
    "--format": ("How to show the results.", "В каком виде показать результат."),
    "--diff": ("Show what would change and write nothing.", "Показать изменения, ничего не записывая."),
    "--check": (
        "Write nothing; exit with 1 when something would change.",
        "Ничего не записывать; код выхода 1, если есть что менять.",
    ),
    "--interactive": ("Decide about each finding.", "Решать по каждому замечанию."),
    "--facts": (
        "What is known about the offer, the stock, the reader: a YAML or JSON file.",
        "Что известно о предложении, остатках, читателе: файл YAML или JSON.",
    ),
    "--select": (
        "Only these rules or categories, separated by commas; may be repeated.",
        "Только эти правила или категории, через запятую; можно повторять.",
    ),
    "--ignore": (
        "Without these rules or categories.",
        "Без этих правил или категорий.",
    ),
    "--min-severity": ("Show findings from this severity up.", "Показывать замечания начиная с этой важности."),
    "--confidence": (
        "Show findings from this confidence up; medium by default.",
        "Показывать замечания начиная с этой уверенности; обычно medium.",
    ),
    "--fail-on": (
        "Exit with 1 when there are findings from this severity up; warning by default.",
        "Завершаться с кодом 1 при замечаниях этой важности и выше; обычно warning.",
    ),
    "--preview": ("Run the preview rules too.", "Применять и правила, которые ещё на пробе."),
    "--deep": (
        "Ask a small classifier about sentences that no rule flags; advice only, a second slower.",
        "Спросить небольшой классификатор о предложениях, где правила молчат; только советы, на секунду дольше.",
    ),
    "--measures": (
        "Show what each letter is like as a whole: how specific, how canned, how pressing, how readable.",
        "Показать, какое письмо в целом: насколько оно конкретно, шаблонно, давит ли, легко ли читается.",
    ),
    "--quiet": ("Findings only: no summary, no progress.", "Только замечания: без итога и хода работы."),
    "--stdin-filename": (
        "The name that standard input goes by; it tells the format.",
        "Имя для стандартного ввода; по нему определяется формат.",
    ),
    "--config": (
        "Use this configuration instead of the closest one.",
        "Взять эти настройки вместо ближайших.",
    ),
}

_WORDS: dict[str, tuple[str, str]] = {
    "Usage": ("Usage", "Как пользоваться"),
    "Options": ("Options", "Ключи"),
    "Commands": ("Commands", "Команды"),
    "[OPTIONS]": ("[OPTIONS]", "[КЛЮЧИ]"),
    "no-option": ("there is no option {name}{hint}", "нет такого ключа: {name}{hint}"),
    "no-command": ("there is no command '{name}'{hint}", "нет такой команды: {name}{hint}"),
    "no-value": ("{name} needs a value", "после {name} нужно значение"),
    "missing": ("{name} is missing", "не хватает {name}"),
    "bad-choice": ("{name} takes one of: {choices}", "{name} принимает одно из: {choices}"),
    "see": ("How it is used: {command}", "Как пользоваться: {command}"),
}


def help_text(key: str, language: MessageLanguage) -> str:
    """The text of the table under `key`; a key without an entry stands for itself."""
    return HELP[key][language == "ru"] if key in HELP else key


def word(key: str, language: MessageLanguage) -> str:
    """One of the words around the table."""
    return _WORDS[key][language == "ru"]


def interface_language(arguments: Sequence[str], environment: Mapping[str, str]) -> MessageLanguage:
    """The language that `--lang` asks for, found before the arguments are parsed, else that of the environment."""
    wished = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            wished = arguments[index + 1]
        elif argument.startswith("--lang="):
            wished = argument.removeprefix("--lang=")
    return "ru" if wished == "ru" else "en" if wished == "en" else locale_language(environment)
