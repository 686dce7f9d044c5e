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
    from tonelint.matching.trace import Attempt
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

    for number, part in enumerate(document.parts):
        for each in trace(document, checker.ruleset, number, line):
            segment = each.segment
            element = f" <{segment.element}>" if segment.element else ""
            yield f"{shown(part.path or document.name)}{element}: {segment.role}, {segment.language}"
            yield f"  {shown(segment.text)}"
            yield from (f"  | {shown(' '.join(words))}" for words in each.sentences)
            if not each.attempts:
                yield "  " + say("no-candidates", language)
            for attempt in each.attempts:
                in_force = "" if attempt.rule in checker.rules else say("not-in-force", language)
                yield f"  {attempt.rule}{in_force}: {attempt.written}"
                yield f"    {outcome(attempt, language)}"


def outcome(attempt: Attempt, language: MessageLanguage) -> str:
    """One attempt's end as a sentence."""
    words = shown(attempt.words) or "–"
    return say(f"attempt-{attempt.outcome}", language, words=words, detail=attempt.detail)
