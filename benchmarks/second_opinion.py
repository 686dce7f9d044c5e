"""What the second opinion adds: `python benchmarks/second_opinion.py benchmarks/fresh [NEUTRAL_RU NEUTRAL_EN]`.

Asks the shipped classifiers about the lines of `FRESH_DIR/{ru,en}.jsonl` that no rule flags. Prints, for several
thresholds, how many
suggestions are right (the label accepts the category, after `accept.json`) and how often they speak on neutral lines,
if any are given.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tonelint.evaluation.corpus import read_map, read_rows
from tonelint.evaluation.scores import accepts, judge_rows
from tonelint.matching.second_opinion import THRESHOLD, likeliest, pipeline
from tonelint.ruleset import load


def main() -> None:
    fresh = Path(sys.argv[1])
    accepted = read_map(fresh / "accept.json")
    neutral: list[Path | None] = [*map(Path, sys.argv[2:4]), None, None]
    for language, path in zip(("ru", "en"), neutral, strict=False):
        nlp = pipeline(language)
        rows = [
            item.row for item in judge_rows(read_rows(fresh / f"{language}.jsonl"), load(), {}) if not item.findings
        ]
        guesses = [(row, *likeliest(nlp, row.text)) for row in rows]
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()][:2000] if path else []
        scores = [likeliest(nlp, line)[1] for line in lines]
        print(f"{language}: {len(rows)} lines without a finding")
        print("  threshold  suggestions  right  precision  per 1,000 neutral lines")
        for threshold in (0.4, 0.5, THRESHOLD, 0.7, 0.8):
            made = [(row, category) for row, category, score in guesses if score >= threshold]
            right = sum(accepts(row.label, category, accepted) for row, category in made)
            share = f"{right / len(made):.2f}" if made else "–"
            spoken = f"{1000 * sum(s >= threshold for s in scores) / len(scores):.1f}" if scores else "–"
            print(f"  {threshold:9}  {len(made):11}  {right:5}  {share:>9}  {spoken:>8}")


if __name__ == "__main__":
    main()
