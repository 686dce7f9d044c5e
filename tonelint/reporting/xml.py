"""XML for the formats that are written in it: escaped, and without the characters that XML 1.0 cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """`text` without what XML 1.0 forbids; letters may hold anything."""
    return _NOT_XML.sub("\ufffd", text)


def document(root: Element) -> str:
    """The document with `root`, indented."""
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"
