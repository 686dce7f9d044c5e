"""Every sentence about what went wrong can be told in Russian, and none of them is put together out of sight."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tonelint.errors import ConfigError
from tonelint.sentences import Sentence, reason, told, words
from tonelint.sentences.russian import RUSSIAN
from tonelint.sentences.russian_words import BORROWED

ROOM = Path(__file__).parent.parent / "tonelint"
APART = ("server",)
"""The service has sentences of another kind: texts that follow RFC 9457."""
RAISED = (
    "ReadingError",
    "ConfigError",
    "RuleError",
    "FactsError",
    "WritingError",
    "GitError",
    "TonelintError",
    "Problem",
)
SLOT = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def modules(apart: tuple[str, ...] = APART) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOM.rglob("*.py")):
        if path.relative_to(ROOM).parts[0] not in apart and not path.name.startswith("russian"):
            yield str(path.relative_to(ROOM.parent)), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module, names: tuple[str, ...]) -> Iterator[ast.Call]:
    """Calls of `names` with a first argument."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names and node.args:
            yield node


def named_texts(tree: ast.Module) -> dict[str, list[str]]:
    """The texts that the names of a module are given: `message = "…"`, also in a row with others."""
    found: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        target, value = node.targets[0], node.value
        pairs = (
            zip(target.elts, value.elts, strict=False)
            if isinstance(value, ast.Tuple) and isinstance(target, ast.Tuple)
            else [(target, value)]
        )
        for name, text in pairs:
            if isinstance(name, ast.Name) and isinstance(text, ast.Constant) and isinstance(text.value, str):
                found.setdefault(name.id, []).append(text.value)
    return found


def templates() -> Iterator[tuple[str, str]]:
    """Every template of the code with the file it stands in."""
    for name, tree in modules():
        texts = named_texts(tree)
        for call in calls(tree, ("Sentence", *RAISED)):
            first = call.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield name, first.value
            elif isinstance(first, ast.Name):
                yield from ((name, text) for text in texts.get(first.id, ()) if " " in text)


def test_every_sentence_has_its_russian() -> None:
    missing = sorted({f"{name}: {template}" for name, template in templates() if template not in RUSSIAN})
    assert not missing, "\n".join(missing)


def test_no_sentence_is_put_together_where_its_russian_cannot_be_found() -> None:
    glued = [
        f"{name}:{call.lineno}"
        for name, tree in modules()
        for call in calls(tree, ("Sentence", *RAISED))
        if isinstance(call.args[0], (ast.JoinedStr, ast.BinOp))
    ]
    assert not glued, f"say it as Sentence('… {{name}} …', name=…): {', '.join(glued)}"


@pytest.mark.parametrize("template", sorted(RUSSIAN))
def test_both_languages_fill_in_the_same_values(template: str) -> None:
    assert set(SLOT.findall(template)) == set(SLOT.findall(RUSSIAN[template]))


def test_the_table_holds_nothing_that_nobody_says() -> None:
    said = {
        text
        for _, tree in modules(())
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for text in (node.value, node.value.replace("{", "{{").replace("}", "}}"))
    }
    assert not sorted(set(RUSSIAN) - set(BORROWED) - said)


def test_a_sentence_is_an_english_text_that_can_be_told_in_russian() -> None:
    said = Sentence(
        "unknown key '{key}'{hint}", key="fail-un", hint=Sentence("; did you mean '{close}'?", close="fail_on")
    )
    assert said == "unknown key 'fail-un'; did you mean 'fail_on'?"
    assert told(said, "en") == said
    assert told(said, "ru") == "неизвестный ключ «fail-un»; может быть, «fail_on»?"


def test_a_sentence_stays_one_when_it_is_copied_or_sent_to_another_process() -> None:
    said = Sentence("unknown key '{key}'{hint}", key="{braces}", hint="")
    for again in (pickle.loads(pickle.dumps(said)), copy.deepcopy(said)):
        assert told(again, "ru") == "неизвестный ключ «{braces}»"
    error = pickle.loads(pickle.dumps(ConfigError(said, path="tonelint.toml", line=3)))
    assert str(error) == "tonelint.toml:3: unknown key '{braces}'"
    assert error.told("ru") == "tonelint.toml:3: неизвестный ключ «{braces}»"


def test_words_that_the_table_does_not_know_are_told_as_they_are() -> None:
    assert told(words("the {moon} is full"), "ru") == "the {moon} is full"
    assert told("nobody ever raised this", "ru") == "nobody ever raised this"


def test_what_the_system_says_is_told_in_russian() -> None:
    assert told(reason(PermissionError(13, "Permission denied")), "ru") == "нет прав"
    assert reason(PermissionError(13, "Permission denied")) == "permission denied"
