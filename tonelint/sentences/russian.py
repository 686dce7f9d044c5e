"""The Russian of every sentence that is raised: the English template on the left, the Russian one on the right.

Both sides have the same `{names}`. What is said about rule files, and what the system and the parsers say, stands in
tables of their own.
"""

from __future__ import annotations

from tonelint.sentences.russian_catalogues import ABOUT_CATALOGUES
from tonelint.sentences.russian_formats import ABOUT_FORMATS
from tonelint.sentences.russian_requests import ABOUT_REQUESTS
from tonelint.sentences.russian_rules import ABOUT_RULES
from tonelint.sentences.russian_words import BORROWED

FILES: dict[str, str] = {
    "cannot be read: {reason}": "не читается: {reason}",
    "cannot be read: this is not UTF-8 text": "не читается: это не текст в UTF-8",
    "cannot be written: {reason}": "не записать: {reason}",
    "cannot be written: permission denied": "не записать: нет прав",
    "cannot be opened: {reason}": "не открыть: {reason}",
    "the folder cannot be opened: {reason}": "папку не открыть: {reason}",
    "{place}: {said}": "{place}: {said}",
    "no such file or folder": "нет такого файла или папки",
    "the file has changed since it was read and was left alone; run the command again": (
        "файл изменился после чтения и оставлен как есть; запустите команду ещё раз"
    ),
}
"""Files and folders."""

LETTERS: dict[str, str] = {
    "this is {what}, not text; only text can be checked": "это {what}, а не текст; проверить можно только текст",
    "a PDF": "PDF",
    "a zip archive": "архив zip",
    "a gzip archive": "архив gzip",
    "a 7z archive": "архив 7z",
    "a rar archive": "архив rar",
    "a PNG image": "картинка PNG",
    "a JPEG image": "картинка JPEG",
    "a GIF image": "картинка GIF",
    "an old Office file": "файл старого Office",
    "a program": "программа",
    "this is binary data, not text; only text can be checked": (
        "это двоичные данные, а не текст; проверить можно только текст"
    ),
    "unknown format '{format}'; these are known: {known}": "формат «{format}» неизвестен; известны: {known}",
    "unknown template dialect '{dialect}'; these are known: {known}": (
        "диалект шаблонов «{dialect}» неизвестен; известны: {known}"
    ),
    "larger than {limit} MB, the limit for one file; split it or raise the limit": (
        "больше {limit} МБ, это предел для одного файла; разделите его или поднимите предел"
    ),
    "the parts of this letter are nested too deeply to be read": "части этого письма вложены слишком глубоко",
    "{path}: {said}; it was read as far as it goes": "{path}: {said}; прочитано, сколько удалось",
    "the base64 text is damaged": "текст в base64 повреждён",
    "the base64 text is cut short": "текст в base64 обрывается",
    "a multipart letter names no boundary between its parts": "в письме из частей не названа граница между ними",
    "the boundary between the parts is never found": "граница между частями так и не встретилась",
    "the letter ends before its last part does": "письмо кончается раньше своей последней части",
    "a multipart letter has no parts": "в письме из частей нет ни одной части",
    "{path}: nobody knows the charset '{charset}'; the text was read by its bytes": (
        "{path}: кодировка «{charset}» неизвестна; текст прочитан по байтам"
    ),
    "{path}: the text does not fit its charset '{charset}'; it was read by its bytes": (
        "{path}: текст не подходит к своей кодировке «{charset}»; он прочитан по байтам"
    ),
    "{path}: holds bytes that are not text; they were left out": "{path}: есть байты, которые не текст; они пропущены",
    "the front matter cannot be read: {reason}": "блок настроек в начале файла не читается: {reason}",
    "it is not valid YAML": "это не YAML",
    "this is no Word document: there is no text inside": "это не документ Word: текста внутри нет",
    "has a document type inside, which Office never writes; it is not read": (
        "внутри есть DOCTYPE, которого Office никогда не пишет; файл не прочитан"
    ),
    "the XML inside is broken: {reason}": "внутри испорчен XML: {reason}",
    "the file is broken: it cannot be unpacked": "файл испорчен: он не распаковывается",
    "this is an old or password-protected Office file; save it in today's format without a password": (
        "это старый файл Office или файл под паролем; сохраните его в современном формате и без пароля"
    ),
    "holds {count} files, more than the {most} that are read": "внутри файлов: {count}, а читаем не больше {most}",
    "is packed in a way that cannot be undone here": "упакован способом, который здесь не распаковать",
    "is protected by a password, so it cannot be read": "закрыт паролем, поэтому не читается",
    "unpacks to far more than copy needs, so it is not opened": (
        "распаковывается в объём, который текстам не нужен, поэтому не открыт"
    ),
    "the rule {rule} failed here ({fault}), the others went on; please report it, it is not the letter's fault": (
        "правило {rule} здесь сломалось ({fault}), остальные отработали; сообщите о нём, пожалуйста: письмо ни при чём"
    ),
    "no letters found": "писем не нашлось",
    "the letter says nothing": "в письме нет ни слова",
    "the letter has no date; add 'date: 2026-05-01' on top": (
        "у письма нет даты; добавьте в начало «date: 2026-05-01»"
    ),
}
"""Letters and pages that cannot be read, or only in part."""

