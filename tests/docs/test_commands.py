"""Every command that the documentation shows is run, on a folder such as the one it talks about.

A line of a `sh` block is a command. `pip install` is held against the project's metadata instead of being run, a
service
is started on a free port, and commands inside sentences are held against the command line's own options.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.docs.conftest import PAGES, Block, blocks
from tests.hooks.conftest import CLEAN, PRESSING, ROOT, Repository, program, scratch
from tests.server.conftest import Service, start
from tonelint.cli import run, tonelint

PORT = "8081"
CONFIG = """repos:
  - repo: local
    hooks: [{id: tonelint, name: tonelint, entry: tonelint check --quiet, language: system, files: \\.html$}]
"""
COMMANDS = [(block, line) for block in blocks("sh") for line in block.code.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    running = start()
    yield running
    running.stop()


@pytest.fixture
def folder(environment: dict[str, str], tmp_path: Path) -> Repository:
    """A repository as the documentation assumes it: letters, a campaign, a hook that reads the clean letter."""
    made = scratch(tmp_path / "copy", environment)
    made.add("welcome.html", CLEAN)
    made.add(".pre-commit-config.yaml", CONFIG)
    (made.path / "letters").mkdir()
    (made.path / "letters" / "pressing.mjml").write_text(PRESSING, encoding="utf-8")
    shutil.copyfile(ROOT / "examples" / "seven-faults.html", made.path / "letters" / "faults.html")
    shutil.copytree(ROOT / "examples" / "series", made.path / "campaign")
    return made


@pytest.mark.parametrize(("block", "command"), COMMANDS, ids=[f"{block} {line[:40]}" for block, line in COMMANDS])
def test_the_command_works_as_shown(
    block: Block,
    command: str,
    folder: Repository,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = shlex.split(command)
    match words:
        case ["pip", "install", requirement]:
            assert_installable(requirement)
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
            assert ran.code == block.exit, ran.said
        case ["tonelint", "lsp"]:
            done = subprocess.run(["tonelint", "lsp"], env=dict(folder.environment), input=b"", capture_output=True)
            assert done.returncode == 0, done.stderr.decode()
        case ["tonelint", *arguments]:
            monkeypatch.chdir(folder.path)
            monkeypatch.setenv("LC_ALL", "C.UTF-8")
            code = run(arguments)
            said = capsys.readouterr()
            assert code == block.exit, said.out + said.err
        case _:
            pytest.fail(f"nobody knows how to try {command!r}")


def assert_installable(requirement: str) -> None:
    found = re.fullmatch(r"\.(?:\[(?P<extras>[\w,]+)\])?", requirement)
    assert found, f"{requirement!r} is not this project"
    offered = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set((found["extras"] or "").split(",")) - {""} <= set(offered)


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
