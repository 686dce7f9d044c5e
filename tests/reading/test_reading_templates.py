"""Template tags are masked at equal length; what a reader may still see inside them is copy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import ReadingError
from tonelint.model import TAG_FILLER
from tonelint.reading.templates import DIALECTS, mask


def shown(text: str, dialect: str = "auto") -> str:
    return mask(text, dialect).text.replace(TAG_FILLER, "~")


def fallbacks(text: str, dialect: str = "auto") -> list[str]:
    return [text[span.start : span.end] for tag in mask(text, dialect).tags for span in tag.fallbacks]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ name }}",
        "{{{ html }}}",
        "<%= user.name %>",
        "*|FNAME|*",
        "%recipient.name%",
        "%NAME%",
        "[% anketa.base.name %]",
        "${ Recipient.Name }",
        "${stock}",
        "{{Name|{{Email}}}}",
        '${ Recipient.Name | filter("}") }',
        '{{ "}}" }}',
    ],
)
def test_a_tag_that_prints_becomes_filler(tag: str) -> None:
    assert shown(f"Добрый день, {tag}!") == f"Добрый день, {'~' * len(tag)}!"


@pytest.mark.parametrize(
    "tag",
    [
        "{% if vip %}",
        "{%- endif -%}",
        "{# note #}",
        "<% if a < b %>",
        "<%# note %>",
        "*|IF:VIP|*",
        "*|END:IF|*",
        "[% IF vip %]",
        "@{if vip}",
        "@{* note *}",
        "{{#if vip}}",
        "{{else}}",
        "{{/if}}",
        "{{!-- note --}}",
        "{% comment %} not copy {% endcomment %}",
    ],
)
def test_a_tag_that_only_steers_becomes_spaces(tag: str) -> None:
    assert shown(f"Да{tag}нет") == f"Да{' ' * len(tag)}нет"


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{Name|уважаемый сосед}}", ["уважаемый сосед"]),
        ("{{Name|don't worry}}", ["don't worry"]),
        ("{{HasOrders?Вам положен чай}}", ["Вам положен чай"]),
        ('{{ name | default: "there" }}', ["there"]),
        ("{{ name|default('друг') }}", ["друг"]),
        ('{{insert name "default=Neighbour"}}', ["Neighbour"]),
        ("*|NAME|Friend|*", ["Friend"]),
        ('<%= name || "друг" %>', ["друг"]),
        ("{{ vip ? 'Ваш столик' : 'Общий зал' }}", ["Ваш столик", "Общий зал"]),
        ('{% trans "Добро пожаловать" %}', ["Добро пожаловать"]),
        ("{{ name|upper }}", []),
        ('{{ date | date: "%d %B" }}', []),
        ("{{ name }}", []),
    ],
)
def test_what_a_reader_may_see_inside_a_tag_is_a_fallback(tag: str, words: list[str]) -> None:
    assert fallbacks(f"Привет, {tag}") == words


def test_a_bare_word_after_a_bar_is_a_fallback_where_the_service_has_no_filters() -> None:
    assert fallbacks("{{Name|friend}}", "unisender") == ["friend"]
    assert fallbacks("{{ name|title }}") == []


@pytest.mark.parametrize(
    "text", ["{дата окончания}", "{hold date}", "50% off and 20% more", "a {{ b", "5 * 3 | 2", "$5", "{", "100%"]
)
def test_ordinary_punctuation_is_not_a_tag(text: str) -> None:
    assert shown(text) == text


def test_single_braces_are_tags_only_when_the_dialect_is_named() -> None:
    assert shown("{lead.name}, {if vip}да{end}", "altcraft") == "~~~~~~~~~~~,         да     "
    assert shown("{lead.name}") == "{lead.name}"


def test_no_dialect_means_no_tags() -> None:
    assert shown("{{ name }} *|X|*", "none") == "{{ name }} *|X|*"


def test_line_ends_inside_a_tag_are_kept() -> None:
    assert shown("{{ a\r\n}}") == "~~~~\r\n~~"


def test_an_unknown_dialect_is_one_clear_sentence() -> None:
    with pytest.raises(ReadingError, match="unknown template dialect 'mustach'"):
        mask("{{ a }}", "mustach")


PARTS = st.sampled_from(
    [
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "*|",
        "|*",
        "${",
        "}",
        "@{",
        "[%",
        "%]",
        "<%",
        "%>",
        '"',
        "'",
        "|",
        "a",
        " ",
        "\n",
        "%X%",
        "{",
    ]
)


@given(st.lists(PARTS, max_size=40).map("".join), st.sampled_from(sorted(DIALECTS)))
def test_masking_keeps_the_length_the_lines_and_everything_outside_tags(text: str, dialect: str) -> None:
    masked = mask(text, dialect)
    assert len(masked.text) == len(text)
    assert [i for i, c in enumerate(masked.text) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    outside = set(range(len(text)))
    before = 0
    for tag in masked.tags:
        assert before <= tag.start < tag.end <= len(text)
        before = tag.end
        outside -= set(range(tag.start, tag.end))
        assert all(tag.start < span.start <= span.end < tag.end for span in tag.fallbacks)
    assert all(masked.text[i] == text[i] for i in outside)