SETTINGS: dict[str, str] = {
    "a configuration is UTF-8 text, and this file is not": "настройки — это текст в UTF-8, а этот файл — нет",
    "not valid TOML: {what}": "это не TOML: {what}",
    "unknown key '{key}'{hint}": "неизвестный ключ «{key}»{hint}",
    "unknown key '{key}' under [[{section}]]{hint}": "неизвестный ключ «{key}» в [[{section}]]{hint}",
    "; did you mean '{close}'?": "; может быть, «{close}»?",
    "'extend' takes the path of one file": "ключу «extend» нужен путь к одному файлу",
    "'extend' goes round in a circle through {target}": "«extend» ходит по кругу через {target}",
    "'extend' names a file that does not exist: {target}": "в «extend» назван файл, которого нет: {target}",
    "'{name}' takes {expected}": "ключу «{name}» нужно другое: {expected}",
    '{said} or "{choice}"': '{said} или "{choice}"',
    'a list of texts, such as ["scarcity", "hype/unique"]': 'список строк, например ["scarcity", "hype/unique"]',
    "true or false": "true или false",
    "a list of folders": "список папок",
    "a text": "строка",
    'a table, such as severity = { scarcity = "error" }': 'таблица, например severity = { scarcity = "error" }',
    'a pattern or a list of them, such as "legal/**"': 'шаблон или список шаблонов, например "legal/**"',
    'a table, such as column_roles = { "Заголовок" = "heading" }': (
        'таблица, например column_roles = { "Заголовок" = "heading" }'
    ),
    'word lists by language, such as lexicons.ru.places = ["каюта"]': (
        'списки слов по языкам, например lexicons.ru.places = ["каюта"]'
    ),
    "a list of words": "список слов",
    "tables; each begins with [[{name}]]": "таблицы, каждая начинается с [[{name}]]",
    "an accepted phrase needs its '{key}'": "согласованной фразе нужен ключ «{key}»",
    "a text that is not empty": "непустая строка",
    "a day without quotation marks, such as until = 2026-12-31": "день без кавычек, например until = 2026-12-31",
    'a list of rules or categories, such as ["urgency"]': 'список правил или категорий, например ["urgency"]',
    "a section of overrides needs 'files'": "разделу overrides нужен ключ «files»",
    "the installed rule pack '{name}' points to no folder ({value})": (
        "установленный пакет правил «{name}» не ведёт ни к какой папке ({value})"
    ),
    "'{key}' names no rule or category: '{name}'{hint}": "в «{key}» нет такого правила или категории: «{name}»{hint}",
    "the baseline cannot be read: {reason}": "базовый список не читается: {reason}",
    "a baseline is UTF-8 text, and this file is not": "базовый список — это текст в UTF-8, а этот файл — нет",
    "this is not a baseline of version {version}; write it anew": (
        "это не базовый список версии {version}; запишите его заново"
    ),
    "an entry of the baseline lacks its 'rule' or 'sentence'; write it anew": (
        "в базовом списке есть запись без «rule» или «sentence»; запишите его заново"
    ),
}
"""Configurations and baselines."""

KEYS: dict[str, str] = {
    "a file of keys is UTF-8 text, and this file is not": "файл с ключами — это текст в UTF-8, а этот файл — нет",
    "expected 'sha256:' with 64 hexadecimal digits and a name, as --new-key prints them": (
        "нужно «sha256:», 64 шестнадцатеричные цифры и имя, как их печатает --new-key"
    ),
    "there is no key in this file; make one with --new-key NAME": (
        "в этом файле нет ни одного ключа; создайте его: --new-key ИМЯ"
    ),
}
"""API keys of the service."""

MEASURING: dict[str, str] = {
    "a row needs the texts 'text' and 'label'": "строке нужны ключи «text» и «label»",
    "unknown role '{role}'; roles are: {known}": "неизвестная роль «{role}»; есть такие: {known}",
    "unknown language '{language}'; use ru or en": "неизвестный язык «{language}»; нужен ru или en",
    "expected an object of lists: {{label: [category, ...]}}": "нужен объект со списками: {{метка: [категория, ...]}}",
    "is not the JSON of an earlier 'tonelint eval --format json'": (
        "это не JSON прошлого запуска «tonelint eval --format json»"
    ),
}
"""Labelled texts that rules are measured on."""

