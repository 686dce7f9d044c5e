"""Pieces of text keep their way back to the source through cutting and trimming."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonelint.reading.source_map import EDGES, Pieces

STEPS = st.lists(
    st.tuples(st.text("аб \n\u200c", min_size=1, max_size=4), st.integers(0, 3), st.booleans()), max_size=8
)


def built(steps: list[tuple[str, int, bool]]) -> tuple[Pieces, str]:
    """Pieces and the source they came from; an atomic piece stands for one source character more than it has."""
    pieces, source = Pieces(), ""
    for text, gap, atomic in steps:
        source += "-" * gap
        start = len(source)
        source += "&" * (len(text) + 1) if atomic else text
        pieces.add(text, start, len(source))
    return pieces, source


@given(STEPS)
def test_every_stretch_maps_to_what_produced_it(steps: list[tuple[str, int, bool]]) -> None:
    pieces, source = built(steps)
    text, source_map = pieces.text, pieces.source_map()
    for at, character in enumerate(text):
        span = source_map.span(at, at + 1)
        assert source[span.start : span.end] == character or set(source[span.start : span.end]) == {"&"}


@given(STEPS)
def test_trimming_takes_only_the_edges(steps: list[tuple[str, int, bool]]) -> None:
    pieces = built(steps)[0]
    trimmed = pieces.trimmed()
    assert trimmed.text == pieces.text.strip(EDGES)
    if trimmed.text:
        offset = len(pieces.text) - len(pieces.text.lstrip(EDGES))
        whole = pieces.source_map().span(offset, offset + len(trimmed.text))
        assert trimmed.source_map().span(0, len(trimmed.text)) == whole


@given(STEPS, st.integers(0, 20), st.integers(0, 20))
def test_a_cut_is_the_text_between(steps: list[tuple[str, int, bool]], start: int, end: int) -> None:
    pieces = built(steps)[0]
    assert pieces.cut(start, end).text == pieces.text[start:end]
