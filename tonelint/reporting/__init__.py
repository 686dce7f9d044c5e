"""How results look: one file a format, each a function from an outcome to text. Nothing here judges or prints."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tonelint.reporting.outcome import Checked, Failure, Outcome, RenderOptions, Summary, checked, summarise

__all__ = ["FORMATS", "Checked", "Failure", "Outcome", "RenderOptions", "Summary", "checked", "render", "summarise"]

FORMATS: dict[str, str] = {
    "text": "tonelint.reporting.text:render",
    "json": "tonelint.reporting.json:render",
}
"""Every `--format`, and the function that writes it."""


def render(outcome: Outcome, options: RenderOptions, name: str = "text") -> str:
    """The outcome in the format called `name`, ending with a line end unless it is empty.

    Raises:
        KeyError: there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    write = cast("Callable[[Outcome, RenderOptions], str]", getattr(import_module(module), function))
    return write(outcome, options)
