"""Trains the second opinion on the rules' own examples: `python -m tonelint.evaluation.training`. About half a
minute."""

from __future__ import annotations

import random
import sys
from typing import Any

from tonelint.evaluation.examples import examples_of
from tonelint.matching.second_opinion import MODELS, blank
from tonelint.ruleset import load

EPOCHS, BATCH, DROPOUT, SEED = 12, 32, 0.2, 7


def labelled_examples(language: str) -> list[tuple[str, str]]:
    """Texts of the rules' examples with their category; an empty one for honest lines."""
    return [
        (example.text, rule.category if example.bad else "")
        for _, rule in sorted(load().rules.items())
        for example in examples_of(rule)
        if example.language == language and example.format == "text"
    ]


def train(data: list[tuple[str, str]], language: str) -> Any:
    """A classifier over the categories that occur in `data`."""
    from spacy.training import Example
    from thinc.api import fix_random_seed

    fix_random_seed(SEED)
    labels = sorted({category for _, category in data if category})
    nlp = blank(language)
    pipe = nlp.get_pipe("textcat_multilabel")
    for label in labels:
        pipe.add_label(label)
    examples = [
        Example.from_dict(nlp.make_doc(text), {"cats": {label: float(label == category) for label in labels}})
        for text, category in data
    ]
    nlp.initialize(lambda: examples)
    order = random.Random(SEED)
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            nlp.update(examples[start : start + BATCH], drop=DROPOUT)
    return nlp


def main() -> None:
    """Train both languages and store the models where the package reads them."""
    MODELS.mkdir(exist_ok=True)
    for language in ("ru", "en"):
        data = labelled_examples(language)
        stored = train(data, language).to_bytes(exclude=["vocab"])
        (MODELS / f"{language}.bin").write_bytes(stored)
        sys.stdout.write(f"{language}: {len(data)} examples, {len(stored) / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
