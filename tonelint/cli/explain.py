"""`tonelint explain RULE`: the page of a rule, from the same file that the rule is compiled from."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tonelint.cli import options
from tonelint.cli.configured import Checkers
from tonelint.cli.rules import table
from tonelint.cli.spoken import SpokenCommand, language_of
from tonelint.config import closest
from tonelint.errors import ConfigError
from tonelint.model import CATEGORIES
from tonelint.reporting.words import say

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage
    from tonelint.ruleset import RuleInfo

WIDTH = 88
SHOWN = 6
"""Examples of a kind on the page; the rest are in the rule's file."""
LANGUAGE_NAMES = {"ru": ("Russian", "по-русски"), "en": ("English", "по-английски")}


@click.command(cls=SpokenCommand, help="explain", epilog="explain.epilog")
@click.argument("rule")
@options.lang
@options.config_file
@click.pass_context
def explain(ctx: click.Context, rule: str, lang: MessageLanguage | None, config_path: Path | None) -> None:
    language = lang or language_of(ctx)
    ruleset = Checkers({}, config_path).for_path(Path.cwd()).ruleset
    if rule in ruleset.rules:
        click.echo(page(ruleset.rules[rule], language), nl=False)
        return
    from tonelint.campaign.findings import KINDS

    if rule in KINDS:
        from tonelint.reporting.series_text import explained

        click.echo(explained(rule, language), nl=False)
        return
    members = sorted(name for name, category in ruleset.categories.items() if category == rule)
    if not members and rule not in CATEGORIES:
        meant = closest(rule, [*CATEGORIES, *ruleset.rules])
        raise ConfigError(say("no-rule-but" if meant else "no-rule", language, name=rule, meant=meant))
    click.echo(table([ruleset.rules[name] for name in members], language), nl=False)


def page(info: RuleInfo, language: MessageLanguage) -> str:
    """Everything about a rule that a writer may want to know: what, why, examples, better lines, sources."""
    standing = [
        f"{say(key, language)}: {say(value, language)}"
        for key, value in (
            ("severity", info.severity),
            ("confidence", info.confidence),
            ("evidence", info.evidence),
            ("status", info.status),
        )
    ]
    blocks = [
        f"{info.id}\n{info.title[language]}",
        "\n".join([*standing, f"{say('roles', language)}: {', '.join(info.roles)}"]),
        _wrap(re.sub(r"\{\w+\}", "…", info.message[language])),
        _wrap(info.why[language]),
    ]
    blocks += [_side(info.sides[side], side, language) for side in info.languages if side in info.sides]
    if info.see:
        blocks.append("\n".join([f"{say('sources', language)}:", *_sources(info.see)]))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _side(side: Mapping[str, Any], name: str, language: MessageLanguage) -> str:
    lines = []
    for key, label in (("bad", "flags"), ("good", "leaves")):
        examples = side.get(key, ())
        if examples:
            lines.append(f"{say(label, language)} ({LANGUAGE_NAMES[name][language == 'ru']}):")
            lines += [f"  - {_example(example)}" for example in examples[:SHOWN]]
            if len(examples) > SHOWN:
                lines.append(f"  - {say('more', language, count=len(examples) - SHOWN)}")
    rewrites = [rewrite if isinstance(rewrite, str) else rewrite["text"] for rewrite in side.get("rewrites", ())]
    if rewrites:
        lines.append(say("better", language).rstrip())
        lines += [f"  - {text or say('delete', language)}" for text in rewrites]
    return "\n".join(lines)


def _example(example: Any) -> str:
    text = example if isinstance(example, str) else str(example["text"])
    return re.sub(r"\s+", " ", text).strip()


def _sources(see: Mapping[str, Any]) -> list[str]:
    lines = []
    for key, value in see.items():
        values = value if isinstance(value, list) else [value]
        lines += [f"  - {key}: {item if isinstance(item, str) else _flat(item)}" for item in values]
    return lines


def _flat(item: Any) -> str:
    return ", ".join(f"{key} {value}" for key, value in item.items()) if isinstance(item, Mapping) else str(item)


def _wrap(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)
