"""`tonelint eval FILE...`: how the rules do on labelled text, and what a change of rules did."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tonelint.cli import options
from tonelint.cli.configured import Checkers
from tonelint.cli.spoken import SpokenCommand, language_of

if TYPE_CHECKING:
    from tonelint.config import MessageLanguage


@click.command("eval", cls=SpokenCommand, help="eval", epilog="eval.epilog")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@options.which_rules
@click.option("--map", "mapped", multiple=True, metavar="LABEL=CATEGORY,…", help="--map")
@click.option("--map-file", type=click.Path(path_type=Path), metavar="FILE", help="--map-file")
@click.option("--compare", type=click.Path(path_type=Path), metavar="OLD.json", help="--compare")
@click.option("--worst", type=click.IntRange(0), default=20, help="--worst")
@options.config_file
@options.output_format(("text", "json"))
@options.lang
def evaluate(
    files: tuple[Path, ...],
    mapped: tuple[str, ...],
    map_file: Path | None,
    compare: Path | None,
    worst: int,
    config_path: Path | None,
    format_name: str,
    lang: MessageLanguage | None,
    **given: object,
) -> None:
    from tonelint.evaluation import comparison, table
    from tonelint.evaluation.corpus import read_map, read_rows
    from tonelint.evaluation.scores import judge_rows

    accepted = read_map(map_file) if map_file else {}
    for entry in mapped:
        label, equals, categories = entry.partition("=")
        if not equals:
            raise click.BadParameter(f"{entry!r}: LABEL=CATEGORY,CATEGORY", param_hint="--map")
        accepted[label.strip()] = frozenset(name.strip() for name in categories.split(",") if name.strip())
    checker = Checkers(dict(given), config_path).for_path(Path.cwd())
    rows = [row for file in files for row in read_rows(file)]
    judged = judge_rows(rows, checker.ruleset, accepted, rules=checker.rules, confidence=checker.config.min_confidence)
    difference = comparison.compare(compare, comparison.as_data(judged)) if compare else None
    if format_name == "json":
        click.echo(json.dumps(table.as_json(judged, accepted, difference), ensure_ascii=False, indent=1))
    else:
        language = lang or language_of(click.get_current_context())
        click.echo(table.as_text(judged, accepted, language, worst=worst, difference=difference), nl=False)
