"""Settings for some files, accepted phrases, word lists, rule packs and their lock, and the commands about settings."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest

from tonelint import Checker, ConfigError, load_config
from tonelint.cli import run
from tonelint.config.schema import json_schema

STOCK = "Осталось всего 2 места!"
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
  match: [wombat sale]
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


def rules(folder: Path, letter: str, *, day: str = "2026-05-01") -> list[str]:
    config = load_config(folder / "tonelint.toml")
    checker = Checker(config, clock=datetime.fromisoformat(day).replace(tzinfo=UTC))
    return [finding.rule for finding in checker.check_file(folder / letter).findings]


def test_a_section_for_some_files_holds_for_them_only(folder: Path) -> None:
    write(folder / "tonelint.toml", '[[overrides]]\nfiles = "legal/**"\nignore = ["scarcity"]\n')
    write(folder / "legal" / "a.txt", STOCK)
    write(folder / "b.txt", STOCK)
    assert rules(folder, "legal/a.txt") == []
    assert rules(folder, "b.txt") == ["scarcity/stock-left"]


def test_what_the_command_line_says_comes_on_top_of_every_section(folder: Path) -> None:
    write(folder / "tonelint.toml", '[[overrides]]\nfiles = "*.txt"\nfail_on = "never"\n')
    write(folder / "a.txt", STOCK)
    assert run(["check", "--no-cache", "a.txt"]) == 0
    assert run(["check", "--no-cache", "--fail-on", "warning", "a.txt"]) == 1


@pytest.mark.parametrize(("phrase", "left"), [("всего 2 места", 0), ("ОСТАЛОСЬ всего  2 Места", 0), ("5 мест", 1)])
def test_an_accepted_phrase_is_not_told(folder: Path, phrase: str, left: int) -> None:
    write(folder / "tonelint.toml", f'[[accepted]]\nphrase = "{phrase}"\nreason = "the play is called so"\n')
    write(folder / "a.txt", STOCK)
    assert len(rules(folder, "a.txt")) == left


def test_an_accepted_phrase_ends_with_its_day(folder: Path) -> None:
    write(folder / "tonelint.toml", '[[accepted]]\nphrase = "2 места"\nreason = "x"\nuntil = 2026-05-01\n')
    write(folder / "a.txt", STOCK)
    assert rules(folder, "a.txt", day="2026-05-01") == []
    assert rules(folder, "a.txt", day="2026-05-02") == ["scarcity/stock-left"]


def test_an_accepted_phrase_needs_its_reason(folder: Path) -> None:
    path = write(folder / "tonelint.toml", 'lang = "en"\n\n[[accepted]]\nphrase = "x"\n')
    with pytest.raises(ConfigError, match="an accepted phrase needs its 'reason'") as caught:
        load_config(path)
    assert caught.value.line == 3


def test_a_rule_pack_that_changes_after_it_was_locked_stops_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "tonelint.toml", 'packs = ["house"]\nlang = "en"\nselect = ["hype/wombat"]\n')
    rule = write(folder / "house" / "rules" / "hype" / "wombat.yaml", RULE)
    write(folder / "a.txt", "Our wombat sale begins.")
    assert run(["config", "--lock"]) == 0
    assert run(["check", "--no-cache", "a.txt"]) == 1
    rule.write_text(RULE.replace("high", "medium"), encoding="utf-8")
    assert run(["check", "--no-cache", "a.txt"]) == 2
    assert "has changed since it was locked" in capsys.readouterr().err


def test_config_says_where_each_value_comes_from(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder / "tonelint.toml", 'fail_on = "error"\n[[overrides]]\nfiles = "*.eml"\npreview = true\n')
    assert run(["config", "--format", "json", "--lang", "en", "a.eml"]) == 0
    settings = json.loads(capsys.readouterr().out)["settings"]
    assert settings["fail_on"] == {"value": "error", "from": "tonelint.toml:1"}
    assert settings["preview"] == {"value": True, "from": "overrides for *.eml"}
    assert settings["lang"] == {"value": None, "from": "default"}


def test_the_schema_in_the_docs_is_current() -> None:
    path = Path(__file__).parents[2] / "docs" / "config.schema.json"
    assert json.loads(path.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize(("language", "remark"), [("en", "# Folders and files"), ("ru", "# Папки и файлы")])
def test_the_schema_takes_what_init_writes_and_what_it_leaves_in_remarks(
    folder: Path, language: str, remark: str
) -> None:
    import tomllib

    write(folder / "a.md", "The map.")
    assert run(["init", "--no-baseline", "--lang", language]) == 0
    text = (folder / "tonelint.toml").read_text(encoding="utf-8")
    assert remark in text
    suggested = re.sub(r"^# (?=\w+ = |\[\[)", "", text, flags=re.MULTILINE)
    for one in (text, suggested):
        jsonschema.validate(json.loads(json.dumps(tomllib.loads(one), default=str)), json_schema())
        load_config(write(folder / "other" / "tonelint.toml", one))
    assert len(tomllib.loads(suggested)) > len(tomllib.loads(text))
    assert run(["init", "--no-baseline", "--lang", language]) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[overrides]]\nignore = ["hype"]\n', "a section of overrides needs 'files'"),
        ('[[overrides]]\nfiles = "*"\npacks = ["x"]\n', "unknown key 'packs' under [[overrides]]"),
        (
            '[[accepted]]\nphrase = "x"\nreason = "y"\nuntil = "2026-01-01"\n',
            "'until' takes a day without quotation marks",
        ),
        ("[lexicons.de]\nx = []\n", "'lexicons' takes word lists by language"),
        ('column_roles = { a = "button" }\n', "'a' takes"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(folder: Path, text: str, words: str) -> None:
    path = write(folder / "tonelint.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert words in str(caught.value)
    assert caught.value.line > 0
    assert "\n" not in str(caught.value)


def test_excluded_files_are_left_out_of_folders_and_on_request_everywhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "tonelint.toml", 'exclude = "old/"\n')
    write(folder / "old" / "a.txt", STOCK)
    write(folder / "b.txt", "Карта реки.")
    assert run(["check", "--show-files", "."]) == 0
    assert capsys.readouterr().out == "b.txt\n"
    assert run(["check", "old/a.txt"]) == 1
    assert run(["check", "--force-exclude", "old/a.txt"]) == 0
