"""The settings in `editors/`: they parse, start a command that exists, and offer only options that the server hears."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest

from tonelint.cli import COMMANDS
from tonelint.integrations.lsp import Settings, settings_from

EDITORS = Path(__file__).parents[2] / "editors"
PACKAGE: dict[str, Any] = json.loads((EDITORS / "vscode" / "package.json").read_text(encoding="utf-8"))
OPTIONS = {field.name for field in fields(Settings)}


def options_in(value: Any) -> set[str]:
    """The options for the server in a settings file, wherever they stand."""
    found: set[str] = set()
    for key, inner in value.items() if isinstance(value, dict) else ():
        found |= (
            set(inner) if key in ("initialization_options", "initializationOptions", "config") else options_in(inner)
        )
    return found


def test_vs_code_offers_every_option_of_the_server_with_its_default() -> None:
    offered = PACKAGE["contributes"]["configuration"]["properties"]
    assert {name.removeprefix("tonelint.") for name in offered} == OPTIONS | {"command"}
    defaults = {name.removeprefix("tonelint."): entry["default"] for name, entry in offered.items()}
    assert settings_from({"tonelint": defaults}) == Settings()
    assert defaults["command"] == ["tonelint", "lsp"]
    assert "lsp" in COMMANDS


def test_the_vs_code_client_is_valid_javascript() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    checked = subprocess.run([node, "--check", str(EDITORS / "vscode" / PACKAGE["main"])], capture_output=True)
    assert checked.returncode == 0, checked.stderr.decode()


@pytest.mark.parametrize("name", ["helix.toml", "zed.json", "sublime.json"])
def test_settings_parse_and_name_known_options(name: str) -> None:
    text = (EDITORS / name).read_text(encoding="utf-8")
    value = tomllib.loads(text) if name.endswith("toml") else json.loads(text)
    assert options_in(value) <= OPTIONS
    assert options_in(value)
    assert re.search(r'"tonelint"', text)
    assert re.search(r'"lsp"\]', text)


def test_neovim_names_known_options() -> None:
    text = (EDITORS / "neovim.lua").read_text(encoding="utf-8")
    assert 'cmd = { "tonelint", "lsp" }' in text
    named = re.search(r"init_options = \{(.*)\}", text)
    assert named
    assert set(re.findall(r"(\w+) =", named[1])) <= OPTIONS


@pytest.mark.parametrize(
    "given", [None, [], "fast", {"debounce": "fast"}, {"debounce": -1}, {"lang": "de"}, {"facts": 3}]
)
def test_options_of_another_kind_keep_their_defaults(given: Any) -> None:
    assert settings_from(given) == Settings()


def test_options_are_heard_with_and_without_their_section() -> None:
    wanted = {**asdict(Settings()), "lang": "ru", "debounce": 0.5, "measures": False}
    assert settings_from(wanted) == settings_from({"tonelint": wanted}) == Settings("ru", 0.5, False)
