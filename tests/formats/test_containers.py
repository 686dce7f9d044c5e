"""Archives and mailboxes are folders of letters: every door that takes files takes what is inside of them."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

import tonelint
from tonelint.cli import run
from tonelint.errors import ReadingError
from tonelint.reading.containers import box_of, contents, members

STOCK = "Осталось всего 2 места!"
REFUSAL = '<p>Добрый день.</p><a class="button" href="/">Нет, я люблю переплачивать</a>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def messages(*texts: str) -> bytes:
    """A mailbox of plain letters."""
    return "".join(
        f"From a@example.org Thu Jan  1 00:00:00 2026\nFrom: Shop <shop@example.org>\nSubject: Hello\n"
        f"Date: Thu, {day:02} Jan 2026 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\n"
        for day, text in enumerate(texts, 1)
    ).encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "letters/welcome.html": REFUSAL,
        "letters/bye.txt": STOCK,
        "clean.md": "Привет!",
        "img/logo.png": b"\x89PNG",
    }
    (tmp_path / "export.zip").write_bytes(zipped(files))
    (tmp_path / "box.mbox").write_bytes(messages("Good morning.", "Only 2 seats left!", "See you."))
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The places of the findings of `check`."""
    run(["check", "--lang", "en", "--quiet", *arguments])
    out, err = capsys.readouterr()
    assert err == ""
    return [line.split(" ")[0] for line in out.splitlines() if line and not line.startswith(" ")]


PLACES = ["export.zip!letters/bye.txt:1:1", "export.zip!letters/welcome.html:1:52"]


def test_an_archive_gives_one_report_for_each_letter(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, "export.zip") == PLACES
    assert run(["check", "--lang", "en", "--show-files", "export.zip", "box.mbox"]) == 0
    assert capsys.readouterr().out.split() == [
        "export.zip!clean.md", "export.zip!letters/bye.txt", "export.zip!letters/welcome.html",
        "box.mbox#1", "box.mbox#2", "box.mbox#3",
    ]  # fmt: skip


def test_a_mailbox_numbers_its_letters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, "box.mbox") == ["box.mbox#2!text/plain[1]:1:1"]


def test_processes_and_the_cache_change_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "tonelint.toml").write_text("", encoding="utf-8")
    texts = {f"{number:02}.txt": STOCK if number % 3 else "Привет!" for number in range(12)}
    (folder / "many.zip").write_bytes(zipped(texts))
    alone = found(capsys, "--no-cache", "many.zip", "box.mbox")
    assert len(alone) == 9
    assert found(capsys, "--no-cache", "-j", "2", "many.zip", "box.mbox") == alone
    assert found(capsys, "many.zip", "box.mbox") == alone
    assert found(capsys, "many.zip", "box.mbox") == alone  # from the cache
    (folder / "many.zip").write_bytes(zipped(texts | {"01.txt": "Привет!"}))
    assert found(capsys, "many.zip", "box.mbox") == alone[1:]


def test_a_folder_is_searched_for_mailboxes_and_leaves_archives_closed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "--lang", "en", "--show-skipped", "."])
    out = capsys.readouterr().out
    assert "box.mbox#2" in out
    assert "not read, not copy: export.zip\n" in out


def test_settings_and_exclusions_hold_for_letters_inside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = (
        'exclude = ["**/bye.txt"]\n[[overrides]]\nfiles = "export.zip!letters/*.html"\nignore = ["confirmshaming"]\n'
    )
    (folder / "tonelint.toml").write_text(settings, encoding="utf-8")
    assert found(capsys, "export.zip") == []


def test_a_baseline_knows_letters_inside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["baseline", "write", "export.zip"]) == 0
    capsys.readouterr()
    baseline = ("--baseline", "tonelint-baseline.json")
    assert found(capsys, *baseline, "export.zip") == []
    assert run(["baseline", "prune", "box.mbox"]) == 0  # knows nothing of the archive, and says nothing of it
    capsys.readouterr()
    assert found(capsys, *baseline, "export.zip") == []
    (folder / "export.zip").write_bytes(zipped({"letters/bye.txt": f"{STOCK}\n\n{STOCK}"}))
    assert found(capsys, *baseline, "export.zip") == ["export.zip!letters/bye.txt:3:1"]


def git(*arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_only_what_changed_inside_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "--quiet", "--initial-branch=main")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    files = {"letters/welcome.html": REFUSAL, "letters/bye.txt": f"{STOCK}\n\nОсталось 3 места!", "new.txt": STOCK}
    (folder / "export.zip").write_bytes(zipped(files))
    changed = ["export.zip!letters/bye.txt:3:1", "export.zip!new.txt:1:1"]
    assert found(capsys, "--diff", "HEAD", "export.zip", "box.mbox") == changed
    git("add", "--all")
    (folder / "export.zip").write_bytes(b"not what is staged")
    assert found(capsys, "--staged", "export.zip", "box.mbox") == changed


