"""What comments in the copy silence, and what is said about comments that silence nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tonelint import Checker, Config, Report
from tonelint.cli import run

CHECKER = Checker(Config(lang="en"))
STOCK = "Осталось всего 2 места!"


def checked(text: str, format: str = "html", **settings: object) -> Report:
    checker = Checker(Config(lang="en", **settings)) if settings else CHECKER  # type: ignore[arg-type]
    return checker.check_text(text, format=format)


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("html", f"<p>{STOCK} <!-- tonelint: ignore[scarcity/stock-left] counted daily --></p>"),
        ("html", f"<!-- tonelint: ignore[scarcity] counted daily -->\n\n<p>\n{STOCK}\n</p>"),
        ("html", f"<!-- tonelint: ignore-next-line[scarcity] --><b>x</b>\n<p>{STOCK}</p>"),
        ("html", f"<!-- tonelint: ignore-file[scarcity] -->\n<p>Карта.</p>\n<p>{STOCK}</p>"),
        ("html", f"<p>{STOCK}</p> {{# tonelint: ignore[scarcity] #}}"),
        ("html", f"<p>{STOCK}</p> {{{{!-- tonelint: ignore[scarcity] --}}}}"),
        ("html", f"<p>{STOCK}</p> <%# tonelint: ignore[scarcity] %>"),
        ("html", f"{{% comment %}} tonelint: ignore[scarcity] {{% endcomment %}}\n<p>{STOCK}</p>"),
        ("markdown", f"<!-- tonelint: ignore[scarcity] -->\n{STOCK}\n"),
        ("markdown", f"---\ntonelint-ignore: scarcity\n---\n{STOCK}\n"),
        ("markdown", f"---\ntonelint-ignore:\n  scarcity/stock-left: the warehouse counts\n---\n{STOCK}\n"),
        ("text", f"{{# tonelint: ignore[scarcity] #}}\n{STOCK}\n"),
    ],
)
def test_a_comment_silences_its_finding(format: str, text: str) -> None:
    report = checked(text, format)
    assert (rules(report), report.suppressed) == ([], 1)


def test_a_block_silences_what_is_in_it_and_nothing_behind_it() -> None:
    report = checked(
        f"<!-- tonelint: ignore-start[scarcity] -->\n<p>{STOCK}</p>\n<p>{STOCK}</p>\n"
        f"<!-- tonelint: ignore-end -->\n<p>{STOCK}</p>"
    )
    assert report.suppressed == 2
    assert [(finding.rule, finding.line) for finding in report.findings] == [("scarcity/stock-left", 5)]


def test_a_comment_silences_only_the_rules_that_it_names() -> None:
    report = checked(f"<p>{STOCK} <!-- tonelint: ignore[urgency/hurry] --></p>")
    assert rules(report) == ["scarcity/stock-left", "internal/unused-suppression"]


def test_a_comment_that_silences_nothing_is_told_and_fix_takes_it_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.html"
    letter.write_text(
        "<p>The map.</p>\n  <!-- tonelint: ignore[scarcity] old -->\n<p>The river.</p>\n", encoding="utf-8"
    )
    assert rules(Checker(Config(lang="en")).check_file(letter)) == ["internal/unused-suppression"]
    assert run(["fix", "--lang", "en", str(letter)]) == 0
    assert letter.read_text(encoding="utf-8") == "<p>The map.</p>\n<p>The river.</p>\n"


def test_fix_takes_only_the_name_that_is_not_needed(tmp_path: Path) -> None:
    letter = tmp_path / "letter.html"
    letter.write_text(f"<p>{STOCK}</p> <!-- tonelint: ignore[scarcity, hype] counted -->\n", encoding="utf-8")
    run(["fix", "--quiet", str(letter)])
    assert "ignore[scarcity] counted -->" in letter.read_text(encoding="utf-8")


def test_a_comment_for_a_rule_that_is_not_in_force_is_not_called_unused() -> None:
    assert rules(checked("<p>The map. <!-- tonelint: ignore[scarcity] --></p>", ignore=("scarcity",))) == []
    assert rules(checked("<p>The map. <!-- tonelint: ignore[scarcity] --></p>", min_severity="error")) == []


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore[scarcty/stock-left]", "did you mean 'scarcity/stock-left'"),
        ("ingore[scarcity]", "did you mean 'ignore'"),
        ("ignore", "name them in brackets"),
    ],
)
def test_a_comment_that_cannot_be_understood_is_told(comment: str, words: str) -> None:
    [finding] = checked(f"<p>The map. <!-- tonelint: {comment} --></p>").findings
    assert finding.rule == "internal/unknown-suppression"
    assert words in finding.message


def test_a_reason_can_be_required() -> None:
    text = f"<p>{STOCK} <!-- tonelint: ignore[scarcity] --></p>"
    assert rules(checked(text)) == []
    assert rules(checked(text, require_reason=True)) == ["internal/unexplained-suppression"]
    assert rules(checked(text.replace("] --", "] counted --"), require_reason=True)) == []


def test_examples_in_code_are_not_comments() -> None:
    text = "Write `<!-- tonelint: ignore[hype] -->` so.\n\n```html\n<!-- tonelint: ignore[hype] -->\n```\n"
    assert rules(checked(text, "markdown")) == []


def test_remarks_can_be_ignored_and_restated() -> None:
    text = "<p>The map. <!-- tonelint: ignore[scarcity] --></p>"
    assert rules(checked(text, ignore=("internal",))) == []
    [finding] = checked(text, severity={"internal": "error"}).findings
    assert finding.severity == "error"


def test_add_ignore_writes_comments_that_silence_and_leave_the_letter_as_it_reads(tmp_path: Path) -> None:
    letter = tmp_path / "letter.html"
    letter.write_text(f"<ul>\n  <li>{STOCK}</li>\n  <li>{STOCK}</li>\n</ul>\n", encoding="utf-8")
    assert run(["add-ignore", "--reason", "counted daily", str(letter)]) == 0
    report = Checker(Config(require_reason=True)).check_file(letter)
    assert (rules(report), report.suppressed) == ([], 2)


def test_add_ignore_says_what_else_there_is_where_a_comment_would_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text(f"{STOCK}\n", encoding="utf-8")
    assert run(["add-ignore", "--lang", "en", "--reason", "counted daily", "letter.txt"]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("Silenced: 0 findings. Left: 1.\nWhat is left stands where a comment would be read as copy")
    assert "tonelint baseline write, or an accepted phrase" in out
    assert (err, Path("letter.txt").read_text(encoding="utf-8")) == ("", f"{STOCK}\n")


def test_add_ignore_tells_of_paths_that_are_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.md").write_text(f"{STOCK}\n", encoding="utf-8")
    assert run(["add-ignore", "--lang", "en", "--reason", "counted daily", "nowhere.md", "letter.md"]) == 2
    out, err = capsys.readouterr()
    assert out == "Silenced: 1 finding. Left: 0.\n"
    assert err == "tonelint: nowhere.md: no such file or folder\n"
