"""Rule packs on disk: which files they hold, what the YAML says, and where a mistake stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from tonelint.errors import RuleError
from tonelint.sentences import Sentence, unreadable, words

_PACKAGE = Path(__file__).resolve().parent.parent


class Pack(NamedTuple):
    """A folder of rules and, beside or inside it, a folder of lexicons."""

    rules: Path
    lexicons: Path


def core_pack() -> Pack:
    """The rules that ship with tonelint: inside the installed wheel, or at the top of a clone."""
    data = _PACKAGE / "_data"
    root = data if (data / "rules").is_dir() else _PACKAGE.parent
    if not (root / "rules").is_dir():
        raise RuleError("the rules that ship with tonelint are missing; please reinstall it", path=str(root / "rules"))
    return Pack(root / "rules", root / "lexicons")


def pack_at(path: Path) -> Pack:
    """The pack in folder `path`: `path/rules` when there is one, else `path` itself; lexicons in `path/lexicons`.

    Raises:
        RuleError: there is no such folder.
    """
    if not path.is_dir():
        raise RuleError("no such folder of rules", path=str(path))
    inner = path / "rules"
    return Pack(inner if inner.is_dir() else path, path / "lexicons")


def rule_files(pack: Pack) -> list[Path]:
    """The rule files of a pack, in a stable order."""
    files = [f for suffix in ("*.yaml", "*.yml") for f in pack.rules.rglob(suffix)]
    return sorted(f for f in files if pack.lexicons not in f.parents)


def lexicon_files(pack: Pack, language: str) -> list[Path]:
    """The lexicon files of a pack for one language, in a stable order."""
    folder = pack.lexicons / language
    return sorted(folder.glob("*.txt")) if folder.is_dir() else []


Entries = tuple[str, str, tuple[str, ...]]
"""Further entries for a word list: the language, the name of the list, the words."""


def digest(packs: list[Pack], own: tuple[Entries, ...] = ()) -> str:
    """A fingerprint of everything the packs hold; it changes when a rule, a lexicon or its name changes."""
    import hashlib

    seen = hashlib.sha256(repr(own).encode() if own else b"")
    for pack in packs:
        for file in (*rule_files(pack), *lexicon_files(pack, "ru"), *lexicon_files(pack, "en")):
            seen.update(f"{file.parent.name}/{file.name}\0".encode())
            seen.update(file.read_bytes())
    return seen.hexdigest()[:20]


def read_rule(path: Path) -> dict[str, Any]:
    """The rule in `path`, checked against the schema.

    Raises:
        RuleError: the file is not YAML, or says something a rule cannot say; the line is named.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(unreadable(error), path=str(path)) from error
    from tonelint.ruleset import schema

    rule = _parse(text, path, typ="safe")
    found = schema.problems(rule)
    if found:
        at, what = found[0]
        raise RuleError(what, path=str(path), line=line_of(text, at))
    expected = f"{path.parent.name}/{path.stem}"
    if rule["id"] != expected:
        message = Sentence("the id '{id}' should be '{expected}', after the file", id=rule["id"], expected=expected)
        raise RuleError(message, path=str(path), line=line_of(text, ("id",)))
    return dict(rule)


def line_of(text: str, at: tuple[str | int, ...]) -> int:
    """The line (from 1) of the value at keys `at` of a YAML text."""
    from ruamel.yaml import YAML

    node: Any = YAML(typ="rt").load(text)
    line = 0
    for key in at:
        try:
            line, _ = node.lc.item(key) if isinstance(key, int) else node.lc.key(key)
            node = node[key]
        except (AttributeError, KeyError, IndexError, TypeError):
            break
    return int(line) + 1


def _parse(text: str, path: Path, typ: str) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ=typ).load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        message = Sentence("not valid YAML: {what}", what=words(str(error.problem)))
        raise RuleError(message, path=str(path), line=mark.line + 1 if mark else 0) from error
    except YAMLError as error:
        raise RuleError(Sentence("not valid YAML: {what}", what=error), path=str(path)) from error
