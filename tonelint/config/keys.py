"""Every key of `tonelint.toml`, in one table: what it takes and what it is for.

The parser, the JSON Schema, `tonelint config` and the file that `tonelint init` writes are all made from it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from tonelint.config.dialects import DIALECT_NAMES
from tonelint.config.settings import FailOn, MessageLanguage
from tonelint.model import CONFIDENCES, SEVERITIES

Kind = Literal[
    "names",
    "severities",
    "choice",
    "yes-no",
    "text",
    "file",
    "packs",
    "globs",
    "accepted",
    "lexicons",
    "overrides",
    "roles",
    "tags",
]


class Key(NamedTuple):
    """One setting: the kind of value it takes, what it is for, and its choices when it has some."""

    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()


KEYS: dict[str, Key] = {
    "select": Key("names", "Only these rules and categories; every stable rule when empty."),
    "ignore": Key("names", "Without these rules and categories."),
    "severity": Key("severities", "What a rule or category costs here, instead of what the rule says.", SEVERITIES),
    "min_severity": Key("choice", "Show findings from this severity up.", SEVERITIES),
    "min_confidence": Key("choice", "Show findings from this confidence up.", CONFIDENCES),
    "fail_on": Key("choice", "End with exit code 1 when there are findings from this severity up.", get_args(FailOn)),
    "lang": Key(
        "choice", "The language of the messages; the locale decides when it is not set.", get_args(MessageLanguage)
    ),
    "preview": Key("yes-no", "Run the preview rules too."),
    "deep": Key("yes-no", "Ask for a second opinion about sentences that no rule flags."),
    "exclude": Key("globs", "Files and folders that are left out when a folder is checked; patterns as in .gitignore."),
    "template_dialect": Key(
        "choice", "Whose template tags the copy holds; auto knows most of them by their look.", DIALECT_NAMES
    ),
    "template_tags": Key("tags", 'Opening and closing marks of further template tags, such as [["[[", "]]"]].'),
    "column_roles": Key("roles", "What the columns of tables are, by their heading.", ()),
    "facts": Key("file", "A file of facts that claims are held against; relative to this file."),
    "baseline": Key("file", "The file of findings that were there before; relative to this file."),
    "require_reason": Key("yes-no", "Ask for a reason in every comment that silences a finding."),
    "packs": Key("packs", "Further rules: folders, relative to this file, or names of installed packs."),
    "accepted": Key("accepted", "Phrases that the team has agreed to keep, each with its reason."),
    "lexicons": Key("lexicons", "Further words for the word lists that rules use, by language and list."),
    "overrides": Key("overrides", "Other settings for some files; later sections come on top of earlier ones."),
}

IN_OVERRIDES = (
    "select", "ignore", "severity", "min_severity", "min_confidence", "fail_on", "lang", "preview", "deep",
    "template_dialect", "template_tags", "column_roles", "facts", "require_reason", "accepted",
)  # fmt: skip
"""The keys that a section for some files may restate. Rules and word lists are the same for all files."""
