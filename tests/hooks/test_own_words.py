"""The linter practises what it preaches: nothing that it says, or that we write about it, would be flagged."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from ruamel.yaml import YAML

from tests.hooks.conftest import ROOT
from tonelint import check_text
from tonelint.cli import run
from tonelint.cli.help import HELP
from tonelint.model import Language
from tonelint.reporting.words import WORDS
from tonelint.sentences.russian import RUSSIAN

LANGUAGES: tuple[Language, Language] = ("en", "ru")


def said() -> Iterator[tuple[str, Language, str]]:
    for table in (WORDS, HELP):
        for key, texts in table.items():
            for language, text in zip(LANGUAGES, texts, strict=True):
                # A command to copy is an example, not something that is said.
                yield key, language, re.sub(r"^.*curl .*$", "", text, flags=re.MULTILINE)
    for english, russian in RUSSIAN.items():
        yield english, "en", english
        yield english, "ru", russian


def test_the_interface_says_nothing_that_it_would_flag() -> None:
    found = [
        f"{key} ({language}): {finding.rule}: {finding.excerpt}"
        for key, language, text in said()
        for finding in check_text(text, language=language).findings
    ]
    assert not found


def test_a_pressing_word_in_the_interface_would_be_noticed() -> None:
    assert check_text("Hurry, only 3 seats left!", language="en").findings


def test_the_documentation_that_the_hook_reads_is_clean(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = YAML(typ="safe").load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    wanted = next(h["files"] for repo in config["repos"] for h in repo["hooks"] if h["id"] == "tonelint")
    monkeypatch.chdir(ROOT)
    names = [str(file.relative_to(ROOT)) for folder in (ROOT, ROOT / "docs") for file in sorted(folder.glob("*.md"))]
    read = [name for name in names if re.search(wanted, name)]
    assert len(read) > 4
    assert run(["check", "--quiet", "--lang", "en", *read]) == 0, capsys.readouterr().out
