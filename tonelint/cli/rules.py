"""`tonelint rules`: the table of all rules, and the commands about rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonelint.cli import options
from tonelint.cli.configured import Checkers
from tonelint.cli.rules_test import rules_test
from tonelint.cli.spoken import SpokenGroup, language_of
from tonelint.cli.tables import columns
from tonelint.model import SEVERITIES
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage
    from tonelint.ruleset import RuleInfo


@click.group(cls=SpokenGroup, invoke_without_command=True, help="rules", epilog="rules.epilog")
@options.lang
@options.config_file
@options.output_format(("text", "json"))
@click.pass_context
def rules(ctx: click.Context, lang: MessageLanguage | None, config_path: Path | None, format_name: str) -> None:
    if ctx.invoked_subcommand:
        return
    language = lang or language_of(ctx)
    ruleset = Checkers({}, config_path).for_path(Path.cwd()).ruleset
    infos = sorted(ruleset.rules.values(), key=lambda info: info.id)
    click.echo(_as_json(infos) if format_name == "json" else table(infos, language), nl=False)


rules.add_command(rules_test)


def table(infos: list[RuleInfo], language: MessageLanguage) -> str:
    """The rules as columns: id, severity, confidence, languages, title."""
    heading = [say(key, language) for key in ("rule", "severity", "confidence", "status", "languages", "title")]
    rows = [
        [
            info.id,
            say(info.severity, language),
            say(info.confidence, language),
            say(info.status, language),
            ", ".join(info.languages),
            info.title[language],
        ]
        for info in infos
    ]
    return columns([heading, *rows])


def _as_json(infos: list[RuleInfo]) -> str:
    entries = [
        {
            "id": info.id,
            "category": info.category,
            "severity": info.severity,
            "confidence": info.confidence,
            "evidence": info.evidence,
            "status": info.status,
            "languages": list(info.languages),
            "roles": list(info.roles),
            "title": dict(info.title),
            "why": dict(info.why),
            "see": dict(info.see),
        }
        for info in sorted(infos, key=lambda info: (info.category, SEVERITIES.index(info.severity), info.id))
    ]
    return json.dumps({"version": 1, "rules": entries}, ensure_ascii=False, indent=2, default=str) + "\n"
