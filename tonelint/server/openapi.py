"""The OpenAPI document: what FastAPI gathers, plus what it cannot see.

`python -m tonelint.server.openapi FILE` writes it; a test holds the file in `docs/` to the application.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from tonelint.server.answers import ProblemDetails
from tonelint.server.requests import BatchLetter

_KEYS: dict[str, Any] = {
    "ApiKey": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    "Bearer": {"type": "http", "scheme": "bearer"},
}
_REF = "#/components/schemas/{model}"


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """What makes the document for `app`, once."""

    def make() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _document(app)
        return app.openapi_schema

    return make


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    _, extra = models_json_schema([(ProblemDetails, "serialization"), (BatchLetter, "validation")], ref_template=_REF)
    schemas.update(extra["$defs"])
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    document["components"]["securitySchemes"] = _KEYS
    for path, operations in document["paths"].items():
        for operation in operations.values():
            if path.startswith(("/v1/", "/v2/", "/metrics")):
                operation["security"] = [{}, {"ApiKey": []}, {"Bearer": []}]
    document["paths"] = dict(sorted(document["paths"].items()))
    return document


def text() -> str:
    """The document of the application with its default settings, as the file in `docs/` holds it."""
    from tonelint.server.app import create_app

    return json.dumps(create_app().openapi(), ensure_ascii=False, indent=2) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the document to the file named on the command line."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tonelint.server.openapi FILE\n")
        return 2
    Path(arguments[0]).write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
