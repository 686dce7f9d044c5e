"""From bytes to text, always the same way for the same bytes, and with the way back.

UTF-8 is tried first and strictly; then what the document declares; then a small chooser by letter statistics between
the encodings that Russian and Western letters are still sent in. Line ends are never translated, nothing is
normalised.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tonelint.errors import ReadingError
from tonelint.language.lazy_pattern import lazy
from tonelint.sentences import Sentence, words

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"\x7fELF", "a program"),
)
_ALIASES = {
    "win-1251": "cp1251", "win1251": "cp1251", "cp-1251": "cp1251", "x-cp1251": "cp1251", "ansi-1251": "cp1251",
    "koi8": "koi8-r", "koi8r": "koi8-r", "x-mac-cyrillic": "mac-cyrillic", "utf8mb4": "utf-8", "unicode": "utf-8",
    "x-unknown": "utf-8", "ansi_x3.110-1983": "latin-1", "iso-8859-8-i": "iso-8859-8",
}  # fmt: skip
_META = lazy(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = lazy(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})")
_GETTEXT = lazy(rb"Content-Type:[^\"\n]{0,60}charset=([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ")
_PAIRS = lazy(
    r"ст|но|то|на|ен|ов|ни|ра|во|ко|по|пр|го|ли|ре|не|ть|ет|ро|ка|ал|ер|от|ва|ол|ор|та|ел|ес|ос|ны|ть|вы|мы|ва"
)
_LOOKED_AT = 65536


class Decoded(NamedTuple):
    """Text, the encoding it was stored in, and how many bytes of byte-order mark stand before it.

    `faithful` says that `text.encode(encoding)` gives the bytes after the mark back.
    """

    text: str
    encoding: str
    mark: int = 0
    faithful: bool = True


def decode(data: bytes, *, declared: str | None = None, name: str = "") -> Decoded:
    """The text in `data`.

    Args:
        declared: what the document says of itself (an HTML meta tag); used when the bytes agree and are not UTF-8.
        name: the file's name, for the error.

    Raises:
        ReadingError: the bytes are an image, an archive or other binary data.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark)) or Decoded(
                data[len(mark) :].decode(encoding, "replace"), encoding, len(mark), faithful=False
            )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            message = Sentence("this is {what}, not text; only text can be checked", what=words(what))
            raise ReadingError(message, path=name)
    if b"\0" in data:
        wide = _wide(data)
        if wide is None:
            raise ReadingError("this is binary data, not text; only text can be checked", path=name)
        return wide
    plain = _strictly(data, "utf-8", 0)
    if plain is not None:
        return plain
    if declared is not None:
        known = codec(declared)
        said = _strictly(data, known, 0) if known else None
        if said is not None:
            return said
    guessed = choose(data)
    return _strictly(data, guessed, 0) or Decoded(data.decode(guessed, "replace"), guessed, faithful=False)


def declared_in_markup(data: bytes) -> str | None:
    """The encoding that HTML or XML declares of itself in its first 2,048 bytes."""
    found = _META.search(data, 0, 2048) or _XML.search(data, 0, 2048)
    return found[1].decode("ascii") if found else None


def declared_in_gettext(data: bytes) -> str | None:
    """The encoding that the header of a gettext catalogue names in its first 8,192 bytes."""
    found = _GETTEXT.search(data, 0, 8192)
    return found[1].decode("ascii") if found else None


def codec(charset: str) -> str | None:
    """Python's codec for a charset as letters name it, or None when nobody knows it; only codecs of text count."""
    label = charset.strip().strip("\"'").lower()
    label = _ALIASES.get(label, label)
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) else None


def choose(data: bytes) -> str:
    """The likeliest single-byte encoding of `data`: windows-1251, koi8-r, windows-1252 or latin-1.

    Every candidate is scored by how Russian its letters look (frequent letters, frequent pairs, lower case after lower
    case); Western text wins when high bytes are rare and stand between Latin letters.
    """
    sample = data[:_LOOKED_AT]
    high = sum(byte >= 0x80 for byte in sample)
    letters = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in sample)
    if high * 5 < letters and not re.search(rb"(?:^|[\s\"'(>;,|:])[\xa8\xb8\xc0-\xff]{3,}", sample):
        return "cp1252" if _strictly(data, "cp1252", 0) else "latin-1"
    scores = {name: _russian(sample.decode(name, "replace")) for name in ("cp1251", "koi8-r", "cp866")}
    return max(scores, key=lambda name: scores[name])


def _russian(text: str) -> float:
    lower = text.lower()
    good = sum(char in _COMMON_RUSSIAN for char in lower) + 3 * len(_PAIRS.findall(lower))
    odd = len(re.findall(r"[а-яё][А-ЯЁ]", text)) + len(re.findall(r"[\u2500-\u25ff\ufffd]", text)) + text.count("ъ")
    return good - 4 * odd


def _strictly(data: bytes, encoding: str, mark: int) -> Decoded | None:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    if encoding in {"utf-8", "ascii", "latin-1", "iso8859-1"}:
        return Decoded(text, encoding, mark)
    try:
        faithful = text.encode(encoding) == data
    except UnicodeError:
        faithful = False
    return Decoded(text, encoding, mark, faithful)


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: text has zero bytes on one side of its pairs only, or its pairs spell Cyrillic."""
    if len(data) % 2:
        return None
    sample = data[:4096]
    even, odd = sample[0::2], sample[1::2]
    for encoding, upper in (("utf-16-le", odd), ("utf-16-be", even)):
        spelled = upper.count(0) + upper.count(4)
        if upper.count(0) and spelled * 10 >= len(upper) * 9:
            wide = _strictly(data, encoding, 0)
            if wide is not None and "\0" not in wide.text:
                return wide
    return None
