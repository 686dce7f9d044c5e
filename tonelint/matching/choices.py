"""Checks of the places where a reader chooses: the buttons of a dialog, and the sentence that asks for consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tonelint.language.sentences import sentences
from tonelint.language.tokens import tokenize
from tonelint.matching.checks import Place
from tonelint.matching.context import Context
from tonelint.model import Language, Span

_CANCEL = {"ru": frozenset(("отменить", "отмена", "отмену")), "en": frozenset(("cancel", "cancellation"))}
_ONLY_CANCEL = {"ru": frozenset(("отмена",)), "en": frozenset(("cancel",))}
_CONTROLS = ("cta", "decline", "unsubscribe")
_NEXT = 4
"""How many segments after the question still belong to its dialog."""
_OPENING = 8
"""Within how many words a sentence of consent says that it is one; later on, agreeing is what somebody else does."""

_CONSENT = {
    "ru": frozenset(
        ("согласие", "согласия", "согласен", "согласна", "соглашаюсь", "соглашаетесь", "соглашаешься", "даю")
    ),
    "en": frozenset(("agree", "consent", "consents", "authorise", "authorize")),
}


def cancel_dialog(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A bare 'Cancel' button under a question that itself asks whether to cancel; the button can be read both ways."""
    segments = context.document.segments
    for index, question in enumerate(segments):
        if question.role not in ("heading", "body") or not question.text.rstrip().endswith("?"):
            continue
        if _CANCEL[language].isdisjoint(context.paragraphs[index].words):
            continue
        asked = [token.norm for token in tokenize(question.text)]
        if len(asked) > 14:
            continue
        controls = []
        for at in range(index + 1, min(index + 1 + _NEXT, len(segments))):
            if segments[at].role not in _CONTROLS:
                break
            controls.append(at)
        for at in controls if len(controls) > 1 else ():
            words = tokenize(segments[at].text)
            if [word.norm for word in words] in ([only] for only in _ONLY_CANCEL[language]):
                yield at, Span(words[0].start, words[-1].end)


def long_consent(context: Context, language: Language, options: Mapping[str, Any]) -> Iterator[Place]:
    """A sentence that asks for consent in more than `most_words` words (default 45): one agrees before its end."""
    most = options.get("most_words", 45)
    for index, segment in enumerate(context.document.segments):
        if segment.role in ("code", "quote") or segment.language != language:
            continue
        if _CONSENT[language].isdisjoint(context.paragraphs[index].words):
            continue
        for span in sentences(segment.text, language):
            words = [token for token in tokenize(segment.text, span.start, span.end) if token.kind == "word"]
            if len(words) > most and not _CONSENT[language].isdisjoint(word.norm for word in words[:_OPENING]):
                yield index, Span(words[0].start, words[-1].end)
