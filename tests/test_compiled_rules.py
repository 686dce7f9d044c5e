"""Compiled rules on disk and between processes: what was kept is what was compiled, or it is made anew."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tonelint.matching import match_document
from tonelint.reading import read_text
from tonelint.ruleset import Ruleset
from tonelint.ruleset.compiled import Stored
from tonelint.ruleset.compiler import compile_packs
from tonelint.ruleset.files import Pack
from tonelint.ruleset.store import read_stored, write_stored

RULE = """
id: hype/test-comets
severity: warning
confidence: high
evidence: text
title: {en: Comets, ru: Кометы}
message: {en: m, ru: m}
why: {en: w, ru: w}
en:
  match: [comet sale]
  bad: []
  good: []
"""


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    folder = tmp_path_factory.mktemp("pack")
    (folder / "hype").mkdir()
    (folder / "hype" / "test-comets.yaml").write_text(RULE, encoding="utf-8")
    return compile_packs([Pack(folder, folder / "lexicons")])


def places(ruleset: Ruleset) -> list[tuple[str, int, int]]:
    matches, _ = match_document(read_text("Our comet sale is here."), ruleset)
    return [(match.rule, match.span.start, match.span.end) for match in matches]


def test_rules_read_from_disk_match_like_those_just_compiled(stored: Stored, tmp_path: Path) -> None:
    write_stored(tmp_path / "deep" / "rules.bin", stored)
    read = read_stored(tmp_path / "deep" / "rules.bin")
    assert read is not None
    assert places(Ruleset(read)) == places(Ruleset(stored)) == [("hype/test-comets", 4, 14)]


def test_rules_can_be_sent_to_another_process(stored: Stored, tmp_path: Path) -> None:
    write_stored(tmp_path / "rules.bin", stored)
    read = read_stored(tmp_path / "rules.bin")
    assert read is not None
    sent: Ruleset = pickle.loads(pickle.dumps(Ruleset(read)))
    assert places(sent) == [("hype/test-comets", 4, 14)]
    assert sent.rules["hype/test-comets"].title["ru"] == "Кометы"


@pytest.mark.parametrize("left", [0, 1, 30, 47, 48, 200, -1])
def test_a_file_that_was_cut_is_not_read(stored: Stored, tmp_path: Path, left: int) -> None:
    file = tmp_path / "rules.bin"
    write_stored(file, stored)
    file.write_bytes(file.read_bytes()[:left])
    assert read_stored(file) is None


@pytest.mark.parametrize("line", [b"", b"\0" * 48, b"\xff" * 48, "правила".encode(), b"1.4.311 2 3".ljust(48)])
def test_a_file_that_begins_otherwise_is_not_read(stored: Stored, tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "rules.bin"
    write_stored(file, stored)
    file.write_bytes(line + file.read_bytes()[48:])
    assert read_stored(file) is None


def test_a_missing_file_is_not_read(tmp_path: Path) -> None:
    assert read_stored(tmp_path / "rules.bin") is None
