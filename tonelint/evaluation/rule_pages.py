"""`python -m tonelint.evaluation.rule_pages`: writes docs/rules, a page for each category in English and in Russian.

Every rule has its place there, `docs/rules/en/scarcity.md#stock-left`, with what it says, why, lines that it flags
beside
better ones, and lines that it leaves alone; all of it comes from the rule's own file. `--check` only says whether the
pages
are current.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tonelint.config import MessageLanguage
from tonelint.evaluation.category_names import CATEGORY_NAMES
from tonelint.evaluation.examples import Example, document_of, examples_of
from tonelint.evaluation.rewritten import edited
from tonelint.judging.judge import flagged_matches
from tonelint.model import CATEGORIES, Language
from tonelint.reporting.words import say
from tonelint.rewriting import rewrites_for, style_of
from tonelint.ruleset import RuleInfo, Ruleset, load

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "rules"
LANGUAGES: tuple[MessageLanguage, ...] = ("en", "ru")
SHOWN = 3
"""Examples of a kind for each rule; all of them are in its file."""

_WORDS = {
    "index": ("The rules", "Правила"),
    "about": (
        "{count} rules. Each page gathers those of one category; `tonelint explain RULE` shows the same in a terminal.",
        "Правил: {count}. На каждой странице — одна категория; то же в терминале покажет `tonelint explain RULE`.",
    ),
    "generated": (
        "Generated from the files in `rules/`: `python -m tonelint.evaluation.rule_pages`.",
        "Страница собрана из файлов `rules/`: `python -m tonelint.evaluation.rule_pages`.",
    ),
    "says": ("tonelint says", "tonelint говорит"),
    "flagged": ("flagged", "замечает"),
    "better": ("better", "лучше"),
    "alone": ("Left alone:", "Не трогает:"),
    "sources": ("Sources:", "Источники:"),
    "out": ("(taken out)", "(убрано)"),
    "person": ("(for a person to decide)", "(решать человеку)"),
    "roles": ("looks at", "где смотрит"),
    "rules": ("rules", "правила"),
    "category": ("category", "категория"),
    "gathers": ("what it gathers", "о чём"),
}
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def pages(ruleset: Ruleset) -> dict[str, str]:
    """All pages: the path below `docs/rules`, and its Markdown."""
    made: dict[str, str] = {}
    for language in LANGUAGES:
        made[f"{language}/index.md"] = _index(ruleset, language)
        for category in CATEGORIES:
            rules = [ruleset.rules[rule] for rule in _members(ruleset, category)]
            made[f"{language}/{category}.md"] = _page(category, rules, ruleset, language)
    return made


def _members(ruleset: Ruleset, category: str) -> list[str]:
    return sorted(rule for rule, name in ruleset.categories.items() if name == category)


def _word(key: str, language: MessageLanguage) -> str:
    return _WORDS[key][language == "ru"]


def _index(ruleset: Ruleset, language: MessageLanguage) -> str:
    lines = [
        f"# {_word('index', language)}\n",
        _word("about", language).format(count=len(ruleset.categories)) + "\n",
        f"| {_word('category', language)} | {_word('gathers', language)} | {_word('rules', language)} |",
        "|---|---|---|",
    ]
    for category in CATEGORIES:
        name, gathers = CATEGORY_NAMES[category][language == "ru"]
        rules = ", ".join(
            f"[{rule.partition('/')[2]}]({category}.md#{rule.partition('/')[2]})"
            for rule in _members(ruleset, category)
        )
        lines.append(f"| [{name}]({category}.md) | {gathers} | {rules} |")
    return "\n".join([*lines, "", _word("generated", language), ""])


def _page(category: str, rules: Sequence[RuleInfo], ruleset: Ruleset, language: MessageLanguage) -> str:
    name, gathers = CATEGORY_NAMES[category][language == "ru"]
    lines = [f"# {name}\n", f"`{category}`: {gathers}.\n"]
    for info in rules:
        lines += _rule(info, ruleset, language)
    return "\n".join([*lines, _word("generated", language), ""])


def _rule(info: RuleInfo, ruleset: Ruleset, language: MessageLanguage) -> Iterator[str]:
    standing = " · ".join(
        [
            say(info.severity, language),
            f"{say('confidence', language)}: {say(info.confidence, language)}",
            f"{say('evidence', language)}: {say(info.evidence, language)}",
            say(info.status, language),
            f"{_word('roles', language)}: {', '.join(info.roles)}",
        ]
    )
    yield f'<a id="{info.id.partition("/")[2]}"></a>\n'
    yield f"## {_plain(info.title[language])}\n"
    yield f"`{info.id}` · {standing}\n"
    said = re.sub(r"\{[^}]*\}", "…", info.message[language])
    yield f"{_word('says', language)}: {_plain(said)}\n"
    yield f"{_plain(info.why[language])}\n"
    side: Language = language if language in info.languages else info.languages[0]
    own = [one for one in examples_of(info) if one.language == side]
    yield f"| {_word('flagged', language)} | {_word('better', language)} |\n|---|---|"
    for example in [one for one in own if one.bad][:SHOWN]:
        yield f"| {_marked(example)} | {_better(example, info, ruleset, language)} |"
    yield f"\n{_word('alone', language)}\n"
    for example in [one for one in own if not one.bad][:SHOWN]:
        yield f"- {_marked(example)}"
    if info.see:
        yield f"\n{_word('sources', language)} {_plain('; '.join(_sources(info.see, language)))}"
    yield ""


def _marked(example: Example) -> str:
    """An example on one line, the flagged words set off; markup is shown as code."""
    if example.format != "text":
        return _code(example.text)
    at, pieces = 0, []
    for start, end in example.spans:
        pieces += [_plain(example.text[at:start], trim=False), f"**{_plain(example.text[start:end])}**"]
        at = end
    text = "".join([*pieces, _plain(example.text[at:], trim=False)]).strip()
    return text if example.role == "body" else f"*{example.role}:* {text}"


def _better(example: Example, info: RuleInfo, ruleset: Ruleset, language: MessageLanguage) -> str:
    """The first better line that the rule has for an example, its open questions in braces."""
    document = document_of(example)
    matches, _ = flagged_matches(document, ruleset, rules=frozenset((info.id,)), confidence="low", facts=example.facts)
    style = style_of(document)
    for match in matches:
        for rewrite in rewrites_for(match, document, info, example.facts or None, style=style):
            part = document.parts[document.segments[match.segment].part]
            shown = edited(document, rewrite, part, example.text)
            if shown is not None:
                shown = " ".join(shown.split())
                return (_plain(shown) if example.format == "text" else _code(shown)) or _word("out", language)
    return _word("person", language)


def _sources(see: Mapping[str, Any], language: MessageLanguage) -> Iterator[str]:
    """Where the pattern is described; what is said in Russian is of no use on an English page."""
    for key, value in see.items():
        for item in value if isinstance(value, list) else [value]:
            said = ", ".join(f"{a} {b}" for a, b in item.items()) if isinstance(item, Mapping) else str(item)
            if language == "ru" or not _CYRILLIC.search(said):
                yield f"{key}: {said}"


def _plain(text: str, *, trim: bool = True) -> str:
    """Text that Markdown shows as it is, in a table cell too."""
    folded = re.sub(r"\s+", " ", text)
    escaped = re.sub(r"([\\`*_\[\]|])", r"\\\1", (folded.strip() if trim else folded).replace("&", "&amp;"))
    return escaped.replace("<", "&lt;")


def _code(text: str) -> str:
    """Markup on one line, as code; a bar would end the cell of a table, so it is shown broken."""
    folded = " ".join(text.split()).replace("|", "¦")
    return f"`` {folded} ``" if folded else ""


def main(arguments: Sequence[str]) -> int:
    """Writes the pages, or with `--check` compares them; 1 says that one is missing, changed or left over."""
    made = pages(load())
    there = {str(path.relative_to(FOLDER).as_posix()) for path in FOLDER.glob("*/*.md")}
    if "--check" in arguments:
        return int(there != set(made) or any((FOLDER / name).read_text("utf-8") != text for name, text in made.items()))
    for name in there - set(made):
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
