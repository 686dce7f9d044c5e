"""How a series looks: one function a format."""

from __future__ import annotations

import json

from tonelint.campaign.model import Series
from tonelint.config import MessageLanguage

FORMATS = ("text", "json", "html")
VERSION = 1


def render(series: Series, name: str, language: MessageLanguage, *, color: bool = False) -> str:
    """The series in the format called `name`, ending with a line end.

    Raises:
        ValueError: there is no such format.
    """
    if name == "json":
        return json.dumps({"version": VERSION, **series.to_dict()}, ensure_ascii=False, indent=2, default=str) + "\n"
    if name == "html":
        from tonelint.reporting import series_html

        return series_html.render(series, language)
    if name == "text":
        from tonelint.reporting import series_text

        return series_text.render(series, language, color=color)
    raise ValueError(f"unknown format '{name}'; these are known: {', '.join(FORMATS)}")
