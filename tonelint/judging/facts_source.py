"""A YAML or JSON text as plain data, with the line of everything in it. What the data may say is not known here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tonelint.errors import FactsError
from tonelint.sentences import Sentence, words

Place = tuple[str | int, ...]
"""Keys and indices from the top."""
Lines = Mapping[Place, int]


def composed(text: str, path: str) -> tuple[Any, Lines]:
    """The data of a YAML (or JSON) text and the line of everything in it; times stay as they are written."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    yaml = YAML(typ="safe", pure=True)
    try:
        root = yaml.compose(text)
        lines: dict[Place, int] = {(): 1}
        return (None if root is None else _data(root, (), lines, path)), lines
    except MarkedYAMLError as error:
        mark = error.problem_mark
        message = Sentence("not valid YAML: {what}", what=words(str(error.problem)))
        raise FactsError(message, path=path, line=mark.line + 1 if mark else 0) from error
    except (YAMLError, RecursionError) as error:
        raise FactsError(Sentence("not valid YAML: {what}", what=error), path=path) from error


def _data(node: Any, at: Place, lines: dict[Place, int], path: str) -> Any:
    lines[at] = node.start_mark.line + 1
    if node.id == "mapping":
        read: dict[Any, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key.value, str) else str(key.tag)
            if name in read:
                message = Sentence("the key '{name}' stands here twice", name=name)
                raise FactsError(message, path=path, line=key.start_mark.line + 1)
            read[name] = _data(value, (*at, name), lines, path)
            lines[*at, name] = key.start_mark.line + 1
        return read
    if node.id == "sequence":
        return [_data(each, (*at, number), lines, path) for number, each in enumerate(node.value)]
    return _plain(str(node.tag).rpartition(":")[2], node.value)


def _plain(tag: str, written: str) -> Any:
    if tag == "null":
        return None
    if tag == "bool":
        return written.lower() == "true"
    if tag == "int":
        digits = written.replace("_", "")
        return int(digits, 0) if digits[:2].lower() in ("0x", "0o") else int(digits)
    if tag == "float":
        lowered = written.lower().replace("_", "")
        return float(lowered.replace(".inf", "inf").replace(".nan", "nan"))
    return written
