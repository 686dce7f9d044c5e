"""Plain text: paragraphs, list items, quotations, the buttons and subject lines that people write down in drafts.

Hard-wrapped lines stay one segment, because a sentence does not end where the editor ran out of room. Nothing is
taken for markup: Markdown has a reader of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tonelint.language.identify import settle
from tonelint.language.lazy_pattern import lazy
from tonelint.model import Document, Part, Role, Segment
from tonelint.reading.options import ReadingOptions
from tonelint.reading.quotes import starts_quote
from tonelint.reading.roles import control_role, is_unsubscribing
from tonelint.reading.segments import LINE, fallback_segments, segment
from tonelint.reading.source_map import Pieces
from tonelint.reading.templates import Masked, mask

_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BULLET = lazy(r"[ \t]*[-*+•▪◦‣·][ \t]+(?=\S)")
_NUMBER = lazy(r"[ \t]*(\d{1,2})[.)][ \t]+(?=\S)")
_RULE = lazy(r"[ \t]*([-=_*~#])\1{2,}[ \t]*")
_CONTROLS = lazy(r"[ \t]*(?:\[[ \t]*[^\[\]\r\n]{2,80}\][ \t|/]*)+")
_CONTROL = lazy(r"\[[ \t]*([^\[\]\r\n]{2,80}?)[ \t]*\]")
_TICK = lazy(r"[ \t]*(?:[-*+][ \t]+)?(?:\[[ \txXхХvV✓]\]|[☐☑☒])[ \t]+(?=\S)")
_SUBJECT = "subject|subject line|тема|тема письма"
_PREHEADER = "preheader|preview|preview text|прехедер|прехэдер|предзаголовок"
_BUTTON = "cta|button|кнопка"
_LABEL = lazy(
    rf"[ \t]*(?:(?P<subject>{_SUBJECT})|(?P<preheader>{_PREHEADER})|(?P<cta>{_BUTTON}))[ \t]*:[ \t]*(?=\S)",
    re.IGNORECASE,
)
_LINK = lazy(r"https?://|www\.")


@dataclass(slots=True)
class _Open:
    """The paragraph that is being collected."""

    kind: Role | None = None
    start: int = 0
    end: int = 0
    pieces: Pieces | None = None


def read(part: Part, name: str, options: ReadingOptions, role: Role = "body") -> Document:
    """The document in a plain text."""
    segments = settle(segments_of(part.text, options, role=role), language=options.language)
    return Document(name, "text", (part,), segments)


def segments_of(
    text: str, options: ReadingOptions, *, role: Role = "body", part: int = 0, mail: bool = False
) -> list[Segment]:
    """The segments of a plain text, languages not yet settled.

    Args:
        role: what the text is, when the caller knows; a draft's own subject lines and buttons are then not looked for.
        part: the number of the part the text stands in.
        mail: whether a quoted letter may follow a line such as 'On Monday Anna wrote:'.
    """
    found = masked_segments(text, mask(text, options.template_dialect, options.template_tags), role=role, mail=mail)
    return [replace(one, part=part) for one in found] if part else found


def masked_segments(text: str, masked: Masked, *, role: Role = "body", mail: bool = False) -> list[Segment]:
    """The segments of a plain text whose template tags are masked already, languages not yet settled."""
    return _Lines(text, masked, role, mail=mail).segments()


class _Lines:
    """Goes through the lines of a plain text; what a line belongs to depends on the lines before it."""

    def __init__(self, text: str, masked: Masked, role: Role, *, mail: bool) -> None:
        self._text = text
        self._masked = masked
        self._plain = masked.text
        self._role = role
        self._mail = mail
        self._open = _Open()
        self._made: list[Segment] = []
        self._block = 0
        self._pressed = False
        self._quoting = False
        self._first = True

    def segments(self) -> list[Segment]:
        """The segments of all lines."""
        lines = [(match.start(), match.end()) for match in _LINE.finditer(self._plain)]
        for index, (start, end) in enumerate(lines):
            line = self._plain[start:end]
            bare = line.strip()
            if not bare:
                self._close()
                continue
            if self._mail and not self._quoting and self._begins_quote(line, lines[index + 1 : index + 5]):
                self._close()
                self._quoting = True
            if self._quoted(line, bare, start, end):
                continue
            if _RULE.fullmatch(bare):
                self._close()
            elif self._role != "body" or not self._marked(line, bare, start, end):
                self._running(line, bare, start, end)
        self._close()
        return self._made

    def _close(self) -> None:
        """Ends the paragraph that was being collected."""
        done, self._open = self._open, _Open()
        if done.pieces is None and done.end <= done.start:
            return
        pieces = done.pieces or self._piece(done.start, done.end)
        self._block += 1
        self._add(pieces, line_role(pieces, done.kind or self._role))
        self._made.extend(fallback_segments(self._text, self._masked, pieces, block=self._block))

    def _piece(self, start: int, end: int) -> Pieces:
        pieces = Pieces()
        pieces.add(self._plain[start:end], start, end)
        return pieces

    def _add(self, pieces: Pieces, role: Role, element: str = "") -> None:
        made = segment(pieces, role, element=element, block=self._block)
        if made is not None:
            self._made.append(made)

    def _begins_quote(self, line: str, after: Sequence[tuple[int, int]]) -> bool:
        return starts_quote(line.rstrip("\r\n"), tuple(self._plain[start:end] for start, end in after))

    def _quoted(self, line: str, bare: str, start: int, end: int) -> bool:
        """Whether the line is a quotation; if so it is collected as one."""
        marked = bare[0] == ">"
        if not (marked or self._quoting):
            if self._open.kind == "quote":
                self._close()
            return False
        if self._open.kind != "quote":
            self._close()
            self._open = _Open("quote", pieces=Pieces())
        marker = len(line) - len(line.lstrip("> \t")) if marked else 0
        if self._open.pieces is not None and marker < len(line):
            self._open.pieces.add(line[marker:], start + marker, end)
        return True

    def _marked(self, line: str, bare: str, start: int, end: int) -> bool:
        """Whether the line is a button, a subject line or a box to tick, as people write them down in drafts."""
        initial = bare[0]
        if initial == "[" and _CONTROLS.fullmatch(bare) and not _TICK.match(line):
            self._close()
            self._block += not self._pressed
            self._pressed = True
            for control in _CONTROL.finditer(self._plain, start, end):
                self._add(self._piece(*control.span(1)), control_role(control[1], "cta"), "button")
            return True
        self._pressed = False
        label = _LABEL.match(line) if initial in "sSpPcCbBтТпПкК" and ":" in line[:40] else None
        if label and (self._first or label["cta"] or label["preheader"]) and len(bare) <= 300:
            self._close()
            self._block += 1
            pieces = self._piece(start + label.end(), end)
            said: Role = "subject" if label["subject"] else "preheader" if label["preheader"] else "cta"
            self._add(pieces, control_role(pieces.text, "cta") if said == "cta" else said)
            return True
        self._first = False
        tick = _TICK.match(line) if initial in "[-*+☐☑☒" else None
        if tick:
            self._close()
            self._block += 1
            pieces = self._piece(start + tick.end(), end)
            self._add(pieces, control_role(pieces.text, "body"), "label")
        return tick is not None

    def _running(self, line: str, bare: str, start: int, end: int) -> None:
        """Running text: an item of a list, the next line of a paragraph or the first one of a new one."""
        item = _BULLET.match(line) if bare[0] in "-*+•▪◦‣·" else None
        if item is None and bare[0].isdigit():
            number = _NUMBER.match(line)
            item = number if number and (not self._open.end or self._open.kind == "body" or number[1] == "1") else None
        if item:
            self._close()
            self._open = _Open(self._role, start + item.end(), end)
        elif self._open.end:
            self._open.end = end
        else:
            self._open = _Open(None, start, end)


def line_role(pieces: Pieces, role: Role) -> Role:
    """What a line or paragraph is for, when the words themselves say more than `role`."""
    if role == "cta":
        return control_role(pieces.text, role)
    if role == "body" and pieces.length <= LINE * 2:
        text = pieces.text
        if len(text.strip()) <= LINE and is_unsubscribing(text) and _LINK.search(text):
            return "unsubscribe"
    return role
