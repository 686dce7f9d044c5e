"""gettext: the translations of a `.po` file, its plural forms, and the messages of a `.pot` that has none yet.

Strings of several lines are one text. What is obsolete (`#~`) is not read. The message itself, `msgid`, is read only
where there is no translation to read, and never written: programs look translations up by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role
from tonelint.reading.catalogues.escapes import behind_backslash, unescaped
from tonelint.reading.catalogues.flat import Text, entries, shortened
from tonelint.reading.catalogues.languages import known, language_named
from tonelint.reading.catalogues.spoken import catalogue
from tonelint.reading.options import ReadingOptions
from tonelint.reading.source_map import Pieces
from tonelint.sentences import Sentence

_LINE = lazy(r'[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?)[ \t]*)?"((?:[^"\\]|\\.)*)"[ \t]*')
_SPECIAL = lazy(r'"[ \t]*\r?\n[ \t]*"|\\(?:x[0-9a-fA-F]{2}|[0-7]{3}|.)')
_HEADER_LANGUAGE = lazy(r"^Language:[ \t]*([A-Za-z]{2,3}(?:[_@-]\w+)*)[ \t]*$", re.MULTILINE)


@dataclass(slots=True)
class _Entry:
    """A message and its translations, by their number."""

    said: dict[str, Pieces] = field(default_factory=dict)
    forms: dict[int, Pieces] = field(default_factory=dict)


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a gettext catalogue.

    Raises:
        ReadingError: a line is no comment, no keyword and no string.
    """
    found = list(_entries(part.text, name))
    header = next((one.forms[0].text for one in found if _message(one) == "" and 0 in one.forms), "")
    language = _HEADER_LANGUAGE.search(header)
    said = language[1] if language else ""
    source = name.lower().endswith(".pot") or known(said[:2].lower() or language_named(name)) == "en"
    texts = (text for one in found if _message(one) for text in _texts(one, source=source))
    return catalogue(name, "po", part, entries(texts), options, said=said)


def pieces_of(text: str, start: int, end: int, pieces: Pieces | None = None) -> Pieces:
    """What stands between the quotation marks of a string, or of several strings in a row."""
    return unescaped(text, start, end, _SPECIAL, _meant, pieces)


def _meant(written: str) -> str:
    if written[0] == '"':
        return ""
    return chr(int(written[1:], 8)) if written[1:].isdigit() and len(written) == 4 else behind_backslash(written)


def _message(entry: _Entry) -> str:
    return entry.said["msgid"].text if "msgid" in entry.said else ""


def _texts(entry: _Entry, *, source: bool) -> Iterator[Text]:
    context = entry.said["msgctxt"].text if "msgctxt" in entry.said else ""
    message = _message(entry)
    keys = tuple(key for key in (context, message) if key and not any(char.isspace() for char in key))
    address = " · ".join(shortened(key) for key in (context, message) if key)
    forms = {number: pieces for number, pieces in entry.forms.items() if pieces.text.strip()}
    for number, pieces in forms.items():
        yield Text(keys, pieces, "po", f"{address} [{number}]" if len(entry.forms) > 1 else address)
    if not forms and source:
        for key in ("msgid", "msgid_plural"):
            if key in entry.said:
                yield Text(keys, entry.said[key], "", address)


def _entries(text: str, name: str) -> Iterator[_Entry]:
    entry = _Entry()
    current: Pieces | None = None
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end == -1 else end
        start, at = at, end + 1
        line = text[start:end].strip()
        if not line or line.startswith("#"):
            current = None if line.startswith("#") else current
            continue
        found = _LINE.fullmatch(text, start, end - text.endswith("\r", start, end))
        if found is None or (found[1] is None and current is None):
            said = Sentence("this line is no comment, no keyword of gettext and no string in quotation marks")
            raise ReadingError(said, path=name, line=text.count("\n", 0, start) + 1)
        keyword = found[1]
        begins = keyword == "msgctxt" or (keyword == "msgid" and ("msgid" in entry.said or entry.forms))
        if begins and entry.said:
            yield entry
            entry = _Entry()
        if keyword is not None:
            current = Pieces()
            if keyword.startswith("msgstr"):
                entry.forms[int(found[2] or 0)] = current
            else:
                entry.said[keyword] = current
        pieces_of(text, found.start(3), found.end(3), current)
    if entry.said:
        yield entry
