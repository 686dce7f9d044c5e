"""One golden test for the doors of a repository: command line, Python, several processes, the cache."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tonelint import Checker, find_config, load_config
from tonelint.cli import run
from tonelint.reading import collect

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    (tmp_path / "tonelint.toml").write_text(
        'lang = "en"\n[[overrides]]\nfiles = "*.md"\nignore = ["template"]\n'
        '[[accepted]]\nphrase = "Hurry"\nreason = "a name"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def plainly(copy: Path) -> Path:
    """The same with one configuration for all, which is one stored file of results."""
    (copy / "tonelint.toml").write_text('lang = "en"\n', encoding="utf-8")
    return copy


def files(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[Mapping[str, Any]]:
    assert run(["check", "--format", "json", *arguments, "examples"]) == 1
    return [_found(each) for each in json.loads(capsys.readouterr().out)["files"]]


def _found(report: Mapping[str, Any]) -> Mapping[str, Any]:
    """What must be the same: everything but the claims, which name the minute of the check."""
    return {key: value for key, value in report.items() if key != "claims"}


def test_every_door_finds_the_same(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = files(capsys, "--no-cache")
    assert sum(len(each["findings"]) for each in plain) > 40
    assert not (copy / ".tonelint_cache").exists()
    assert files(capsys, "--no-cache", "-j", "2") == plain
    assert files(capsys) == plain
    assert list((copy / ".tonelint_cache").glob("*.json"))
    assert files(capsys) == plain
    assert files(capsys, "-j", "2") == plain
    found = find_config(copy)
    assert found is not None
    checker = Checker(load_config(found))
    names = [str(path) for path in collect([Path("examples")]) if isinstance(path, Path)]
    reports = [checker.check_file(name).to_dict() for name in names]
    assert [_found(json.loads(json.dumps(report, default=str))) for report in reports] == plain


def test_what_is_stored_is_used_only_while_it_is_true(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = copy / "examples" / "a.txt"
    letter.write_text("Осталось всего 2 места!", encoding="utf-8")

    def rules(*arguments: str) -> list[str]:
        run(["check", "--format", "json", *arguments, "examples/a.txt"])
        [found] = json.loads(capsys.readouterr().out)["files"]
        return [one["rule"] for one in found["findings"]]

    assert rules() == ["scarcity/stock-left"]
    assert rules("--ignore", "scarcity") == []
    letter.write_text("Карта реки.", encoding="utf-8")
    assert rules() == []
    letter.write_text("Осталось всего 2 места!", encoding="utf-8")
    (copy / "tonelint.toml").write_text('ignore = ["scarcity"]\n', encoding="utf-8")
    assert rules() == []


@pytest.mark.parametrize("spoiled", ["", "[]", "{", '{"%s": 1}', '{"%s": ["x", []]}', "null", "\x00\xff"])
def test_a_spoiled_cache_is_made_anew(plainly: Path, spoiled: str, capsys: pytest.CaptureFixture[str]) -> None:
    plain = files(capsys)
    [stored] = (plainly / ".tonelint_cache").glob("*.json")
    first = next(iter(json.loads(stored.read_text(encoding="utf-8"))))
    stored.write_text(spoiled.replace("%s", first), encoding="utf-8")
    assert files(capsys) == plain
    assert json.loads(stored.read_text(encoding="utf-8"))[first][0] != "x"


def test_a_row_of_the_wrong_shape_is_checked_anew(plainly: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = files(capsys)
    [stored] = (plainly / ".tonelint_cache").glob("*.json")
    rows = json.loads(stored.read_text(encoding="utf-8"))
    rows = {name: [digest, row[:2]] for name, (digest, row) in rows.items()}
    stored.write_text(json.dumps(rows), encoding="utf-8")
    assert files(capsys) == plain


def test_facts_are_looked_at_anew(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "examples" / "a.txt").write_text("Осталось всего 2 места!", encoding="utf-8")
    facts = copy / "facts.yaml"
    facts.write_text("stock: {left: 2}\n", encoding="utf-8")
    command = ["check", "--quiet", "--facts", "facts.yaml", "examples/a.txt"]
    assert run(command) == 0
    facts.write_text("stock: {left: 9}\n", encoding="utf-8")
    assert run(command) == 1


def test_nothing_is_kept_where_there_is_neither_configuration_nor_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("The map.", encoding="utf-8")
    assert run(["check", "a.txt"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_shell_can_complete(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("_TONELINT_COMPLETE", "zsh_source")
    with pytest.raises(SystemExit) as ended:
        run([])
    assert ended.value.code == 0
    assert "_TONELINT_COMPLETE=zsh_complete" in capsys.readouterr().out
