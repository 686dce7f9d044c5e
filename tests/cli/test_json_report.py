"""The JSON document: real output holds to the published schema, and says what the Python report says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tonelint import Checker, Config
from tonelint.cli import run

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
LETTERS = {
    "ru.html": "<h1>Осталось <b>2</b>&nbsp;места!</h1><button>Нет, спасибо, я люблю переплачивать</button>",
    "en.md": "Only 2 seats left!\n",
    "clean.txt": "The map is here.\n",
    "empty.txt": "",
}


def document(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> Any:
    for name, text in LETTERS.items():
        (folder / name).write_text(text, encoding="utf-8")
    code = run(["check", "--format", "json", *options, str(folder)])
    assert code == 2, "an empty file could not be checked"
    return json.loads(capsys.readouterr().out)


def test_real_output_holds_to_the_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = document(tmp_path, capsys)
    problems = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(found)]
    assert problems == []
    assert found["summary"]["total"] == sum(len(file["findings"]) for file in found["files"]) >= 3
    assert [Path(file["name"]).name for file in found["unreadable"]] == ["empty.txt"]
    assert found["summary"]["unreadable"] == 1


def test_the_schema_describes_every_key_that_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(tmp_path, capsys)
    files = found["files"]
    findings = [finding for file in files for finding in file["findings"]]
    rewrites = [rewrite for finding in findings for rewrite in finding["rewrites"]]
    assert rewrites
    for entries, name in ((files, "report"), (findings, "finding"), (rewrites, "rewrite")):
        known = set(SCHEMA["$defs"][name]["properties"])
        assert {key for entry in entries for key in entry} == known


def test_the_document_says_what_the_python_report_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = document(tmp_path, capsys, "--lang", "ru")
    checker = Checker(Config(lang="ru"))
    expected = [checker.check_file(tmp_path / name).to_dict() for name in sorted(LETTERS) if name != "empty.txt"]
    assert found["files"] == json.loads(json.dumps(expected))
