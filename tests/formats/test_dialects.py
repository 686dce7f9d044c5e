"""Template dialects: what a reader may see is read, wherever it stands; what only steers is not; a fix changes no tag.

In the tables below § stands for the pressing words. One line is one place in which they may, or may not, be seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tonelint import Checker
from tonelint.cli import run
from tonelint.config.dialects import DIALECT_NAMES
from tonelint.language.sentences import sentences
from tonelint.model import Document
from tonelint.reading import ReadingOptions, read_bytes, read_text
from tonelint.reading.dialects import DIALECTS
from tonelint.reading.templates import mask
from tonelint.rewriting.apply import fixed

STOCK = "Осталось всего 2 места"
REFUSAL = "Нет, я люблю переплачивать"
CHECKER = Checker()

SEEN: dict[str, list[str]] = {
    "jinja": [
        "{% if user.vip %}§{% else %}Привет{% endif %}",
        "{% if a %}Привет{% elif b == '}' %}§{% endif %}",
        "{% for one in list %}{{ one.name }}: §.{% endfor %}",
        "Друзья, {{ text | default('§') }}",
        "{{ '§' if user.vip else 'Привет' }}",
        "{{ 'Привет' if user.vip else '§' }}",
        "{{ name or '§' }}",
        "{%- if a -%}§{%- endif -%}",
        "{{ _('§') }}",
        "{% trans %}§{% endtrans %}",
        "{# don't {{ worry #}§",
        "{% raw %}{{ a }}§{% endraw %}",
    ],
    "django": ['{{ text|default:"§" }}', '{% trans "§" %}', "{% comment %}{{ a }}{% endcomment %}§"],
    "twig": [
        "{% if a %}§{% endif %}",
        "{{ text ?? '§' }}",
        "{{ text ?: '§' }}",
        "{{ vip ? '§' : 'Привет' }}",
        "{{ vip ? 'Привет' : '§' }}",
    ],
    "liquid": [
        "{% if customer.vip %}§{% elsif b %}Привет{% endif %}",
        "{% unless customer.vip %}§{% endunless %}",
        "{% case plan %}{% when 'a' %}§{% endcase %}",
        "{{ customer.text | default: '§' }}",
        '{{ customer.text | default: "§" | upcase }}',
        "{%- for a in b -%}§{%- endfor -%}",
    ],
    "handlebars": [
        "{{#if vip}}§{{else}}Привет{{/if}}",
        "{{#if vip}}Привет{{else if other}}§{{/if}}",
        "{{#unless vip}}§{{/unless}}",
        "{{#each items}}{{this.name}}: §.{{/each}}",
        "{{{html}}} §",
        "{{!-- {{a}} don't --}}§",
        "{{~#if vip~}}§{{~/if~}}",
    ],
    "mustache": ["{{#vip}}§{{/vip}}", "{{^vip}}§{{/vip}}", "{{! note }}§", "{{> header }}§"],
    "erb": [
        "<% if @vip %>§<% else %>Привет<% end %>",
        "<%= @text || '§' %>",
        "<%= @vip ? '§' : 'Привет' %>",
        "<%= @vip ? 'Привет' : '§' %>",
        "<%- items.each do |a| -%>§<%- end -%>",
        "<%# don't %>§",
        '<%= @text.presence || "§" %>',
    ],
    "velocity": [
        "#if($vip)§#else Привет#end",
        '#if( $vip == "a)b" )Привет#elseif($b)§#end',
        "#foreach( $p in $list )$p.name: §. #end",
        "Привет, $!{person.name}! §",
        "#* don't *#§",
        "## note\n§",
    ],
    "mailchimp": [
        "*|IF:VIP|*§*|ELSE:|*Привет*|END:IF|*",
        "*|IF:VIP|*Привет*|ELSEIF:B|*§*|END:IF|*",
        "*|IFNOT:VIP|*§*|END:IF|*",
        "*|TEXT|§|*",
        "*|FNAME|*, §",
    ],
    "unisender": [
        "{{Name|§}}",
        "{{Name|{{Email}}}}, §",
        "{{HasOrders?§}}",
        "{{HasOrders?{{Name}}, §}}",
        "{{`Поле с пробелом`|§}}",
        "{{Имя?§}}",
    ],
    "unisender-go": ["#if($vip)§#end", "{{Name|§}}", "$person.name, §"],
    "sendsay": [
        "[% IF anketa.vip %]§[% ELSE %]Привет[% END %]",
        "[% anketa.text || '§' %]",
        "[% FOREACH a = b %]§[% END %]",
        "[%# don't %]§",
    ],
    "sendpulse": ["{{name}}, §", "{% if a %}§{% endif %}"],
    "mindbox": [
        '@{if Recipient.Name == "}"}§@{else}Привет@{end if}',
        "@{if a}Привет@{else if b}§@{end if}",
        "@{for a in b}§@{end for}",
        "@{* don't } {{ *}§",
        '${ Recipient.Name | filter("}") }, §',
        '${ if(Recipient.IsVip, "§", "Привет") }',
        '${ if(Recipient.IsVip, "Привет", "§") }',
    ],
    "altcraft": ["{if lead.vip}§{else}Привет{end}", "{lead.name}, §", "{lead.text|default:'§'}"],
    "brevo": ["{{ contact.TEXT|default:'§' }}", "{% if contact.VIP %}§{% endif %}"],
    "customer.io": [
        "{% if customer.vip %}§{% endif %}",
        '{{ customer.text | default: "§" }}',
        "{% if customer.vip %}§{% else %}Привет{% endif %}",
    ],
    "sendgrid": ['{{insert text "default=§"}}', "{{#if vip}}§{{/if}}", "%name%, §"],
    "postmark": ["{{#each list}}§{{/each}}", "{{^vip}}§{{/vip}}", "{{{ @content }}} §"],
    "mailgun": ["%recipient.name%, §", "{{#if vip}}§{{/if}}"],
    "mailerlite": ["{$name}, §", "{$text|default('§')}"],
}
"""Visible places."""

UNSEEN: dict[str, list[str]] = {
    "jinja": ["{# § #}", "{% if a == '§' %}да{% endif %}", "{{ texts['§'] }}", "{# {{ a }} § #}"],
    "django": ["{% comment %}§{{ a }}{% endcomment %}", "{% if a == '§' %}да{% endif %}"],
    "twig": ["{# § #}", "{% if a == '§' %}да{% endif %}"],
    "liquid": ["{% comment %}§{% endcomment %}", "{% if a contains '§' %}да{% endif %}", "{{ a | remove: '§' }}"],
    "handlebars": ["{{!-- § {{a}} --}}", "{{! § }}", "{{#ifEquals a '§'}}да{{/ifEquals}}"],
    "mustache": ["{{! § }}", "{{#§}}да{{/§}}"],
    "erb": ["<%# § %>", "<% if a == '§' %>да<% end %>", "<%- # § -%>"],
    "velocity": ["#* § *#", "## §\nда", '#if( $a == "§" )да#end', "#set( $a = '§' )да"],
    "mailchimp": ["*|IF:A=§|*да*|END:IF|*"],
    "unisender": ["{{§}}"],
    "unisender-go": ['#if( $a == "§" )да#end'],
    "sendsay": ["[%# § %]", "[% IF a == '§' %]да[% END %]"],
    "sendpulse": ["{% if a == '§' %}да{% endif %}"],
    "mindbox": ["@{* § *}", '@{if a == "§"}да@{end if}', "@{* } § {{ *}"],
    "altcraft": ["{if lead.a == '§'}да{end}"],
    "brevo": ["{# § #}", "{% if a == '§' %}да{% endif %}"],
    "customer.io": ["{% comment %}§{% endcomment %}"],
    "sendgrid": ["{{#equals a '§'}}да{{/equals}}"],
    "postmark": ["{{! § }}"],
    "mailgun": ["{{!-- § --}}"],
}
"""Places that nobody sees."""

BY_NAME_ONLY = {"altcraft"}
"""Dialects that are never guessed."""


def cases(table: dict[str, list[str]]) -> list[Any]:
    return [pytest.param(name, text, id=f"{name}: {text}") for name, texts in table.items() for text in texts]


def found(text: str, dialect: str, format: str = "text") -> list[str]:
    """The words that the rule about stock marks."""
    document = read_text(text, format=format, options=ReadingOptions(template_dialect=dialect))
    report = CHECKER.check_document(document)
    return [text[one.start : one.end] for one in report.findings if one.rule == "scarcity/stock-left"]


def test_every_dialect_has_its_places() -> None:
    assert set(DIALECTS) == set(DIALECT_NAMES)
    assert set(DIALECTS) - {"auto", "none"} == set(SEEN)


@pytest.mark.parametrize(("dialect", "text"), cases(SEEN))
def test_words_that_a_reader_may_see_are_read_where_they_stand(dialect: str, text: str) -> None:
    assert found(text.replace("§", STOCK), dialect) == [STOCK]
    assert found(f"<p>{text.replace('§', STOCK)}</p>", dialect, "html") == [STOCK]
    assert found(text.replace("§", STOCK), dialect, "markdown") == [STOCK] or "##" in text


@pytest.mark.parametrize("lead", ["", "Привет.\n\n", "# Привет\n", "- Раз\n- ", "1. ", "> ", "Привет,\n", "{% if b %}"])
def test_a_line_of_markdown_that_begins_with_a_tag_is_no_code(lead: str) -> None:
    text = f"{lead}{{% if user.is_important %}}{STOCK}{{% endif %}}\n"
    document = read_text(text, format="markdown")
    (one,) = (each for each in document.segments if STOCK in each.text)
    assert one.role == ("quote" if lead == "> " else "body")
    at = one.text.index(STOCK)
    span = one.source.span(at, at + len(STOCK))
    assert text[span.start : span.end] == STOCK
    assert "\u2060" not in one.text


def test_code_of_markdown_stays_code_whatever_tags_it_holds() -> None:
    document = read_text(f"Привет.\n\n    {STOCK} {{% if a %}}да{{% endif %}}\n", format="markdown")
    assert [one.role for one in document.segments] == ["body", "code"]


@pytest.mark.parametrize(("dialect", "text"), [one for one in cases(SEEN) if one.values[0] not in BY_NAME_ONLY])
def test_a_dialect_is_known_by_its_look(dialect: str, text: str) -> None:
    lenient = dialect.startswith("unisender") and "|§" in text
    if "##" in text or text.startswith(("$", "#*")) or "$!{" in text:
        return  # alone, these are a price, a heading or a hashtag
    assert found(text.replace("§", STOCK), "auto") == [STOCK] or lenient


@pytest.mark.parametrize(("dialect", "text"), cases(UNSEEN))
def test_words_that_nobody_sees_are_not_read(dialect: str, text: str) -> None:
    assert found(text.replace("§", STOCK), dialect) == []


TAGS = {name: [tag for text in texts for tag in text.split("§") if tag.strip()] for name, texts in SEEN.items()}


@pytest.mark.parametrize("dialect", TAGS)
def test_a_fix_changes_no_tag(dialect: str) -> None:
    mended = 0
    for text in SEEN[dialect]:
        if "|§" in text or "?§" in text or "'§" in text or '"§' in text or "=§" in text:
            continue  # the words stand inside of the tag
        letter = f"Кнопка: {text.replace('§', REFUSAL)}\n".encode()

        def read(data: bytes) -> Document:
            return read_bytes(data, "letter.txt", options=ReadingOptions(template_dialect=dialect))

        after = fixed(letter, read, CHECKER.check_document).data.decode()
        tags = [letter.decode()[tag.start : tag.end] for tag in mask(letter.decode(), dialect).tags]
        assert [after[tag.start : tag.end] for tag in mask(after, dialect).tags] == tags
        mended += REFUSAL not in after
    assert mended


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("{% if a %}Стол готов{% else %}Приходите завтра{% endif %} Ждём", ["Стол готов", "Приходите завтра", "Ждём"]),
        ("Добрый день. {{#if a}}Стол готов{{else}}Приходите{{/if}}", ["Добрый день.", "Стол готов", "Приходите"]),
        ("*|IF:A|*Стол готов*|ELSE:|*Приходите*|END:IF|*", ["Стол готов", "Приходите"]),
        ("Готовы {% if a %}два стола{% else %}три стола{% endif %}", ["Готовы два стола три стола"]),
        ("Дорогая {% if a %}Анна{% else %}Мария{% endif %}, привет", ["Дорогая Анна Мария , привет"]),
    ],
)
def test_branches_that_are_whole_sentences_are_read_apart(text: str, read: list[str]) -> None:
    (one,) = read_text(text).segments
    found = [" ".join(one.text[span.start : span.end].split()) for span in sentences(one.text, "ru")]
    assert found == read


@pytest.mark.parametrize(
    "text", ["$5 off #end #if", "Скидка #end (до завтра)", "{name}, §", "# §\n\n## §", "a {$ b", "#set §"]
)
def test_ordinary_writing_is_no_template(text: str) -> None:
    assert mask(text).text == text


def test_a_long_comment_is_a_comment() -> None:
    old = "<p>Осталось всего 2 места</p>\n" * 400
    assert found(f"{{# {old} #}}<p>Привет</p>", "auto", "html") == []
    assert found(f"{{% comment %}} {old} {{% endcomment %}}", "liquid", "html") == []


def test_marks_without_end_are_read_in_no_time() -> None:
    for mark in ("{#", "{{!--", "{% comment %}", "<%#", "#if(", "@{*", "{{", "*|", "${if("):
        text = mark * 20_000
        assert len(mask(text, "auto").text) == len(text)
        assert len(mask(text, "velocity").text) == len(text)


def test_a_team_may_name_its_own_tags(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(
        "Привет, [[name]]! [[if vip]]Осталось всего 2 места[[end]]. [[осталось 2 места]]\n", encoding="utf-8"
    )
    (tmp_path / "tonelint.toml").write_text('template_tags = [["[[", "]]"]]\n', encoding="utf-8")
    run(["check", "--lang", "en", "--quiet", str(path)])
    out = capsys.readouterr().out
    assert out.startswith(f"{path}:1:29 warning scarcity/stock-left")
    assert out.count("scarcity/stock-left") == 1


@pytest.mark.parametrize("value", ['"[["', '[["[["]]', '[["[[", ""]]', "[[1, 2]]"])
def test_marks_that_are_no_pairs_are_one_clear_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    (tmp_path / "letter.txt").write_text("Привет!", encoding="utf-8")
    (tmp_path / "tonelint.toml").write_text(f"template_tags = {value}\n", encoding="utf-8")
    assert run(["check", "--lang", "en", str(tmp_path / "letter.txt")]) == 2
    assert "tonelint.toml:1: 'template_tags' takes pairs of an opening and a closing mark" in capsys.readouterr().err


def test_the_command_line_names_a_dialect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("{if vip}Осталось всего 2 места{else}Привет{end}\n", encoding="utf-8")
    run(["check", "--lang", "en", "--quiet", "--template-dialect", "altcraft", str(path)])
    assert ":1:9 " in capsys.readouterr().out
    path.write_text("Кнопка: {if vip}Нет, я люблю переплачивать{end}\n", encoding="utf-8")
    run(["fix", "--lang", "en", "--template-dialect", "altcraft", str(path)])
    assert path.read_text(encoding="utf-8") == "Кнопка: {if vip}Нет, спасибо{end}\n"


@pytest.mark.parametrize("name", ["a.mjml.erb", "a.html.j2", "a.liquid", "a.hbs", "a.twig", "a.njk", "a.ejs", "a.tpl"])
def test_second_endings_are_read_as_what_they_make(name: str) -> None:
    data = "<p>Привет</p><a class='btn' href='/'>Купить</a>".encode()
    assert [one.role for one in read_bytes(data, name).segments] == ["body", "cta"]


def test_a_second_ending_of_text_is_read_as_text() -> None:
    assert read_bytes("Тема: Привет\n".encode(), "a.txt.erb").format == "text"
