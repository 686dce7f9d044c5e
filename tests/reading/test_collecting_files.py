"""Which files a folder gives: known extensions, .gitignore respected, in a stable order, each once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tonelint.errors import ReadingError
from tonelint.model import Problem
from tonelint.reading import collect, read_file


def make(root: Path, *names: str, text: str = "Bread.\n") -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(root: Path, *paths: Path) -> list[str]:
    return [one.relative_to(root).as_posix() for one in collect(paths or [root]) if isinstance(one, Path)]


def test_a_folder_gives_the_copy_in_it_in_a_stable_order(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/z.md", "a/y.html", "c.py", "d.eml", "e.html.j2", "Makefile", ".git/x.txt")
    assert names(tmp_path) == ["a/y.html", "a/z.md", "b.txt", "d.eml", "e.html.j2"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    make(tmp_path, "notes.xyz", ".gitignore", text="*\n")
    assert names(tmp_path, tmp_path / "notes.xyz") == ["notes.xyz"]


def test_nothing_comes_twice(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b/c.txt")
    assert names(tmp_path, tmp_path / "b" / "c.txt", tmp_path, tmp_path / "b", tmp_path / "a.txt") == [
        "b/c.txt",
        "a.txt",
    ]


def test_ignored_files_and_folders_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "build/b.txt", "drafts/c.txt", "drafts/keep.txt", "drafts/deep/d.txt")
    make(tmp_path, ".gitignore", text="build/\n/a.txt\n")
    make(tmp_path, "drafts/.gitignore", text="*\n!keep.txt\n")
    assert names(tmp_path) == ["drafts/keep.txt"]


def test_the_ignore_file_at_the_root_of_the_repository_counts_for_a_folder_inside(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "letters/a.txt", "letters/old.txt", "old/b.txt")
    make(tmp_path, ".gitignore", text="old*\n")
    assert names(tmp_path, tmp_path / "letters") == ["letters/a.txt"]


def test_an_ignored_folder_that_is_named_is_read(tmp_path: Path) -> None:
    make(tmp_path, ".git/HEAD", "build/b.txt")
    make(tmp_path, ".gitignore", text="build/\n")
    assert names(tmp_path) == []
    assert names(tmp_path, tmp_path / "build") == ["build/b.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    make(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a/b.txt"]


def test_a_missing_path_is_reported_and_the_others_are_read(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    found = list(collect([tmp_path / "none", tmp_path / "a.txt"]))
    assert found == [Problem("no such file or folder"), tmp_path / "a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may open every folder")
def test_a_forbidden_folder_is_reported_with_its_name(tmp_path: Path) -> None:
    make(tmp_path, "open/a.txt", "shut/b.txt")
    (tmp_path / "shut").chmod(0)
    try:
        found = list(collect([tmp_path]))
    finally:
        (tmp_path / "shut").chmod(0o700)
    assert tmp_path / "open" / "a.txt" in found
    assert any(isinstance(one, Problem) and "shut" in one.message for one in found)


def test_a_missing_file_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none\.txt: cannot be read: no such file or directory$"):
        read_file(tmp_path / "none.txt")


def test_a_template_is_read_by_the_extension_inside(tmp_path: Path) -> None:
    make(tmp_path, "a.txt.erb", "b.html.j2", "c.liquid", "d.md.jinja")
    formats = [read_file(one).format for one in collect([tmp_path]) if isinstance(one, Path)]
    assert formats == ["text", "html", "html", "markdown"]


def test_an_inner_ignore_file_may_bring_back_what_an_outer_one_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "letters/keep.txt", "letters/drop.txt")
    make(tmp_path, ".gitignore", text="*.txt\n")
    make(tmp_path, "letters/.gitignore", text="!keep.txt\n")
    assert names(tmp_path) == ["letters/keep.txt"]
