"""The Russian of sentences about rule files, patterns and packs, for those who write rules."""

from __future__ import annotations

ABOUT_RULES: dict[str, str] = {
    "the rules that ship with tonelint are missing; please reinstall it": (
        "правил, которые идут вместе с tonelint, нет на месте; переустановите его"
    ),
    "no such folder of rules": "нет такой папки с правилами",
    "the id '{id}' should be '{expected}', after the file": "id «{id}» должен быть «{expected}», как имя файла",
    "extends '{base}', which no earlier pack defines": "расширяет «{base}», а в пакетах до него такого правила нет",
    "there is no word list '{name}' in '{language}'{hint}": "списка слов «{name}» для языка {language} нет{hint}",
    "unknown guard '{name}'": "неизвестная оговорка «{name}»",
    "the pattern needs at least one word that a text must hold to match it": (
        "в шаблоне нужно хотя бы одно слово, без которого он не подойдёт"
    ),
    # the shape of a rule file
    "expected a text": "нужна строка",
    "expected a text (quote it; an empty text '' deletes)": "нужна строка в кавычках (пустая '' убирает слова)",
    "'{value}' is not one of: {known}{hint}": "«{value}» — не одно из: {known}{hint}",
    "expected a list": "нужен список",
    "expected at least {least} entries, found {count}": "нужно записей: не меньше {least}, а здесь {count}",
    "expected a mapping of keys to values": "нужны ключи и значения",
    " under '{name}'": " в «{name}»",
    "the key '{key}' is missing": "не хватает ключа «{key}»",
    "expected true or false": "нужно true или false",
    "expected the name of a guard, a pattern, or one of {known}": "нужно имя оговорки, шаблон или одно из: {known}",
    "'{name}' is not a category{hint}": "«{name}» — не категория{hint}",
    "expected CATEGORY/NAME": "нужно КАТЕГОРИЯ/ИМЯ",
    "a rule needs a side in at least one language: 'ru' or 'en'": "правилу нужен хотя бы один язык: ru или en",
    "evidence 'claim' needs the key 'claim' that says what is claimed": (
        "основанию claim нужен ключ «claim»: что именно утверждается"
    ),
    "expected either 'pattern' or 'check'": "нужно что-то одно: «pattern» или «check»",
    # patterns
    "pattern '{pattern}': {what}": "шаблон «{pattern}»: {what}",
    "cannot read '{text}'": "непонятно: «{text}»",
    "expected '{kind}' at item {number}": "на месте {number} нужно «{kind}»",
    "'near' needs at least two parts joined by &": "для near нужны хотя бы две части, соединённые знаком &",
    "unexpected '{item}'": "лишнее: «{item}»",
    "end": "конец",
    "an empty phrase": "пустая фраза",
    "unknown lexicon '@{name}'": "неизвестный список слов «@{name}»",
    "'{written}' holds no word; marks between words need not be written": (
        "в «{written}» нет слова; знаки между словами писать не нужно"
    ),
    # rewrites
    "an empty slot in the rewrite '{template}'; write what the author should fill in: {{end date}}": (
        "пустое место в варианте «{template}»; напишите, что должен вписать автор: {{дата окончания}}"
    ),
    "'{name}' in the rewrite '{template}' is not a fact; a fact looks like {{offer.ends_at|end date}}": (
        "«{name}» в варианте «{template}» — не факт; факт выглядит так: {{offer.ends_at|дата окончания}}"
    ),
    # packs
    "the lock of the rule packs cannot be read": "файл с отпечатками пакетов правил не читается",
    "the rule pack '{name}' is not locked yet; `tonelint config --lock` does that": (
        "отпечатка пакета правил «{name}» ещё нет; его запишет `tonelint config --lock`"
    ),
    "the rule pack '{name}' has changed since it was locked; look at it, then run `tonelint config --lock`": (
        "пакет правил «{name}» изменился с тех пор, как записан его отпечаток; посмотрите, что в нём, "
        "и запустите `tonelint config --lock`"
    ),
}
