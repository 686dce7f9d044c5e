"""`tonelint debug FILE:LINE`: how a line was read, and what every rule that looked at it made of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonelint.cli import options
from tonelint.cli.configured import Checkers
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.errors import ReadingError
from tonelint.reading import read_file
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.checker import Checker
    from tonelint.config import MessageLanguage
    from tonelint.model import Document


@click.command(cls=SpokenCommand, help="debug", epilog="debug.epilog")
@click.argument("place", metavar="FILE:LINE")
@options.lang
@options.config_file
@click.pass_context
def debug(ctx: click.Context, place: str, lang: MessageLanguage | None, config_path: Path | None) -> None:
    language = lang or language_of(ctx)
    name, _, number = place.rpartition(":")
    if not name or not number.isdigit() or int(number) < 1:
        raise ReadingError(say("no-place", language, name=place))
    line = int(number)
    checker = Checkers({}, config_path).for_path(Path(name))
    document = read_file(Path(name), options=checker.reading_options())
    longest = max((len(part.text.splitlines()) for part in document.parts), default=0)
    if line > longest:
        raise ReadingError(say("no-line", language, count=longest), path=name)
    lines = list(story(document, checker, line, language))
    click.echo("\n".join(lines) if lines else say("no-copy", language))


def story(document: Document, checker: Checker, line: int, language: MessageLanguage) -> Iterator[str]:
    """What is known about the segments on `line`, from how they were read to why each rule spoke or kept silent."""
    from tonelint.matching.trace import trace

    for part_number, part in enumerate(document.parts):
        for each in trace(document, checker.ruleset, part_number, line):
            segment = each.segment
            address = f" {segment.address}" if segment.address else ""
            yield f"{part.path or document.name}{address}: {segment.role}, {segment.language} <{segment.element}>"
            yield f"  {shown(segment.text)}"
            for sentence in each.sentences:
                yield "  " + " ".join(sentence)
            for attempt in each.attempts:
                yield f"  {attempt}"
