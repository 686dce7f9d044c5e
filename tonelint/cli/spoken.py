"""Help pages and usage errors that speak the reader's language.

Commands and options carry keys instead of help texts; the texts are looked up when a page is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from tonelint.cli.help import HELP, help_text, word
from tonelint.config import MessageLanguage, closest


def language_of(ctx: click.Context) -> MessageLanguage:
    """The language in which to talk, settled before the arguments were read."""
    return "ru" if ctx.find_object(str) == "ru" else "en"


class SpokenCommand(click.Command):
    """A command whose help is in the language of the context."""

    def get_short_help_str(self, limit: int = 45) -> str:
        ctx = click.get_current_context(silent=True)
        return help_text(self.help or "", language_of(ctx) if ctx else "en").partition("\n")[0].rstrip(".")

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", word("[OPTIONS]", language))
        formatter.write_usage(ctx.command_path, pieces, f"{word('Usage', language)}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(help_text(self.help or "", language_of(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        language = language_of(ctx)
        _write_options(self.get_params(ctx), ctx, formatter, language)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog and self.epilog in HELP:
            formatter.write_paragraph()
            for line in help_text(self.epilog, language_of(ctx)).splitlines():
                formatter.write(f"{line}\n")


class SpokenGroup(click.Group, SpokenCommand):
    """A group whose help is in the language of the context."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        SpokenCommand.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command:
                rows.append((name, command.get_short_help_str()))
        if rows:
            with formatter.section(word("Commands", language_of(ctx))):
                formatter.write_dl(rows)


def _write_options(
    params: Iterable[click.Parameter], ctx: click.Context, formatter: click.HelpFormatter, language: MessageLanguage
) -> None:
    rows = []
    for param in params:
        record = param.get_help_record(ctx)
        if record and isinstance(param, click.Option):
            key = "--help" if "--help" in param.opts else (param.help or "")
            rows.append((record[0], help_text(key, language)))
    if rows:
        with formatter.section(word("Options", language)):
            formatter.write_dl(rows)


def sentence_for(error: click.UsageError, language: MessageLanguage) -> str:
    """A usage error as one sentence, and the command that shows how it is done."""
    match error:
        case click.NoSuchOption():
            hint = _hint(f"{error.option_name}", error.possibilities)
            said = word("no-option", language).format(name=error.option_name, hint=hint)
        case click.MissingParameter(param=click.Option() as option):
            said = word("missing", language).format(name=option.opts[0])
        case click.MissingParameter(param=click.Parameter() as param):
            said = word("missing", language).format(name=param.human_readable_name.upper())
        case click.BadParameter(param=click.Option() as option) if isinstance(option.type, click.Choice):
            choices = ", ".join(str(choice) for choice in option.type.choices)
            said = word("bad-choice", language).format(name=option.opts[-1], choices=choices)
        case click.BadParameter(param=click.Option() as option) if option.type.name.startswith(("integer", "float")):
            said = word("bad-number", language).format(name=option.opts[0], kind=_number(option.type, language))
        case click.BadParameter():
            name = error.param_hint or (error.param.opts[0] if error.param else "")
            said = f"{name}: {error.message.rstrip('.')}"
        case click.BadOptionUsage():
            said = word("no-value", language).format(name=error.option_name)
        case _ if error.message.startswith("Got unexpected extra argument"):
            said = word("extra", language).format(names=error.message.partition("(")[2].rstrip(")"))
        case _ if error.message.startswith("No such command"):
            name = error.message.split("'")[1]
            close = closest(name, _commands(error.ctx))
            said = word("no-command", language).format(name=name, hint=_hint(name, [close] if close else []))
        case _:
            said = error.format_message().rstrip(".")
    path = error.ctx.command_path if error.ctx else "tonelint"
    return f"tonelint: {said}\n{word('see', language).format(command=f'{path} --help')}"


def _number(kind: click.ParamType[Any], language: MessageLanguage) -> str:
    """What a number has to be: `a whole number from 0 up`."""
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    said = [word("whole" if kind.name.startswith("integer") else "number", language)]
    if low is not None:
        said.append(word("above" if getattr(kind, "min_open", False) else "from", language).format(number=low))
    if high is not None:
        said.append(word("below" if getattr(kind, "max_open", False) else "to", language).format(number=high))
    return " ".join(said)


def _commands(ctx: click.Context | None) -> list[str]:
    return ctx.command.list_commands(ctx) if ctx and isinstance(ctx.command, click.Group) else []


def _hint(name: str, possibilities: Iterable[str] | None) -> str:
    close = list(possibilities or ())
    return f" ({', '.join(close)}?)" if close and name not in close else ""
