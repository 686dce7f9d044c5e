"""Sentences about what went wrong: English wherever they are raised, Russian where a Russian reader meets them.

    raise ConfigError(Sentence("unknown key '{key}'", key=key), path=str(path))
    error.told("ru")                                            # tonelint.toml: неизвестный ключ «key»

A sentence is an ordinary `str` that reads in English and remembers its template and values. The Russian templates stand
in tables (`tonelint.sentences.russian`) under the English ones; what has none is told in English. Nothing is printed
here.
"""

from __future__ import annotations

from typing import Any, Literal


class Sentence(str):
    """An English sentence, or a part of one, that can be told in Russian.

    `{names}` in `template` are filled in with `values`, some of which may be sentences themselves. A sentence without
    values may be a plain text: `told` finds it as well.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: object) -> Sentence:
        self = super().__new__(cls, template.format(**values))
        self.template = template
        self.values = values
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.template, self.values)


def told(message: str, language: Literal["ru", "en"]) -> str:
    """`message` in `language`."""
    if language == "en":
        return str(message)
    from tonelint.sentences.russian import RUSSIAN

    if not isinstance(message, Sentence):
        return RUSSIAN.get(message, message)
    values = {key: told(one, language) if isinstance(one, Sentence) else one for key, one in message.values.items()}
    return RUSSIAN.get(message.template, message.template).format(**values)


def reason(error: OSError) -> Sentence:
    """Why the system refused, as the end of a sentence: `permission denied`."""
    return words((error.strerror or type(error).__name__).lower())


def unreadable(error: OSError | UnicodeError) -> Sentence:
    """Why a text of somebody's cannot be read: the system refused, or it is not UTF-8."""
    if isinstance(error, OSError):
        return Sentence("cannot be read: {reason}", reason=reason(error))
    return Sentence("cannot be read: this is not UTF-8 text")


def words(said: str) -> Sentence:
    """What a library or the system said, to be told in Russian when the table has it word for word."""
    return said if isinstance(said, Sentence) else Sentence(said.replace("{", "{{").replace("}", "}}"))


def _again(template: str, values: dict[str, Any]) -> Sentence:
    return Sentence(template, **values)
