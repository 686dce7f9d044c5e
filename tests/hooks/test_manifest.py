"""What the hooks say of themselves: which files they take, and that the runners accept the manifest."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.hooks.conftest import ROOT, program
from tonelint.reading import FORMATS, TEMPLATES

HOOKS: list[dict[str, Any]] = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
SOMETIMES_COPY = {
    ".json", ".yaml", ".yml", ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xltx", ".zip", ".mbox", ".properties", ".xml",
}  # fmt: skip
"""Endings that more often hold data than copy; a repository names its own in `files:`."""


def test_both_hooks_take_the_same_files() -> None:
    assert [hook["id"] for hook in HOOKS] == ["tonelint", "tonelint-fix"]
    assert len({hook["files"] for hook in HOOKS}) == 1


@pytest.mark.parametrize(
    "name",
    [
        "a.md", "b/welcome.mjml", "c.eml", "L.HTML", "x.html.j2", "notes.txt", "offer.docx", "a/ru.po", "app_en.arb",
        "ru.lproj/Localizable.strings", "messages.xlf", "menu.ftl", "locales/ru.json", "src/i18n/de/common.yaml",
        "config/locales/en.yml", "messages_ru.properties", "en-US.json", "res/values-ru/strings.xml",
        "app/src/main/res/values/strings_shop.xml", "_locales/ru/messages.json",
    ],
)  # fmt: skip
def test_copy_is_taken(name: str) -> None:
    assert re.search(HOOKS[0]["files"], name)


@pytest.mark.parametrize(
    "name",
    [
        "a.py", "package.json", "prices.csv", "md", "mjml/notes", "photo.png", "locales/package.json", "tsconfig.json",
        "data/children.json", "mkdocs.yml", ".github/workflows/ci.yml", "pom.xml", "res/values/colors.xml",
        "gradle.properties", "stringsvalues/x.json",
    ],
)  # fmt: skip
def test_other_files_are_not_taken(name: str) -> None:
    assert not re.search(HOOKS[0]["files"], name)


def test_every_format_that_a_folder_is_searched_for_is_taken_or_left_on_purpose() -> None:
    endings = {ending for entry in FORMATS.values() for ending in entry.extensions} | set(TEMPLATES)
    missing = {ending for ending in endings - SOMETIMES_COPY if not re.search(HOOKS[0]["files"], f"letter{ending}")}
    assert not missing


@pytest.mark.parametrize("command", ["validate-manifest", "validate-config"])
@pytest.mark.parametrize("runner", ["pre-commit", "prek"])
def test_the_runners_accept_what_is_written(runner: str, command: str) -> None:
    file = ROOT / (".pre-commit-hooks.yaml" if command == "validate-manifest" else ".pre-commit-config.yaml")
    done = subprocess.run([program(runner), command, str(file)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_projects_own_configuration_reads_the_documentation_and_its_own_words() -> None:
    config = YAML(typ="safe").load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    own = {hook["id"]: hook for repo in config["repos"] for hook in repo["hooks"]}
    assert own["tonelint"]["entry"] == HOOKS[0]["entry"]
    for name in ("README.md", "README.ru.md", "docs/index.md", "docs/start-marketers.ru.md"):
        assert re.search(own["tonelint"]["files"], name)
    assert re.search(own["own-words"]["files"], "tonelint/reporting/words.py")
    assert Path(ROOT / "tests/hooks/test_own_words.py").is_file()
