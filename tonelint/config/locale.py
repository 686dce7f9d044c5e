"""The language that a person's environment asks for. Nothing here reads the environment itself."""

from __future__ import annotations

from collections.abc import Mapping

from tonelint.config.settings import MessageLanguage


def locale_language(environment: Mapping[str, str]) -> MessageLanguage:
    """Russian when `TONELINT_LANG` or else the locale says so, English otherwise.

    The order is that of gettext: `LANGUAGE` (preferences in a row, ignored in the C locale), `LC_ALL`, `LC_MESSAGES`,
    `LANG`.
    """
    if environment.get("TONELINT_LANG") in ("ru", "en"):
        return "ru" if environment["TONELINT_LANG"] == "ru" else "en"
    locale = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    wishes = environment.get("LANGUAGE", "").split(":") if locale.partition(".")[0] not in ("", "C", "POSIX") else []
    for wish in (*filter(None, wishes), locale):
        language = wish.partition(".")[0].partition("_")[0].lower()
        if language == "ru":
            return "ru"
        if language == "en":
            return "en"
    return "en"
