"""What could not be done, told on standard error: one line each, the place first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from tonelint.config import MessageLanguage
from tonelint.model import Problem
from tonelint.reporting.quotes import shown
from tonelint.reporting.words import say
from tonelint.sentences import told

if TYPE_CHECKING:
    from tonelint.reporting import Outcome


def complain(sentence: str, language: MessageLanguage, name: str = "", line: int = 0) -> None:
    """Tells one sentence, with the file and line that it is about when there are any."""
    place = f"{shown(name)}:{line}: " if line else f"{shown(name)}: " if name else ""
    click.echo(say("failure", language, message=place + told(sentence, language)), err=True)


def complain_of(problems: Iterable[tuple[str, Problem]], language: MessageLanguage) -> None:
    """Tells problems, each with the name of its letter."""
    for name, problem in problems:
        complain(problem.message, language, name, problem.line)


def complain_about(outcome: Outcome, language: MessageLanguage) -> bool:
    """Tells what a run could not check, or only in part; whether there was anything to tell."""
    for each in outcome.checked:
        complain_of(((each.report.name, problem) for problem in each.report.problems), language)
    for failure in outcome.unreadable:
        complain(failure.message, language, failure.name, failure.line)
    return bool(outcome.unreadable) or any(each.report.problems for each in outcome.checked)
