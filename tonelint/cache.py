"""What was found in a file the last time, for as long as the file, the rules and the configuration are the same.

One JSON file holds the results under one fingerprint of rules, configuration and day. It is replaced whole, so two runs
at once cannot spoil it; what cannot be read is checked anew. Nothing that is stored is ever executed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tonelint.model import Claim, Finding, Problem, Report, Rewrite
from tonelint.reporting.outcome import Checked
from tonelint.reporting.places import Change, Spot, Where
from tonelint.reporting.quotes import Quote

FOLDER = ".tonelint_cache"
FORMAT = 1
"""Raised when the stored layout changes."""
OLD = 7 * 24 * 3600.0
"""Seconds after which results that nobody has asked for are thrown away."""

_INSIDE: Mapping[type, Mapping[str, type]] = {
    Checked: {"report": Report, "quotes": Quote, "places": Where},
    Report: {"findings": Finding, "claims": Claim, "problems": Problem},
    Finding: {"rewrites": Rewrite},
    Where: {"first": Spot, "last": Spot, "changes": Change},
    Change: {"first": Spot, "last": Spot},
}
"""The fields that hold other data of ours, alone or in tuples."""


@dataclass
class Results:
    """The results under one fingerprint, by the absolute path of their file; `new` is what this run has found."""

    path: Path
    stored: Mapping[str, Any] = field(default_factory=dict)
    new: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str, digest: str) -> Checked | None:
        """What was found in the file when its contents had this digest; None when that is not known."""
        entry = self.stored.get(name)
        try:
            if entry is None or entry[0] != digest:
                return None
            found: Checked = _built(Checked, entry[1])
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            return None
        return found

    def put(self, name: str, digest: str, found: Checked) -> None:
        """Keeps what was found until `save`."""
        self.new[name] = [digest, _plain(found)]

    def save(self) -> None:
        """Writes the results beside those that another run may have written; without the right to, nothing."""
        if not self.new:
            return
        import json
        import tempfile

        folder = self.path.parent
        try:
            _prepare(folder)
            merged = {**_read(self.path), **self.new}
            with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".tmp", delete=False) as file:
                json.dump(merged, file, ensure_ascii=False, separators=(",", ":"), default=str)
            Path(file.name).replace(self.path)
            _tidy(folder, keep=self.path)
        except OSError:
            return


def results(folder: Path, fingerprint: str) -> Results:
    """The results stored in `folder` (a `.tonelint_cache`) under `fingerprint`."""
    path = folder / f"{fingerprint}.json"
    return Results(path, _read(path))


def digest_of(data: bytes) -> str:
    """The digest that says whether a file's contents are the same."""
    import hashlib

    return hashlib.blake2b(data, digest_size=16).hexdigest()


@cache
def program() -> str:
    """The version of this program; in a clone, where the code changes under one version, the times of its files too."""
    import hashlib

    from tonelint import __version__

    seen = hashlib.blake2b(f"{__version__} {FORMAT}".encode(), digest_size=16)
    package = Path(__file__).parent
    if not (package / "_data").is_dir():
        for folder, _, names in sorted(os.walk(package)):
            for name in sorted(names):
                if name.endswith(".py"):
                    seen.update(f"{name}{os.stat(os.path.join(folder, name)).st_mtime_ns}".encode())  # noqa: PTH116, PTH118
    return seen.hexdigest()


def _read(path: Path) -> Mapping[str, Any]:
    import json

    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _prepare(folder: Path) -> None:
    """The folder, marked so that git and backups leave it alone."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", encoding="utf-8")


def _tidy(folder: Path, keep: Path) -> None:
    oldest = time.time() - OLD
    for one in folder.iterdir():
        if one.suffix in (".json", ".tmp") and one != keep and one.stat().st_mtime < oldest:
            one.unlink(missing_ok=True)


def _plain(value: Any) -> Any:
    """Data of ours as lists, in the order of their fields."""
    kind = type(value)
    if kind in _NAMES:
        return [_plain(getattr(value, name)) for name in _NAMES[kind]]
    if kind is tuple:
        return [_plain(one) for one in value]
    return value


def _built(kind: type, row: Any) -> Any:
    """The reverse of `_plain`."""
    inside = _INSIDE.get(kind, {})
    names = _NAMES[kind]
    if len(row) != len(names):
        raise ValueError("a row of another layout")
    values = {}
    for name, value in zip(names, row, strict=True):
        values[name] = _inner(inside[name], value) if name in inside else tuple(value) if type(value) is list else value
    return kind(**values)


def _inner(kind: type, value: Any) -> Any:
    """One piece of data, or a tuple of them, or a tuple of such tuples: told apart by what a row begins with."""
    if not value:
        return ()
    if kind in (Report, Spot):
        return _built(kind, value)
    if kind is Change:
        return tuple(tuple(_built(kind, row) for row in rows) for rows in value)
    return tuple(_built(kind, row) for row in value)


_NAMES: Mapping[type, tuple[str, ...]] = {
    kind: tuple(kind.__annotations__)
    for kind in (Checked, Report, Finding, Claim, Problem, Rewrite, Where, Spot, Change, Quote)
}
