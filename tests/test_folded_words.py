"""The cheap pass over a text finds the same words as the tokeniser, and every figure and sign."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.language.tokens import INVISIBLE, TAG, fold, folded_words, tokenize, words_and_rest

TEXTS = st.text(
    st.one_of(
        st.sampled_from(f"aeokxстоёЁ'’ʼ \n\t_-—«».,!?%₽$15٣²½№é{TAG}{INVISIBLE}"),
        st.characters(blacklist_categories=("Cs",)),
    ),
    max_size=60,
)


@given(TEXTS)
def test_splitting_finds_what_an_expression_finds(text: str) -> None:
    assert folded_words(text) == re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", fold(text))


@given(TEXTS)
def test_figures_tags_and_signs_are_left_over(text: str) -> None:
    _, rest = words_and_rest(text)
    wanted = set(re.findall(rf"[\d%₽$€£¥₴₸{TAG}]", fold(text)))
    assert wanted <= set(rest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't stop, it's only 3rd!", ["don't", "stop", "it's", "only", "rd"]),
        ("rock 'n' roll, 'quoted' and a''b", ["rock", "n", "roll", "quoted", "and", "a", "b"]),
        ("Ещё «два» места — по 100 ₽.", ["еще", "два", "места", "по"]),
        ("цена:100%,да/нет", ["цена", "да", "нет"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_stand_in_their_order(text: str, words: list[str]) -> None:
    assert folded_words(text) == words
    if "_" not in text:
        assert [token.norm for token in tokenize(text) if token.kind == "word"] == words
