"""Where a rule pack lies: a folder, or the data of an installed distribution. No code of a pack is ever imported.

A distribution offers a pack by an entry point of the group `tonelint.rulepacks` whose value names the package that
holds the folder: `house = "house_rules.pack"`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tonelint.sentences import Sentence

GROUP = "tonelint.rulepacks"


def pack_folder(name: str, base: Path, error: Callable[[str, str], Exception]) -> Path:
    """The folder of the pack that a configuration in folder `base` calls `name`.

    A folder of that name comes first; a plain word that is no folder is an installed pack. A name of
    nothing is returned as a path: that the folder is missing is told when the rules are loaded.

    Raises:
        Exception: what `error` makes of a sentence and the key at fault, when an installed pack has no data.
    """
    folder = (base / name).resolve()
    if folder.is_dir() or "/" in name or "\\" in name or name.startswith("."):
        return folder
    from importlib.metadata import entry_points

    offered = entry_points(group=GROUP)
    if name not in offered.names:
        return folder
    found = _data(offered[name].value)
    if found is None:
        message = "the installed rule pack '{name}' points to no folder ({value})"
        raise error(Sentence(message, name=name, value=offered[name].value), "packs")
    return found


def _data(value: str) -> Path | None:
    """The folder of the package `value`, found without importing it or what it stands in."""
    from importlib.machinery import PathFinder

    first, *rest = value.partition(":")[0].split(".")
    spec = PathFinder.find_spec(first)
    places = list(spec.submodule_search_locations or ()) if spec else []
    for place in places:
        folder = Path(place, *rest)
        if folder.is_dir():
            return folder
    return None
