"""Every format that `--format` knows, on copy that is hard to write down: quotes, tags, emoji, percent signs, mail."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from base64 import b64encode, encodebytes
from html.parser import HTMLParser
from pathlib import Path
from quopri import encodestring

import pytest

from tests.outputs.sarif.standard import checksum, hold_to_the_standard
from tonelint.cli import run
from tonelint.reporting import FORMATS

PAGE = (
    '<h1>🎁 100% «"скидки"» & <i>x</i></h1>\n'
    "<p>🎁 Осталось <b>всего</b> 2 места!</p>\n<p>🎁 Hurry, only 3 seats left!</p>\n"
)
MAIL = (
    "From: a@example.org\r\nSubject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "Good day.\r\nOnly 2 seats left!\r\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a, b").mkdir()
    (tmp_path / "a, b" / "page:1%.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "letter.eml").write_bytes(MAIL.encode())
    (tmp_path / "clean.txt").write_text("The map.\n", encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02\x00\xff\xfe")
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], name: str) -> str:
    assert run(["check", "--lang", "en", "--format", name, "."]) == 2
    return capsys.readouterr().out


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_something_to_say_and_nothing_to_say(
    folder: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, name)
    assert run(["check", "--format", name, "clean.txt"]) == 0


def test_sarif_holds_to_the_standard_and_its_fixes_mend_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = json.loads(told(capsys, "sarif"))
    hold_to_the_standard(log)
    [one] = log["runs"]
    rules = one["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in one["results"])
    assert not one["invocations"][0]["executionSuccessful"]
    prints = [result["partialFingerprints"]["tonelint/v1"] for result in one["results"]]
    assert len(set(prints)) == len(prints) > 3
    [page] = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in one["results"]} - {
        "letter.eml"
    }
    assert page == "a%2C%20b/page%3A1%25.html"
    lines = PAGE.split("\n")
    stock = next(result for result in one["results"] if result["ruleId"] == "scarcity/stock-left")
    region = stock["locations"][0]["physicalLocation"]["region"]
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 :].startswith("Осталось")
    for result in one["results"]:
        for fix in result.get("fixes", ()):
            for replacement in fix["artifactChanges"][0]["replacements"]:
                deleted = replacement["deletedRegion"]
                assert (deleted["startLine"], deleted["startColumn"]) <= (deleted["endLine"], deleted["endColumn"])


def test_the_schema_is_the_one_that_its_readme_describes_and_refuses_what_is_wrong() -> None:
    found, said = checksum()
    assert found == said
    for broken in (
        {"version": "2.1.0"},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"ruleIndex": "1"}]}]},
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "found": []}]},
    ):
        with pytest.raises(AssertionError, match=r"runs|required"):
            hold_to_the_standard(broken)


def test_a_finding_in_a_letter_stands_on_its_line_of_the_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = json.loads(told(capsys, "gitlab"))
    places = [(one["location"]["path"], one["location"]["lines"]["begin"]) for one in entries]
    assert ("letter.eml", 7) in places


PRESSING = "Осталось всего 2 места!"
ENCODED = f"""From: a@example.org
Subject: =?utf-8?b?{b64encode(PRESSING.encode()).decode()}?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

{encodebytes(f"Добрый день. {'Мы пишем. ' * 20}{PRESSING}".encode()).decode()}
--cut
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{encodestring(f"<p>Ещё о местах. {PRESSING}</p>".encode()).decode()}
--cut
Content-Type: message/rfc822

From: b@example.org
X-Note: plain
Subject: Only 2 seats left!

