"""`tonelint rules test [PACK]`: rules prove themselves by the examples they carry."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonelint.cli import options
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.reporting.words import counted, say

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage


@click.command("test", cls=SpokenCommand, help="rules test", epilog="rules test.epilog")
@click.argument("pack", required=False, type=click.Path(path_type=Path))
@options.lang
@click.pass_context
def rules_test(ctx: click.Context, pack: Path | None, lang: MessageLanguage | None) -> int:
    from tonelint.evaluation.examples import test_pack

    language = lang or language_of(ctx)
    result = test_pack(pack)
    for failure in result.failures:
        click.echo(f"{failure.rule} ({failure.language}) {failure.example!r}: {failure.what}")
    for rule, side, pattern, alternative in result.unexercised:
        click.echo(say("unexercised", language, place=f"{rule} ({side})", pattern=pattern, alternative=alternative))
    click.echo(
        say(
            "tested",
            language,
            rules=counted(result.rules, "rule", language),
            examples=counted(result.examples, "example", language),
            failures=len(result.failures),
            unexercised=len(result.unexercised),
        )
    )
    return int(bool(result.failures))
