"""Who does what to whom, for the few rules where words in a row are not enough.

Russian sentences are parsed by natasha's syntax model and handed to spaCy as a `Doc`, so that one DependencyMatcher
serves both
languages; English uses a trained spaCy pipeline when one is installed (`en_core_web_sm`, `_md` or `_lg`). Without one
the
question stays open, and the guard answers by word order. Nothing here is imported before a candidate sentence asks: the
Russian models take about 0.8 s and 200 MB.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, Literal

from tonelint.language.tokens import Token, fold
from tonelint.model import Language

Relation = Literal["subject", "object"]

_DEPENDENCIES: dict[Relation, tuple[str, ...]] = {
    "subject": ("nsubj", "nsubj:pass", "nsubjpass", "csubj"),
    "object": ("obj", "iobj", "obl", "dobj", "dative"),
}
_ENGLISH_PIPELINES = ("en_core_web_sm", "en_core_web_md", "en_core_web_lg")


def related(sentence: str, language: Language, verbs: Sequence[Token], relation: Relation) -> frozenset[str] | None:
    """The folded words that stand in `relation` to any of the `verbs` of `sentence`; None when no parser is at hand.

    Args:
        sentence: the text that the tokens were cut from, positions counted from its start.
        verbs: tokens whose subjects or objects are asked for; words that are no verbs simply have none.
    """
    doc = _parsed(sentence, language)
    if doc is None:
        return None
    starts = {token.start for token in verbs}
    found = set()
    for _, (head, dependent) in _matcher(doc.vocab, relation)(doc):
        if doc[head].idx in starts:
            found.add(fold(doc[dependent].text))
    return frozenset(found)


@lru_cache(maxsize=256)
def _parsed(sentence: str, language: Language) -> Any:
    if language == "ru":
        return _russian_doc(sentence)
    pipeline = _english_pipeline()
    return pipeline(sentence) if pipeline is not None else None


_MATCHERS: dict[tuple[int, Relation], Any] = {}


def _matcher(vocab: Any, relation: Relation) -> Any:
    from spacy.matcher import DependencyMatcher

    key = (id(vocab), relation)
    if key not in _MATCHERS:
        matcher = DependencyMatcher(vocab)
        dependent = {"DEP": {"IN": list(_DEPENDENCIES[relation])}}
        matcher.add(
            relation,
            [
                [
                    {"RIGHT_ID": "head", "RIGHT_ATTRS": {}},
                    {"LEFT_ID": "head", "REL_OP": ">", "RIGHT_ID": relation, "RIGHT_ATTRS": dependent},
                ]
            ],
        )
        _MATCHERS[key] = matcher
    return _MATCHERS[key]


@cache
def _english_pipeline() -> Any:
    import spacy

    for name in _ENGLISH_PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name, disable=["ner"])
    return None


@cache
def _russian_models() -> tuple[Any, Any, Any]:
    from natasha import NewsEmbedding, NewsMorphTagger, NewsSyntaxParser
    from spacy.vocab import Vocab

    embedding = NewsEmbedding()
    return NewsMorphTagger(embedding), NewsSyntaxParser(embedding), Vocab()


def _russian_doc(sentence: str) -> Any:
    """A spaCy `Doc` that carries natasha's parse of one sentence; positions are those of `sentence`."""
    from natasha import Doc as NatashaDoc
    from natasha import Segmenter
    from spacy.tokens import Doc

    tagger, parser, vocab = _russian_models()
    parsed = NatashaDoc(sentence)
    parsed.segment(Segmenter())
    parsed.tag_morph(tagger)
    parsed.parse_syntax(parser)
    words: list[str] = []
    spaces: list[bool] = []
    numbers: dict[str, int] = {}
    last = 0
    for token in parsed.tokens:
        if token.start > last:
            gap = sentence[last : token.start]
            if gap == " " and words:
                spaces[-1] = True
            else:
                words.append(gap)
                spaces.append(False)
        numbers[token.id] = len(words)
        words.append(token.text)
        spaces.append(False)
        last = token.stop
    heads = list(range(len(words)))
    labels = ["dep"] * len(words)
    for token in parsed.tokens:
        at = numbers[token.id]
        heads[at] = numbers.get(token.head_id, at)
        labels[at] = token.rel or "dep"
    labels = ["ROOT" if heads[i] == i else label for i, label in enumerate(labels)]
    return Doc(vocab, words=words, spaces=spaces, heads=heads, deps=labels)
