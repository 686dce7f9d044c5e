"""The lock of rule packs: a file beside the configuration that says what each pack held when somebody last looked.

Rules decide what may be published. A pack that changes by itself should stop a run, not change its result.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tonelint.errors import ConfigError
from tonelint.ruleset import files
from tonelint.sentences import Sentence

FILE_NAME = "tonelint.lock"


def lock_text(packs: Sequence[Path], source: Path) -> str:
    """What the lock beside the configuration `source` should say: a digest and a name for each pack, one a line.

    Raises:
        RuleError: a pack is missing.
    """
    return "".join(f"{files.digest([files.pack_at(pack)])}  {_name(pack, source)}\n" for pack in packs)


def hold(packs: Sequence[Path], source: Path | None) -> None:
    """Does nothing when there is no lock, or when every pack holds what the lock says.

    Raises:
        ConfigError: a pack has changed since it was locked, or the lock does not know it.
        RuleError: a pack is missing.
    """
    path = source.parent / FILE_NAME if source else None
    if source is None or path is None or not path.is_file():
        return
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("the lock of the rule packs cannot be read", path=str(path)) from error
    locked = {
        name: (digest, number) for number, line in enumerate(lines, 1) for digest, _, name in [line.partition("  ")]
    }
    for pack in packs:
        name = _name(pack, source)
        if name not in locked:
            message = "the rule pack '{name}' is not locked yet; `tonelint config --lock` does that"
            raise ConfigError(Sentence(message, name=name), path=str(path))
        digest, number = locked[name]
        if digest != files.digest([files.pack_at(pack)]):
            message = (
                "the rule pack '{name}' has changed since it was locked; look at it, then run `tonelint config --lock`"
            )
            raise ConfigError(Sentence(message, name=name), path=str(path), line=number)


def _name(pack: Path, source: Path) -> str:
    """A pack by its path from the configuration; an installed one by its last two folders, as on every machine."""
    folder = source.parent.resolve()
    if pack.is_relative_to(folder):
        return pack.relative_to(folder).as_posix()
    return "/".join(pack.parts[-2:])
