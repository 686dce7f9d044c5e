"""Baselines, and checking only what git says has changed: in real repositories, with real git."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tonelint.cli import run

STOCK = "Осталось всего 2 места!"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "copy"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "--quiet", "--initial-branch=main")
    (folder / "a.md").write_text(f"# Карта\n\n{STOCK} Приходите в библиотеку.\n", encoding="utf-8")
    commit("first")
    return folder


def git(*arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def commit(message: str) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def findings(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The places of the findings of `check`, without its other lines."""
    run(["check", "--lang", "en", "--quiet", *arguments, "."])
    out, err = capsys.readouterr()
    assert err == ""
    return [line.split(" ")[0] for line in out.splitlines() if line and not line.startswith(" ")]


def test_a_moved_sentence_stays_quiet_and_a_new_one_does_not(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository / "a.md"
    assert run(["baseline", "write"]) == 0
    baseline = ("--baseline", "tonelint-baseline.json")
    capsys.readouterr()
    assert findings(capsys, *baseline) == []
    path.write_text(f"# Карта\n\nНовый абзац.\n\n   {STOCK}\n", encoding="utf-8")
    assert findings(capsys, *baseline) == []
    path.write_text(f"{STOCK}\n\n{STOCK}\n", encoding="utf-8")
    assert findings(capsys, *baseline) == ["a.md:3:1"]
    path.write_text("Осталось всего 3 места!\n", encoding="utf-8")
    assert findings(capsys, *baseline) == ["a.md:1:1"]


def test_a_renamed_file_keeps_its_baseline(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["baseline", "write"])
    (repository / "a.md").rename(repository / "b.md")
    capsys.readouterr()
    assert findings(capsys, "--baseline", "tonelint-baseline.json") == []


def test_check_tells_what_the_baseline_lacks_and_prune_takes_out_what_is_gone(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["baseline", "write"])
    assert run(["baseline", "check"]) == 0
    (repository / "a.md").write_text("Осталось всего 3 места!\n", encoding="utf-8")
    capsys.readouterr()
    assert run(["baseline", "check", "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "new: a.md: scarcity/stock-left: осталось всего 3 места" in out
    assert "gone: a.md: scarcity/stock-left: осталось всего 2 места" in out
    assert run(["baseline", "prune"]) == 0
    assert "2 места" not in (repository / "tonelint-baseline.json").read_text(encoding="utf-8")


def test_a_broken_baseline_is_one_sentence_and_the_rest_is_checked(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "known.json").write_text("{\n oops", encoding="utf-8")
    assert run(["check", "--lang", "en", "--baseline", "known.json", "a.md"]) == 2
    out, err = capsys.readouterr()
    assert "a.md:3:1" in out
    assert err.startswith("tonelint: known.json:2: not valid JSON")


def test_only_touched_sentences_are_told(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = repository / "a.md"
    path.write_text(f"# Карта\n\n{STOCK} Приходите в библиотеку завтра.\n", encoding="utf-8")
    assert findings(capsys, "--diff", "HEAD") == []
    path.write_text(f"# Карта\n\n{STOCK}\nПриходите\nв библиотеку. Осталось всего 3 места!\n", encoding="utf-8")
    assert findings(capsys, "--diff", "HEAD") == ["a.md:5:15"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (f"{STOCK} <!-- tonelint: ignore[scarcity] counted -->\n", f"{STOCK}\n", ["a.md:1:1"]),
        (f"---\ntonelint-ignore: [scarcity]\n---\n{STOCK}\n", f"---\ntitle: Map\n---\n{STOCK}\n", ["a.md:4:1"]),
        (
            f"<!-- tonelint: ignore-file[scarcity] counted -->\n\n{STOCK}\n",
            f"<!-- tonelint: ignore-file[urgency] counted -->\n\n{STOCK}\n",
            ["a.md:1:1", "a.md:3:1"],
        ),
        (
            f"{STOCK} <!-- tonelint: ignore[scarcity] counted -->\n\n{STOCK}\n",
            f"{STOCK}\n\n{STOCK}\n",
            ["a.md:3:1"],
        ),
        (
            f"{STOCK} <!-- tonelint: ignore[scarcity] counted -->\n\nOnly 3 seats left!\n",
            f"{STOCK} <!-- tonelint: ignore[scarcity] counted daily -->\n\nOnly 3 seats left!\n",
            [],
        ),
    ],
    ids=["the comment", "the front matter", "another name in the comment", "one of two alike", "another reason"],
)
def test_a_sentence_that_is_silenced_no_more_counts_as_touched(
    repository: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, told: list[str]
) -> None:
    path = repository / "a.md"
    path.write_text(before, encoding="utf-8")
    commit("silenced")
    path.write_text(after, encoding="utf-8")
    assert findings(capsys, "--diff", "HEAD") == told


def test_renames_are_followed_and_new_files_count(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("mv", "a.md", "b.md")
    (repository / "c.md").write_text(STOCK, encoding="utf-8")
    assert findings(capsys, "--diff", "HEAD") == ["c.md:1:1"]


def test_what_others_did_since_is_not_ours(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("checkout", "--quiet", "-b", "mine")
    (repository / "b.md").write_text(STOCK, encoding="utf-8")
    commit("mine")
    git("checkout", "--quiet", "main")
    (repository / "a.md").write_text("Карта реки.\n", encoding="utf-8")
    commit("theirs")
    git("checkout", "--quiet", "mine")
    assert findings(capsys, "--diff", "main") == ["b.md:1:1"]


def test_staged_reads_what_is_staged(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = repository / "a.md"
    path.write_text("Осталось всего 3 места!\n", encoding="utf-8")
    assert findings(capsys, "--staged") == []
    git("add", "a.md")
    path.write_text("Карта реки.\n", encoding="utf-8")
    assert findings(capsys, "--staged") == ["a.md:1:1"]


def test_everything_staged_is_new_before_the_first_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    (tmp_path / "a.md").write_text(STOCK, encoding="utf-8")
    git("add", "a.md")
    assert findings(capsys, "--staged") == ["a.md:1:1"]


def test_a_shallow_clone_says_what_is_missing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git("checkout", "--quiet", "-b", "mine")
    (repository / "b.md").write_text(STOCK, encoding="utf-8")
    commit("mine")
    git("clone", "--quiet", "--depth=1", "--branch=mine", f"file://{repository}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert run(["check", "--diff", "origin/main", "."]) == 2
    assert "this clone is shallow, so fetch it first" in capsys.readouterr().err
    git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert run(["check", "--diff", "origin/main", "."]) == 2
    assert "the history of this shallow clone ends before" in capsys.readouterr().err


def test_outside_of_a_repository_there_is_nothing_to_compare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text(STOCK, encoding="utf-8")
    assert run(["check", "--diff", "HEAD", "a.md"]) == 2
    assert (
        capsys.readouterr().err.strip()
        == "tonelint: this folder is in no git repository, so there is nothing to compare with"
    )
