"""An evaluation as text that a person can read, in Russian or English, and as JSON-ready data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tonelint.evaluation.comparison import Difference, as_data
from tonelint.evaluation.corpus import LEGITIMATE
from tonelint.evaluation.scores import STYLE_LABELS, Judged, Tally, by_label, calibration, per_thousand, tally

_WORDS: dict[str, tuple[str, str]] = {
    "set": ("set", "набор"),
    "rows": ("rows", "строк"),
    "precision": ("precision", "точность"),
    "recall": ("recall", "полнота"),
    "strong": ("strong rows only", "только явные"),
    "style": ("style labels found", "найдено по меткам стиля"),
    "false": ("findings per 1,000 legitimate lines", "замечаний на 1000 обычных строк"),
    "advice": ("template/hype advice per 1,000", "советов template/hype на 1000"),
    "label": ("label", "метка"),
    "lang": ("language", "язык"),
    "confidence": ("confidence", "уверенность"),
    "right": ("right", "верно"),
    "share": ("share", "доля"),
    "misses": ("Not found", "Не найдено"),
    "mistaken": ("Found where nothing is wrong", "Найдено там, где всё в порядке"),
    "elsewhere": ("Found under another category", "Найдено в другой категории"),
    "added": ("New findings", "Новые замечания"),
    "removed": ("Findings that went", "Пропавшие замечания"),
}


def as_text(
    judged: Sequence[Judged],
    accepted: Mapping[str, frozenset[str]],
    lang: str,
    *,
    worst: int,
    difference: Difference | None = None,
) -> str:
    """The tables of an evaluation, then the `worst` misses and false findings with what fired."""
    lines = [*_sets(judged, lang), "", *_labels(judged, lang), "", *_calibration(judged, accepted, lang)]
    for outcome, title in (("missed", "misses"), ("misplaced", "elsewhere"), ("false", "mistaken")):
        chosen = [item for item in judged if item.outcome == outcome and item.row.strength != "mild"][:worst]
        if chosen:
            lines += ["", f"{_say(title, lang)}:", *(_example(item) for item in chosen)]
    if difference is not None:
        for sign, title, entries in (("+", "added", difference.added), ("-", "removed", difference.removed)):
            lines += ["", f"{_say(title, lang)}: {sign}{len(entries)}"]
            lines += [f"  {sign} {Path(file).name}:{line} {rule} | {text[:120]}" for file, line, rule, text in entries]
    return "\n".join(lines) + "\n"


def as_json(
    judged: Sequence[Judged], accepted: Mapping[str, frozenset[str]], difference: Difference | None = None
) -> dict[str, Any]:
    """The same figures as data, with every row that has a finding or lacks one; `eval --compare` reads it back."""
    data: dict[str, Any] = {
        "version": 1,
        "sets": {
            name: {
                "rows": len(items),
                "all": _figures(tally(items)),
                "strong": _figures(tally(items, strong=True)),
                "style": _figures(tally(items, style=True)),
                "per_thousand": round(per_thousand(items)[0], 3),
                "style_per_thousand": round(per_thousand(items)[1], 3),
            }
            for name, items in _by_file(judged).items()
        },
        "labels": {f"{label}/{language}": _figures(found) for (label, language), found in by_label(judged).items()},
        "calibration": {
            level: {"right": right, "findings": every}
            for level, (right, every) in calibration(_labelled(judged), accepted).items()
        },
        "rows": as_data(judged),
    }
    if difference is not None:
        data["difference"] = {"added": difference.added, "removed": difference.removed}
    return data


def _sets(judged: Sequence[Judged], lang: str) -> Iterator[str]:
    rows = [
        [_say("set", lang), _say("rows", lang), "P", "R", "F1", f"P ({_say('strong', lang)})", "R", _say("style", lang),
         _say("false", lang), _say("advice", lang)]
    ]  # fmt: skip
    for name, items in _by_file(judged).items():
        every, strong, style = tally(items), tally(items, strong=True), tally(items, style=True)
        labelled = any(item.row.label != LEGITIMATE for item in items)
        pressing, advice = per_thousand(items)
        figures = [_f(value) for value in (every.precision, every.recall, every.f1)]
        figures += [_f(value) for value in (strong.precision, strong.recall, style.recall)]
        rows.append(
            [name, str(len(items))]
            + (figures if labelled else ["–"] * len(figures))
            + [f"{pressing:.2f}", f"{advice:.2f}"]
        )  # fmt: skip
    return _columns(rows)


def _labels(judged: Sequence[Judged], lang: str) -> Iterator[str]:
    rows = [
        [
            _say("label", lang),
            _say("lang", lang),
            _say("rows", lang),
            _say("precision", lang),
            _say("recall", lang),
            "F1",
        ]
    ]
    for (label, language), found in sorted(by_label(judged).items()):
        if label != LEGITIMATE:
            rows.append([label, language, str(found.rows), _f(found.precision), _f(found.recall), _f(found.f1)])
    return _columns(rows) if len(rows) > 1 else iter(())


def _calibration(judged: Sequence[Judged], accepted: Mapping[str, frozenset[str]], lang: str) -> Iterator[str]:
    rows = [[_say("confidence", lang), _say("right", lang), "/", _say("share", lang)]]
    for level, (right, every) in calibration(_labelled(judged), accepted).items():
        rows.append([level, str(right), str(every), _f(right / every if every else None)])
    return _columns(rows)


def _labelled(judged: Sequence[Judged]) -> list[Judged]:
    """The rows of the sets that hold labels, style labels left out: there a finding can be right."""
    return [
        item
        for items in _by_file(judged).values()
        if any(i.row.label != LEGITIMATE for i in items)
        for item in items
        if item.row.label not in STYLE_LABELS
    ]


def _example(item: Judged) -> str:
    place = f"{Path(item.row.file).name}:{item.row.line}"
    why = ", ".join(f"{f.rule} «{f.words}»" for f in item.pressing)
    return f"  {place} [{item.row.label}] {item.row.text[:140]}" + (f"  ← {why}" if why else "")


def _by_file(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    files: dict[str, list[Judged]] = {}
    for item in judged:
        files.setdefault(Path(item.row.file).name, []).append(item)
    return files


def _figures(found: Tally) -> dict[str, float | int | None]:
    return {
        **dict(found.counts),
        "precision": _rounded(found.precision),
        "recall": _rounded(found.recall),
        "f1": _rounded(found.f1),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _f(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _say(key: str, lang: str) -> str:
    return _WORDS[key][lang == "ru"]


def _columns(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
