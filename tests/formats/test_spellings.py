"""Words survive every format: what a library wrote is read as it was meant, and what is written back says just that."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from tests.formats.catalogue_files import WRITERS, read_back
from tonelint.model import TAG_FILLER, Document, SourceMap, Value
from tonelint.reading import read_bytes
from tonelint.reading.source_map import composed
from tonelint.rewriting.spelling import written

LETTERS = some.text(
    some.sampled_from("абвгдеёжзABCxyz0189 \n'\"\\&<>;:#-—«»!?%,.@`[]|*\u00a0😀é=/"), min_size=0, max_size=40
)
WAYS = sorted(WRITERS)


def said(words: str) -> str:
    """Words that are copy in every format: no white space at the edges of lines, and a letter at both ends."""
    lines = [" ".join(line.split(" ")).strip(" ") for line in f"Слово {words} слово".split("\n")]
    return "\n".join(line for line in lines if line.strip())


def document_of(way: str, words: str) -> Document:
    ending, write = WRITERS[way]
    return read_bytes(write({"one": "Первая строка здесь.", "two": words, "three": "Третья."}).encode(), f"x.{ending}")


def value_of(document: Document) -> Value:
    return next(one.value for one in document.segments if one.value and one.address.endswith("two"))


def plain_for(way: str, words: str) -> bool:
    """Whether this way of writing can say the words at all."""
    if way == "Fluent":
        return not any(char in words for char in "{}") and not any(line[:1] in "[*." for line in words.split("\n"))
    return "\r" not in words and not ("CDATA" in way and "]]>" in words)


@pytest.mark.parametrize("way", WAYS)
@settings(deadline=None, max_examples=40)
@given(words=LETTERS.map(said))
def test_what_a_library_wrote_is_read_as_it_was_meant(way: str, words: str) -> None:
    assume(plain_for(way, words))
    value = value_of(document_of(way, words))
    assert value.text == words
    assert value.spelling


@pytest.mark.parametrize("way", WAYS)
@settings(deadline=None, max_examples=40)
@given(words=LETTERS.map(said))
def test_every_code_point_has_its_place_and_the_places_are_in_order(way: str, words: str) -> None:
    assume(plain_for(way, words))
    document = document_of(way, words)
    text = document.parts[0].text
    for segment in document.segments:
        before = 0
        for at, char in enumerate(segment.text):
            span = segment.source.span(at, at + 1)
            assert before <= span.start < span.end <= len(text)
            if span.end - span.start == 1 and char not in (TAG_FILLER, "\u200b", " "):
                assert text[span.start] == char
                before = span.end


@pytest.mark.parametrize("way", WAYS)
@settings(deadline=None, max_examples=40)
@given(words=LETTERS.map(said), new=LETTERS, left=some.integers(0, 30), length=some.integers(0, 10))
def test_what_is_written_back_says_the_new_words_and_nothing_else_moves(
    way: str, words: str, new: str, left: int, length: int
) -> None:
    assume(plain_for(way, words))
    ending, _ = WRITERS[way]
    document = document_of(way, words)
    value, text = value_of(document), document.parts[0].text
    start = min(6 + left, len(words) - 6)
    end = min(start + length, len(words) - 5)
    changes = written([(start, end, new)], value, document.parts[0])
    if changes is None:  # refused: nothing is written
        return
    ((first, last, spelled),) = changes
    made = text[:first] + spelled + text[last:]
    read_back(ending, made)
    again = read_bytes(made.encode(), f"x.{ending}")
    assert value_of(again).text == words[:start] + new + words[end:]
    others = [one.text for one in document.segments if not one.address.endswith("two")]
    assert [one.text for one in again.segments if not one.address.endswith("two")] == others


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("new", ["12 мест", 'it\'s "fine"', "да & нет"])
def test_ordinary_words_are_never_refused(way: str, new: str) -> None:
    document = document_of(way, "Слово, которое здесь стоит, само.")
    assert written([(7, 14, new)], value_of(document), document.parts[0]) is not None


@settings(deadline=None)
@given(
    outer=some.lists(some.tuples(some.integers(1, 4), some.integers(1, 4), some.integers(0, 3)), min_size=1),
    data=some.data(),
)
def test_two_ways_back_laid_end_to_end_are_one(outer: list[tuple[int, int, int]], data: some.DataObject) -> None:
    def laid(runs: list[tuple[int, int, int]]) -> SourceMap:
        made, at, source = [], 0, 0
        for length, size, gap in runs:
            made.append((at, source + gap, length, size))
            at, source = at + length, source + gap + size
        return SourceMap(tuple(made))

    onward = laid(outer)
    middle = sum(length for length, _, _ in outer)
    first = data.draw(some.integers(0, middle - 1))
    inner = SourceMap.identity(first, data.draw(some.integers(1, middle - first)))
    whole = composed(onward, inner)
    for at in range(inner.runs[0][2]):
        between = inner.span(at, at + 1)
        expected, found = onward.span(between.start, between.end), whole.span(at, at + 1)
        assert expected.start <= found.start < found.end <= expected.end
