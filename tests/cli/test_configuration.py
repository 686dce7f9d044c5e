"""Which configuration is in force, what it says, and what is said about mistakes in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonelint import Config, ConfigError, find_config, load_config
from tonelint.config import locale_language


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_closest_file_wins(tmp_path: Path) -> None:
    written(tmp_path / "tonelint.toml", 'ignore = ["hype"]')
    near = written(tmp_path / "letters" / "tonelint.toml", 'select = ["scarcity"]')
    found = find_config(tmp_path / "letters" / "spring" / "letter.html")
    assert found == near
    assert load_config(near) == Config(select=("scarcity",), source=near)


def test_a_pyproject_counts_only_when_it_has_a_section_for_tonelint(tmp_path: Path) -> None:
    far = written(tmp_path / "pyproject.toml", '[tool.tonelint]\nlang = "ru"')
    written(tmp_path / "letters" / "pyproject.toml", "[tool.other]\nlang = 'de'\n")
    assert find_config(tmp_path / "letters") == far
    assert load_config(far).lang == "ru"


def test_a_file_of_its_own_wins_over_the_pyproject_beside_it(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.tonelint]\n")
    own = written(tmp_path / "tonelint.toml", "")
    assert find_config(tmp_path) == own


def test_extend_takes_over_settings_and_the_nearer_file_restates_them(tmp_path: Path) -> None:
    written(tmp_path / "tonelint.toml", 'ignore = ["hype"]\nfail_on = "error"\npacks = ["house"]')
    near = written(tmp_path / "letters" / "tonelint.toml", 'extend = "../tonelint.toml"\nfail_on = "never"')
    config = load_config(near)
    assert (config.ignore, config.fail_on, config.packs) == (("hype",), "never", (tmp_path / "house",))


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ('lang = "ru"\nselct = ["hype"]', 2, "unknown key 'selct'; did you mean 'select'?"),
        (
            '# min-severity is not it\nmin-severity = "error"',
            2,
            "unknown key 'min-severity'; did you mean 'min_severity'?",
        ),
        ("zzz = 1", 1, "unknown key 'zzz'"),
        ('[severity]\nhype = "eror"', 2, '\'hype\' takes "error" or "warning" or "advice"'),
        ('fail_on = "sometimes"', 1, "'fail_on' takes"),
        ('\nselect = "hype"', 2, "'select' takes a list of texts"),
        ('preview = "yes"', 1, "'preview' takes true or false"),
        ('lang = "ru\n', 1, "not valid TOML"),
        ('lang = "ru"\nlang = "en"\n', 2, "not valid TOML"),
        ('\n\nextend = "nowhere.toml"', 3, "'extend' names a file that does not exist: nowhere.toml"),
        ('extend = "tonelint.toml"', 1, "'extend' goes round in a circle"),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_line(tmp_path: Path, text: str, line: int, sentence: str) -> None:
    path = written(tmp_path / "tonelint.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}:{line}: {sentence}")
    assert "\n" not in str(caught.value)
    assert (caught.value.path, caught.value.line) == (str(path), line)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_MESSAGES": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:ru:en"}, "ru"),
        ({"LANG": "C", "LANGUAGE": "ru"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_decides_between_russian_and_english(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language
