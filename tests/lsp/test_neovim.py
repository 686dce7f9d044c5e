"""A real Neovim with the settings that we offer for it: underlines, notes and fixes arrive. Runs where nvim is."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.hooks.conftest import ROOT, environment

__all__ = ["environment"]

LETTER = "🎁 Only 3 seats left!\n\n[ 🎁 Book ] [ No thanks, I love paying more ]\n"


@pytest.fixture
def told(environment: Mapping[str, str], tmp_path: Path) -> dict[str, Any]:
    """What Neovim knew of the letter after it had asked the server everything."""
    nvim = shutil.which("nvim")
    if nvim is None:
        pytest.skip("nvim is not installed")
    letter = tmp_path / "letter.txt"
    letter.write_text(LETTER, encoding="utf-8")
    asked = {
        "SETTINGS": str(ROOT / "editors" / "neovim.lua"),
        "LETTER": str(letter),
        "TOLD": str(tmp_path / "told.json"),
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_CACHE_HOME": environment.get("XDG_CACHE_HOME", str(tmp_path)),
        "LC_ALL": "C.UTF-8",
    }
    script = str(Path(__file__).with_name("neovim.lua"))
    command = [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", script]
    done = subprocess.run(
        command, env={**environment, **asked}, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=240
    )
    assert Path(asked["TOLD"]).is_file(), done.stderr.decode("utf-8", "replace")
    found: dict[str, Any] = json.loads(Path(asked["TOLD"]).read_text(encoding="utf-8"))
    return found


def test_neovim_shows_what_the_server_finds_and_puts_the_better_lines_in_place(told: dict[str, Any]) -> None:
    assert told["arrived"]
    words = {one["code"]: one["words"] for one in told["diagnostics"]}
    assert words["scarcity/stock-left"] == "Only 3 seats left"
    assert "I love paying more" in words.values()
    assert {one["source"] for one in told["diagnostics"]} == {"tonelint"}
    assert "Pass the stock as a fact" in told["hover"]
    assert told["fixed"] == ["🎁 Only 3 seats left!", "", "[ 🎁 Book ] [ No thanks ]"]
    assert told["fewer"]
