"""What `tonelint`, `check` and `fix` say of themselves, and the options that many commands share."""

from __future__ import annotations

CHECKING: dict[str, tuple[str, str]] = {
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
    "--template-dialect": (
        "Whose template tags the copy holds: mailchimp, unisender, mindbox, liquid, …; auto knows most by their look.",
        "Чьи теги шаблонов в тексте: mailchimp, unisender, mindbox, liquid…; auto узнаёт большинство по виду.",
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
