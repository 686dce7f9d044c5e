"""Plain text: paragraphs, list items, quotations, the buttons and subject lines that people write down in drafts.

Hard-wrapped lines stay one segment, because a sentence does not end where the editor ran out of room. Nothing is
taken for markup: Markdown has a reader of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    found = masked_segments(text, mask(text, options.template_dialect), role=role, mail=mail)
    return [replace(one, part=part) for one in found] if part else found


def masked_segments(text: str, masked: Masked, *, role: Role = "body", mail: bool = False) -> list[Segment]:
    """The segments of a plain text whose template tags are masked already, languages not yet settled."""
    return list(_blocks(text, masked, role, mail=mail))


def _blocks(text: str, masked: Masked, role: Role, *, mail: bool) -> Iterator[Segment]:
    block = 0
    pressed = False
    quoting = False
    first = True
    open_ = _Open()
    plain = masked.text

    def close() -> Iterator[Segment]:
        nonlocal open_, block
        done, open_ = open_, _Open()
        if done.pieces is not None or done.end > done.start:
            pieces = done.pieces or Pieces()
            if done.pieces is None:
                pieces.add(plain[done.start : done.end], done.start, done.end)
            block += 1
            made = segment(pieces, line_role(pieces, done.kind or role), block=block)
            if made is not None:
                yield made
            yield from fallback_segments(text, masked, pieces, block=block)

    lines = [(match.start(), match.end()) for match in _LINE.finditer(plain)]
    for index, (start, end) in enumerate(lines):
        line = plain[start:end]
        bare = line.strip()
        if not bare:
            yield from close()
            continue
        if (
            mail
            and not quoting
            and starts_quote(line.rstrip("\r\n"), tuple(plain[a:b] for a, b in lines[index + 1 : index + 5]))
        ):
            yield from close()
            quoting = True
        initial = bare[0]
        if initial == ">" or quoting:
            marker = len(line) - len(line.lstrip("> \t")) if initial == ">" else 0
            if open_.kind != "quote":
                yield from close()
                open_ = _Open("quote", pieces=Pieces())
            if open_.pieces is not None and marker < len(line):
                open_.pieces.add(line[marker:], start + marker, end)
            continue
        if open_.kind == "quote":
            yield from close()
        if _RULE.fullmatch(bare):
            yield from close()
            continue
        if role == "body":
            if initial == "[" and _CONTROLS.fullmatch(bare) and not _TICK.match(line):
                yield from close()
                block += not pressed
                pressed = True
                for control in _CONTROL.finditer(plain, start, end):
                    pieces = Pieces()
                    pieces.add(control[1], control.start(1), control.end(1))
                    made = segment(pieces, control_role(control[1], "cta"), element="button", block=block)
                    if made is not None:
                        yield made
                continue
            pressed = False
            label = _LABEL.match(line) if initial in "sSpPcCbBтТпПкК" and ":" in line[:40] else None
            if label and (first or label["cta"] or label["preheader"]) and len(bare) <= 300:
                yield from close()
                pieces = Pieces()
                pieces.add(line[label.end() :], start + label.end(), end)
                block += 1
                known = "subject" if label["subject"] else "preheader" if label["preheader"] else "cta"
                made = segment(pieces, control_role(pieces.text, "cta") if known == "cta" else known, block=block)  # type: ignore[arg-type]
                if made is not None:
                    yield made
                continue
            first = False
            tick = _TICK.match(line) if initial in "[-*+☐☑☒" else None
            if tick:
                yield from close()
                pieces = Pieces()
                pieces.add(line[tick.end() :], start + tick.end(), end)
                block += 1
                made = segment(pieces, control_role(pieces.text, "body"), element="label", block=block)
                if made is not None:
                    yield made
                continue
        item = _BULLET.match(line) if initial in "-*+•▪◦‣·" else None
        if item is None and initial.isdigit():
            number = _NUMBER.match(line)
            item = number if number and (open_.end == 0 or open_.kind == "body" or number[1] == "1") else None
        if item:
            yield from close()
            open_ = _Open(role if role != "body" else "body", start + item.end(), end)
        elif open_.end:
            open_.end = end
        else:
            open_ = _Open(None, start, end)
    yield from close()


def line_role(pieces: Pieces, role: Role) -> Role:
    """What a line or paragraph is for, when the words themselves say more than `role`."""
    if role == "cta":
        return control_role(pieces.text, role)
    if role == "body" and pieces.length <= LINE * 2:
        text = pieces.text
        if len(text.strip()) <= LINE and is_unsubscribing(text) and _LINK.search(text):
            return "unsubscribe"
    return role
