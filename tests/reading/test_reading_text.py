"""Plain text becomes segments with roles and exact places."""

from __future__ import annotations

import pytest

from tonelint.errors import ReadingError
from tonelint.model import TAG_FILLER, Document, Segment
from tonelint.reading import ReadingOptions, read_bytes, read_text


def roles(document: Document) -> list[tuple[str, str]]:
    return [(segment.role, " ".join(segment.text.split())) for segment in document.segments]


def source_of(document: Document, segment: Segment) -> str:
    span = segment.source.span(0, len(segment.text))
    return document.parts[segment.part].text[span.start : span.end]


def test_a_hard_wrapped_paragraph_is_one_segment() -> None:
    document = read_text("Мы переехали\nна соседнюю улицу.\n\nЗаходите.\n")
    assert roles(document) == [("body", "Мы переехали на соседнюю улицу."), ("body", "Заходите.")]
    assert document.segments[0].text == "Мы переехали\nна соседнюю улицу."


def test_windows_line_ends_stay_in_the_text_and_in_the_places() -> None:
    document = read_text("Мы переехали\r\nна соседнюю улицу.\r\n\r\nЗаходите.\r\n")
    assert [segment.text for segment in document.segments] == ["Мы переехали\r\nна соседнюю улицу.", "Заходите."]
    last = document.segments[-1]
    assert document.parts[0].place(last.source.span(0, 1).start) == (4, 1)


def test_each_list_item_is_a_segment_without_its_marker() -> None:
    document = read_text("Возьмите:\n- зонт\n  и плащ\n* сапоги\n1. билет\n2. паспорт\n")
    assert [words for _, words in roles(document)] == ["Возьмите:", "зонт и плащ", "сапоги", "билет", "паспорт"]


def test_a_year_that_opens_a_wrapped_line_is_no_list_item() -> None:
    document = read_text("Пекарня работает с мая\n12. Такой номер дома запомнить легко.\n")
    assert len(document.segments) == 1


def test_lines_after_an_angle_bracket_are_a_quotation() -> None:
    document = read_text("Вы спрашивали:\n> А будет ли\n> ещё хлеб?\nБудет.\n")
    assert roles(document) == [("body", "Вы спрашивали:"), ("quote", "А будет ли ещё хлеб?"), ("body", "Будет.")]


@pytest.mark.parametrize(
    ("line", "words"), [("Subject: Bread at nine", "Bread at nine"), ("Тема: Хлеб в девять", "Хлеб в девять")]
)
def test_a_draft_that_opens_with_a_subject_has_one(line: str, words: str) -> None:
    assert roles(read_text(f"{line}\n\nПодробности ниже.\n"))[0] == ("subject", words)


def test_words_in_square_brackets_on_a_line_of_their_own_are_buttons() -> None:
    document = read_text("Присылать рецепты?\n\n[ Да, присылайте ]  [ Нет, спасибо, невкусно ]\n")
    assert roles(document)[1:] == [("cta", "Да, присылайте"), ("decline", "Нет, спасибо, невкусно")]
    assert document.segments[1].block == document.segments[2].block


def test_words_in_square_brackets_inside_a_sentence_are_not() -> None:
    assert roles(read_text("Встретимся в [название кафе] в семь.")) == [
        ("body", "Встретимся в [название кафе] в семь.")
    ]


def test_a_refusal_given_as_a_button_is_a_decline() -> None:
    assert roles(read_text("No thanks, I like long queues", role="cta")) == [
        ("decline", "No thanks, I like long queues")
    ]
    assert roles(read_text("Book a table", role="cta")) == [("cta", "Book a table")]


def test_a_line_with_the_way_out_of_the_list_is_an_unsubscribe_line() -> None:
    document = read_text("Новости пекарни.\n\nОтписаться: https://bakery.example/u\n")
    assert roles(document)[-1][0] == "unsubscribe"


def test_the_words_of_a_template_tag_are_masked_and_its_fallback_is_copy() -> None:
    document = read_text("Здравствуйте, {{Name|дорогой сосед}}!")
    phrase, fallback = document.segments
    assert phrase.text.count(TAG_FILLER) == len("{{Name|дорогой сосед}}")
    assert fallback.text == "дорогой сосед" == source_of(document, fallback)


def test_a_text_that_is_only_a_tag_still_gives_its_fallback() -> None:
    assert roles(read_text("{{HasOrders?Вам положен чай}}")) == [("body", "Вам положен чай")]


def test_rules_and_empty_lines_are_not_copy() -> None:
    assert read_text("-----\n\n***\n   \n{{ name }}\n").segments == ()


def test_a_language_that_the_caller_knows_is_the_language_of_every_segment() -> None:
    document = read_text("OK\n\nЗаходите.", language="en")
    assert {segment.language for segment in document.segments} == {"en"}


def test_an_unknown_extension_is_read_as_text() -> None:
    assert read_bytes("Заходите.".encode(), "letter.copy").format == "text"


def test_an_unknown_format_is_one_clear_sentence() -> None:
    with pytest.raises(ReadingError, match=r"^letter\.txt: unknown format 'word'; these are known: text, "):
        read_bytes(b"Come in.", "letter.txt", format="word")


def test_a_file_above_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(ReadingError, match=r"^long\.txt: larger than 1 MB, the limit"):
        read_bytes(b"a" * 1_000_001, "long.txt", options=ReadingOptions(max_bytes=1_000_000))
