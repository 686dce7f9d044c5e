"""HTML and MJML: what a reader sees, in order, with roles and exact places."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.model import TAG_FILLER, Document, Segment
from tonelint.reading import read_text
from tonelint.reading.markup import tokens


def read(html: str) -> Document:
    return read_text(html, format="html")


def roles(html: str) -> list[tuple[str, str]]:
    return [(segment.role, " ".join(segment.text.split())) for segment in read(html).segments]


def words(html: str) -> list[str]:
    return [text for _, text in roles(html)]


def source_of(document: Document, segment: Segment, part_of_text: str) -> str:
    at = segment.text.index(part_of_text)
    span = segment.source.span(at, at + len(part_of_text))
    return document.parts[0].text[span.start : span.end]


def test_a_phrase_runs_through_inline_tags_and_entities() -> None:
    document = read("<p>Осталось <b>2</b>&nbsp;места &amp; чай</p>")
    (segment,) = document.segments
    assert segment.text == "Осталось 2\xa0места & чай"
    assert source_of(document, segment, "2\xa0места") == "2</b>&nbsp;места"
    assert source_of(document, segment, "&") == "&amp;"


def test_blocks_cells_and_double_breaks_divide() -> None:
    assert words("<p>Один<p>Два<div>Три</div><table><tr><td>Четыре<td>Пять</table>Шесть<br><br>Семь") == [
        "Один", "Два", "Три", "Четыре", "Пять", "Шесть", "Семь",
    ]  # fmt: skip


def test_one_break_is_a_line_end_inside_the_phrase() -> None:
    assert read("<p>Улица Садовая,<br>дом 7</p>").segments[0].text == "Улица Садовая,\nдом 7"


def test_scripts_styles_comments_and_templates_are_not_copy() -> None:
    html = "<style>p{}</style><script>let a = '<p>нет</p>'</script><!-- <p>нет</p> --><template>нет</template><p>Да</p>"
    assert words(html) == ["Да"]


def test_conditional_comments_and_doctypes_are_not_copy() -> None:
    html = "<!DOCTYPE html><!--[if mso]><p>нет</p><![endif]--><![if !mso]><p>Да</p><![endif]><?php echo '>' ?>"
    assert words(html) == ["Да"]


def test_attributes_that_are_shown_are_copy() -> None:
    html = (
        '<img alt="Печь &amp; хлеб"><a href="#" title="Открыть меню">меню</a><i aria-label="Закрыть окно"></i>'
        '<input placeholder="Ваше имя"><input type="submit" value="Отправить"><input type="hidden" value="нет">'
    )
    found = {text: role for role, text in roles(html)}
    assert set(found) == {"Печь & хлеб", "Открыть меню", "меню", "Закрыть окно", "Ваше имя", "Отправить"}
    assert found["Отправить"] == "cta"


def test_the_place_of_an_attribute_is_inside_its_quotes() -> None:
    document = read('<img alt="Печь &amp; хлеб">')
    assert source_of(document, document.segments[0], "Печь & хлеб") == "Печь &amp; хлеб"


def test_a_label_that_only_repeats_the_words_beside_it_is_reported_once() -> None:
    assert words('<a href="#" title="Открыть меню">Открыть меню</a>') == ["Открыть меню"]


@pytest.mark.parametrize(
    "html",
    [
        "<button>Записаться</button>",
        '<input type="button" value="Записаться">',
        '<p>Мастерская в субботу. <a href="#" class="btn btn-big">Записаться</a></p>',
        '<p>Мастерская. <a href="#" style="background:#070;padding:4px">Записаться</a></p>',
        '<td><a href="#">Записаться</a></td>',
        '<mj-button href="#">Записаться</mj-button>',
        '<span><a role="button">Записаться</a></span>',
    ],
)
def test_what_is_pressed_is_a_call_to_action(html: str) -> None:
    assert ("cta", "Записаться") in roles(html)


def test_a_link_in_a_sentence_belongs_to_the_sentence() -> None:
    assert roles('<p>Меню лежит <a href="#">на сайте</a>, заходите.</p>') == [
        ("body", "Меню лежит на сайте, заходите.")
    ]


@pytest.mark.parametrize(
    "refusal", ["Нет, спасибо, я не люблю вкусное", "No thanks, I'd rather eat plain toast", "Maybe later"]
)
@pytest.mark.parametrize(
    "html",
    [
        "<button>{}</button>",
        '<a href="#">{}</a>',
        "<label><input type=checkbox>{}</label>",
        "<option>{}</option>",
        '<input type=submit value="{}">',
    ],
)
def test_a_control_that_refuses_is_a_decline(html: str, refusal: str) -> None:
    assert roles(html.format(refusal)) == [("decline", refusal)]


def test_an_accept_and_a_decline_button_side_by_side_share_a_block() -> None:
    yes, no = read("<div><p><button>Да, хочу</button></p><p><a href=#>Нет, спасибо</a></p></div>").segments
    assert (yes.role, no.role) == ("cta", "decline")
    assert yes.block == no.block


def test_an_ordinary_sentence_that_begins_with_no_is_no_decline() -> None:
    assert roles("<p>Нет, мы не закрылись, просто переехали.</p>")[0][0] == "body"


def test_headings_quotations_code_and_small_print_have_their_roles() -> None:
    html = (
        "<title>Письмо</title><h2>Хлеб <em>дня</em></h2><blockquote>Очень вкусно</blockquote><pre>x = 1</pre>"
        '<small>Фото: архив</small><p style="font-size:11px">Мелко</p><div class="footer-legal">Правила</div>'
        '<div class="gmail_quote">Прошлое письмо</div><p style="font-size:16px">Крупно</p>'
    )
    assert roles(html) == [
        ("heading", "Письмо"), ("heading", "Хлеб дня"), ("quote", "Очень вкусно"), ("code", "x = 1"),
        ("fine-print", "Фото: архив"), ("fine-print", "Мелко"), ("fine-print", "Правила"),
        ("quote", "Прошлое письмо"), ("body", "Крупно"),
    ]  # fmt: skip


def test_code_inside_a_phrase_is_filler() -> None:
    (segment,) = read("<p>Наберите <code>make bread</code> и ждите.</p>").segments
    assert segment.text == f"Наберите {TAG_FILLER * 4} {TAG_FILLER * 5} и ждите."


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "max-height:0;overflow:hidden",
        "font-size:0",
        "font-size:1px;color:#fff",
        "mso-hide:all",
        "opacity:0",
    ],
)
def test_hidden_text_at_the_top_is_the_preheader_without_its_stuffing(style: str) -> None:
    html = f'<body><div style="{style}">Свежий хлеб с девяти &zwnj;&nbsp;&zwnj;&nbsp;&#847;</div><p>Добрый день!</p>'
    assert roles(html) == [("preheader", "Свежий хлеб с девяти"), ("body", "Добрый день!")]


def test_a_zero_font_size_on_a_wrapper_does_not_hide_what_is_sized_inside() -> None:
    html = '<table><tr><td style="font-size:0"><p style="font-size:15px">Добрый день!</p></td></tr></table>'
    assert roles(html) == [("body", "Добрый день!")]


def test_a_way_out_in_the_footer_is_an_unsubscribe_line() -> None:
    html = '<div class="footer">Письма не нужны? <a href="https://x.example/u">Отписаться</a></div>'
    (segment,) = read(html).segments
    assert (segment.role, segment.href) == ("unsubscribe", "https://x.example/u")


def test_mjml_is_read_like_html() -> None:
    html = (
        "<mjml><mj-head><mj-title>Хлеб</mj-title><mj-preview>С девяти</mj-preview><mj-style>.a{}</mj-style></mj-head>"
        '<mj-body><mj-text font-size="10px">Мелко</mj-text><mj-image src="a" alt="Печь" />'
        "<mj-button>Зайти</mj-button></mj-body></mjml>"
    )
    assert roles(html) == [
        ("heading", "Хлеб"), ("preheader", "С девяти"), ("fine-print", "Мелко"), ("body", "Печь"),
        ("cta", "Зайти"),
    ]  # fmt: skip


def test_both_branches_of_a_condition_are_copy() -> None:
    assert words("<p>{% if a < b && c > d %}Чай{% else %}Кофе{% endif %}</p><p>{{#if x}}Сок{{/if}}</p>") == [
        "Чай Кофе",
        "Сок",
    ]


def test_a_fallback_in_an_attribute_that_nobody_sees_is_not_copy() -> None:
    assert words("<p><a href=\"{{ url | default: 'home' }}\">Хлеб</a> и соль</p>") == ["Хлеб и соль"]


def test_a_lone_less_than_sign_is_text() -> None:
    assert words("<p>дети < 3 лет и 5 <6, я <3 хлеб</p>") == ["дети < 3 лет и 5 <6, я <3 хлеб"]


def test_elements_carry_what_structure_checks_need() -> None:
    html = (
        '<form><label><input type="checkbox" checked>Письма</label></form>'
        '<div style="display:none">т</div><script src="t.js"></script>'
    )
    elements = {element.name: element for element in read(html).elements}
    assert set(elements) == {"form", "label", "input", "div", "script"}
    assert dict(elements["input"].attributes) == {"type": "checkbox", "checked": ""}
    assert elements["label"].text == "Письма"
    assert html[elements["form"].start : elements["form"].end].endswith("</form>")
    assert dict(elements["script"].attributes)["src"] == "t.js"


def test_front_matter_before_html_is_read() -> None:
    document = read("---\nsubject: Хлеб с девяти\nto: all\n---\n<p>Добрый день!</p>")
    assert [(one.role, one.text) for one in document.segments] == [
        ("subject", "Хлеб с девяти"),
        ("body", "Добрый день!"),
    ]
    assert document.front_matter["to"] == "all"


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<br>",
            "<td>",
            "</table>",
            "<a href='x'>",
            "</a>",
            '<img alt="а б">',
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<title>",
            "</title>",
            "&nbsp;",
            "&amp",
            "слово ",
            "word ",
            "<",
            ">",
            '"',
            "'",
            "=",
            "{{x}}",
            "😀",
            "<div style='display:none'>",
            "</div>",
            "<code>",
            "</code>",
            "<li>",
            "<!x>",
            "</",
            "\r\n",
            "<button>",
            "</button>",
        ]
    ),
    max_size=50,
).map("".join)


@given(MARKUP)
def test_every_character_has_a_place_in_the_source(html: str) -> None:
    document = read(html)
    for segment in document.segments:
        assert segment.text.strip()
        at = 0
        for text_start, source_start, length, source_length in segment.source.runs:
            assert text_start == at
            at += length
            assert 0 <= source_start <= source_start + source_length <= len(html)
            stretch = segment.text[text_start : text_start + length]
            if length == source_length and TAG_FILLER not in stretch:
                assert stretch == html[source_start : source_start + source_length]
        assert at == len(segment.text)


class _Oracle(HTMLParser):
    """The tags and text that the standard library sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(f"<{tag} {sorted(name for name, _ in attrs)}>")

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.seen and not self.seen[-1].startswith("<"):
            self.seen[-1] += data
        else:
            self.seen.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")


