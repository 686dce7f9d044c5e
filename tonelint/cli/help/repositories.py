"""What `init`, `config`, `baseline` and `add-ignore` say of themselves."""

from __future__ import annotations

REPOSITORIES: dict[str, tuple[str, str]] = {
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
    "baseline write.epilog": (
        "Example:\n  tonelint baseline write letters/",
        "Пример:\n  tonelint baseline write letters/",
    ),
    "baseline check.epilog": (
        "Example:\n  tonelint baseline check --file tonelint-baseline.json letters/",
        "Пример:\n  tonelint baseline check --file tonelint-baseline.json letters/",
    ),
    "baseline prune.epilog": (
        "Example:\n  tonelint baseline prune",
        "Пример:\n  tonelint baseline prune",
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
}
