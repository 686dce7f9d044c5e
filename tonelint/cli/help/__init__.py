"""What `--help` says, in English and Russian: a table for commands and options, divided by subject, and the few words
around it.

A text of the table belongs to the name of a command (`check`), to what follows its page (`check.epilog`), or to an
option.
"""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.cli.help.batches import BATCHES
from tonelint.cli.help.checking import CHECKING
from tonelint.cli.help.repositories import REPOSITORIES
from tonelint.cli.help.rules import RULES
from tonelint.cli.help.serving import SERVING
from tonelint.config import MessageLanguage

HELP: dict[str, tuple[str, str]] = {**CHECKING, **BATCHES, **RULES, **SERVING, **REPOSITORIES}
"""English and Russian."""

_WORDS: dict[str, tuple[str, str]] = {
    "Usage": ("Usage", "Как пользоваться"),
    "Options": ("Options", "Ключи"),
    "Commands": ("Commands", "Команды"),
    "[OPTIONS]": ("[OPTIONS]", "[КЛЮЧИ]"),
    "no-option": ("there is no option {name}{hint}", "нет такого ключа: {name}{hint}"),
    "no-command": ("there is no command '{name}'{hint}", "нет такой команды: {name}{hint}"),
    "no-value": ("{name} needs a value", "после {name} нужно значение"),
    "missing": ("{name} is missing", "не хватает {name}"),
    "bad-choice": ("{name} takes one of: {choices}", "{name} принимает одно из: {choices}"),
    "bad-number": ("{name} takes {kind}", "{name} принимает {kind}"),
    "whole": ("a whole number", "целое число"),
    "number": ("a number", "число"),
    "from": ("from {number}", "от {number}"),
    "above": ("above {number}", "больше {number}"),
    "to": ("to {number}", "до {number}"),
    "below": ("and below {number}", "и меньше {number}"),
    "extra": ("this is too much here: {names}", "здесь лишнее: {names}"),
    "see": ("How it is used: {command}", "Как пользоваться: {command}"),
}


def help_text(key: str, language: MessageLanguage) -> str:
    """The text of the table under `key`; a key without an entry stands for itself."""
    return HELP[key][language == "ru"] if key in HELP else key


def word(key: str, language: MessageLanguage) -> str:
    """One of the words around the table."""
    return _WORDS[key][language == "ru"]


def asked_language(arguments: Sequence[str]) -> MessageLanguage | None:
    """The language that `--lang` asks for, found before the arguments are parsed."""
    wished = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and index + 1 < len(arguments):
            wished = arguments[index + 1]
        elif argument.startswith("--lang="):
            wished = argument.removeprefix("--lang=")
    return "ru" if wished == "ru" else "en" if wished == "en" else None
