"""The configuration that `tonelint init` writes, with its remarks in English or Russian."""

from __future__ import annotations

from collections.abc import Mapping

from tonelint.config import MessageLanguage

TEMPLATES: Mapping[MessageLanguage, str] = {
    "en": """\
# tonelint: {seen}

# Rules and categories to leave out, and the only ones to run (all when empty). `tonelint rules` lists them.
ignore = []
# select = ["scarcity", "urgency"]

# From which severity on a run ends with exit code 1: error, warning, advice or never.
fail_on = "warning"

# The language of the messages; otherwise that of the locale.
{lang}

# Folders and files that are left out.
# exclude = ["archive/**"]

# Findings that were there before: tonelint baseline write
{baseline}

# Phrases that the team has agreed to keep.
# [[accepted]]
# phrase = "Black Friday"
# reason = "the name of the campaign"
# until = 2027-01-31

# Other settings for some files.
# [[overrides]]
# files = "legal/**"
# ignore = ["template"]
""",
    "ru": """\
# tonelint: {seen}

# Какие правила и категории не применять и какими ограничиться (пусто — все). Список: tonelint rules
ignore = []
# select = ["scarcity", "urgency"]

# С какой важности запуск кончается кодом 1: error, warning, advice или never.
fail_on = "warning"

# Язык сообщений; иначе — как в системе.
{lang}

# Папки и файлы, которые не проверяются.
# exclude = ["archive/**"]

# Замечания, которые были раньше: tonelint baseline write
{baseline}

# Фразы, которые команда решила оставить.
# [[accepted]]
# phrase = "Чёрная пятница"
# reason = "так называется акция"
# until = 2027-01-31

# Другие настройки для некоторых файлов.
# [[overrides]]
# files = "legal/**"
# ignore = ["template"]
""",
}
