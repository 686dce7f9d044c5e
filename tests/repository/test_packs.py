"""Own words for the word lists, rule packs that other people install, and the lock that holds packs in place."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from tonelint import Checker, ConfigError, RuleError, load_config
from tonelint.cli import run
from tonelint.ruleset import files
from tonelint.ruleset.lock import FILE_NAME, hold, lock_text

RULE = """\
id: hype/wombat
status: stable
severity: warning
confidence: high
evidence: text
title: {en: Wombats, ru: Вомбаты}
message: {en: A wombat., ru: Вомбат.}
why: {en: Wombats are not for letters., ru: Вомбатам в письме не место.}
en:
  match: ['@beasts sale']
  bad: ["Our [[wombat sale]] begins."]
  good: ["A wombat sleeps."]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def pack(folder: Path) -> Path:
    """A rule pack in `folder`, with a word list of its own."""
    write(folder / "rules" / "hype" / "wombat.yaml", RULE)
    write(folder / "lexicons" / "en" / "beasts.txt", "wombat\nnumbat\n")
    return folder


def installed(site: Path, data: str = "house_rules.data") -> Path:
    """A distribution in the folder `site`, as pip would leave it: it offers a pack, and its code must never run."""
    write(site / "house_rules" / "__init__.py", "raise RuntimeError('the code of a pack was imported')\n")
    info = site / "house_rules-1.0.dist-info"
    write(info / "METADATA", "Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    write(info / "entry_points.txt", f"[tonelint.rulepacks]\nhouse = {data}\n")
    return pack(site / "house_rules" / "data")


def found(folder: Path, text: str) -> list[str]:
    checker = Checker(load_config(folder / "tonelint.toml"))
    return [finding.rule for finding in checker.check_text(text).findings]


def test_own_words_widen_a_word_list_in_every_form(folder: Path) -> None:
    settings = 'lang = "en"\nselect = ["scarcity/stock-left"]\n'
    letter = "Осталось всего 2 вигвама!\n\nОсталось всего 5 вигвамов!\n\nОсталось всего 2 шатра!"
    write(folder / "tonelint.toml", settings)
    assert found(folder, letter) == []
    write(folder / "tonelint.toml", f'{settings}[lexicons.ru]\nplaces = ["вигвам"]\n')
    assert found(folder, letter) == ["scarcity/stock-left", "scarcity/stock-left"]


def test_words_for_a_list_that_does_not_exist_are_one_sentence(folder: Path) -> None:
    write(folder / "tonelint.toml", '[lexicons.ru]\nplacess = ["вигвам"]\n')
    with pytest.raises(RuleError, match="there is no word list 'placess' in 'ru'; did you mean 'places'"):
        found(folder, "Карта.")


def test_an_installed_pack_is_found_by_its_name_and_its_code_never_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed(folder / "site")
    monkeypatch.syspath_prepend(folder / "site")
    write(folder / "tonelint.toml", 'lang = "en"\npacks = ["house"]\nselect = ["hype/wombat"]\n')
    write(folder / "a.txt", "Our numbat sale begins.\n")
    assert run(["check", "--no-cache", "a.txt"]) == 1
    assert "a.txt:1:5 warning hype/wombat" in capsys.readouterr().out
    assert "house_rules" not in sys.modules


def test_an_installed_pack_without_data_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    installed(folder / "site", data="house_rules.nowhere")
    monkeypatch.syspath_prepend(folder / "site")
    write(folder / "tonelint.toml", 'lang = "en"\n\npacks = ["house"]\n')
    write(folder / "a.txt", "The map.\n")
    assert run(["check", "a.txt"]) == 2
    said = capsys.readouterr().err
    assert "tonelint.toml:3: the installed rule pack 'house' points to no folder (house_rules.nowhere)" in said


def test_a_folder_of_the_same_name_comes_before_an_installed_pack(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed(folder / "site")
    monkeypatch.syspath_prepend(folder / "site")
    own = pack(folder / "house")
    write(folder / "tonelint.toml", 'packs = ["house"]\n')
    assert load_config(folder / "tonelint.toml").packs == (own.resolve(),)


def test_the_lock_names_each_pack_and_what_it_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack(folder / "house")
    source = write(folder / "tonelint.toml", 'lang = "en"\npacks = ["house"]\n')
    assert run(["config", "--lock"]) == 0
    assert capsys.readouterr().out == f"Wrote {FILE_NAME}. Packs: 1.\n"
    written = (folder / FILE_NAME).read_text(encoding="utf-8")
    assert written == lock_text((folder / "house",), source)
    digest, name = written.split()
    assert name == "house"
    seen = hashlib.sha256()
    for file in ("hype/wombat.yaml", "en/beasts.txt"):
        [path] = (folder / "house").rglob(Path(file).name)
        seen.update(f"{file}\0".encode() + path.read_bytes())
    assert digest == seen.hexdigest()[:20]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rules/hype/wombat.yaml", RULE.replace("high", "low")),
        ("rules/hype/koala.yaml", RULE.replace("wombat", "koala")),
        ("lexicons/en/beasts.txt", "wombat\n"),
        ("lexicons/ru/beasts.txt", "вомбат\n"),
    ],
    ids=["a changed rule", "a new rule", "a changed word list", "a new word list"],
)
def test_whatever_changes_in_a_locked_pack_is_noticed(folder: Path, name: str, text: str) -> None:
    place = pack(folder / "house")
    source = write(folder / "tonelint.toml", 'packs = ["house"]\n')
    write(folder / FILE_NAME, lock_text((place,), source))
    hold((place,), source)
    write(place / name, text)
    with pytest.raises(ConfigError, match=r"the rule pack 'house' has changed since it was locked") as caught:
        hold((place,), source)
    assert (Path(caught.value.path).name, caught.value.line) == (FILE_NAME, 1)


def test_a_pack_that_the_lock_does_not_know_stops_the_run(folder: Path) -> None:
    house, other = pack(folder / "house"), pack(folder / "other")
    source = write(folder / "tonelint.toml", 'packs = ["house", "other"]\n')
    write(folder / FILE_NAME, lock_text((house,), source))
    with pytest.raises(ConfigError, match="'other' is not locked yet; `tonelint config --lock` does that"):
        hold((house, other), source)


def test_an_installed_pack_is_locked_under_a_name_that_is_the_same_on_every_machine(tmp_path: Path) -> None:
    place = installed(tmp_path / "lib" / "site-packages")
    source = write(tmp_path / "work" / "tonelint.toml", 'packs = ["house"]\n')
    assert lock_text((place,), source).split()[1] == "house_rules/data"
    assert len(files.rule_files(files.pack_at(place))) == 1
