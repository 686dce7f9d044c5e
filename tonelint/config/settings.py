"""The settings of a check as data: built once, never changed. Nothing here reads a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tonelint.config.globs import Globs
from tonelint.model import Confidence, Role, Severity

MessageLanguage = Literal["ru", "en"]
FailOn = Literal["error", "warning", "advice", "never"]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A phrase that a team has agreed to keep, and why.

    `rules` are the rules and categories that it is accepted for, all when empty; `until` is the last day on which it
    is; `files`, when given, are the only files it is accepted in.
    """

    phrase: str
    reason: str
    rules: tuple[str, ...] = ()
    until: date | None = None
    files: Globs | None = None


class Override(NamedTuple):
    """Settings that hold for some files only: `settings` by their name in `Config`."""

    files: Globs
    settings: Mapping[str, Any]


ADDED = ("ignore", "accepted")
"""What an override adds to; `severity` is merged, everything else is replaced."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one check. Every field is a key of `tonelint.toml`, except `source`.

    `select` and `ignore` hold rule ids (`scarcity/stock-left`) and categories (`scarcity`); an empty `select` means
    every stable rule. `severity` restates what a rule or category costs. `min_confidence` leaves out what the rules are
    less sure of. `lang` is the language of the messages; None asks the environment. `packs` are folders of further
    rules. `lexicons` adds entries to word lists, by language and name. `column_roles` says what the columns of tables
    are; `template_tags` are opening and closing marks of template tags beside those of the dialect. `source` is the
    file that the settings came from.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    min_severity: Severity = "advice"
    min_confidence: Confidence = "medium"
    fail_on: FailOn = "warning"
    lang: MessageLanguage | None = None
    preview: bool = False
    deep: bool = False
    packs: tuple[Path, ...] = ()
    template_dialect: str = "auto"
    source: Path | None = None
    accepted: tuple[Accepted, ...] = ()
    lexicons: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    exclude: Globs | None = None
    column_roles: Mapping[str, Role] = field(default_factory=dict)
    facts: Path | None = None
    baseline: Path | None = None
    require_reason: bool = False
    template_tags: tuple[tuple[str, str], ...] = ()

    def for_file(self, path: Path) -> Config:
        """The settings in force for the file at `path`: the overrides that name it applied, in their order."""
        if not self.overrides and not any(one.files for one in self.accepted):
            return self
        config = replace(self, overrides=())
        for override in self.overrides:
            if override.files.match(path):
                config = replace(config, **_merged(config, override.settings))
        accepted = tuple(one for one in config.accepted if one.files is None or one.files.match(path))
        return replace(config, accepted=accepted)


def _merged(config: Config, settings: Mapping[str, Any]) -> dict[str, Any]:
    changes = dict(settings)
    for key in ADDED:
        if key in changes:
            changes[key] = (*getattr(config, key), *changes[key])
    if "severity" in changes:
        changes["severity"] = {**config.severity, **changes["severity"]}
    return changes
