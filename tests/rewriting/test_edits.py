"""Better lines become the smallest change of the source, and markup that stays is untouched."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonelint.model import TAG_FILLER, Document, Rewrite
from tonelint.reading import read_text
from tonelint.rewriting import edits


def rewritten(source: str, old: str, new: str, format: str = "html") -> str | None:
    """`source` with the words `old`, as a reader sees them, rewritten as `new`; None when that is refused."""
    document = read_text(source, format=format)
    for segment in document.segments:
        if old in segment.text:
            start = segment.text.index(old)
            span = segment.source.span(start, start + len(old))
            return edited(document, Rewrite(new, "safe", span.start, span.end))
    raise AssertionError(f"{old!r} is in no segment: {[segment.text for segment in document.segments]}")


def edited(document: Document, rewrite: Rewrite) -> str | None:
    made = edits(rewrite, document)
    if made is None:
        return None
    text = document.parts[0].text
    for edit in sorted(made, key=lambda one: -one.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        (
            "<p>Осталось <b>2</b>&nbsp;места!</p>",
            "Осталось 2\u00a0места!",
            "Свободно 2 места на 5 мая.",
            "<p>Свободно <b>2</b>&nbsp;места на 5&nbsp;мая.</p>",
        ),
        ("<p>Успейте <b>купить сегодня</b></p>", "Успейте купить ", "", "<p><b>сегодня</b></p>"),
        (
            "<p>На курс <b>осталось 4</b>&nbsp;места!</p>",
            "осталось 4\u00a0места!",
            "есть 21 место на 5 мая.",
            "<p>На курс <b>есть 21</b>&nbsp;место на 5&nbsp;мая.</p>",
        ),
        ("<p>2&nbsp;места &nbsp;🔥</p>", "2\u00a0места \u00a0🔥", "5 кресел", "<p>5&nbsp;кресел</p>"),
        ("<p>Это <b>очень важно</b> всем</p>", "очень важно", "полезно", "<p>Это <b>полезно</b> всем</p>"),
        ("<p><b>Торопитесь!</b> Вебинар</p>", "Торопитесь! ", "", "<p>Вебинар</p>"),
        ("<p>Раз.</p><p><i>Торопитесь!</i></p>", "Торопитесь!", "", "<p>Раз.</p>"),
        ("<ul><li>Торопитесь!</li><li>Два</li></ul>", "Торопитесь!", "", "<ul><li>Два</li></ul>"),
        ('<img alt="Осталось 2 места" src=x>', "Осталось 2", 'Есть "2"', '<img alt="Есть &quot;2&quot; места" src=x>'),
        ("<p>Мало мест</p>", "Мало", "Меньше 5 & больше <2", "<p>Меньше 5 &amp; больше &lt;2 мест</p>"),
        ("<p>a&nbsp;b. Мест мало</p>", "мало", "5\u00a0штук", "<p>a&nbsp;b. Мест 5&nbsp;штук</p>"),
        (
            "<p>{{ name }}, осталось 2 места</p>",
            TAG_FILLER * 10 + ", осталось",
            "{{ name }}, свободно",
            "<p>{{ name }}, свободно 2 места</p>",
        ),
        (
            "<p>Осталось {% if x %}мало{% else %}2{% endif %} места</p>",
            "Осталось",
            "Свободно",
            "<p>Свободно {% if x %}мало{% else %}2{% endif %} места</p>",
        ),
    ],
)
def test_only_the_words_that_differ_are_touched_in_html(source: str, old: str, new: str, after: str) -> None:
    assert rewritten(source, old, new) == after


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        ("Осталось **2** места\nсегодня", "Осталось 2 места", "Свободно 2 места", "Свободно **2** места\nсегодня"),
        ("**Торопитесь!** Вебинар", "Торопитесь! ", "", "Вебинар"),
        ("Вебинар **пока не** поздно", "пока ", "", "Вебинар **не** поздно"),
        ("Мест мало", "мало", "*пять* [штук]", "Мест \\*пять\\* \\[штук\\]"),
        ("Раз.\n\nТоропитесь!\n\nДва.", "Торопитесь!", "", "Раз.\n\nДва."),
        ("Раз.\r\n\r\nТоропитесь!\r\n\r\nДва.", "Торопитесь!", "", "Раз.\r\n\r\nДва."),
        ("Раз.\n\n- Торопитесь!\n- Два.", "Торопитесь!", "", "Раз.\n\n- Два."),
    ],
)
def test_only_the_words_that_differ_are_touched_in_markdown(source: str, old: str, new: str, after: str) -> None:
    assert rewritten(source, old, new, "markdown") == after


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ('<p>Смотри <a href="x">тут всё</a> и там</p>', "Смотри тут всё и", "Читай"),
        ('<p><a href="x">Торопитесь!</a> Вебинар</p>', "Торопитесь! ", ""),
        ("<p>Мало {{ n }} мест</p>", TAG_FILLER * 7 + " мест", "мест"),
        ("<p>Мало{% if x %} мест{% endif %} тут</p>", "Мало", ""),
    ],
)
def test_an_edit_that_would_do_harm_is_refused(source: str, old: str, new: str) -> None:
    made = rewritten(source, old, new)
    assert made is None or all(tag in made for tag in re.findall(r"<[^>]+>|\{[{%].*?[}%]\}", source))


def test_a_line_in_an_encoding_without_its_letters_is_spelled_as_an_entity() -> None:
    from dataclasses import replace

    document = read_text("<p>Цена высокая</p>", format="html")
    document = replace(document, parts=(replace(document.parts[0], encoding="cp1251"),))
    assert edited(document, Rewrite("990 ₽", "safe", 8, 15)) == "<p>Цена 990 &#8381;</p>"


def test_a_format_that_is_not_written_is_refused() -> None:
    from dataclasses import replace

    document = replace(read_text("Осталось 2 места"), format="spreadsheet")
    assert edits(Rewrite("Есть", "safe", 0, 8), document) is None


WORD = st.sampled_from(["осталось", "всего", "2", "места", "на", "курс", "мало", "очень"])
WRAP = st.sampled_from(["", "b", "i", "span", "a"])
GAP = st.sampled_from([" ", "&nbsp;", "\n", "  "])


@st.composite
def marked_up(draw: Any) -> str:
    """A paragraph of words, some of them in inline tags, with all kinds of spaces between them."""
    pieces = []
    for _ in range(draw(st.integers(2, 7))):
        words = " ".join(draw(st.lists(WORD, min_size=1, max_size=3)))
        tag = draw(WRAP)
        pieces.append(f"<{tag}>{words}</{tag}>" if tag else words)
        pieces.append(draw(GAP))
    return f"<p>{''.join(pieces[:-1])}</p>"


@settings(max_examples=150, deadline=None)
@given(source=marked_up(), new=st.lists(WORD, min_size=1, max_size=6), data=st.data())
def test_a_rewrite_reads_as_promised_and_leaves_tags_in_balance(source: str, new: list[str], data: Any) -> None:
    document = read_text(source, format="html", language="ru")
    segment = document.segments[0]
    start = data.draw(st.integers(0, len(segment.text) - 1))
    end = data.draw(st.integers(start + 1, len(segment.text)))
    span = segment.source.span(start, end)
    rewrite = Rewrite(" ".join(new), "safe", span.start, span.end)
    made = edited(document, rewrite)
    if made is None:
        return
    read = "".join(one.text for one in read_text(made, format="html", language="ru").segments)
    promised = segment.text[:start] + rewrite.text + segment.text[end:]
    promised += "".join(one.text for one in document.segments[1:])
    assert "".join(read.split()) == "".join(promised.split())
    assert opened(made) == []


def opened(source: str) -> list[str]:
    stack: list[str] = []
    for close, name in re.findall(r"<(/?)(\w+)>", source):
        if close:
            assert stack.pop() == name
        else:
            stack.append(name)
    return stack


@settings(max_examples=100, deadline=None)
@given(st.lists(WORD, min_size=1, max_size=9), st.lists(WORD, min_size=1, max_size=9))
def test_plain_text_reads_exactly_as_promised(old: list[str], new: list[str]) -> None:
    source = " ".join(old)
    document = read_text(source, language="ru")
    made = edited(document, Rewrite(" ".join(new), "safe", 0, len(source)))
    assert made == " ".join(new)
