"""The text of one MIME part: the charset it claims, or what its bytes say when the claim is missing or untrue."""

from __future__ import annotations

from dataclasses import dataclass

from tonelint.errors import ReadingError
from tonelint.reading.decoding import choose, codec, declared_in_markup, decode
from tonelint.sentences import Sentence

_VAGUE = frozenset({"ascii", "latin-1", "iso8859-1"})
"""Codecs that mail programs name without looking; bytes above 127 deserve a second look."""


@dataclass(frozen=True, slots=True)
class PartText:
    """The decoded text, its codec, whether encoding it gives the bytes back, and what went wrong, if anything did."""

    text: str
    encoding: str
    faithful: bool
    problem: str = ""


def part_text(payload: bytes, charset: str | None, path: str, *, markup: bool = False) -> PartText:
    """The text of a part's bytes; never fails.

    Args:
        charset: what the part's header claims.
        path: the part's path, for the problem.
        markup: whether the part is HTML, which may declare a charset of its own.
    """
    known = codec(charset) if charset else None
    problem: str = ""
    if charset and known is None:
        said = "{path}: nobody knows the charset '{charset}'; the text was read by its bytes"
        problem = Sentence(said, path=path, charset=charset)
    if known and not (known in _VAGUE and not payload.isascii()):
        try:
            text = payload.decode(known)
            return PartText(text, known, _gives_back(text, known, payload))
        except (UnicodeError, ValueError):
            said = "{path}: the text does not fit its charset '{charset}'; it was read by its bytes"
            problem = Sentence(said, path=path, charset=charset)
    elif known and known != "ascii":
        try:
            return PartText(payload.decode("utf-8"), "utf-8", True)
        except UnicodeDecodeError:
            if known and _western(payload):
                return PartText(payload.decode("cp1252", "replace"), "cp1252", False)
    declared = declared_in_markup(payload) if markup else None
    try:
        decoded = decode(payload, declared=declared, name=path)
    except ReadingError:
        text = payload.decode(known or "utf-8", "replace")
        said = Sentence("{path}: holds bytes that are not text; they were left out", path=path)
        return PartText(text, known or "utf-8", False, said)
    return PartText(decoded.text, decoded.encoding, decoded.faithful and not decoded.mark, problem)


def _western(payload: bytes) -> bool:
    return choose(payload) in {"cp1252", "latin-1"}


def _gives_back(text: str, encoding: str, payload: bytes) -> bool:
    try:
        return text.encode(encoding) == payload
    except UnicodeError:
        return False
