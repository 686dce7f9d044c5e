"""What a rewrite would change in a file, as a unified diff that `patch` understands."""

from __future__ import annotations

import difflib

from tonelint.model import Document


def unified(old: bytes, new: bytes, name: str, document: Document) -> str:
    """The difference of two states of a file, decoded for reading; empty when there is none.

    Word documents are compared by their text.

    Args:
        document: any state of the file as it was read; it tells the encoding.
    """
    if document.format == "docx":
        from tonelint.rewriting.word import shown

        old, new = shown(old, name).encode(), shown(new, name).encode()
    encoding = document.parts[0].encoding if len(document.parts) == 1 else "utf-8"
    before, after = _lines(old, encoding), _lines(new, encoding)
    made = []
    for line in difflib.unified_diff(before, after, name, name):
        made.append(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n")
    return "".join(made)


def _lines(data: bytes, encoding: str) -> list[str]:
    text = data.decode(encoding, "replace")
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