BATCHES: dict[str, str] = {
    "comparing letters needs datasketch; install it with: pip install 'tonelint[similar]'": (
        "для сравнения писем нужен datasketch; его ставит команда: pip install 'tonelint[similar]'"
    ),
    "Parquet needs pyarrow; install it with: pip install 'tonelint[similar]'": (
        "для Parquet нужен pyarrow; его ставит команда: pip install 'tonelint[similar]'"
    ),
    "not a Parquet file that can be read": "этот файл Parquet не читается",
    "not valid JSON in UTF-8": "это не JSON в UTF-8",
    "expected a list of texts or of objects": "нужен список строк или объектов",
    "rows without a text: {count}": "строк таблицы без текста: {count}",
    "there is no column '{column}'; these are there: {known}": "столбца «{column}» нет; есть такие: {known}",
    "no column looks like the texts, name it with --column; these are there: {known}": (
        "ни один столбец не похож на тексты, назовите его ключом --column; есть такие: {known}"
    ),
    "none": "ни одного",
    "a process ended before its work was done; try again with -j 1": (
        "процесс оборвался, не закончив работы; попробуйте ещё раз с -j 1"
    ),
}
"""Many letters at once."""

CHANGES: dict[str, str] = {
    "'{base}' is not the name of a revision": "«{base}» — не имя ревизии",
    "git knows no revision '{base}' here{hint}": "git не знает здесь ревизии «{base}»{hint}",
    "; this clone is shallow, so fetch it first: git fetch origin <branch>": (
        "; это неполная копия, сначала получите её: git fetch origin <ветка>"
    ),
    "the history of this shallow clone ends before the point where it left '{base}'; "
    "fetch more of it: git fetch --unshallow, or fetch-depth: 0 in the checkout step": (
        "история этой неполной копии кончается раньше места, где она отошла от «{base}»; "
        "получите её целиком: git fetch --unshallow или fetch-depth: 0 в шаге checkout"
    ),
    "'{base}' and what is checked out here have no commit in common": (
        "у «{base}» и того, что здесь открыто, нет общего коммита"
    ),
    "this folder is in no git repository, so there is nothing to compare with": (
        "эта папка не в репозитории git, сравнивать не с чем"
    ),
    "git could not show {name}: {what}": "git не смог показать {name}: {what}",
    "git is not installed here, and only git knows what has changed": (
        "git здесь не установлен, а что изменилось, знает только он"
    ),
    "git {command} failed": "команда git {command} не удалась",
}
"""What git says has changed."""

FACTS: dict[str, str] = {
    "the facts are not UTF-8 text": "факты — не текст в UTF-8",
    "the facts cannot be read: {reason}": "факты не читаются: {reason}",
    "not valid JSON: {what}": "это не JSON: {what}",
    "not valid YAML: {what}": "это не YAML: {what}",
    "the key '{name}' stands here twice": "ключ «{name}» стоит здесь дважды",
    "'{key}' in the front matter takes names and values": "в начале файла под «{key}» нужны имена и значения",
    "the facts in the front matter are not valid: {what}": "факты в начале файла записаны неверно: {what}",
    "expected names and values, such as 'stock: {{left: 2}}'": (
        "нужны имена и значения, например «stock: {{left: 2}}»"
    ),
    "{name} takes names and values": "{name}: нужны имена и значения",
    "unknown key '{key}'{under}{hint}": "неизвестный ключ «{key}»{under}{hint}",
    " under {name}": " в {name}",
    "{name} needs '{key}'": "{name}: не хватает ключа «{key}»",
    "{name} takes a list": "{name}: нужен список",
    "{name} is a time without a zone; add one, such as {said}+03:00": (
        "{name}: время без часового пояса; добавьте его, например {said}+03:00"
    ),
    "{name} takes {expected}; found {found}": "{name}: нужно другое: {expected}; а здесь {found}",
    "names and values": "имена и значения",
    "a list": "список",
    "an empty text": "пустая строка",
    "'{value}'": "«{value}»",
    "a time with its zone, such as 2026-05-12T10:00+03:00": "время с поясом, например 2026-05-12T10:00+03:00",
    "a day such as 2026-05-31, or a time with its zone such as 2026-05-31T18:00+03:00": (
        "день, например 2026-05-31, или время с поясом, например 2026-05-31T18:00+03:00"
    ),
    "a day such as 2026-05-31, a time with its zone such as 2026-05-31T18:00+03:00, or never": (
        "день, например 2026-05-31, время с поясом, например 2026-05-31T18:00+03:00, или never"
    ),
    "a day such as 2026-06-01, a time with its zone, or true or false": (
        "день, например 2026-06-01, время с поясом или true и false"
    ),
    "a whole number from 0 up, such as 12": "целое число от 0, например 12",
    "a number from 0 up, such as 4990 or 19.9": "число от 0, например 4990 или 19.9",
    "a number from 0 up, such as 4990, or never": "число от 0, например 4990, или never",
    "a list of texts": "список строк",
    "questions and their answers, such as 'what is new: a second oven', or these by rule or category": (
        "вопросы и ответы, например «что нового: вторая печь», можно по правилам и категориям"
    ),
}
"""Facts, and data in YAML and JSON."""

RUSSIAN: dict[str, str] = {
    **FILES,
    **LETTERS,
    **SETTINGS,
    **KEYS,
    **MEASURING,
    **BATCHES,
    **CHANGES,
    **FACTS,
    **ABOUT_RULES,
    **ABOUT_FORMATS,
    **ABOUT_CATALOGUES,
    **ABOUT_REQUESTS,
    **BORROWED,
}
