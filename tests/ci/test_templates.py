"""What other people's pipelines run: valid by the platforms' schemas, and run here as they would run it."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import click
import pytest
from ruamel.yaml import YAML

from tests.hooks.conftest import CLEAN, PRESSING, ROOT, environment, program
from tests.outputs.sarif.standard import hold_to_the_standard
from tonelint.cli import tonelint

__all__ = ["environment"]

ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci-templates" / "gitlab.yml"
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def data(file: Path) -> Any:
    return YAML(typ="safe").load(file.read_text(encoding="utf-8"))


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "a letter.html").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "pressing.html").write_text(PRESSING, encoding="utf-8")
    return tmp_path


def run(script: str, shell: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        [*shlex.split(shell), "-c", script], cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", ACTION), ("vendor.gitlab-ci", GITLAB)], ids=["github", "gitlab"]
)
def test_the_platforms_schema_holds(schema: str, file: Path) -> None:
    more = ["--data-transform", "gitlab-ci"] if file == GITLAB else []
    command = [program("check-jsonschema"), "--builtin-schema", schema, *more, str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def action_run(folder: Path, environment: dict[str, str], **inputs: str) -> tuple[int, str]:
    """The checking step of the action, its inputs and defaults passed as GitHub passes them."""
    action = data(ACTION)
    given = {name: inputs.get(name.replace("-", "_"), entry["default"]) for name, entry in action["inputs"].items()}
    step = next(one for one in action["runs"]["steps"] if one.get("id") == "check")
    passed = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: str(given[found[1]]), value)
        for name, value in step["env"].items()
    }
    output = {"GITHUB_OUTPUT": str(folder / "github-output")}
    return run(step["run"], "bash --noprofile --norc -eo pipefail", folder, {**environment, **passed, **output})


def test_the_action_annotates_pressing_copy_and_fails(letters: Path, environment: dict[str, str]) -> None:
    code, said = action_run(letters, environment, sarif_file="tonelint.sarif")
    assert code == 1
    assert "::warning file=pressing.html,line=2" in said
    assert (letters / "github-output").read_text(encoding="utf-8") == "exit-code=1\n"
    hold_to_the_standard(json.loads((letters / "tonelint.sarif").read_text(encoding="utf-8")))


def test_the_action_passes_clean_copy(letters: Path, environment: dict[str, str]) -> None:
    assert action_run(letters, environment, paths="clean") == (0, "")


def test_the_actions_level_is_the_users(letters: Path, environment: dict[str, str]) -> None:
    assert action_run(letters, environment, fail_on="error")[0] == 0


def test_an_input_of_the_action_is_never_run_as_code(letters: Path, environment: dict[str, str]) -> None:
    code, _ = action_run(letters, environment, paths="clean $(touch>pwned) ;touch>pwned")
    assert code == 2
    assert not (letters / "pwned").exists()
    assert not any("${{" in str(step.get("run", "")) for step in data(ACTION)["runs"]["steps"])


def gitlab_run(folder: Path, environment: dict[str, str], **variables: str) -> tuple[int, str]:
    job = data(GITLAB)["tonelint"]
    script = "\n".join(job["script"])
    return run(script, "sh -e", folder, {**environment, **job["variables"], **variables})


def test_the_gitlab_job_writes_its_report_shows_the_findings_and_fails(
    letters: Path, environment: dict[str, str]
) -> None:
    code, said = gitlab_run(letters, environment)
    assert code == 1
    assert "pressing.html:2:" in said
    report = json.loads((letters / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {entry["location"]["path"] for entry in report} == {"pressing.html"}


def test_the_gitlab_job_passes_clean_copy_with_an_empty_report(letters: Path, environment: dict[str, str]) -> None:
    assert gitlab_run(letters, environment, TONELINT_PATHS="clean")[0] == 0
    assert json.loads((letters / "gl-code-quality-report.json").read_text(encoding="utf-8")) == []


def test_the_gitlab_jobs_level_is_the_users(letters: Path, environment: dict[str, str]) -> None:
    assert gitlab_run(letters, environment, TONELINT_FAIL_ON="never")[0] == 0


def test_the_container_is_nobody_in_particular_and_starts_a_command_that_exists() -> None:
    assert re.search(r"^USER 10001$", DOCKERFILE, re.MULTILINE)
    assert DOCKERFILE.index("USER 10001") > DOCKERFILE.rindex("RUN ")
    assert not re.search(r"^(ADD|SHELL)\b|curl|wget|sudo|:latest", DOCKERFILE, re.MULTILINE)
    command = json.loads(re.findall(r"^CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)[-1])
    served = tonelint.get_command(click.Context(tonelint), command[0])
    assert served is not None
    options = {name for param in served.params for name in param.opts}
    assert {word for word in command[1:] if word.startswith("--")} <= options
