"""The Russian of what is said about string catalogues."""

from __future__ import annotations

ABOUT_CATALOGUES: dict[str, str] = {
    "this is not valid JSON: {reason}": "это не JSON: {reason}",
    "this is not valid YAML: {reason}": "это не YAML: {reason}",
    "this is not well-formed XML: {reason}": "это не XML: {reason}",
    "this XML declares entities of its own, which are not unfolded": (
        "этот XML объявляет собственные сущности, они не раскрываются"
    ),
    "the texts in this file are nested too deeply to be read": (
        "тексты в файле вложены слишком глубоко, их не прочитать"
    ),
    "this line is no comment, no keyword of gettext and no string in quotation marks": (
        "это не комментарий, не слово gettext и не строка в кавычках"
    ),
    "a \\u in this value is not followed by four hexadecimal digits": (
        "после \\u в этом значении нет четырёх шестнадцатеричных цифр"
    ),
    'expected "key" = "text"; here': 'здесь ожидалось "ключ" = "текст";',
    "this line is no comment and no message of Fluent, and belongs to none": (
        "это не комментарий и не сообщение Fluent, и ни к какому сообщению строка не относится"
    ),
    "a brace in this message is not closed": "в этом сообщении не закрыта скобка",
    "it cannot be understood": "его не понять",
    "written in another language than Russian and English": "это не русский и не английский",
}
