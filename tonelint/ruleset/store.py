"""Where a compiled rule set comes from: the wheel, the cache, or, for the first time, the rule files themselves."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from tonelint.ruleset import files
from tonelint.ruleset.compiled import Ruleset, Stored

Lexicons = Mapping[str, Mapping[str, Sequence[str]]]
"""Entries of word lists, by language and by the name of the list."""

_FORMAT = 3
"""Raised when the stored layout changes, so that an old cache is never read as a new one."""
_LINE = 48
"""Bytes of the line that a stored rule set begins with."""


def load(packs: Sequence[Path] = (), *, cache: bool = True, lexicons: Lexicons | None = None) -> Ruleset:
    """The rules that ship with tonelint and those of `packs`, compiled.

    Args:
        lexicons: further entries for word lists, by language and name.

    Raises:
        RuleError: a pack is missing or not valid, or there is no such word list.
    """
    more = {language: lists for language, lists in (lexicons or {}).items() if lists}
    own = tuple((language, name, tuple(words)) for language, lists in more.items() for name, words in lists.items())
    return _load(tuple(packs), cache, own)


@lru_cache(maxsize=8)
def _load(packs: tuple[Path, ...], cache: bool, own: tuple[files.Entries, ...]) -> Ruleset:
    core = files.core_pack()
    prebuilt = core.rules.parent / "ruleset.bin"
    if not packs and not own and prebuilt.is_file():
        stored = read_stored(prebuilt)
        if stored is not None:
            return Ruleset(stored)
    found = [core, *(files.pack_at(path) for path in packs)]
    digest = files.digest(found, own)
    path = _cache_folder() / f"ruleset-{_tag()}-{digest}.bin"
    stored = read_stored(path) if cache else None
    if stored is None:
        from tonelint.ruleset.compiler import compile_packs

        stored = compile_packs(found, own)
        if cache:
            write_stored(path, stored)
    return Ruleset(stored)


def prebuild(path: Path) -> None:
    """Writes the compiled core rules to `path`, for a wheel to carry."""
    from tonelint.ruleset.compiler import compile_packs

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_file_of(compile_packs([files.core_pack()])))


def _tag() -> str:
    return f"{_FORMAT}.{marshal.version}.{sys.version_info[0]}{sys.version_info[1]}"


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tonelint"


def _file_of(stored: Stored) -> bytes:
    """A line with the tag and the sizes of what follows, the tables, the packed bytes."""
    tables = marshal.dumps(stored.tables)
    line = f"{_tag()} {len(tables)} {len(stored.packed)}".ljust(_LINE - 1) + "\n"
    return line.encode() + tables + bytes(stored.packed)


def read_stored(path: Path) -> Stored | None:
    """A stored rule set; None when there is none, or it is from another version, or it is damaged: then it is made
    anew."""
    from mmap import ACCESS_READ, mmap

    try:
        with path.open("rb") as file:
            mapped = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):  # there is none, or it is empty
        return None
    try:
        tag, *sizes = bytes(mapped[:_LINE]).decode("ascii").split()
        tables, packed = map(int, sizes)
        if tag != _tag() or len(mapped) != _LINE + tables + packed:
            return None
        return Stored(marshal.loads(mapped[_LINE : _LINE + tables]), mapped[_LINE + tables :])
    except (ValueError, EOFError, TypeError):
        return None


def write_stored(path: Path, stored: Stored) -> None:
    """Stores a rule set for the next run; a folder that cannot be written only costs that run some time."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(_file_of(stored))
        Path(file.name).replace(path)
    except OSError:
        return
