"""What a check of one plain sentence must not pay for: each test runs a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import tonelint

HEAVY = ("spacy", "natasha", "pydantic", "pkg_resources", "pymorphy3", "rich", "numpy")

FOR_FINDINGS = (
    "tonelint.judging.claims", "tonelint.judging.identity", "tonelint.reporting.places", "tonelint.rewriting",
)  # fmt: skip
FOR_SETTINGS = ("tomllib", "tonelint.config.keys", "tonelint.config.values", "tonelint.judging.baseline")
FOR_MARKUP = ("html.entities", "tonelint.matching.boxes", "tonelint.matching.ways_out", "tonelint.reading.html")
FOR_COMPILING = ("difflib", "tonelint.ruleset.compiler", "tonelint.ruleset.schema")
FOR_REPOSITORIES = ("json", "pathspec", "tempfile", "tonelint.cache", "tonelint.changes")
FOR_MEASURES = ("tonelint.measures", "tonelint.reporting.measures")
UNMET = (*FOR_FINDINGS, *FOR_SETTINGS, *FOR_MARKUP, *FOR_COMPILING, *FOR_REPOSITORIES, *FOR_MEASURES)
"""What a sentence of plain text, without findings and outside of any repository, gives no reason to load."""

CHECK = """
import sys
sys.argv = ["tonelint", "check", sys.argv[1]]
try:
    from tonelint.cli import main
    main()
except SystemExit as end:
    loaded = [name for name in {heavy!r} if name in sys.modules]
    print("code", end.code, "loaded", *loaded)
"""

BLOCKED = """
import sys

class NoPkgResources:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pkg_resources":
            raise ModuleNotFoundError("No module named 'pkg_resources'", name="pkg_resources")

sys.meta_path.insert(0, NoPkgResources())
sys.modules.pop("pkg_resources", None)
import tonelint
report = tonelint.check_text("Осталось 2 места! Only 2 seats left!", config=tonelint.Config(select=("scarcity",)))
assert report.findings, report
"""


def python(code: str, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    root = Path(tonelint.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=folder,
        check=False,
    )


@pytest.fixture(scope="module", autouse=True)
def rules_are_compiled(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a clone the first check compiles the rules, and compiling may import what it likes."""
    letter = tmp_path_factory.mktemp("first") / "letter.txt"
    letter.write_text("The map.", encoding="utf-8")
    python(CHECK.format(heavy=()), str(letter))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize(
    "sentence", ["Завтра в библиотеке покажут карту реки.", "The library shows the river map tomorrow."]
)
def test_checking_one_sentence_imports_nothing_heavy(tmp_path: Path, sentence: str, suffix: str) -> None:
    letter = tmp_path / f"letter{suffix}"
    letter.write_text(sentence, encoding="utf-8")
    result = python(CHECK.format(heavy=HEAVY), str(letter))
    assert result.stderr == ""
    assert result.stdout.splitlines()[-1] == "code 0 loaded"


@pytest.mark.parametrize("sentence", ["Завтра в библиотеке покажут карту реки.", "See the river map tomorrow."])
def test_what_a_text_does_not_need_is_not_loaded(tmp_path: Path, sentence: str) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(sentence, encoding="utf-8")
    result = python(CHECK.format(heavy=UNMET), str(letter), folder=tmp_path)
    assert result.stdout.splitlines()[-1] == "code 0 loaded", result.stderr


def test_everything_works_without_pkg_resources() -> None:
    result = python(BLOCKED)
    assert (result.returncode, result.stderr) == (0, "")
