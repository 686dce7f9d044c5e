"""Letters: headers, every text a reader sees, nested letters; HTML and plain text of one letter are read once.

The standard library takes the MIME structure apart; broken letters are read as far as they go, and what was lost is
said in a problem, never raised. Attachments are not copy. Nothing is fetched, no signature is verified.
"""

from __future__ import annotations

import email
import email.errors
import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from email.message import Message
from itertools import groupby
from operator import attrgetter

from tonelint.errors import ReadingError
from tonelint.language.identify import settle
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Element, Part, Problem, Segment
from tonelint.reading.charsets import part_text
from tonelint.reading.headers import PARSER_FAULTS, Headers, header_lines
from tonelint.reading.html import markup_segments
from tonelint.reading.options import ReadingOptions
from tonelint.reading.segments import fallback_segments, segment
from tonelint.reading.source_map import Pieces
from tonelint.reading.templates import mask
from tonelint.reading.text import segments_of
from tonelint.sentences import Sentence, words

_BROKEN = {
    "InvalidBase64CharactersDefect": "the base64 text is damaged",
    "InvalidBase64PaddingDefect": "the base64 text is cut short",
    "InvalidBase64LengthDefect": "the base64 text is cut short",
    "NoBoundaryInMultipartDefect": "a multipart letter names no boundary between its parts",
    "StartBoundaryNotFoundDefect": "the boundary between the parts is never found",
    "CloseBoundaryNotFoundDefect": "the letter ends before its last part does",
    "MultipartInvariantViolationDefect": "a multipart letter has no parts",
}
LONGEST_COMPARED = 100_000
"""Code points of the HTML version in which a line of the plain one is sought when it is no segment of its own there."""
_WORDS = lazy(r"\w+")
_URL = lazy(r"(?:https?://|www\.|mailto:)\S+|\[(?:image|cid|изображение)[^\]]*\]", re.IGNORECASE)


@dataclass(slots=True)
class _Letter:
    """What has been read so far."""

    data: bytes
    options: ReadingOptions
    parts: list[Part] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headers: Headers = field(default_factory=Headers)
    leaves: int = 0
    letters: int = 0
    cursor: int = 0


def read(data: bytes, name: str, options: ReadingOptions) -> Document:
    """The document in an RFC 5322 message."""
    letter = _Letter(data, options)
    try:
        _message(letter, email.message_from_bytes(data, policy=email.policy.default))
    except RecursionError:
        raise ReadingError("the parts of this letter are nested too deeply to be read", path=name) from None
    settled: list[Segment] = []
    for _, segments in groupby(sorted(letter.segments, key=attrgetter("part")), attrgetter("part")):
        settled.extend(settle(segments, language=options.language))
    problems = tuple(dict.fromkeys(letter.problems))
    return Document(
        name, "eml", tuple(letter.parts), tuple(settled), letter.headers, {}, tuple(letter.elements), problems
    )


def _message(letter: _Letter, message: Message) -> None:
    """Reads one letter, its headers first; a forwarded letter inside it is read the same way."""
    letter.letters += 1
    path = "headers" if letter.letters == 1 else f"headers[{letter.letters}]"
    text, places, values = header_lines(message)
    number = len(letter.parts)
    letter.parts.append(Part(text, path, byte_start=_start_of(letter, message), writable=False))
    if letter.letters == 1:
        letter.headers = values
    if "subject" in places:
        start, end = places["subject"]
        masked = mask(text, letter.options.template_dialect, letter.options.template_tags)
        pieces = Pieces()
        pieces.add(masked.text[start:end], start, end)
        made = segment(pieces, "subject", element="subject")
        found = [*([made] if made else []), *fallback_segments(text, masked, pieces)]
        letter.segments.extend(replace(one, part=number) for one in found)
    _body(letter, message)


def _body(letter: _Letter, node: Message) -> None:
    kind = _content_type(node)
    if node.is_multipart():
        _report(letter, node, kind)
    if kind == "message/rfc822" and node.is_multipart():
        for inner in _children(node):
            _message(letter, inner)
    elif node.is_multipart():
        if kind == "multipart/alternative":
            _alternative(letter, node)
        else:
            for child in _children(node):
                _body(letter, child)
    else:
        letter.leaves += 1
        _leaf(letter, node, kind)


