"""What `--help` says, in English and Russian: one table for commands and options, and the few words around them."""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.config import MessageLanguage

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
    "serve": (
        "Answer over HTTP: a check before send, a LanguageTool-compatible address, a page for people.\n\n"
        "Listens on this machine only, until it is stopped. Another address asks for API keys. "
        "Texts are neither logged nor stored.",
        "Отвечать по HTTP: проверка перед отправкой, адрес в формате LanguageTool, страница для людей.\n\n"
        "Слушает только эту машину, пока его не остановят. На другом адресе нужны ключи API. "
        "Тексты не записываются и не хранятся.",
    ),
    "serve.epilog": (
        "Examples:\n"
        "  tonelint serve\n"
        "  tonelint serve --new-key mailer --keys keys.txt\n"
        "  tonelint serve --host 0.0.0.0 --keys keys.txt --stop-on warning\n\n"
        "Ask it:  curl -s http://127.0.0.1:8081/v1/check -H 'Content-Type: application/json' "
        '-d \'{"text": "Hurry, 2 seats left!"}\'',
        "Примеры:\n"
        "  tonelint serve\n"
        "  tonelint serve --new-key mailer --keys keys.txt\n"
        "  tonelint serve --host 0.0.0.0 --keys keys.txt --stop-on warning\n\n"
        "Спросить:  curl -s http://127.0.0.1:8081/v1/check -H 'Content-Type: application/json' "
        '-d \'{"text": "Осталось 2 места!"}\'',
    ),
    "lsp": (
        "Underline while you write: a language server for editors.\n\n"
        "Editors start it themselves and speak to it over standard input and output; see docs/editors.md.",
        "Подчёркивать прямо во время работы: языковой сервер для редакторов.\n\n"
        "Редактор запускает его сам и говорит с ним через стандартный ввод и вывод; см. docs/editors.md.",
    ),
    "lsp.epilog": ("Example:\n  tonelint lsp", "Пример:\n  tonelint lsp"),
    "--stdio": (
        "Speak over standard input and output, as always; for editors that say so.",
        "Говорить через стандартный ввод и вывод, как и всегда; для редакторов, которые это указывают.",
    ),
    "--host": ("The address to listen on.", "Какой адрес слушать."),
    "--port": ("The port to listen on; 0 takes a free one.", "Какой порт слушать; 0 — любой свободный."),
    "--workers": (
        "Processes that check letters; one a core by default.",
        "Сколько процессов проверяют письма; обычно по числу ядер.",
    ),
    "--keys": (
        "A file of API keys; every request then needs one.",
        "Файл с ключами API; тогда ключ нужен для каждого запроса.",
    ),
    "--new-key": (
        "Make an API key for NAME and stop; with --keys its hash is added to that file.",
        "Создать ключ API для NAME и закончить; вместе с --keys его хеш добавится в файл.",
    ),
    "--no-auth": ("Ask nobody for a key, whatever the address.", "Не спрашивать ключ ни на каком адресе."),
    "--stop-on": (
        "The least severity for the verdict 'stop' (default: error).",
        "С какой важности вердикт stop (обычно error).",
    ),
    "--review-on": (
        "The least severity for the verdict 'review' (default: warning).",
        "С какой важности вердикт review (обычно warning).",
    ),
    "--deadline": (
        "Seconds for one letter, waiting included; then the answer is 503 with what is known.",
        "Секунд на одно письмо вместе с ожиданием; потом ответ 503 с тем, что уже известно.",
    ),
    "--patience": ("Seconds for a request to arrive.", "Сколько секунд ждать, пока запрос придёт целиком."),
    "--rate": (
        "Letters a minute for each key or address; 0 for no limit.",
        "Писем в минуту на ключ или адрес; 0 — без ограничения.",
    ),
    "--max-body": ("The largest request that is read, in bytes.", "Наибольший запрос в байтах."),
    "--queue": ("Letters that may wait for a worker.", "Сколько писем может ждать очереди."),
    "--allow-origin": (
        "A web origin whose pages may call the service, such as https://mail.example.",
        "Источник, страницам которого можно обращаться к сервису, например https://mail.example.",
    ),
    "--allow-host": (
        "A further name under which the service may be called without keys.",
        "Ещё одно имя, под которым к сервису можно обращаться без ключа.",
    ),
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
    "--show-claims": (
        "List the claims that the facts bear out, too.",
        "Показать и те утверждения, которые факты подтвердили.",
    ),
    "init": (
        "Write a configuration for a repository.\n\n"
        "Looks at the copy in FOLDER, writes a commented tonelint.toml, and offers a baseline of what is there now.",
        "Подготовить настройки для репозитория.\n\n"
        "Смотрит, какие тексты есть в FOLDER, записывает tonelint.toml с пояснениями и предлагает базовый список.",
    ),
    "init.epilog": (
        "Examples:\n  tonelint init\n  tonelint init --baseline letters/",
        "Примеры:\n  tonelint init\n  tonelint init --baseline letters/",
    ),
    "--init-baseline": (
        "Keep what is there now quiet from the start, or do not ask.",
        "Сразу внести нынешние замечания в базовый список или не спрашивать о нём.",
    ),
    "config": (
        "Show the settings in force for a file or folder, and where each comes from.",
        "Показать, какие настройки действуют для файла или папки и откуда взята каждая.",
    ),
    "config.epilog": (
        "Examples:\n  tonelint config letters/spring.html\n  tonelint config --schema > tonelint.schema.json",
        "Примеры:\n  tonelint config letters/spring.html\n  tonelint config --schema > tonelint.schema.json",
    ),
    "--schema": ("Print the JSON Schema of tonelint.toml.", "Вывести JSON Schema файла tonelint.toml."),
    "--lock": (
        "Write down what the rule packs hold now; a pack that changes later stops the run.",
        "Записать, что сейчас в пакетах правил; если пакет потом изменится, проверка остановится.",
    ),
    "baseline": (
        "Keep findings that were there before quiet: write, check or prune the list of them.",
        "Не показывать замечания, которые были раньше: записать, сверить или сократить их список.",
    ),
    "baseline.epilog": (
        "Examples:\n  tonelint baseline write letters/\n  tonelint baseline check\n  tonelint baseline prune",
        "Примеры:\n  tonelint baseline write letters/\n  tonelint baseline check\n  tonelint baseline prune",
    ),
    "baseline write": (
        "Write all findings of now into the baseline.",
        "Записать в базовый список все нынешние замечания.",
    ),
    "baseline check": (
        "Compare the baseline with what is there; exit with 1 when they differ.",
        "Сверить базовый список с текстами; код выхода 1, если они разошлись.",
    ),
    "baseline prune": (
        "Take out of the baseline what is no longer there.",
        "Убрать из базового списка то, чего в текстах больше нет.",
    ),
    "--baseline-file": ("The baseline; that of the configuration by default.", "Базовый список; обычно из настроек."),
    "add-ignore": (
        "Silence what is left with a comment that says why.\n\n"
        "Comments go where nobody reads them: into HTML, Markdown and string catalogues that have comments. Findings "
        "elsewhere are left.",
        "Отключить оставшиеся замечания пометками с причиной.\n\n"
        "Пометки пишутся туда, где читатель их не увидит: в HTML, Markdown и строковые каталоги, в которых бывают "
        "комментарии. Остальные замечания остаются.",
    ),
    "add-ignore.epilog": (
        'Example:\n  tonelint add-ignore --select scarcity --reason "counted every morning" letters/',
        'Пример:\n  tonelint add-ignore --select scarcity --reason "считаем каждое утро" letters/',
    ),
    "--reason": ("Why these lines are right as they are.", "Почему эти строки уместны."),
    "--formats": (
        "How to write the results; NAME=FILE writes into a file, and the option may be repeated.",
        "В каком виде дать результат; ИМЯ=ФАЙЛ пишет в файл, ключ можно повторять.",
    ),
    "--output": ("Write the results into this file.", "Записать результат в этот файл."),
    "--diff-base": (
        "Only sentences that have changed since this branch left BASE, such as origin/main.",
        "Только предложения, изменённые с тех пор, как ветка отошла от BASE, например от origin/main.",
    ),
    "--staged": (
        "Only sentences that are staged for the next commit.",
        "Только предложения, подготовленные к коммиту.",
    ),
    "--baseline": (
        "Be quiet about the findings in this baseline.",
        "Не показывать замечания из этого базового списка.",
    ),
    "--no-baseline": ("Show the findings that the baseline knows, too.", "Показать и замечания из базового списка."),
    "--require-reason": (
        "Ask for a reason in every comment that silences a finding.",
        "Требовать причину в каждой пометке, отключающей замечание.",
    ),
    "--force-exclude": (
        "Leave out what the configuration excludes even when it is named here; for hooks.",
        "Пропускать исключённое в настройках, даже если файл назван здесь; для хуков.",
    ),
    "--processes": (
        "Check with N processes; 0 takes one for each core.",
        "Проверять в N процессов; 0 — по числу ядер.",
    ),
    "--no-cache": ("Check every file anew.", "Проверить каждый файл заново."),
    "--watch": ("Check again whenever a file changes.", "Проверять снова, как только файл изменится."),
    "--statistics": (
        "Count the findings by rule instead of showing them.",
        "Не показывать замечания, а сосчитать их по правилам.",
    ),
    "--show-files": ("List the files that would be read and stop.", "Перечислить файлы для проверки и закончить."),
    "--show-skipped": ("Name the files that were not read, too.", "Назвать и файлы, которые не читались."),
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


def asked_language(arguments: Sequence[str]) -> MessageLanguage | None:
    """The language that `--lang` asks for, found before the arguments are parsed."""
    wished = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            wished = arguments[index + 1]
        elif argument.startswith("--lang="):
            wished = argument.removeprefix("--lang=")
    return "ru" if wished == "ru" else "en" if wished == "en" else None
