"""The Dockerfile, which is not built here: read as Docker reads it, and every name in it held against what there is."""

from __future__ import annotations

import ast
import json
import re
import shlex
import tomllib
from collections.abc import Iterator

import click
import pytest

from tests.hooks.conftest import ROOT
from tonelint.cli import tonelint

KNOWN = (
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "RUN", "SHELL",
    "STOPSIGNAL", "USER", "VOLUME", "WORKDIR",
)  # fmt: skip
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def instructions() -> Iterator[tuple[str, str]]:
    """The instructions with their arguments, continued lines joined, comments left out."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#"))
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        name, _, arguments = line.strip().partition(" ")
        yield name, arguments.strip()


INSTRUCTIONS = list(instructions())


def of(name: str) -> list[str]:
    return [arguments for one, arguments in INSTRUCTIONS if one == name]


def serve() -> click.Command:
    command = tonelint.get_command(click.Context(tonelint), "serve")
    assert command is not None
    return command


def test_every_instruction_is_one_that_docker_knows() -> None:
    assert INSTRUCTIONS[0][0] in ("FROM", "ARG")
    assert {name for name, _ in INSTRUCTIONS} <= set(KNOWN)
    assert all(arguments for _, arguments in INSTRUCTIONS)
    assert len(of("CMD")) == len(of("ENTRYPOINT")) == len(of("HEALTHCHECK")) == 1


@pytest.mark.parametrize(
    "arguments", [*of("CMD"), *of("ENTRYPOINT"), *(one.partition(" CMD ")[2] for one in of("HEALTHCHECK"))]
)
def test_programs_are_started_without_a_shell(arguments: str) -> None:
    words = json.loads(arguments)
    assert words
    assert all(isinstance(word, str) for word in words)


def test_images_are_pinned_to_a_python_that_the_project_supports() -> None:
    images = [arguments.split()[0] for arguments in of("FROM")]
    [version] = {image.partition(":")[2].partition("-")[0] for image in images}
    assert all(image.startswith("python:") for image in images)
    assert f"Programming Language :: Python :: {version}" in PROJECT["classifiers"]


def test_what_is_copied_is_there() -> None:
    stages = {arguments.split(" AS ")[1] for arguments in of("FROM") if " AS " in arguments}
    for arguments in of("COPY"):
        *sources, _ = (word for word in shlex.split(arguments) if not word.startswith("--"))
        stage = re.search(r"--from=(\S+)", arguments)
        if stage:
            assert stage[1] in stages
        else:
            assert all((ROOT / source).exists() for source in sources)


def test_nothing_that_the_package_is_built_from_is_kept_out_of_the_build() -> None:
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    needed = {
        "tonelint",
        "rules",
        "lexicons",
        "pyproject.toml",
        "hatch_build.py",
        PROJECT["readme"],
        *PROJECT["license-files"],
    }
    assert not needed & set(left_out)
    assert ".git" in left_out


def test_the_extras_that_are_installed_exist() -> None:
    asked = re.findall(r"/source\[([\w,]+)\]", " ".join(of("RUN")))
    assert asked
    assert {extra for group in asked for extra in group.split(",")} <= set(PROJECT["optional-dependencies"])


def test_the_program_that_starts_and_its_port_are_those_of_the_project() -> None:
    [entry] = json.loads(of("ENTRYPOINT")[0])
    assert entry in PROJECT["scripts"]
    defaults = {param.name: param.default for param in serve().params}
    assert of("EXPOSE") == [str(defaults["port"])]


def test_the_health_check_is_python_that_asks_an_address_of_the_service() -> None:
    program, flag, code = json.loads(of("HEALTHCHECK")[0].partition(" CMD ")[2])
    assert (program, flag) == ("python", "-c")
    addresses = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    described = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    [address] = [one for one in addresses if isinstance(one, str)]
    host, _, path = address.removeprefix("http://").partition("/")
    assert host == f"127.0.0.1:{of('EXPOSE')[0]}"
    assert f"/{path}" in described
