"""What the columns of a table are for, by their headings: «Тема», `button_text`, `Preheader RU`.

A table whose first row names a column of copy has a heading row, and only such columns are read. In any other table
every cell that reads as copy is. The configuration (`column_roles`) has the first word. No file is opened here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Role
from tonelint.reading.options import ReadingOptions

_WORD = lazy(r"[A-ZА-ЯЁ]+(?![a-zа-яё])|[A-ZА-ЯЁ]?[a-zа-яё]+")
_DATA = frozenset(
    "id ids key code url uri link href image img picture icon date time status segment utm sku lang language locale"
    " type author owner file path color colour"
    " ид код ссылка ссылки урл картинка изображение дата время статус сегмент артикул язык тип автор цвет файл".split()
)
"""What such a column holds is for programs, whatever else its heading says: `button_url`, «Ссылка кнопки»."""
_ROLES: tuple[tuple[Role, frozenset[str]], ...] = (
    ("unsubscribe", frozenset(["unsubscribe", "отписка", "отписки", "отписаться"])),
    ("decline", frozenset(
        ["decline", "refusal", "reject", "dismiss", "cancel", "отказ", "отказа", "отмена", "отмены"]
    )),
    ("cta", frozenset(["cta", "button", "btn", "кнопка", "кнопки", "кнопку", "призыв"])),
    ("subject", frozenset(["subject", "тема", "темы", "сабж"])),
    ("preheader", frozenset(
        ["preheader", "preview", "snippet", "прехедер", "прехэдер", "предзаголовок", "подтема", "прехедера", "превью"]
    )),
    ("heading", frozenset(
        ["title", "heading", "headline", "header", "subtitle", "заголовок", "заголовка", "подзаголовок", "название"]
    )),
    ("fine-print", frozenset(
        ["footer", "legal", "disclaimer", "terms", "подвал", "сноска", "дисклеймер", "условия"]
    )),
    ("body", frozenset(
        "text body copy content message letter html description sms push notification caption slogan paragraph offer"
        " текст тело письмо письма сообщение контент описание смс пуш уведомление слоган абзац лид оффер".split()
    )),
)  # fmt: skip
_KEY = lazy(r"\s*[A-Za-z]{0,5}[-_]?\d[\w./-]*\s*")
"""What names a row for programs: `a1`, `SKU-204`."""
LONGEST_HEADING = 60
"""Code points: a longer cell of the first row is copy itself."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What a table's first row says: the names of its columns and what those of copy are for, by their number from 0.

    Without a heading row there are neither.
    """

    names: tuple[str, ...] = ()
    roles: Mapping[int, Role] | None = None

    @property
    def headed(self) -> bool:
        """Whether the first row is no copy."""
        return self.roles is not None

    def role(self, column: int, text: str) -> Role | None:
        """What a cell of this column that says `text` is for; None when it is not read."""
        if self.roles is None:
            return None if _KEY.fullmatch(text) else "body"
        return self.roles.get(column)

    def name(self, column: int) -> str:
        """What the column is called where its cells are told of."""
        own = " ".join(self.names[column].split()) if column < len(self.names) else ""
        return own or str(column + 1)


def columns_of(first: Sequence[str], options: ReadingOptions) -> Columns:
    """The columns of a table with this first row."""
    named = ((number, role_of(name, options)) for number, name in enumerate(first))
    roles = {number: role for number, role in named if role is not None}
    return Columns(tuple(first), roles) if roles else Columns()


def role_of(heading: str, options: ReadingOptions) -> Role | None:
    """What the texts under or beside a heading are for; None when it does not promise any."""
    if not heading or len(heading) > LONGEST_HEADING:
        return None
    folded = _folded(heading)
    given = next((role for name, role in options.column_roles.items() if _folded(name) == folded), None)
    if given is not None:
        return given
    words = set(_words(heading))
    if words & _DATA:
        return None
    return next((role for role, known in _ROLES if words & known), None)


def _words(heading: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(heading))


def _folded(heading: str) -> str:
    return " ".join(heading.split()).casefold()
