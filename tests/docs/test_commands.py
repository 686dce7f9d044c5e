"""Every command that the documentation shows is run, on a folder such as the one it talks about.

A line of a `sh` block is a command, and commands stand nowhere else but inside sentences; there they are held against
the command line's own options. `pip install` is held against the project's metadata instead of being run, and a service
is started on a free port.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.docs.conftest import PAGES, Block, blocks
from tests.formats.word_files import with_paragraphs
from tests.hooks.conftest import CLEAN, PRESSING, ROOT, Repository, program, scratch
from tests.server.conftest import Service, start
from tonelint.cli import run, tonelint

PORT = "8081"
CONFIG = """repos:
  - repo: local
    hooks: [{id: tonelint, name: tonelint, entry: tonelint check --quiet, language: system, files: \\.html$}]
"""
NOT_RUN = {
    "tonelint eval CORPORA/dev/*.jsonl": "the corpora are other people's texts and not part of the project",
    "tonelint eval benchmarks/fresh/ru.jsonl": "a measurement that nobody who writes rules may look at in passing",
}
"""Commands that are shown and cannot be run here, by how they begin, and why."""


def commands(block: Block) -> Iterator[str]:
    """The commands of a block, those that run over several lines in one."""
    for line in re.sub(r"\\\n\s*", " ", block.code).splitlines():
        if line.strip():
            yield line.strip()


COMMANDS = [
    (block, command, block.exits[min(number, len(block.exits) - 1)])
    for block in blocks("sh")
    for number, command in enumerate(commands(block))
]


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    running = start()
    yield running
    running.stop()


@pytest.fixture
def folder(environment: dict[str, str], tmp_path: Path) -> Repository:
    """A repository as the documentation assumes it: letters, catalogues, a campaign, facts, a hook, our examples."""
    made = scratch(tmp_path / "copy", environment)
    made.add("welcome.html", CLEAN)
    made.add(".pre-commit-config.yaml", CONFIG)
    (made.path / "letters").mkdir()
    (made.path / "letters" / "pressing.mjml").write_text(PRESSING, encoding="utf-8")
    (made.path / "locales").mkdir()
    (made.path / "locales" / "en.json").write_text('{"decline": "No thanks, I love paying more"}\n', encoding="utf-8")
    shutil.copyfile(ROOT / "examples" / "seven-faults.html", made.path / "letters" / "faults.html")
    shutil.copyfile(ROOT / "examples" / "seven-faults.html", made.path / "letter.html")
    shutil.copyfile(ROOT / "examples" / "seven-faults.facts.yaml", made.path / "facts.yaml")
    for name in ("campaign", "sent"):
        shutil.copytree(ROOT / "examples" / "series", made.path / name)
    shutil.copytree(ROOT / "examples", made.path / "examples")
    (made.path / "letter.docx").write_bytes(with_paragraphs("Good morning!", "The map is here."))
    with zipfile.ZipFile(made.path / "export.zip", "w") as archive:
        archive.writestr("letters/welcome.html", "<p>The map is here.</p>")
    (made.path / "copy.csv").write_text("id,subject\n1,The map is here\n", encoding="utf-8")
    (made.path / "letters.csv").write_text("id,body\n1,The map is here.\n2,The river is there.\n", encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("block", "command", "exit"), COMMANDS, ids=[f"{block} {command[:40]}" for block, command, _ in COMMANDS]
)
def test_the_command_works_as_shown(
    block: Block,
    command: str,
    exit: int,
    folder: Repository,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ended(part: str) -> int:
        return exit_code(part, folder, request, monkeypatch)

    *before, last = command.split(" && ")
    assert [ended(part) for part in before] == [0] * len(before)
    assert ended(last) == exit, capsys.readouterr().out


def exit_code(command: str, folder: Repository, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Runs one command of the documentation; how it ended."""
    if "_TONELINT_COMPLETE=" in command:
        assert_completes(command, folder)
        return 0
    words = shlex.split(command.partition(" > ")[0], comments=True)
    match words:
        case ["pip", "install", *options]:
            assert_installable(options[-1])
        case ["pytest"]:
            assert request.config.rootpath == ROOT  # this is the run that it starts
        case ["tonelint", "serve", *options] if "--new-key" not in options:
            running = start(*options)
            assert running.port
            running.stop()
        case ["curl", *_]:
            service: Service = request.getfixturevalue("service")
            asked = [program("curl"), *(word.replace(PORT, str(service.port)) for word in words[1:])]
            answer = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
            assert answer["verdict"] == "send"
        case ["pre-commit", *options]:
            ran = folder.run(program("pre-commit"), *options)
            sys.stdout.write(ran.said)
            return ran.code
        case ["tonelint", "lsp"]:
            done = subprocess.run(["tonelint", "lsp"], env=dict(folder.environment), input=b"", capture_output=True)
            sys.stdout.write(done.stderr.decode())
            return done.returncode
        case ["tonelint", *arguments]:
            monkeypatch.chdir(folder.path)
            monkeypatch.setenv("LC_ALL", "C.UTF-8")
            return run(arguments)
        case _:
            pytest.fail(f"nobody knows how to try {command!r}")
    return 0


