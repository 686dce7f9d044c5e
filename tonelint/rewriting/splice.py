"""Edits of decoded text as changes of bytes: what is not edited stays byte for byte, in any encoding."""

from __future__ import annotations

from collections.abc import Sequence

from tonelint.model import Document
from tonelint.rewriting.edits import Edit


def spliced(data: bytes, document: Document, edits: Sequence[Edit]) -> bytes | None:
    """`data`, the bytes of `document`, with `edits` made; edits must not overlap.

    None when a part cannot be written as it stands: stored in a transfer encoding, or not in its bytes as it reads.
    """
    if document.format == "docx":
        from tonelint.rewriting import word

        return word.spliced(data, document, edits)
    changes: list[tuple[int, int, bytes]] = []
    for index, part in enumerate(document.parts):
        own = sorted((edit for edit in edits if edit.part == index), key=lambda edit: (edit.start, edit.end))
        if not own:
            continue
        if not part.writable or part.text.encode(part.encoding, "replace") != data[part.byte_start : part.byte_end]:
            return None
        at = 0
        offset = part.byte_start
        for edit in own:
            try:
                offset += len(part.text[at : edit.start].encode(part.encoding))
                old = len(part.text[edit.start : edit.end].encode(part.encoding))
                changes.append((offset, offset + old, _line_ends(edit.text, part.text).encode(part.encoding)))
            except UnicodeError:
                return None
            offset += old
            at = edit.end
    made, last = [], 0
    for start, end, new in sorted(changes):
        made += [data[last:start], new]
        last = end
    return b"".join([*made, data[last:]])


def _line_ends(new: str, text: str) -> str:
    """New words with the line ends of the text they go into."""
    if "\n" not in new or "\r\n" not in text:
        return new
    return new.replace("\r\n", "\n").replace("\n", "\r\n")