def _alternative(letter: _Letter, node: Message) -> None:
    """Versions of one text: what the plain version repeats from the HTML one is dropped."""
    first = len(letter.segments)
    for child in _children(node):
        _body(letter, child)
    versions = letter.segments[first:]
    rich = {one.part for one in versions if letter.parts[one.part].path.startswith("text/html")}
    if not rich:
        return
    heard = [_words(one.text) for one in versions if one.part in rich]
    lines, said = frozenset(heard), f" {' '.join(heard)} "[:LONGEST_COMPARED]

    def repeats(one: Segment) -> bool:
        words = _words(one.text)
        plain = letter.parts[one.part].path.startswith("text/plain")
        return plain and (not words or words in lines or f" {words} " in said)

    letter.segments[first:] = [one for one in versions if one.part in rich or not repeats(one)]


def _words(text: str) -> str:
    return " ".join(_WORDS.findall(_URL.sub(" ", text).casefold()))


def _leaf(letter: _Letter, node: Message, kind: str) -> None:
    if kind not in {"text/plain", "text/html"} and not kind.startswith("multipart/"):
        return
    if _is_attachment(node):
        return
    payload = _payload(node)
    if not payload.strip():
        return
    path = f"{'text/plain' if kind.startswith('multipart/') else kind}[{letter.leaves}]"
    read_ = part_text(payload, _charset(node), path, markup=kind == "text/html")
    if read_.problem:
        letter.problems.append(Problem(read_.problem))
    _report(letter, node, path)
    number = len(letter.parts)
    start = _stored_at(letter, payload) if read_.faithful else -1
    stored = payload if start >= 0 else _as_sent(node)
    first = start if start >= 0 else _stored_at(letter, stored)
    end = first + len(stored) if first >= 0 else 0
    letter.parts.append(Part(read_.text, path, read_.encoding, max(first, 0), end, writable=start >= 0))
    if kind == "text/html":
        found, elements = markup_segments(
            read_.text, mask(read_.text, letter.options.template_dialect, letter.options.template_tags)
        )
        letter.segments.extend(replace(one, part=number) for one in found)
        letter.elements.extend(replace(one, part=number) for one in elements)
    else:
        letter.segments.extend(segments_of(read_.text, letter.options, part=number, mail=True))


def _start_of(letter: _Letter, message: Message) -> int:
    """Where the headers of a letter begin in the file; a letter inside another one begins with its first header."""
    names = message.keys()
    if letter.letters == 1 or not names:
        return 0
    return max(0, _stored_at(letter, f"{names[0]}:".encode("ascii", "replace")))


def _stored_at(letter: _Letter, payload: bytes) -> int:
    """Where bytes of a part begin in the file, at the start of a line, or -1; parts follow one another, so each is
    sought after the last."""
    if not payload:
        return -1
    at = letter.data.find(payload, letter.cursor)
    while at > 0 and letter.data[at - 1 : at] != b"\n":
        at = letter.data.find(payload, at + 1)
    if at != -1:
        letter.cursor = at + len(payload)
    return at


def _children(node: Message) -> Sequence[Message]:
    content = node.get_payload()
    return [child for child in content if isinstance(child, Message)] if isinstance(content, list) else []


def _payload(node: Message) -> bytes:
    """The part's bytes with the transfer encoding undone, as far as that goes."""
    try:
        payload = node.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = node.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _as_sent(node: Message) -> bytes:
    """The part's bytes as the file has them, base64 or quoted-printable; nothing when the parser has lost them."""
    raw = node.get_payload()
    try:
        return raw.encode("ascii", "surrogateescape") if isinstance(raw, str) else b""
    except UnicodeEncodeError:
        return b""


def _content_type(node: Message) -> str:
    try:
        return node.get_content_type().split()[0].lower()
    except PARSER_FAULTS:  # the text is still worth reading
        return "text/plain"


def _charset(node: Message) -> str | None:
    try:
        return node.get_content_charset()
    except PARSER_FAULTS:  # a header that cannot be parsed names no charset
        return None


def _is_attachment(node: Message) -> bool:
    try:
        return node.get_content_disposition() == "attachment" or node.get_filename() is not None
    except PARSER_FAULTS:  # a header that cannot be parsed makes no attachment
        return False


def _report(letter: _Letter, node: Message, path: str) -> None:
    for defect in node.defects:
        said = _BROKEN.get(type(defect).__name__)
        if said:
            message = Sentence("{path}: {said}; it was read as far as it goes", path=path, said=words(said))
            letter.problems.append(Problem(message))
