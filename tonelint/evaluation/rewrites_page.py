"""`python -m tonelint.evaluation.rewrites_page`: writes docs/rewrites.md, fifty lines before and after.

The lines are the rules' own examples, so that a person can judge the tone at a glance. `--check` only says whether the
page is current.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from tonelint.evaluation.rewritten import Tried, tried
from tonelint.model import CATEGORIES, Applicability, Language
from tonelint.ruleset import Ruleset, load

PAIRS = 50
PAGE = Path(__file__).resolve().parents[2] / "docs" / "rewrites.md"
LANGUAGES: tuple[Language, ...] = ("ru", "en")
KINDS: dict[Applicability, str] = {"safe": "applied", "needs-fact": "asks for a fact", "idea": "an idea"}
_HEAD = """# Before and after

{count} lines that tonelint flags and what it offers instead, taken from the examples of its rules. *Applied* means that
`tonelint fix` puts the line in place by itself; *asks for a fact* waits until the words in braces are known; *an idea*
is only shown.

This page is generated: `python -m tonelint.evaluation.rewrites_page`.
"""


def page(pairs: Sequence[Tried], ruleset: Ruleset) -> str:
    """The whole page as Markdown, with the chosen pairs."""
    lines = [_HEAD.format(count=len(pairs))]
    for category in CATEGORIES:
        own = [one for one in pairs if ruleset.categories[one.rule] == category]
        if own:
            lines += [f"## {category}\n", "| before | after | |", "|---|---|---|"]
            lines += [_row(one) for one in own]
            lines.append("")
    return "\n".join(lines)


def _row(one: Tried) -> str:
    after = _cell(one.shown or "") or "(taken out)"
    return f"| {_cell(_shown(one))} | {after} | {KINDS[one.rewrite.applicability]} |"


def chosen(ruleset: Ruleset) -> list[Tried]:
    """Fifty pairs: every category in turn, Russian and English alternating, another rule and another kind each time."""
    queues = []
    for number, category in enumerate(CATEGORIES):
        rules = sorted(rule for rule, name in ruleset.categories.items() if name == category)
        order = LANGUAGES if number % 2 == 0 else LANGUAGES[::-1]
        sides = [[one for rule in rules for one in _best(rule, ruleset, language)] for language in order]
        queues.append([one for row in zip_longest(*sides) for one in row if one is not None])
    rows = zip_longest(*queues)
    return [one for row in rows for one in row if one is not None][:PAIRS]


def _best(rule: str, ruleset: Ruleset, language: Language) -> Iterator[Tried]:
    """The pair that stands for a rule in one language: the first line that may be applied, else the first at all."""
    found = [one for one in tried(ruleset.rules[rule], ruleset) if isinstance(one, Tried) and _fit(one, language)]
    ready = [one for one in found if one.rewrite.applicability != "idea" and one.shown]
    yield from (ready or found)[:1]


def _fit(one: Tried, language: Language) -> bool:
    return (
        one.example.language == language and one.shown is not None and len(one.before) <= 120 and "\n" not in one.before
    )


def _shown(one: Tried) -> str:
    role = one.example.role
    return one.before if role == "body" else f"*{role}:* {one.before}"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main(arguments: Sequence[str]) -> int:
    """Writes the page, or with `--check` compares it; 1 says that it is out of date."""
    ruleset = load()
    made = page(chosen(ruleset), ruleset)
    if "--check" in arguments:
        return int(not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
