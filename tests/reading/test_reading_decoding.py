"""Bytes become text the same way every time, and can be written back."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import ReadingError
from tonelint.model import Document
from tonelint.reading import read_bytes

LETTER = "Добрый день! Мы открыли вторую пекарню на углу Садовой, заходите за ржаным хлебом. Ёлки ещё стоят."


def stored(document: Document) -> bytes:
    part = document.parts[0]
    return part.text.encode(part.encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16-le", "utf-16-be"])
def test_a_russian_letter_is_read_in_any_of_the_usual_encodings(encoding: str) -> None:
    data = LETTER.encode(encoding)
    document = read_bytes(data, "letter.txt")
    assert document.parts[0].text == LETTER
    assert document.parts[0].writable
    assert stored(document) == data


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
@pytest.mark.parametrize(
    "words", ["Привет!", "Осталось два места", "СКИДКА НА ВСЁ", "Кнопка: да", "Hello, Маша! Your bread is ready."]
)
def test_a_few_russian_words_are_enough_to_know_the_encoding(words: str, encoding: str) -> None:
    assert read_bytes(words.encode(encoding), "x.txt").parts[0].text == words


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_is_not_part_of_the_text(mark: bytes, encoding: str) -> None:
    data = mark + LETTER.encode(encoding)
    part = read_bytes(data, "letter.txt").parts[0]
    assert part.text == LETTER
    assert data[: part.byte_start] + part.text.encode(part.encoding) == data


def test_western_letters_are_not_taken_for_russian() -> None:
    words = "We met at the café on the corner; the crème brûlée was good and nobody hurried us."
    assert read_bytes(words.encode("cp1252"), "x.txt").parts[0].text == words


def test_html_may_say_which_encoding_it_is_in() -> None:
    html = '<html><meta charset="windows-1251"><p>Чай</p>'
    assert read_bytes(html.encode("cp1251"), "x.html").parts[0].text == html


def test_an_untrue_declaration_does_not_win_over_utf8() -> None:
    html = '<meta charset="windows-1251"><p>Чай</p>'
    assert read_bytes(html.encode("utf-8"), "x.html").parts[0].text == html


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"PK\x03\x04....", "a zip archive"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"abc\0\x01\x02def", "binary data"),
    ],
)
def test_binary_data_is_refused_in_one_sentence_that_names_it(data: bytes, what: str) -> None:
    with pytest.raises(ReadingError, match=rf"^file\.txt: this is {what}, not text"):
        read_bytes(data, "file.txt")


def test_line_ends_are_never_translated() -> None:
    assert read_bytes(b"a\r\nb\rc\n", "x.txt").parts[0].text == "a\r\nb\rc\n"


@given(st.binary(max_size=300))
def test_whatever_is_called_writable_gives_its_bytes_back(data: bytes) -> None:
    try:
        document = read_bytes(data, "x.txt")
    except ReadingError:
        return
    part = document.parts[0]
    if part.writable:
        assert data[: part.byte_start] + part.text.encode(part.encoding) + data[part.byte_end :] == data
