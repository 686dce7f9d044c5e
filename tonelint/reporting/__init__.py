"""How results look: one file a format, each a function from an outcome to text. Nothing here judges or prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import cast

from tonelint.reporting.outcome import Checked, Details, Failure, Outcome, RenderOptions, Summary, checked, summarise

__all__ = [
    "FORMATS",
    "Checked",
    "Details",
    "Failure",
    "Outcome",
    "RenderOptions",
    "Summary",
    "checked",
    "details_for",
    "render",
    "summarise",
]

FORMATS: dict[str, str] = {
    "text": "tonelint.reporting.text:render",
    "json": "tonelint.reporting.json:render",
    "jsonl": "tonelint.reporting.jsonl:render",
    "sarif": "tonelint.reporting.sarif:render",
    "github": "tonelint.reporting.github:render",
    "gitlab": "tonelint.reporting.gitlab:render",
    "rdjson": "tonelint.reporting.rdjson:render",
    "junit": "tonelint.reporting.junit:render",
    "checkstyle": "tonelint.reporting.checkstyle:render",
    "html": "tonelint.reporting.html:render",
}
"""Every `--format`, and the function that writes it."""

WITH_CHANGES = frozenset(("sarif", "rdjson"))
"""The formats that say how a rewrite would be written into the file."""
WITH_TEXTS = frozenset(("html",))
"""The formats that show whole letters."""


def details_for(names: Iterable[str]) -> Details:
    """What the formats called `names` want to know of each document."""
    wanted = set(names)
    return Details(changes=bool(wanted & WITH_CHANGES), texts=bool(wanted & WITH_TEXTS))


def render(outcome: Outcome, options: RenderOptions, name: str = "text") -> str:
    """The outcome in the format called `name`, ending with a line end unless it is empty.

    Raises:
        KeyError: there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    write = cast("Callable[[Outcome, RenderOptions], str]", getattr(import_module(module), function))
    return write(outcome, options)
