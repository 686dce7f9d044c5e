"""The JSON Schema of `tonelint.toml`, made from the table of keys, for editors that complete and check as one types."""

from __future__ import annotations

from typing import Any

from tonelint.config.keys import IN_OVERRIDES, KEYS, Key
from tonelint.model import ROLES, SEVERITIES

_TEXTS = {"type": "array", "items": {"type": "string"}}
_GLOBS = {"anyOf": [{"type": "string"}, _TEXTS]}


def json_schema() -> dict[str, Any]:
    """The schema (draft 2020-12)."""
    extend = {"type": "string", "description": "Another configuration file whose settings this one restates."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The configuration of tonelint",
        "description": "tonelint.toml, or [tool.tonelint] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {"extend": extend, **{name: _property(key) for name, key in KEYS.items()}},
    }


def _property(key: Key) -> dict[str, Any]:
    return {"description": key.meaning, **_shape(key)}


def _shape(key: Key) -> dict[str, Any]:
    match key.kind:
        case "choice":
            return {"enum": list(key.choices)}
        case "names" | "packs":
            return _TEXTS
        case "severities":
            return {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}}
        case "roles":
            return {"type": "object", "additionalProperties": {"enum": list(ROLES)}}
        case "tags":
            pair = {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 2, "maxItems": 2}
            return {"type": "array", "items": pair}
        case "yes-no":
            return {"type": "boolean"}
        case "text" | "file":
            return {"type": "string"}
        case "globs":
            return _GLOBS
        case "lexicons":
            lists = {"type": "object", "additionalProperties": _TEXTS}
            return {"type": "object", "additionalProperties": False, "properties": {"ru": lists, "en": lists}}
        case "accepted":
            return {"type": "array", "items": _accepted()}
        case "overrides":
            keys = {name: _property(KEYS[name]) for name in IN_OVERRIDES}
            item = {
                "type": "object",
                "required": ["files"],
                "additionalProperties": False,
                "properties": {"files": _GLOBS, **keys},
            }
            return {"type": "array", "items": item}


def _accepted() -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["phrase", "reason"],
        "additionalProperties": False,
        "properties": {
            "phrase": {"type": "string", "minLength": 1},
            "reason": {"type": "string", "minLength": 1},
            "rules": _TEXTS,
            "until": {"description": "The last day on which it is accepted.", "type": "string", "format": "date"},
            "files": _GLOBS,
        },
    }
