"""Names of people, places and organisations, by the models of natasha and spaCy, loaded when first asked (1 s)."""

from __future__ import annotations

from functools import cache
from typing import Any

from tonelint.model import Language

_ENGLISH_PIPELINES = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")
_KINDS = frozenset(("PERSON", "GPE", "LOC", "ORG", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"))


def names(text: str, language: Language) -> tuple[str, ...] | None:
    """The names in `text`, in order; None when no model for its language is at hand."""
    if language == "ru":
        return _russian(text)
    pipeline = _english_pipeline() if language == "en" else None
    if pipeline is None:
        return None
    return tuple(entity.text for entity in pipeline(text).ents if entity.label_ in _KINDS)


def has_model(language: Language) -> bool:
    """Whether names in this language are found by a model."""
    return language == "ru" or (language == "en" and _english_pipeline() is not None)


def _russian(text: str) -> tuple[str, ...]:
    from natasha import Doc

    segmenter, tagger = _natasha()
    doc = Doc(text)
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    return tuple(text[span.start : span.stop] for span in doc.spans)


@cache
def _natasha() -> tuple[Any, Any]:
    from natasha import NewsEmbedding, NewsNERTagger, Segmenter

    return Segmenter(), NewsNERTagger(NewsEmbedding())


@cache
def _english_pipeline() -> Any:
    """The first trained English pipeline that is installed, or None."""
    import spacy

    for name in _ENGLISH_PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    return None
