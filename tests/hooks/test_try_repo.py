"""The hooks under the runners that people use: real `try-repo` runs, offline, against a scratch repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hooks.conftest import CLEAN, PRESSING, RUNNERS, Repository

DECLINE = """<div><a class="button" href="/y">Subscribe</a>
<a class="button" href="/n">No thanks, I'd rather stay unfit</a></div>
"""

each_runner = pytest.mark.parametrize("runner", RUNNERS)


@each_runner
def test_clean_copy_passes(runner: str, letters: Repository, installed_hooks: Path) -> None:
    ran = letters.hook(runner, installed_hooks, "tonelint", "clean.html")
    assert ran.code == 0, ran.said
    assert "Passed" in ran.said


@each_runner
def test_pressing_copy_is_stopped_with_the_place_the_reason_and_a_better_line(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    ran = letters.hook(runner, installed_hooks, "tonelint", "clean.html", "pressing.mjml")
    assert ran.code == 1, ran.said
    assert "Failed" in ran.said
    for words in ("pressing.mjml:2:", "scarcity/stock-left", "Why: ", "Better: "):
        assert words in ran.said
    assert "clean.html" not in ran.said
    assert "Traceback" not in ran.said


@each_runner
def test_the_fixing_hook_writes_the_better_line_and_says_that_it_did(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    page = letters.add("page.html", DECLINE)
    ran = letters.hook(runner, installed_hooks, "tonelint-fix", "page.html")
    assert ran.code == 1, ran.said
    assert "files were modified by this hook" in ran.said
    assert "No thanks" in page.read_text(encoding="utf-8")
    assert "unfit" not in page.read_text(encoding="utf-8")
    again = letters.hook(runner, installed_hooks, "tonelint-fix", "page.html")
    assert again.code == 0, again.said


@each_runner
def test_the_fixing_hook_leaves_what_needs_a_person_to_the_other_hook(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    ran = letters.hook(runner, installed_hooks, "tonelint-fix", "pressing.mjml")
    said = (letters.path / "pressing.mjml").read_text(encoding="utf-8")
    assert "3 seats left" in said, ran.said
    assert letters.hook(runner, installed_hooks, "tonelint", "pressing.mjml").code == 1


@each_runner
def test_a_file_that_holds_no_copy_is_not_the_hooks_business(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    letters.add("code.py", f'TEXT = """{PRESSING}"""\n')
    letters.add("package.json", '{"note": "Hurry, only 3 seats left!"}\n')
    ran = letters.hook(runner, installed_hooks, "tonelint", "code.py", "package.json")
    assert ran.code == 0, ran.said
    assert "Skipped" in ran.said


@each_runner
def test_a_broken_configuration_is_one_sentence_with_its_line(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    letters.add("tonelint.toml", 'lang = "en"\nfail-on = "error"\n')
    ran = letters.hook(runner, installed_hooks, "tonelint", "clean.html")
    assert ran.code != 0
    assert "tonelint.toml:2:" in ran.said
    assert "Traceback" not in ran.said


@each_runner
def test_what_the_configuration_excludes_is_left_out_although_the_runner_names_it(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    letters.add("tonelint.toml", 'exclude = ["pressing.mjml"]\n')
    ran = letters.hook(runner, installed_hooks, "tonelint", "clean.html", "pressing.mjml")
    assert ran.code == 0, ran.said
    letters.add("tonelint.toml", 'exclude = ["page.html"]\n')
    page = letters.add("page.html", DECLINE)
    assert letters.hook(runner, installed_hooks, "tonelint-fix", "page.html").code == 0
    assert page.read_text(encoding="utf-8") == DECLINE


@each_runner
def test_a_commit_with_pressing_copy_does_not_happen_until_it_is_calm(
    runner: str, letters: Repository, installed_hooks: Path
) -> None:
    revision = letters.run("git", "-C", str(installed_hooks), "rev-parse", "HEAD").said.strip()
    letters.add(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {installed_hooks}\n    rev: {revision}\n    hooks: [{{id: tonelint}}]\n",
    )
    from tests.hooks.conftest import program

    assert letters.run(program(runner), "install").code == 0
    commit = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "-m", "Add letters")
    stopped = letters.run(*commit)
    assert stopped.code != 0, stopped.said
    assert "pressing.mjml:2:" in stopped.said
    letters.add("pressing.mjml", CLEAN)
    went = letters.run(*commit)
    assert went.code == 0, went.said


@each_runner
def test_catalogues_are_checked_and_settings_are_not(runner: str, letters: Repository, installed_hooks: Path) -> None:
    letters.add("locales/en.json", '{"offer": "Hurry, only 3 seats left!"}\n')
    letters.add("package.json", '{"description": "Hurry, only 3 seats left!"}\n')
    ran = letters.hook(runner, installed_hooks, "tonelint", "locales/en.json", "package.json")
    assert ran.code == 1, ran.said
    assert "locales/en.json:1:" in ran.said
    assert "package.json" not in ran.said
