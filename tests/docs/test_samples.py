"""What the README shows of the program's answers is what the program answers, letter for letter."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from tests.docs.conftest import PAGES
from tests.hooks.conftest import ROOT
from tonelint.cli import run
from tonelint.evaluation import samples


@pytest.mark.parametrize("name", samples.PAGES)
def test_the_findings_that_are_shown_are_told_in_these_words(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    current = samples.with_samples(text, samples.PAGES[name])
    assert text == current, "run python -m tonelint.evaluation.samples"


def test_a_sample_is_what_the_command_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.html").write_text("\n<p>Only 3 cabins left!</p>\n", encoding="utf-8")
    assert run(["check", "--lang", "en", "--quiet", "letter.html"]) == 1
    printed = capsys.readouterr().out.rstrip("\n") + "\n"
    assert samples.told("<p>Only 3 cabins left!</p>", 2, "letter.html", "en") == printed
    page = "# Page\n\n    letter.html:2:4 warning\n      <p>Only 3 cabins left!</p>\n      old words\n\nThe end.\n"
    shown = "".join(f"    {line}\n" for line in printed.splitlines())
    assert samples.with_samples(page, "en") == f"# Page\n\n{shown}\nThe end.\n"


@pytest.mark.parametrize(
    "page", [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")], ids=lambda page: page.name
)
def test_a_session_of_python_that_is_shown_went_like_that(page: Path) -> None:
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert tried
    assert not failed