def assert_completes(command: str, folder: Repository) -> None:
    """A line for the settings of a shell: what it loads is there, and bash, which everybody has, takes it."""
    shell = re.search(r"_TONELINT_COMPLETE=(\w+)_source", command)
    assert shell
    environment = {**folder.environment, "_TONELINT_COMPLETE": f"{shell[1]}_source"}
    loaded = subprocess.run(["tonelint"], env=environment, capture_output=True, encoding="utf-8")
    assert f"{shell[1]}_complete" in loaded.stdout, loaded.stderr
    if shell[1] == "bash":
        asked = f"{command.partition('#')[0]} && complete -p tonelint"
        done = subprocess.run(["bash", "-c", asked], env=folder.environment, capture_output=True, encoding="utf-8")
        assert "_tonelint_completion" in done.stdout, done.stderr


def assert_installable(requirement: str) -> None:
    found = re.fullmatch(r"(?:\.|tonelint)(?:\[(?P<extras>[\w,]+)\])?", requirement)
    assert found, f"{requirement!r} is not this project"
    offered = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set((found["extras"] or "").split(",")) - {""} <= set(offered)


def test_no_command_stands_where_it_is_not_run() -> None:
    known = r"(?:tonelint|pip|curl|pre-commit|prek|pytest|eval|git) "
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        shown = re.findall(rf"^ {{4}}(?:[$] )?((?:.* && )?{known}.*)$", text, re.MULTILINE)
        missed = [line for line in shown if not line.startswith(tuple(NOT_RUN))]
        assert not missed, f"{page.name}: put it into a block of sh: {missed}"
        fences = set(re.findall(r"^```([\w-]*)$", page.read_text(encoding="utf-8"), re.MULTILINE)) - {""}
        assert fences <= {"sh", "toml", "json", "yaml", "python", "html", "mermaid"}, f"{page.name}: {fences}"


def mentioned() -> Iterator[tuple[str, str]]:
    """The commands inside sentences and in indented lines: where, and what is typed after `tonelint`."""
    for page in PAGES:
        text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for found in re.finditer(r"`tonelint ([^`\n]+)`|^ {4}(?:.*&& )?tonelint ([a-z].*)$", text, re.MULTILINE):
            yield page.name, (found[1] or found[2]).partition(" | ")[0]


@pytest.mark.parametrize(("page", "command"), sorted(set(mentioned())))
def test_a_command_in_a_sentence_exists_with_its_options(page: str, command: str) -> None:
    current: click.Command = tonelint
    ctx = click.Context(tonelint, info_name="tonelint", obj="en")
    options = known_options(current)
    for word in shlex.split(command, comments=True):
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in options, f"{page}: there is no {word}"
        elif isinstance(current, click.Group) and (command_found := current.get_command(ctx, word)):
            current = command_found
            options = known_options(current)
        else:
            assert current is not tonelint, f"{page}: there is no command {word}"


def known_options(command: click.Command) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)} | {"--help"}
