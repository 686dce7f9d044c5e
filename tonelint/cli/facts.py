"""Facts from a YAML or JSON file: what the sender knows about the offer, the stock, the reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tonelint.errors import FactsError


def read_facts(path: Path) -> Mapping[str, Any]:
    """The facts in `path`; times stay as they are written, with their time zone.

    Raises:
        FactsError: the file is missing, not YAML or JSON, or not a mapping of names to values.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FactsError("the facts are not UTF-8 text", path=str(path)) from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise FactsError(f"the facts cannot be read: {reason}", path=str(path)) from error
    facts = _json(text, path) if path.suffix.lower() == ".json" else _yaml(text, path)
    if facts is None:
        return {}
    if not isinstance(facts, Mapping):
        raise FactsError("expected names and values, such as 'stock: {left: 2}'", path=str(path), line=1)
    return facts


def _json(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise FactsError(f"not valid JSON: {error.msg.lower()}", path=str(path), line=error.lineno) from error


def _yaml(text: str, path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    yaml = YAML(typ="safe", pure=True)
    yaml.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda _, node: node.value)
    try:
        return yaml.load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        raise FactsError(
            f"not valid YAML: {error.problem}", path=str(path), line=mark.line + 1 if mark else 0
        ) from error
    except YAMLError as error:
        raise FactsError(f"not valid YAML: {error}", path=str(path)) from error