WELL_FORMED = st.recursive(
    st.sampled_from(["слово", "two words", "&amp;", "a > b", "1 < 2 "]),
    lambda inner: st.builds(
        lambda tag, attributes, content: f"<{tag}{attributes}>{''.join(content)}</{tag}>",
        st.sampled_from(["p", "div", "b", "td", "h1"]),
        st.sampled_from(["", " a='1 > 0'", ' title="x"', " checked", " b=1 c='<p>'"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(WELL_FORMED)
def test_the_tokens_are_those_that_the_standard_library_sees(html: str) -> None:
    oracle = _Oracle()
    oracle.feed(html)
    oracle.close()
    seen: list[str] = []
    for token in tokens(html):
        if token.kind == "text":
            seen.append(html[token.start : token.end])
        elif token.kind == "end":
            seen.append(f"</{token.name}>")
        else:
            seen.append(f"<{token.name} {sorted(one.name for one in token.attributes(html))}>")
    assert seen == oracle.seen


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        '<a =">"',
        "<!--",
        "<title>",
        "<div>",
        "<p><b>",
        "<table><tr><td>",
        "<a href=x>y",
        "<br>",
        "{{",
        '{{"a',
        "&",
        "<",
        "*|",
    ],
)
def test_hostile_markup_is_read_to_its_end(unit: str) -> None:
    document = read(unit * 3000)
    ends = [run[1] + run[3] for segment in document.segments for run in segment.source.runs]
    assert max(ends, default=0) <= len(unit) * 3000
    assert document.parts[0].text == unit * 3000