@pytest.mark.parametrize("command", [["fix"], ["add-ignore", "--reason", "why"]])
def test_letters_inside_are_only_looked_at(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    before = (folder / "export.zip").read_bytes()
    assert run([*command, "--lang", "ru", "export.zip"]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "export.zip" in error
    assert (folder / "export.zip").read_bytes() == before


def test_what_programs_are_told_to_write_names_no_letter_inside(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "--format", "rdjson", "export.zip"])
    out = capsys.readouterr().out
    assert "letters/welcome.html" in out
    assert not any(one["suggestions"] for one in json.loads(out)["diagnostics"])


def test_series_and_similar_read_what_is_inside(folder: Path) -> None:
    letters = {f"2026-01-{day:02}.md": f"Неделя {day}. Мы открыты с девяти до шести, ждём вас." for day in (1, 8)}
    (folder / "weeks.zip").write_bytes(zipped(letters))
    series = tonelint.series([folder / "weeks.zip", folder / "box.mbox"])
    assert [Path(letter.name).name for letter in series.letters] == [
        "weeks.zip!2026-01-01.md", "box.mbox#1", "box.mbox#2", "box.mbox#3", "weeks.zip!2026-01-08.md",
    ]  # fmt: skip
    batch = tonelint.similar([folder / "weeks.zip", folder / "box.mbox"])
    assert batch.letters == 5
    assert not batch.problems


def test_what_a_mac_and_other_archives_put_inside_is_not_read(folder: Path) -> None:
    (folder / "a.zip").write_bytes(
        zipped({"a.txt": "Привет!", "__MACOSX/._a.txt": STOCK, "._a.txt": STOCK, "b.zip": b"PK", "box.mbox": b"From "})
    )
    skipped: list[str] = []
    assert [one.key for one in members(Path("a.zip"), skipped=skipped.append)] == ["a.txt"]
    assert skipped == ["a.zip!b.zip", "a.zip!box.mbox"]


@pytest.mark.parametrize("encoding", ["cp866", "utf-8"])
def test_russian_names_are_read_in_the_spelling_of_old_archives(folder: Path, encoding: str) -> None:
    plain = "x" * len("письмо".encode(encoding)) + ".txt"
    data = zipped({plain: "Привет!"}).replace(plain.encode(), "письмо.txt".encode(encoding))
    (folder / "a.zip").write_bytes(data)
    (member,) = members(Path("a.zip"))
    assert member.key == "письмо.txt"
    assert contents(member, 1000) == "Привет!".encode()


def test_a_name_that_leads_out_of_the_archive_is_only_a_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.zip").write_bytes(zipped({"../../../etc/letter.txt": STOCK, "/elsewhere/letter.txt": "Привет!"}))
    assert found(capsys, "a.zip") == ["a.zip!../../../etc/letter.txt:1:1"]


def locked() -> bytes:
    """An archive whose letters say that they are protected by a password."""
    data = bytearray(zipped({"a.txt": STOCK}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


HOSTILE = {
    "a bomb": (zipped({"a.txt": b" " * 3_000_000}), "unpacks to far more"),
    "too many files": (zipped({f"{number}.txt": "" for number in range(20_001)}), "holds 20001 files"),
    "a password": (locked(), "protected by a password"),
    "half of it": (zipped({"a.txt": STOCK * 50})[:80], "broken"),
    "nothing": (b"", "broken"),
    "something else": (b"%PDF-1.7", "broken"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_archive_is_refused_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    data, words = HOSTILE[name]
    (folder / "a.zip").write_bytes(data)
    assert run(["check", "--lang", "en", "a.zip", "box.mbox"]) == 2
    out, err = capsys.readouterr()
    assert err.startswith("tonelint: a.zip: ")
    assert words in err
    assert err.count("\n") == 1
    assert "box.mbox#2" in out


def test_a_damaged_letter_inside_is_named_and_the_others_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("a.txt", "Привет, мир!")
        archive.writestr("b.txt", STOCK)
    data = (folder / "a.zip").read_bytes()
    (folder / "a.zip").write_bytes(data.replace("мир".encode(), "миф".encode()))
    assert run(["check", "--lang", "en", "a.zip"]) == 2
    out, err = capsys.readouterr()
    assert err == "tonelint: a.zip!a.txt: the file is broken: it cannot be unpacked\n"
    assert "a.zip!b.txt:1:1" in out


@pytest.mark.parametrize("text", [b"", b"Hello\n", b"\nFrom nobody\n\nhi\n"])
def test_a_file_that_is_no_mailbox_is_said_to_be_none(folder: Path, text: bytes) -> None:
    (folder / "a.mbox").write_bytes(text)
    with pytest.raises(ReadingError, match="no mailbox"):
        members(Path("a.mbox"))


def test_a_line_that_begins_with_from_inside_a_letter_is_no_new_letter(folder: Path) -> None:
    data = messages("Hello.\nFrom now on we open at nine.").replace(b"\n", b"\r\n")
    (folder / "a.mbox").write_bytes(data)
    (only,) = members(Path("a.mbox"))
    assert contents(only, 10_000).startswith(b"From: Shop")


@pytest.mark.parametrize("name", ["export.zip", "box.mbox"])
def test_a_call_about_one_letter_says_that_there_are_several(folder: Path, name: str) -> None:
    with pytest.raises(ReadingError, match=f"{name}: holds several letters"):
        tonelint.check_file(folder / name)


def test_the_file_behind_a_name_is_known() -> None:
    assert box_of(Path("a/export.zip!b/c.html")) == Path("a/export.zip")
    assert box_of(Path("a/box.mbox#12")) == Path("a/box.mbox")
    assert box_of(Path("a/issue#12.md")) == Path("a/issue#12.md")
