"""The bad examples of the rules, as texts of every catalogue: the same words are found, at their exact place."""

from __future__ import annotations

import json
import re

import pytest

from tests.formats.catalogue_files import WRITERS
from tonelint.evaluation.examples import Example, examples_of
from tonelint.matching import match_document
from tonelint.model import Document
from tonelint.reading import ReadingOptions, read_bytes
from tonelint.ruleset import load

KEYS = {"body": "text", "heading": "title", "cta": "button", "decline": "decline", "subject": "subject"}
EACH = 9
"""Every so many-th rule gives its first example in each language: a handful for every way of writing."""


def _chosen() -> list[tuple[str, Example]]:
    found = []
    for rule in sorted(load().rules)[::EACH]:
        for language in ("ru", "en"):
            fitting = (one for one in examples_of(load().rules[rule]) if one.language == language and _fits(one))
            found += [(rule, one) for one in [next(fitting, None)] if one is not None]
    return found


def _fits(example: Example) -> bool:
    return (
        example.bad
        and example.format == "text"
        and not example.facts
        and example.role in KEYS
        and not re.search(r"[*_<>\[\]{}|`#~\\%$@&^\n]|https?:", example.text)
    )


def _unescaped(written: str) -> str:
    """What a stretch of any of the formats says, roughly: enough to be set beside the words that were flagged."""
    if "\\u" in written:
        written = json.loads(f'"{written}"')
    written = re.sub(r"\"\n\"|\\\n\s*", "", written)
    return " ".join(written.replace("''", "'").replace("\\'", "'").replace('\\"', '"').split())


@pytest.mark.parametrize("way", sorted(WRITERS))
def test_the_same_words_are_found_at_their_place_in_every_catalogue(way: str) -> None:
    ending, write = WRITERS[way]
    chosen = _chosen()
    assert len(chosen) > 20
    for rule, example in chosen:
        source = write({KEYS[example.role]: example.text, "after": "42"})
        document = read_bytes(source.encode(), f"x.{ending}", options=ReadingOptions(language=example.language))
        expected = sorted(_unescaped(example.text[start:end]) for start, end in example.spans)
        assert sorted(_found(document, rule)) == expected, (way, rule, example.text)


def _found(document: Document, rule: str) -> list[str]:
    matches, crashes = match_document(document, load(), rules=frozenset((rule,)), confidence="low")
    assert not crashes
    found = []
    for match in matches:
        segment = document.segments[match.segment]
        span = segment.source.span(match.span.start, match.span.end)
        found.append(_unescaped(document.parts[segment.part].text[span.start : span.end]))
    return found
