"""Help pages: every command and option explains itself in both languages, and every example on them is a command."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest

from tonelint.cli import run, tonelint
from tonelint.cli.help import HELP

EXAMPLES = {"en": ("Example:", "Examples:", "Start with:"), "ru": ("Пример:", "Примеры:", "С чего начать:")}


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command by what is typed after `tonelint`, groups included."""
    yield words, command
    if isinstance(command, click.Group):
        ctx = click.Context(command)
        for name in command.list_commands(ctx):
            inner = command.get_command(ctx, name)
            assert inner is not None
            yield from commands(inner, (*words, name))


COMMANDS = list(commands(tonelint))
BY_WORDS = dict(COMMANDS)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("words", BY_WORDS, ids=lambda words: " ".join(words) or "tonelint")
def test_a_help_page_explains_every_option_and_has_an_example(
    words: tuple[str, ...], language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", language, *words, "--help"]) == 0
    page = capsys.readouterr().out
    assert any(opening in page for opening in EXAMPLES[language]), page
    for param in BY_WORDS[words].params:
        if isinstance(param, click.Option):
            assert param.help in HELP, f"{param.name} has no text"


def told(language: int) -> Iterator[tuple[str, str]]:
    for key, texts in HELP.items():
        if key.endswith(".epilog"):
            for line in re.findall(r"(?:^|  )tonelint ([^\n]+)", texts[language], re.MULTILINE):
                yield key, line.partition(" | ")[0].partition(" > ")[0]


@pytest.mark.parametrize(("key", "line"), sorted({*told(0), *told(1)}))
def test_an_example_on_a_help_page_is_a_command_with_its_options(key: str, line: str) -> None:
    typed = shlex.split(line, comments=True)
    words: tuple[str, ...] = ()
    while typed and (*words, typed[0]) in BY_WORDS:
        words = (*words, typed.pop(0))
    command = BY_WORDS[words]
    assert words
    known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    asked = {word.partition("=")[0] for word in typed if word.startswith("-") and word != "-"}
    assert asked <= known, f"{key}: {line}"
