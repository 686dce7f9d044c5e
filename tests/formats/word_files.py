"""Word files for the tests: made with python-docx, or from XML where the case is one that it cannot write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx

HEAD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
)
TAIL = "<w:sectPr/></w:body></w:document>"


def saved(document: docx.document.Document) -> bytes:
    """The bytes that Word would find on disk."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def with_paragraphs(*texts: str) -> bytes:
    """A document with one run a paragraph."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def with_body(xml: str) -> bytes:
    """A document whose body is `xml`, as Word writes it and python-docx cannot."""
    return replaced(with_paragraphs("x"), {"word/document.xml": (HEAD + xml + TAIL).encode()})


def replaced(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The same zip with other contents for some members."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info, members.get(info.filename, old.read(info)))
        for name in members.keys() - set(old.namelist()):
            new.writestr(name, members[name])
    return made.getvalue()


def run(text: str, looks: str = "") -> str:
    """One run of XML."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
