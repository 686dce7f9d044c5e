"""Which language a catalogue is in, by its name and folder, and whether a file is a catalogue at all.

`ru.json`, `messages.en.po`, `app_ru.arb`, `values-ru/strings.xml`, `ru.lproj/Localizable.strings`, `locales/ru/`,
`ru/LC_MESSAGES/`. No file is opened here.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from tonelint.language.lazy_pattern import lazy
from tonelint.model import Language

_ISO_639_1 = """
    aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
    et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl
    nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv
    sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
CODES = frozenset(_ISO_639_1.split())
_WORDS_TOO = "am an as be do he hi id in is it me my no of on or so to us we"
_ALSO_WORDS = frozenset(_WORDS_TOO.split())
"""Codes that are words as well: at the end of an ordinary file's name they say nothing."""
_CODE = lazy(r"([a-z]{2})(?:[-_](?:r?[A-Za-z]{2}|\d{3}|[A-Z][a-z]{3}))*", re.IGNORECASE)
_ENDING = lazy(r".+?[._-]([A-Za-z]{2})(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}))?")
_FOLDERS_OF_COPY = """
    locale locales _locales i18n l10n intl nls lang langs language languages translation translations
    message messages strings localization localisation localizations
"""
_FOLDERS = frozenset(_FOLDERS_OF_COPY.split())
_SETTINGS_FILES = """
    package.json package-lock.json composer.json manifest.json renovate.json angular.json turbo.json vercel.json
    lerna.json nx.json deno.json openapi.json openapi.yaml mkdocs.yml mkdocs.yaml docker-compose.yml compose.yaml
    pnpm-lock.yaml action.yml
"""
_NEVER = frozenset(_SETTINGS_FILES.split())
_SETTINGS = lazy(
    r"tsconfig.*|jsconfig.*|.*[.-]lock\.(?:json|ya?ml)|.*\.schema\.json|\..*|.*\.config\.json", re.IGNORECASE
)


def code_of(name: str) -> str:
    """The code that a name consists of, a region and a script left out; empty when it is no code."""
    found = _CODE.fullmatch(name)
    return found[1].lower() if found and found[1].lower() in CODES else ""


def known(code: str) -> Language | None:
    """The language of ours that a code means."""
    return "ru" if code == "ru" else "en" if code == "en" else None


def language_named(name: str) -> str:
    """The code of the language that a file's name or folder says it is in; empty when neither says."""
    path = PurePath(name)
    stem = path.name.rpartition(".")[0] or path.name
    own = code_of(stem)
    if own:
        return own
    ending = _ENDING.fullmatch(stem)
    if ending and ending[1].lower() in CODES:
        code = ending[1].lower()
        if code not in _ALSO_WORDS or stem[ending.start(1) - 1] == ".":
            return code
    folders = [part for part in path.parts[:-1] if part not in ("/", ".", "..")]
    for number in range(len(folders) - 1, -1, -1):
        folder = folders[number]
        marked = folder.endswith(".lproj") or folder.startswith("values-")
        code = code_of(folder.removesuffix(".lproj").removeprefix("values-").removeprefix("b+").replace("+", "-"))
        above = folders[number - 1].lower() if number else ""
        below = folders[number + 1].upper() if number + 1 < len(folders) else ""
        last = number == len(folders) - 1 and code not in _ALSO_WORDS
        if code and (marked or last or above in _FOLDERS or below == "LC_MESSAGES"):
            return code
    return ""


def is_copy(file: Path, path: PurePath) -> bool:
    """Whether a file whose ending says little, such as `.json`, is a catalogue by its name and folders."""
    name = path.name.lower()
    if name in _NEVER or _SETTINGS.fullmatch(name) or ".github" in path.parts or "node_modules" in path.parts:
        return False
    folders = [part.lower() for part in path.parts[:-1]]
    if path.suffix.lower() == ".xml":
        return name.startswith("strings") and any(one == "values" or one.startswith("values-") for one in folders)
    stem = path.stem.lower()
    if any(part in _FOLDERS for part in (*folders, *stem.replace("-", ".").replace("_", ".").split("."))):
        return True
    return bool(code_of(stem)) or known(language_named(path.name)) is not None