Only 3 seats left!
--cut--
"""


def test_a_finding_in_an_encoded_part_stands_where_that_part_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.eml").write_text(ENCODED, encoding="utf-8")
    lines = ENCODED.splitlines()
    first = {
        "headers": 2,
        "text/plain[1]": lines.index("Content-Transfer-Encoding: base64") + 3,
        "text/html[2]": lines.index("Content-Transfer-Encoding: quoted-printable") + 3,
        "headers[2]": lines.index("Subject: Only 2 seats left!") + 1,
        "text/plain[3]": lines.index("Only 3 seats left!") + 1,
    }

    def run_as(name: str) -> str:
        run(["check", "--lang", "en", "--select", "scarcity/stock-left", "--format", name, "letter.eml"])
        return capsys.readouterr().out

    [sarif] = json.loads(run_as("sarif"))["runs"]
    hold_to_the_standard({"version": "2.1.0", "runs": [sarif]})
    regions = {
        location["logicalLocations"][0]["fullyQualifiedName"]: location["physicalLocation"]["region"]["startLine"]
        for location in (result["locations"][0] for result in sarif["results"])
    }
    assert regions == first
    github = re.findall(r"line=(\d+).*\((\S+?)\)", run_as("github"))
    assert {part: int(line) for line, part in github} == first
    gitlab = {
        one["description"].rpartition("(")[2][:-1]: one["location"]["lines"] for one in json.loads(run_as("gitlab"))
    }
    assert gitlab == {part: {"begin": line, "end": line} for part, line in first.items()}
    rdjson = json.loads(run_as("rdjson"))["diagnostics"]
    assert {one["location"]["range"]["start"]["line"] for one in rdjson} == set(first.values())
    checkstyle = ElementTree.fromstring(run_as("checkstyle"))
    assert {int(error.get("line") or 0) for error in checkstyle.iter("error")} == set(first.values())


def test_github_annotations_are_escaped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(capsys, "github").splitlines()
    assert any(line.startswith("::warning file=a%2C b/page%3A1%25.html,line=2,endLine=2,col=6,") for line in lines)
    assert all(re.match(r"::(error|warning|notice) [^:]*::\S", line) for line in lines)


def test_github_is_sent_ten_of_a_level_and_a_count_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text("Осталось всего 2 места!\n\n" * 25, encoding="utf-8")
    assert run(["check", "--lang", "en", "--select", "scarcity", "--format", "github", "a.md"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("::warning") for line in lines) == 10
    [notice] = [line for line in lines if line.startswith("::notice")]
    assert "25 findings in 1 file: scarcity/stock-left 25" in notice
    assert lines[11:][0] == "::group::15 more, which GitHub would not show"
    assert lines[-1] == "::endgroup::"
    assert len(lines) == 10 + 1 + 1 + 15 + 1


def test_gitlab_fingerprints_are_unique_and_survive_a_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    def prints(text: str) -> list[str]:
        Path("a.md").write_text(text, encoding="utf-8")
        run(["check", "--select", "scarcity", "--format", "gitlab", "./a.md"])
        entries = json.loads(capsys.readouterr().out)
        assert {one["location"]["path"] for one in entries} == {"a.md"}
        return [one["fingerprint"] for one in entries]

    before = prints("Осталось всего 2 места!\n\nОсталось всего 2 места!\n")
    assert len(set(before)) == 2
    assert prints("Карта.\n\nОсталось всего 2 места!\n\nОсталось\nвсего 2 места!\n") == before


def test_rdjson_columns_count_bytes_and_suggestions_mend_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    line = "🎁 Sign up today <!-- tonelint: ignore[scarcity] old -->"
    Path("a.md").write_text(line + "\n", encoding="utf-8")
    run(["check", "--select", "scarcity", "--format", "rdjson", "a.md"])
    [one] = json.loads(capsys.readouterr().out)["diagnostics"]
    start = one["location"]["range"]["start"]
    assert line.encode()[start["column"] - 1 :].startswith(b"<!-- tonelint")
    [suggestion] = one["suggestions"]
    first, last = suggestion["range"]["start"]["column"] - 1, suggestion["range"]["end"]["column"] - 1
    mended = line.encode()[:first] + suggestion["text"].encode() + line.encode()[last:]
    assert mended.decode() == "🎁 Sign up today"


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_can_be_read_whatever_the_copy_holds(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "odd.txt").write_text("Only \x0b2 seats\x01 left! <&>\ufffe\n", encoding="utf-8")
    root = ElementTree.fromstring(told(capsys, name))
    names = {element.get("name") for element in root.iter() if element.tag in ("file", "testsuite")}
    assert {"a, b/page:1%.html", "clean.txt", "letter.eml", "odd.txt", "broken.txt"} <= names


def test_junit_counts_what_it_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(told(capsys, "junit"))
    assert root.get("tests") == str(len(list(root.iter("testcase"))))
    assert root.get("failures") == str(len(list(root.iter("failure"))))
    assert root.get("errors") == "1"


class _Page(HTMLParser):
    """What a page would load, run or leave open."""

    def __init__(self) -> None:
        super().__init__()
        self.asks: list[str] = []
        self.marks: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "img", "link", "iframe") or any(key.startswith("on") or key == "src" for key in given):
            self.asks.append(tag)
        if tag == "mark":
            self.marks.append(given.get("class") or "")
        self.ids.add(given.get("id") or "")
        if tag == "a" and "href" in given:
            self.links.add(str(given["href"]))


def test_the_page_asks_the_network_for_nothing_and_runs_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "evil.html").write_text(
        "<p>Only 2 seats left!</p><script>alert(1)</script><p onclick='x'>Hurry!</p>", encoding="utf-8"
    )
    text = told(capsys, "html")
    page = _Page()
    page.feed(text)
    assert page.asks == []
    assert "warning" in page.marks
    assert {link.removeprefix("#") for link in page.links} <= page.ids
    assert "&lt;script&gt;alert(1)" in text
    assert "http:" not in text
    assert "https:" not in text


def test_several_formats_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = [
        "check",
        "--lang",
        "en",
        "clean.txt",
        "--format",
        "text",
        "--format",
        "sarif=out.sarif",
        "--format",
        "html=x.html",
    ]
    assert run(command) == 0
    assert capsys.readouterr().out == "No findings. 1 file, 2 words read.\n"
    hold_to_the_standard(json.loads((folder / "out.sarif").read_text(encoding="utf-8")))
    assert (folder / "x.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--format", "text", "--format", "json"], "only one format can go to standard output"),
        (["--format", "text", "--format", "json", "--output", "x"], "say which format goes into which file"),
        (["--format", "json=nowhere/x.json"], "nowhere/x.json: cannot be written"),
    ],
)
def test_unclear_destinations_are_one_sentence(
    folder: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "--lang", "en", "clean.txt", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_output_goes_with_the_only_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "clean.txt", "--format", "json", "-o", "x.json"]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads((folder / "x.json").read_text(encoding="utf-8"))["summary"]["files"] == 1


def test_statistics_count_by_rule(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--lang", "en", "--statistics", "--select", "scarcity", "--quiet", "."])
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line]
    assert rows[0] == ["findings", "files", "rule"]
    assert ["3", "2", "scarcity/stock-left"] in rows
