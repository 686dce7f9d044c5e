"""Markdown: blocks and phrases with roles and exact places."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.model import TAG_FILLER, Document
from tonelint.reading import read_text


def read(text: str) -> Document:
    return read_text(text, format="markdown")


def roles(text: str) -> list[tuple[str, str]]:
    return [(segment.role, " ".join(segment.text.split())) for segment in read(text).segments]


def test_emphasis_and_links_stay_in_the_phrase() -> None:
    document = read('Осталось **2** места, 😀 [*скоро*](http://x.example "т") `make` и\nвсё &amp; чай\\!\n')
    (segment,) = document.segments
    assert segment.text == f"Осталось 2 места, 😀 скоро {TAG_FILLER * 6} и\nвсё & чай!"
    at = segment.text.index("2 места")
    span = segment.source.span(at, at + len("2 места"))
    assert document.parts[0].text[span.start : span.end] == "2** места"
    at = segment.text.index("скоро")
    span = segment.source.span(at, at + len("скоро"))
    assert document.parts[0].text[span.start : span.end] == "скоро"


def test_front_matter_keys_are_copy_and_data() -> None:
    document = read(
        '---\ntitle: "Хлеб дня"\nSubject: С девяти утра\ndescription: >\n  Ржаной\n  и белый\nstock: 7\n---\n\nТекст.\n'
    )
    assert [(one.role, " ".join(one.text.split())) for one in document.segments] == [
        ("heading", "Хлеб дня"), ("subject", "С девяти утра"), ("preheader", "Ржаной и белый"), ("body", "Текст."),
    ]  # fmt: skip
    assert document.front_matter["stock"] == 7
    title = document.segments[0].source.span(0, len("Хлеб дня"))
    assert document.parts[0].text[title.start : title.end] == "Хлеб дня"
    assert document.parts[0].place(document.segments[1].source.span(0, 1).start) == (3, 10)


def test_broken_front_matter_is_a_problem_with_its_line_and_the_text_is_still_read() -> None:
    document = read("---\ntitle: a\nb: [1\n---\n\nТекст.\n")
    assert [one.text for one in document.segments] == ["Текст."]
    (problem,) = document.problems
    assert problem.message.startswith("the front matter cannot be read: ")
    assert 2 <= problem.line <= 4


def test_blocks_have_their_roles() -> None:
    text = (
        "# Хлеб **дня**\n\nОсень\n=====\n\nАбзац\nв две строки.\n\n> Очень\n> вкусно\n\n"
        "- ржаной\n  с тмином\n- [ ] белый\n\n"
        "| сорт | цена |\n|---|---|\n| *ржаной* | 90 |\n\n```py\nx = 1\n```\n"
    )
    assert roles(text) == [
        ("heading", "Хлеб дня"), ("heading", "Осень"), ("body", "Абзац в две строки."), ("quote", "Очень вкусно"),
        ("body", "ржаной с тмином"), ("body", "белый"), ("body", "сорт"), ("body", "цена"), ("body", "ржаной"),
        ("body", "90"), ("code", "x = 1"),
    ]  # fmt: skip


def test_a_paragraph_that_is_only_a_link_is_a_button() -> None:
    assert roles("[Записаться](http://x.example)\n") == [("cta", "Записаться")]
    assert roles("[Да](a) | [Нет, спасибо, люблю голод](b)\n") == [
        ("cta", "Да"),
        ("decline", "Нет, спасибо, люблю голод"),
    ]


def test_a_list_of_links_is_a_menu_and_not_a_row_of_buttons() -> None:
    assert roles("- [Хлеб](a)\n- [Пироги](b)\n") == [("body", "Хлеб"), ("body", "Пироги")]


def test_pictures_speak_through_their_description() -> None:
    assert roles("![Печь в углу](a.png)\n") == [("body", "Печь в углу")]
    assert roles("[![Записаться](a.png)](http://x.example)\n") == [("cta", "Записаться")]


def test_raw_html_is_read_as_html_and_comments_are_not_copy() -> None:
    assert roles('<!-- нет -->\n\n<div class="footer">Правила <b>клуба</b></div>\n') == [
        ("fine-print", "Правила клуба")
    ]


def test_a_placeholder_in_square_brackets_stays_as_written() -> None:
    assert roles("Ждём вас в [название зала] в семь.\n") == [("body", "Ждём вас в [название зала] в семь.")]


def test_template_tags_are_masked_before_the_markdown_is_read() -> None:
    assert roles("Привет, {{ name | default: '*друг*' }}!\n")[1] == ("body", "*друг*")


MARKS = st.lists(
    st.sampled_from(
        [
            "# ",
            "> ",
            "- ",
            "1. ",
            "**",
            "_",
            "`",
            "[",
            "](x)",
            "![",
            "\n",
            "\n\n",
            "слово ",
            "word",
            "😀",
            "&nbsp;",
            "<b>",
            "<div>",
            "| a |",
            "|---|",
            "```\n",
            "    ",
            "\\",
            "~~",
            "---\n",
            "{{x}}",
            "\r\n",
            "<!--",
            "\t",
            "[x]: http://y\n",
            "***",
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=150)
@given(MARKS)
def test_every_character_has_a_place_in_the_source(text: str) -> None:
    document = read(text)
    for segment in document.segments:
        assert segment.text.strip()
        at = 0
        for text_start, source_start, length, source_length in segment.source.runs:
            assert text_start == at
            at += length
            assert 0 <= source_start <= source_start + source_length <= len(text)
            stretch = segment.text[text_start : text_start + length]
            if length == source_length and TAG_FILLER not in stretch and "\n" not in stretch:
                assert stretch == text[source_start : source_start + source_length]
        assert at == len(segment.text)


def test_a_storm_of_marks_is_read_to_its_end() -> None:
    for unit in ("*", "*a ", "[", "> ", "`", "- ", "<"):
        document = read(f"{unit * 20000}\n\nThe end.\n")
        assert any("The end." in segment.text for segment in document.segments), unit
