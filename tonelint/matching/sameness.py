"""The check of a whole letter: whether everything in it could be sent to anyone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.matching.greeting_tags import opens_with_greeting
from tonelint.model import Language


def could_be_anyone(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A letter of fifty words or more, made of canned formulas and almost without details; its heaviest sentence.

    A letter is what has mail headers, greets somebody or carries merge tags. Letters in which only the name is personal
    are told by a rule of their own and left out here.
    """
    if not (context.document.headers or context.is_bulk or opens_with_greeting(context)):
        return
    from tonelint.matching.finder import Match, candidates, find
    from tonelint.matching.structure import only_the_name
    from tonelint.measures.copy import copy_in
    from tonelint.measures.specificity import specificity
    from tonelint.measures.template import WHOLE_LETTER
    from tonelint.measures.verdict import LEAST_WORDS, heaviest
    from tonelint.measures.verdict import could_be_anyone as holds

    copy = copy_in(context)
    if copy.language != language or copy.words < LEAST_WORDS:
        return
    rules = (
        frozenset(rule for rule, category in context.ruleset.categories.items() if category == "template")
        - WHOLE_LETTER
    )
    found: list[Match] = []
    for paragraph in copy.paragraphs:
        if paragraph.segment.language == language:
            for pattern in candidates(paragraph, context.ruleset, language, rules):
                if pattern.confidence != "low" and paragraph.segment.role in pattern.roles:
                    found += find(pattern, paragraph, language, context)
    if not holds(copy, specificity(copy), len({(m.segment, m.span.start) for m in found})):
        return
    if any(True for _ in only_the_name(context, language, {})):
        return
    yield from heaviest(found)[:1]
