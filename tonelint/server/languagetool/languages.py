"""The languages of this door, under the codes and names that its clients know."""

from __future__ import annotations

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "ru-RU": "Russian",
    "en-US": "English (US)",
    "en-GB": "English (GB)",
    "en-AU": "English (Australian)",
    "en-CA": "English (Canadian)",
    "en-NZ": "English (New Zealand)",
    "en-ZA": "English (South African)",
}
"""Code with country -> name."""


def listed() -> list[dict[str, str]]:
    """The answer of `GET /v2/languages`: each language also without a country."""
    whole = [
        {"name": "Russian", "code": "ru", "longCode": "ru"},
        {"name": "English", "code": "en", "longCode": "en"},
    ]
    return [*whole, *({"name": name, "code": code[:2], "longCode": code} for code, name in CODES.items())]


def named(language: str, code: str | None = None) -> dict[str, str]:
    """A language as an answer names it; `code` is what the client called it."""
    long = code or ("ru-RU" if language == "ru" else "en-US")
    return {"name": CODES[long], "code": long}
