"""The pages of the documentation: current where they are generated, valid where they show data, with links that lead
somewhere."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.docs.conftest import DOCS, PAGES, Block, blocks
from tests.hooks.conftest import ROOT
from tonelint.config import load_config
from tonelint.evaluation.category_names import CATEGORY_NAMES
from tonelint.evaluation.rule_pages import main
from tonelint.model import CATEGORIES
from tonelint.ruleset import load

_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


def test_the_rule_pages_are_current() -> None:
    assert main(["--check"]) == 0, "run python -m tonelint.evaluation.rule_pages"


def test_every_category_has_a_name_in_both_languages() -> None:
    assert tuple(CATEGORY_NAMES) == CATEGORIES


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_rule_has_a_place_to_link_to(language: str) -> None:
    for rule in load().rules:
        category, _, name = rule.partition("/")
        page = (ROOT / "docs" / "rules" / language / f"{category}.md").read_text(encoding="utf-8")
        assert f'<a id="{name}"></a>' in page, rule


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    # A word in brackets before a phrase in parentheses, as in patterns, is code and not a link.
    text = re.sub(
        r"``[^`].*?``|`[^`\n]*`|^```.*?^```$|^ {4}.*$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S
    )
    for target in _LINK.findall(text):
        path, _, anchor = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), f"{page.name} links to {target}"
        if anchor and file.suffix == ".md" and "rules" in file.parts:
            assert f'<a id="{anchor}"></a>' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in DOCS if page.name.startswith(("start-", "quality-", "index"))])
def test_a_page_for_everybody_exists_in_both_languages(page: Path) -> None:
    stem = page.name.removesuffix(".md").removesuffix(".ru").removesuffix(".en")
    other = {".ru": (f"{stem}.en.md", f"{stem}.md"), "": (f"{stem}.ru.md",)}[".ru" if ".ru." in page.name else ""]
    assert any((page.parent / name).is_file() for name in other)


@pytest.mark.parametrize("block", list(blocks("toml", "json", "yaml")), ids=str)
def test_data_that_is_shown_is_valid(block: Block, tmp_path: Path) -> None:
    if block.language == "json":
        json.loads(block.code)
    elif block.language == "yaml":
        assert YAML(typ="safe").load(block.code)
    elif block.page.name.startswith("start-"):
        (tmp_path / "tonelint.toml").write_text(block.code, encoding="utf-8")
        load_config(tmp_path / "tonelint.toml")
    else:
        tomllib.loads(block.code)


@pytest.mark.parametrize("block", list(blocks("python")), ids=str)
def test_python_that_is_shown_runs(block: Block) -> None:
    names: dict[str, Any] = {}
    exec(compile(block.code, str(block), "exec"), names)
    assert any(name != "__builtins__" for name in names)


def test_the_site_lists_pages_that_are_there() -> None:
    # The tag for a Python function is the site builder's own; here it is only a text.
    raw = re.sub(r"!!python/name:", "", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = set(leaves(YAML(typ="safe").load(raw)["nav"]))
    assert all((ROOT / "docs" / name).is_file() for name in listed), listed
    for page in DOCS:
        if page.name.startswith(("start-", "quality-", "index", "editors", "architecture")):
            assert page.name in listed


def leaves(nav: Any) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    return [leaf for item in (nav.values() if isinstance(nav, dict) else nav) for leaf in leaves(item)]
