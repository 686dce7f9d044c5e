"""Catalogues written by libraries that tonelint does not use for reading them, or by hand where there is none."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import polib
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

Texts = Mapping[str, str]


def in_json(texts: Texts) -> str:
    return json.dumps(texts, ensure_ascii=False, indent=2)


def in_ascii_json(texts: Texts) -> str:
    return json.dumps(texts, indent=2)


def in_yaml(style: Callable[[str], str]) -> Callable[[Texts], str]:
    def write(texts: Texts) -> str:
        yaml = YAML()
        yaml.allow_unicode = True
        yaml.width = 60
        out = io.StringIO()
        yaml.dump({"catalogue": {key: style(words) for key, words in texts.items()}}, out)
        return "# a remark\n" + out.getvalue()

    return write


def in_po(texts: Texts) -> str:
    catalogue = polib.POFile(wrapwidth=60)
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    for key, words in texts.items():
        catalogue.append(polib.POEntry(msgid=key, msgstr=words, comment="a remark"))
    return str(catalogue)


def in_properties(texts: Texts) -> str:
    def written(words: str) -> str:
        words = words.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
        words = words.replace("'", "''") if re.search(r"\{\d", words) else words
        return "\\" + words if words.startswith(" ") else words

    return "# a remark\n" + "".join(f"{key} = {written(words)}\n" for key, words in texts.items())


def in_ascii_properties(texts: Texts) -> str:
    def units(char: str) -> str:
        code = char.encode("utf-16-be").hex()
        return "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))

    return "".join(char if char.isascii() else units(char) for char in in_properties(texts))


def in_strings(texts: Texts) -> str:
    def written(words: str) -> str:
        return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")

    return "/* a remark */\n" + "".join(f'"{key}" = "{written(words)}";\n' for key, words in texts.items())


def in_fluent(texts: Texts) -> str:
    def written(words: str) -> str:
        return words.replace("\n", "\n    ")

    return "# a remark\n\n" + "".join(f"{key} =\n    {written(words)}\n" for key, words in texts.items())


def in_xliff(texts: Texts) -> str:
    units = "".join(
        f'<trans-unit id="{key}"><source>-</source><target>{escape(words)}</target></trans-unit>\n'
        for key, words in texts.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a remark -->\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="a" datatype="plaintext" source-language="en"><body>\n{units}</body></file></xliff>\n'
    )


def in_xliff_2(texts: Texts) -> str:
    units = "".join(
        f'<unit id="{key}"><segment><source>-</source><target><![CDATA[{words}]]></target></segment></unit>\n'
        for key, words in texts.items()
    )
    return (
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">'
        f'<file id="f">\n{units}</file></xliff>\n'
    )


def in_android(texts: Texts) -> str:
    def written(words: str) -> str:
        words = re.sub(r"([\\'\"])", r"\\\1", words).replace("\n", "\\n").replace("\t", "\\t")
        words = re.sub(r"  +", lambda found: " " + "\\u0020" * (len(found[0]) - 1), words)
        return escape("\\" + words if words.startswith(("@", "?")) else words)

    strings = "".join(f'    <string name="{key}">{written(words)}</string>\n' for key, words in texts.items())
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!-- a remark -->\n<resources>\n{strings}</resources>\n'


def in_android_cdata(texts: Texts) -> str:
    def written(words: str) -> str:
        return re.sub(r"([\\'\"])", r"\\\1", words).replace("\n", "\\n").replace("\t", "\\t")

    strings = "".join(f'<string name="{key}"><![CDATA[{written(words)}]]></string>\n' for key, words in texts.items())
    return f"<!-- a remark -->\n<resources>\n{strings}</resources>\n"


WRITERS: dict[str, tuple[str, Callable[[Texts], str]]] = {
    "json": ("json", in_json),
    "json in ASCII": ("json", in_ascii_json),
    "arb": ("arb", in_json),
    "yaml, plain or as needed": ("yaml", in_yaml(str)),
    "yaml, single quotes": ("yaml", in_yaml(SingleQuotedScalarString)),
    "yaml, double quotes": ("yaml", in_yaml(DoubleQuotedScalarString)),
    "yaml, literal": ("yml", in_yaml(LiteralScalarString)),
    "yaml, folded": ("yml", in_yaml(FoldedScalarString)),
    "gettext": ("po", in_po),
    "properties": ("properties", in_properties),
    "properties in ASCII": ("properties", in_ascii_properties),
    "iOS": ("strings", in_strings),
    "Fluent": ("ftl", in_fluent),
    "XLIFF 1.2": ("xlf", in_xliff),
    "XLIFF 2 with CDATA": ("xliff", in_xliff_2),
    "Android": ("xml", in_android),
    "Android with CDATA": ("xml", in_android_cdata),
}
"""What a way of writing is called, its file's ending, and the writer."""


def read_back(ending: str, text: str) -> None:
    """Parses a catalogue with a library of its own; fails when it is broken."""
    if ending in ("json", "arb"):
        json.loads(text)
    elif ending in ("yaml", "yml"):
        YAML(typ="safe").load(text)
    elif ending == "po":
        polib.pofile(text)
    elif ending in ("xlf", "xliff", "xml"):
        ElementTree.fromstring(text.encode())
    elif ending == "ftl":
        from fluent.syntax import parse
        from fluent.syntax.ast import Junk

        assert not [entry for entry in parse(text).body if isinstance(entry, Junk)], text
