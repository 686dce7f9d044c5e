"""A better line is shown as the sentence that a reader would find."""

from __future__ import annotations

import tonelint


def lines(text: str) -> dict[str, str]:
    """What each rewrite of the findings in `text` says, and how the sentence reads with it."""
    return {one.text: one.reads for finding in tonelint.check_text(text).findings for one in finding.rewrites}


def test_a_line_is_read_in_its_whole_sentence() -> None:
    read = lines("The kayak tour costs £40. On Sunday only 3 seats left for the kayak tour!")
    assert read
    for text, sentence in read.items():
        assert "costs £40" not in sentence, text
        assert text in sentence or not text
    assert any(sentence.startswith("On Sunday") and "kayak" in sentence for sentence in read.values())


def test_nothing_is_left_of_a_sentence_that_goes_away() -> None:
    assert lines("Скидка на пледы 20%. Торопитесь!")[""] == ""


def test_merge_tags_are_read_as_they_are_written() -> None:
    read = lines("{{ name }}, осталось 2 места!")
    assert any("{{ name }}" in sentence for sentence in read.values())
