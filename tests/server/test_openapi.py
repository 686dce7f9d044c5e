"""The OpenAPI document: current, true of the answers, and nothing that follows it finds a fault of ours."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.server.conftest import ROOT, Service
from tonelint.server import answers, openapi

DOCUMENT = json.loads(openapi.text())


def test_the_document_in_the_repository_is_current() -> None:
    assert (ROOT / "docs" / "openapi.json").read_text(encoding="utf-8") == openapi.text()


def test_every_call_that_takes_a_body_has_an_example() -> None:
    for path, operations in DOCUMENT["paths"].items():
        body = operations.get("post", {}).get("requestBody")
        if body:
            assert "example" in json.dumps(_resolved(body)), path


def _resolved(body: dict[str, object]) -> object:
    text = json.dumps(body)
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if f'"#/components/schemas/{name}"' in text:
            text += json.dumps(schema)
    return text


@pytest.mark.parametrize(
    ("path", "body", "model"),
    [
        ("/v1/check?parts=true", {"subject": "Осталось 2 места", "text": "Торопитесь!"}, answers.CheckAnswer),
        ("/v1/check", {"text": "Осталось 2 места", "facts": {"stock": {"left": 5}}}, answers.CheckAnswer),
        ("/v1/rewrite", {"text": "Срочно подтвердите запись на маникюр!"}, answers.RewriteAnswer),
        ("/v1/series", {"letters": [{"text": "a", "sent_at": "2026-05-01T10:00:00Z"}]}, answers.SeriesAnswer),
        ("/v1/rules", None, answers.RulesAnswer),
        ("/v1/rules/scarcity/stock-left", None, answers.RuleAnswer),
        ("/healthz", None, answers.HealthAnswer),
        ("/readyz", None, answers.ReadyAnswer),
        ("/v1/nothing", None, answers.ProblemDetails),
    ],
)
def test_answers_are_as_the_document_says(client: httpx.Client, path: str, body: object, model: type) -> None:
    response = client.post(path, json=body) if body else client.get(path)
    assert model.model_validate(response.json())  # type: ignore[attr-defined]


def test_the_document_is_served(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json() == DOCUMENT


def test_schemathesis_finds_no_fault_of_ours(service: Service, tmp_path: Path) -> None:
    """Generated requests, valid and not, over every call: no 5xx, and answers of the documented kind."""
    command = [
        str(Path(sys.executable).parent / "schemathesis"),
        "run",
        f"{service.url}/openapi.json",
        "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        "--max-examples=4",
        "--seed=1",
        "--generation-database=none",
        "--phases=examples,coverage,fuzzing",
        "--no-color",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "Traceback" not in service.log
