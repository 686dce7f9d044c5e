"""The Russian of what the HTTP service says about a request: its fields, its letters, its form."""

from __future__ import annotations

ABOUT_REQUESTS: dict[str, str] = {
    "{first}; {then}": "{first}; {then}",
    "this field is not known here": "такого поля здесь нет",
    "this field is needed": "это поле нужно",
    "this is not valid Unicode text; half of a surrogate pair stands alone in it": (
        "это не текст в Юникоде: в нём одна половина суррогатной пары"
    ),
    "a text is expected here": "здесь нужен текст",
    "this is longer than {max_length} characters": "длиннее, чем {max_length} знаков",
    "there are more than {max_length} entries": "записей больше, чем {max_length}",
    "at least {min_length} entry is needed": "нужна хотя бы {min_length} запись",
    "a whole number is expected here": "здесь нужно целое число",
    "true or false is expected here": "здесь нужно true или false",
    "a list is expected here": "здесь нужен список",
    "a JSON object is expected here": "здесь нужен объект JSON",
    "expected here: {expected}": "здесь можно: {expected}",
    "the least number here is {ge}": "наименьшее число здесь: {ge}",
    "the greatest number here is {le}": "наибольшее число здесь: {le}",
    "a date with time and zone is expected here, such as 2026-05-04T09:00:00+03:00": (
        "здесь нужна дата со временем и поясом, например 2026-05-04T09:00:00+03:00"
    ),
    "the time zone is missing, such as +03:00": "не указан часовой пояс, например +03:00",
    "{name} holds NUL characters; it looks like a binary file, not a letter": (
        "в {name} есть нулевые символы; похоже, это двоичный файл, а не письмо"
    ),
    "{name} is not valid Unicode; half of a surrogate pair stands alone in it": (
        "{name} — не текст в Юникоде: в нём одна половина суррогатной пары"
    ),
    "one body is checked at a time, and here are {one} and {other}": (
        "текст письма нужен один, а здесь и {one}, и {other}"
    ),
    "there is no letter; send one of {bodies}, or a subject": "письма нет; пришлите одно из полей {bodies} или тему",
    "file_base64 and file_name belong together": "поля file_base64 и file_name присылают вместе",
    "eml_base64 brings its own subject; leave subject and preheader out": (
        "в eml_base64 уже есть тема; поля subject и preheader не нужны"
    ),
    'body: expected {{"letters": [...]}} and nothing else': (
        'в теле запроса должно быть {{"letters": [...]}} и больше ничего'
    ),
    "{said} at character {at}": "{said}, знак {at}",
    "it is not UTF-8": "это не UTF-8",
    "it is nested too deeply, or a number in it is too long": (
        "слишком много уровней вложенности или слишком длинное число"
    ),
    "unexpected end": "текст обрывается",
    "'{key}' is not valid base64": "«{key}» — не base64",
    "'file_name' tells no format that can be read; letter.eml or page.html would": (
        "по file_name не понять формат; подошло бы letter.eml или page.html"
    ),
    "nothing says when it was sent; add 'sent_at'": "неизвестно, когда письмо отправлено; добавьте sent_at",
    "'data' is not valid JSON": "в поле data не JSON",
    '\'data\' takes {{"annotation": [{{"text": …}}, {{"markup": …, "interpretAs": …}}, …]}}': (
        'поле data принимает {{"annotation": [{{"text": …}}, {{"markup": …, "interpretAs": …}}, …]}}'
    ),
    "the text holds NUL characters; it looks like a binary file": (
        "в тексте есть нулевые символы; похоже, это двоичный файл"
    ),
    "the text is not valid Unicode; half of a surrogate pair stands alone in it": (
        "это не текст в Юникоде: в нём одна половина суррогатной пары"
    ),
    "the body opens with a brace and is not valid JSON": "тело начинается со скобки, но это не JSON",
    "send the fields as application/x-www-form-urlencoded; multipart is not read": (
        "пришлите поля как application/x-www-form-urlencoded; multipart здесь не читают"
    ),
    "send either 'text' or 'data'": "пришлите либо text, либо data",
    "the field 'text' or 'data' is missing": "нет поля text или data",
    "the field 'language' is missing; ru-RU, en-US and auto are known": (
        "нет поля language; известны ru-RU, en-US и auto"
    ),
    "'{code}' is not a language that is checked here; these are: auto, {known}": (
        "язык «{code}» здесь не проверяют; можно: auto, {known}"
    ),
    "more than {most} fields are not read": "больше {most} полей не читаем",
}
