"""The Russian of what is said about packed files: Word documents, workbooks, archives, mailboxes; and about tables."""

from __future__ import annotations

ABOUT_FORMATS: dict[str, str] = {
    'pairs of an opening and a closing mark, such as template_tags = [["[[", "]]"]]': (
        'пары из открывающего и закрывающего знака, например template_tags = [["[[", "]]"]]'
    ),
    "this is an old or password-protected Office file; save it in today's format without a password": (
        "это файл старого Office или файл с паролем; сохраните его в нынешнем формате и без пароля"
    ),
    "the file is broken: it cannot be unpacked": "файл повреждён: его не распаковать",
    "holds {count} files, more than the {most} that are read": "внутри файлов: {count}, а читается не больше {most}",
    "unpacks to far more than copy needs, so it is not opened": (
        "распаковывается во много раз больше, чем нужно тексту, поэтому не открыт"
    ),
    "is protected by a password, so it cannot be read": "защищён паролем, прочитать его нельзя",
    "is packed in a way that cannot be undone here": "упакован способом, который здесь неизвестен",
    "holds several letters; 'tonelint check' reads each of them": (
        "внутри несколько писем; «tonelint check» прочитает каждое"
    ),
    "is no longer there": "этого там больше нет",
    "has a document type inside, which Office never writes; it is not read": (
        "внутри объявлен тип документа, чего Office не делает; не читается"
    ),
    "the XML inside is broken: {reason}": "XML внутри повреждён: {reason}",
    "this is no Word document: there is no text inside": "это не документ Word: внутри нет текста",
    "has more paragraphs than a letter can need; split it": "абзацев больше, чем нужно письму; разделите документ",
    'workbooks need openpyxl; install it with: pip install "tonelint[formats]"': (
        'таблицам Excel нужна openpyxl; она ставится так: pip install "tonelint[formats]"'
    ),
    "this is no workbook that can be read": "это не книга Excel, которую можно прочитать",
    "has more cells than copy can need; split it": "ячеек больше, чем нужно текстам; разделите таблицу",
    "this is no mailbox: it does not begin with a line 'From …'": (
        "это не почтовый ящик: файл не начинается со строки «From …»"
    ),
    "letters in an archive or a mailbox are only looked at; unpack it to have them changed": (
        "письма в архиве и в почтовом ящике только проверяются; чтобы их исправить, распакуйте его"
    ),
}
