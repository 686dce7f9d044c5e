"""`tonelint fix`: what it writes, what it leaves, and that nothing else in the file moves."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tonelint.cli import run
from tonelint.errors import FactsError, WritingError
from tonelint.rewriting.write import write

LETTER = """<html><head><meta charset="utf-8"><title>Керамика</title></head><body>
<p>Здравствуйте, {{ name }}!</p>
<p>Записаться на <b>керамику</b>&nbsp;можно, пока не разобрали места!</p>
<p>Скидка 5&nbsp;%. Поторопитесь!</p>
<a class="button" href="https://example.ru/no?a=1&amp;b=2">Нет, мне нравится переплачивать</a>
</body></html>
"""


@pytest.fixture(autouse=True)
def plain_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)


def file(name: str, text: str, encoding: str = "utf-8") -> Path:
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def test_pressure_goes_and_everything_else_stays_byte_for_byte() -> None:
    path = file("letter.html", LETTER)
    assert run(["fix", "letter.html"]) == 0
    fixed = path.read_text(encoding="utf-8")
    expected = (
        LETTER.replace(", пока не разобрали места!", ".")
        .replace(" Поторопитесь!", "")
        .replace("Нет, мне нравится переплачивать", "Нет, спасибо")
    )
    assert fixed == expected


@pytest.mark.parametrize(
    ("name", "encoding", "newline"),
    [
        ("letter.txt", "utf-8", "\n"),
        ("letter.txt", "utf-8-sig", "\r\n"),
        ("letter.txt", "cp1251", "\r\n"),
        ("letter.txt", "koi8-r", "\n"),
        ("letter.txt", "utf-16", "\r\n"),
        ("letter.md", "utf-8", "\r\n"),
    ],
)
def test_encoding_mark_and_line_ends_are_kept(name: str, encoding: str, newline: str) -> None:
    text = "Здравствуйте!\nЛекция о керамике, начало в семь часов.\n\nСкидка ждёт вас. Поторопитесь!\nДо встречи\n"
    path = file(name, text.replace("\n", newline), encoding)
    run(["fix", name])
    assert path.read_bytes() == text.replace(" Поторопитесь!", "").replace("\n", newline).encode(encoding)


def test_a_letter_in_eight_bits_is_fixed_in_its_part_only() -> None:
    head = b"From: a@example.ru\r\nSubject: =?utf-8?b?0J/RgNC40LLQtdGC?=\r\nMIME-Version: 1.0\r\n"
    kind = b"Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    body = "Скидка на лекцию о керамике. Поторопитесь!\r\n".encode("cp1251")
    Path("letter.eml").write_bytes(head + kind + body)
    run(["fix", "letter.eml"])
    assert Path("letter.eml").read_bytes() == head + kind + body.replace(" Поторопитесь!".encode("cp1251"), b"")


def test_a_part_stored_in_base64_is_shown_and_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    import base64

    head = b"From: a@example.ru\nSubject: hi\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    body = base64.encodebytes("Скидка на керамику. Поторопитесь!\n".encode())
    data = head + b"Content-Transfer-Encoding: base64\n\n" + body
    Path("letter.eml").write_bytes(data)
    assert run(["fix", "letter.eml"]) == 1
    assert Path("letter.eml").read_bytes() == data
    assert "stored encoded" in capsys.readouterr().out


def test_fixing_again_changes_nothing() -> None:
    path = file("letter.html", LETTER)
    run(["fix", "letter.html"])
    once = path.read_bytes()
    run(["fix", "letter.html"])
    assert path.read_bytes() == once


def test_diff_shows_what_fix_writes_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    path = file("letter.html", LETTER)
    run(["fix", "--diff", "letter.html"])
    shown = capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == LETTER
    run(["fix", "--quiet", "letter.html"])
    assert patched(LETTER, shown) == path.read_text(encoding="utf-8")


def patched(old: str, diff: str) -> str:
    """`old` with a unified diff applied, read as `patch` reads it."""
    lines, made, at = old.split("\n"), [], 0
    for row in diff.split("\n")[2:]:
        if row.startswith("@@"):
            start = int(row.split(" ")[1].split(",")[0][1:]) - 1
            made += lines[at:start]
            at = start
        elif row.startswith("-"):
            assert lines[at] == row[1:]
            at += 1
        elif row.startswith("+"):
            made.append(row[1:])
        elif row.startswith(" "):
            assert lines[at] == row[1:]
            made.append(row[1:])
            at += 1
    return "\n".join([*made, *lines[at:]])


def test_check_says_whether_something_would_change() -> None:
    path = file("letter.txt", "Скидка ждёт вас. Поторопитесь!\n")
    assert run(["fix", "--check", "letter.txt"]) == 1
    assert path.read_text(encoding="utf-8") == "Скидка ждёт вас. Поторопитесь!\n"
    run(["fix", "letter.txt"])
    assert run(["fix", "--check", "letter.txt"]) == 0


def test_facts_complete_a_line_that_asks_for_them() -> None:
    path = file("letter.txt", "На курсе осталось всего 4 места!\n")
    assert run(["fix", "letter.txt"]) == 1
    assert path.read_text(encoding="utf-8") == "На курсе осталось всего 4 места!\n"
    file("facts.yaml", "now: 2026-05-20T10:00+03:00\nstock: {left: 21}\n")
    assert run(["fix", "--facts", "facts.yaml", "letter.txt"]) == 0
    assert path.read_text(encoding="utf-8") == "На курсе есть 21 место, подсчёт на 20\u00a0мая.\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("facts.yaml", "stock: [", "facts.yaml:1: not valid YAML"),
        ("facts.json", '{"stock": }', "facts.json:1: not valid JSON"),
        ("facts.yaml", "- 1\n", "facts.yaml:1: expected names and values"),
    ],
)
def test_bad_facts_are_one_clear_sentence(name: str, text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    file("letter.txt", "Скидка ждёт вас.\n")
    file(name, text)
    assert run(["fix", "--facts", name, "letter.txt"]) == 2
    assert said in capsys.readouterr().err
    assert issubclass(FactsError, Exception)


def test_only_selected_rules_are_fixed() -> None:
    path = file("letter.html", LETTER)
    run(["fix", "--select", "confirmshaming", "letter.html"])
    assert path.read_text(encoding="utf-8") == LETTER.replace("Нет, мне нравится переплачивать", "Нет, спасибо")


def test_standard_input_goes_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Скидка ждёт вас. Поторопитесь!\n".encode())))
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", out)
    run(["fix", "-"])
    out.flush()
    assert out.buffer.getvalue() == "Скидка ждёт вас.\n".encode()  # type: ignore[attr-defined]


def test_permissions_and_links_are_kept() -> None:
    path = file("letter.txt", "Скидка ждёт вас. Поторопитесь!\n")
    path.chmod(0o640)
    Path("link.txt").symlink_to("letter.txt")
    run(["fix", "link.txt"])
    assert Path("link.txt").is_symlink()
    assert path.read_text(encoding="utf-8") == "Скидка ждёт вас.\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in Path().iterdir()) == ["letter.txt", "link.txt"]


def test_a_file_changed_since_it_was_read_is_left_alone() -> None:
    path = file("letter.txt", "новый текст")
    with pytest.raises(WritingError, match="changed since it was read"):
        write(path, b"fixed", read=b"old text")
    assert path.read_text(encoding="utf-8") == "новый текст"


def test_a_missing_file_is_named_and_the_others_are_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    path = file("letter.txt", "Скидка ждёт вас. Поторопитесь!\n")
    assert run(["fix", "nowhere.txt", "letter.txt"]) == 2
    assert "nowhere.txt" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "Скидка ждёт вас.\n"


@pytest.mark.parametrize(
    ("answers", "after"),
    [
        ("1\n", "Скидка ждёт вас.\n"),
        ("s\n", "Скидка ждёт вас. Поторопитесь!\n"),
        ("q\n", "Скидка ждёт вас. Поторопитесь!\n"),
        ("e\nДо встречи.\n", "Скидка ждёт вас. До встречи.\n"),
        (
            "i\nтак просили\ns\n",
            "<!-- tonelint: ignore[urgency/hurry] так просили -->\nСкидка ждёт вас. Поторопитесь!\n",
        ),
    ],
)
def test_the_writer_decides_about_each_finding(answers: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file("letter.md", "Скидка ждёт вас. Поторопитесь!\n")
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    run(["fix", "--interactive", "--select", "urgency/hurry", "letter.md"])
    assert path.read_text(encoding="utf-8") == after


def test_two_findings_of_one_sentence_give_a_whole_sentence() -> None:
    path = file("letter.txt", "Поторопитесь, скидки на лекции скоро закончатся, не упустите шанс!\n")
    run(["fix", "letter.txt"])
    once = path.read_bytes()
    run(["fix", "letter.txt"])
    assert path.read_bytes() == once


def test_the_author_answers_a_question_in_its_own_words() -> None:
    path = file("letter.txt", "Чтобы отписаться, позвоните в отдел заботы.\n")
    file("facts.yaml", "answers: {obstruction: {ссылка: example.ru/out}}\n")
    assert run(["fix", "--facts", "facts.yaml", "--select", "obstruction", "letter.txt"]) == 0
    assert "example.ru/out" in path.read_text(encoding="utf-8")
    file("facts.yaml", "answers: {ссылка: [1]}\n")
    assert run(["fix", "--facts", "facts.yaml", "letter.txt"]) == 2
