"""String catalogues through the command line: what is found in them and where, what `fix` writes, what stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.formats.catalogue_files import WRITERS, in_json, read_back
from tonelint import Checker, Config
from tonelint.cli import run
from tonelint.errors import ReadingError
from tonelint.model import Document, Segment
from tonelint.reading import collect, read_bytes, read_file

CHECKER = Checker(Config(lang="en"))
REFUSAL = "Нет, я люблю переплачивать"
STOCK = "Осталось всего 2 места!"
KIND = "Карта маршрутов лежит в приложении."
TEXTS = {"greeting": KIND, "offer_title": STOCK, "offer_decline": REFUSAL, "footer": "Мы пишем раз в неделю."}
WAYS = sorted(WRITERS)


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)


def document(text: str, name: str) -> Document:
    return read_bytes(text.encode(), name)


def segments(text: str, name: str) -> dict[str, Segment]:
    return {one.address: one for one in document(text, name).segments}


@pytest.mark.parametrize("way", WAYS)
def test_a_text_is_found_at_its_key_with_its_role_and_its_exact_place(way: str) -> None:
    ending, write = WRITERS[way]
    source = write(TEXTS)
    found = document(source, f"x.{ending}")
    report = CHECKER.check_document(found)
    said = {(one.rule, one.role) for one in report.findings}
    assert said == {("scarcity/stock-left", "heading"), ("confirmshaming/loves-loss", "decline")}
    for one in report.findings:
        assert one.address.endswith("offer_title" if one.role == "heading" else "offer_decline")
        segment = next(each for each in found.segments if each.address == one.address)
        assert segment.source.span(0, len(segment.text)).start <= one.start
        words = source[one.start : one.end]
        assert "\\u" in words or words in (STOCK, STOCK[:-1], REFUSAL, REFUSAL.removeprefix("Нет, "))
        line, column = found.parts[0].place(one.start)
        assert (one.line, one.column) == (line, column)


@pytest.mark.parametrize("way", WAYS)
def test_a_fix_changes_the_refusal_and_nothing_else(way: str) -> None:
    ending, write = WRITERS[way]
    before = write(TEXTS)
    path = Path(f"x.{ending}")
    path.write_bytes(before.encode())
    assert run(["fix", str(path), "--fail-on", "never"]) == 0
    after = path.read_bytes().decode()
    read_back(ending, after)
    said = [one.text for one in document(after, path.name).segments]
    assert said == [KIND, STOCK, "Нет, спасибо", "Мы пишем раз в неделю."]
    kept = [line for line in before.splitlines() if line in after.splitlines()]
    assert len(before.splitlines()) - len(kept) <= 2
    assert after.startswith(before[: before.index("offer_decline")])


@pytest.mark.parametrize("tag", ["%1$s", "{name}", "{{ name }}", "%(name)s", "<b>{name}</b>"])
@pytest.mark.parametrize("way", WAYS)
def test_a_fix_keeps_every_placeholder(way: str, tag: str) -> None:
    if way == "Fluent" and "{{" in tag:
        pytest.skip("Fluent has no such placeable")
    ending, write = WRITERS[way]
    path = Path(f"x.{ending}")
    words = f"{tag}, записаться можно, пока не разобрали места! Ждём вас, {tag}."
    before = write({"before": KIND, "text": words, "after": KIND})
    path.write_bytes(before.encode())
    run(["fix", str(path)])
    after = path.read_bytes().decode()
    read_back(ending, after)
    (said,) = {
        one.value.text for one in document(after, path.name).segments if one.value and one.address.endswith("text")
    }
    assert said == words.replace(", пока не разобрали места!", "."), after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("way", WAYS)
def test_line_ends_stay_as_they_are(way: str, newline: str) -> None:
    ending, write = WRITERS[way]
    path = Path(f"x.{ending}")
    path.write_bytes(write(TEXTS).replace("\n", newline).encode())
    assert run(["fix", str(path), "--fail-on", "never"]) == 0
    after = path.read_bytes().decode()
    assert REFUSAL not in after
    assert after.count("\n") == after.count(newline)


def test_a_fix_is_shown_as_a_diff_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("ru.json")
    path.write_text(in_json(TEXTS), encoding="utf-8")
    run(["fix", "--diff", str(path)])
    said = capsys.readouterr().out
    assert f'-  "offer_decline": "{REFUSAL}",\n+  "offer_decline": "Нет, спасибо",' in said
    assert REFUSAL in path.read_text(encoding="utf-8")


def test_the_address_is_shown_with_line_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ru.json").write_text('{"emails": [{"subject": "Осталось всего 2 места!"}]}', encoding="utf-8")
    assert run(["check", "ru.json"]) == 1
    assert capsys.readouterr().out.startswith("ru.json:1:26 (emails[0].subject) warning scarcity/stock-left\n")


def test_standard_input_is_read_by_the_name_it_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(in_json(TEXTS).encode())))
    assert run(["check", "-", "--stdin-filename", "locales/ru.json"]) == 1
    assert "locales/ru.json:3:19 (offer_title) warning" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("button", "cta"), ("buyButton", "cta"), ("cta_main", "cta"), ("submit", "cta"), ("btn-primary", "cta"),
        ("decline", "decline"), ("noThanks", "decline"), ("cancel_button", "decline"), ("popup_dismiss", "decline"),
        ("subject", "subject"), ("emailSubject", "subject"), ("preheader", "preheader"), ("preview_text", "preheader"),
        ("title", "heading"), ("page_heading", "heading"), ("footer_note", "fine-print"), ("legal", "fine-print"),
        ("unsubscribe", "unsubscribe"), ("opt_out", "unsubscribe"), ("body", "body"), ("knowledge", "body"),
        ("snow", "body"), ("another", "body"), ("payment_rejected", "body"), ("titles_of_honour", "body"),
    ],
)  # fmt: skip
def test_a_key_says_what_its_text_is_for(key: str, role: str) -> None:
    (one,) = document(json.dumps({key: "Some words here"}), "x.json").segments
    assert one.role == role


def test_the_closest_key_speaks_first() -> None:
    found = segments('{"footer": {"text": "Some words", "title": "Some title"}, "a": {"b": {"c": "Some c"}}}', "x.json")
    assert {key: one.role for key, one in found.items()} == {
        "footer.text": "fine-print", "footer.title": "heading", "a.b.c": "body",
    }  # fmt: skip


def test_texts_of_one_dialog_share_a_block_and_others_do_not() -> None:
    nested = segments('{"a": {"accept": "Yes, of course", "decline": "No"}, "b": {"accept": "Yes, gladly"}}', "x.json")
    assert nested["a.accept"].block == nested["a.decline"].block != nested["b.accept"].block
    flat = segments("a.accept=Yes, of course\nb.accept=Yes, gladly\na.decline=No thanks\n", "x.properties")
    assert flat["a.accept"].block == flat["a.decline"].block != flat["b.accept"].block
    large = json.dumps({f"{name}_{role}": "Some words" for name in "abcdefghijkl" for role in ("accept", "decline")})
    blocks = {address: one.block for address, one in segments(large, "x.json").items()}
    assert blocks["a_accept"] == blocks["a_decline"] != blocks["b_accept"]


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org/a?b=c", "#ff00aa", "rgba(0, 0, 0, .5)", "btn btn-primary", "ORDER_STATE_NEW", "user.name",
        "images/hero.png", "./a/b", "hero.webp", "dd.MM.yyyy HH:mm", "{count}", "%s: %d", "2026-11-21", "camelCaseName",
        "6f1c8e0a-1b2c-4d5e-8f90-0123456789ab", "hello@example.org", "kebab-case-name", "true", "12px", "***",
    ],
)  # fmt: skip
def test_data_is_no_copy(value: str) -> None:
    assert document(json.dumps({"some": value, "other": [value]}), "x.json").segments == ()


@pytest.mark.parametrize(
    "value",
    ["Save", "Купить", "on sale", "Yes!", "{name}, hello", "Up to 50%", "e-mail us", "привет", "It's on", "50% off"],
)
def test_short_copy_is_copy(value: str) -> None:
    assert [one.value.text for one in document(json.dumps({"some": value}), "x.json").segments if one.value] == [value]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "x.json",
            '{"class": "Only today", "type": "last chance", "//": "Only 2 seats left", "@a": {"description": "Hi"}}',
        ),
        ("messages.json", '{"a": {"message": "https://a.b", "description": "Only 2 seats left!"}}'),
        ("x.yaml", "a: 12\nb: 2026-01-01\nc: !secret Only 2 seats left\nd: null\n"),
        ("x.po", '#~ msgid "old"\n#~ msgstr "Only 2 seats left"\n'),
        ("x.po", 'msgid ""\nmsgstr "Project: Only 2 seats left\\n"\n'),
        ("strings.xml", '<resources><string name="a" translatable="false">Only 2 seats left</string></resources>'),
        ("strings.xml", '<resources><string name="a">@string/only_two_seats_left</string></resources>'),
        ("x.xml", "<catalog><item>Only 2 seats left</item></catalog>"),
        ("x.xlf", '<xliff><trans-unit id="a" translate="no"><target>Only 2 seats left</target></trans-unit></xliff>'),
        ("x.xlf", '<xliff><trans-unit id="a"><source/><note>Only 2 seats left</note></trans-unit></xliff>'),
        ("x.strings", "/* Only 2 seats left */ // Only 2 seats left\n"),
        ("x.ftl", "### Only 2 seats left\n"),
    ],
)
def test_what_is_meant_for_programs_and_translators_is_not_read(name: str, text: str) -> None:
    assert document(text, name).segments == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("locales/de.json", '{"a": "Only 2 seats left"}'),
        ("locales/de/common.json", '{"a": "Only 2 seats left"}'),
        ("messages.fr.po", 'msgid "a"\nmsgstr "Only 2 seats left"\n'),
        ("messages.po", 'msgid ""\nmsgstr "Language: pt_BR\\n"\n\nmsgid "a"\nmsgstr "Only 2 seats left"\n'),
        ("values-de/strings.xml", '<resources><string name="a">Only 2 seats left</string></resources>'),
        ("es.lproj/Localizable.strings", '"a" = "Only 2 seats left";'),
        ("app_fr.arb", '{"a": "Only 2 seats left"}'),
        ("app.arb", '{"@@locale": "fr", "a": "Only 2 seats left"}'),
        ("messages_pt_BR.properties", "a=Only 2 seats left\n"),
        ("x.xlf", '<xliff><file target-language="de"><trans-unit id="a"><target>Only 2 seats left</target></trans-unit>'
         "</file></xliff>"),
        ("de/LC_MESSAGES/x.po", 'msgid "a"\nmsgstr "Only 2 seats left"\n'),
    ],
)  # fmt: skip
def test_a_catalogue_in_a_third_language_is_read_as_nothing_and_says_so(name: str, text: str) -> None:
    read = document(text, name)
    assert read.segments == ()
    assert read.left_out == ("written in another language than Russian and English",)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ru.json", "ru"),
        ("it/ru.json", "ru"),
        ("en-US.json", "en"),
        ("locales/ru/a.json", "ru"),
        ("app_en.json", "en"),
        ("a.ru.json", "ru"),
    ],
)
def test_the_name_settles_the_language_of_words_that_do_not(name: str, language: str) -> None:
    assert [one.language for one in document('{"a": "OK", "b": "VIP"}', name).segments] == [language] * 2


def test_a_folder_that_is_also_a_word_names_no_language() -> None:
    assert document('{"a": "Only 2 seats left"}', "it/messages.json").segments
    assert not document('{"a": "Only 2 seats left"}', "locales/it/messages.json").segments


def test_a_map_of_languages_divides_its_texts() -> None:
    found = segments('{"a": {"ru": "Привет", "en": "Hello there", "de": "Nur noch 2 Plätze"}}', "x.json")
    assert {key: one.language for key, one in found.items()} == {"a.ru": "ru", "a.en": "en"}
    assert document("de:\n  a: Nur heute\n  b: Noch zwei Plätze\n", "x.yml").segments == ()


def test_a_catalogue_that_is_left_out_is_named_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    Path("de.json").write_text('{"a": "Nur noch 2 Plätze frei"}', encoding="utf-8")
    for _ in range(2):  # the second time from the cache, where there is one
        assert run(["check", "de.json", "--show-skipped"]) == 0
        assert "not read, written in another language than Russian and English: de.json" in capsys.readouterr().out
    assert run(["check", "de.json"]) == 0
    assert "not read" not in capsys.readouterr().out


def test_every_branch_of_a_plural_is_copy() -> None:
    text = "{n, plural, one {Осталось всего # место!} few {Осталось всего # места!} other {Осталось всего # мест!}}"
    found = CHECKER.check_document(document(json.dumps({"a": text}, ensure_ascii=False), "x.json")).findings
    assert [one.rule for one in found] == ["scarcity/stock-left"] * 3
    assert [one.column for one in found] == [
        text.index(f"Осталось всего # {word}") + 8 for word in ("место!", "места", "мест!")
    ]


def test_a_sentence_around_a_plural_is_read_whole_once() -> None:
    text = "Осталось всего {n, plural, one {# место} other {# мест}} на пятницу."
    read = [one.text.replace("\ue000", "n") for one in document(json.dumps({"a": text}), "x.json").segments]
    assert [" ".join(one.split()) for one in read] == ["Осталось всего n мест на пятницу.", "n место"]


def test_html_in_a_string_is_read_and_mended_as_html() -> None:
    words = (
        '<p>Записаться можно, <b class="x">пока не разобрали места!</b></p><a href="/n">Нет, я люблю переплачивать</a>'
    )
    path = Path("x.json")
    path.write_text(json.dumps({"body": words}, ensure_ascii=False), encoding="utf-8")
    assert run(["fix", "x.json", "--fail-on", "never"]) == 0
    (said,) = json.loads(path.read_text(encoding="utf-8")).values()
    assert '<a href="/n">Нет, спасибо</a>' in said
    assert said.startswith("<p>Записаться")


def test_a_string_is_never_emptied() -> None:
    path = Path("x.json")
    before = json.dumps({"a": "Поторопитесь!"}, ensure_ascii=False)
    path.write_text(before, encoding="utf-8")
    run(["fix", "x.json"])
    assert path.read_text(encoding="utf-8") == before


def test_a_source_of_gettext_is_shown_and_never_written() -> None:
    text = 'msgid "No, I love to overpay"\nmsgstr ""\n'
    path = Path("x.pot")
    path.write_text(text, encoding="utf-8")
    (finding,) = CHECKER.check_document(read_file(path)).findings
    assert finding.category == "confirmshaming"
    run(["fix", "x.pot"])
    assert path.read_text(encoding="utf-8") == text


def test_utf_16_strings_stay_utf_16() -> None:
    path = Path("Localizable.strings")
    path.write_bytes(f'"a_decline" = "{REFUSAL}";\r\n'.encode("utf-16"))
    assert run(["fix", str(path)]) == 0
    assert path.read_bytes() == '"a_decline" = "Нет, спасибо";\r\n'.encode("utf-16")


def test_latin_properties_are_read_and_written_as_such() -> None:
    path = Path("x.properties")
    path.write_bytes("a=Café déjà vu\nb.decline=No thanks, I love paying more\n".encode("latin-1"))
    assert run(["fix", str(path)]) == 0
    assert path.read_bytes().startswith("a=Café déjà vu\nb.decline=No".encode("latin-1"))
    assert b"love" not in path.read_bytes()


BROKEN = [
    ("x.json", '{"a": "b",\n "c" "d"}', 2),
    ("x.json", "[" * 100_000, 0),
    ("x.arb", '{"a": }', 1),
    ("x.yaml", 'a: "b\nc: d\n', None),
    ("x.yml", "a: b\n  c: d\n", 2),
    ("x.po", 'msgid "a"\nmsgstr "b\n', 2),
    ("x.po", 'msgid "a"\nmsgstr "b"\nhello\n', 3),
    ("x.strings", '"a" = "b";\n"c" = ;\n', 2),
    ("x.ftl", "a = b\nhello world\n", 2),
    ("x.ftl", "a = b\nc = { $n ->\n  [one] d\n", 2),
    ("x.properties", "a=b\nc=\\u12\n", 2),
    ("x.xlf", "<xliff>\n<file>\n</xliff>", 3),
    ("x.xml", "<resources>\n<string>&nbsp;</string></resources>", 2),
    ("x.xml", '<!DOCTYPE a [\n<!ENTITY b "ccc">\n]><resources><string name="a">&b;</string></resources>', 2),
]


@pytest.mark.parametrize(("name", "text", "line"), BROKEN)
def test_a_broken_catalogue_is_one_sentence_with_its_line(name: str, text: str, line: int | None) -> None:
    with pytest.raises(ReadingError) as caught:
        document(text, name)
    assert caught.value.path == name
    assert caught.value.line == line or line is None
    assert "\n" not in str(caught.value)


def test_a_broken_catalogue_does_not_keep_the_others_from_being_checked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("locales").mkdir()
    Path("locales/broken.json").write_text('{"a": "b"', encoding="utf-8")
    Path("locales/ru.json").write_text(in_json(TEXTS), encoding="utf-8")
    assert run(["check", "locales", "--lang", "ru"]) == 2
    said = capsys.readouterr()
    assert "locales/ru.json:3:" in said.out
    assert "locales/broken.json:1: это не JSON: не хватает запятой" in said.err


IN_FOLDERS = {
    "locales/ru.json": True, "src/i18n/app.yaml": True, "de.json": True, "messages.en.json": True,
    "x_ru.properties": True,
    "config/locales/en.yml": True, "res/values-ru/strings.xml": True, "res/values/strings_extra.xml": True,
    "x.po": True, "x.ftl": True, "x.strings": True, "x.xlf": True, "app_ru.arb": True,
    "_locales/ru/messages.json": True,
    "package.json": False, "locales/package.json": False, "tsconfig.json": False, "data/products.json": False,
    "mkdocs.yml": False, ".github/workflows/lang.yml": False, "pom.xml": False, "res/layout/strings.xml": False,
    "res/values/colors.xml": False, "docker-compose.yml": False, "app.properties": False,
    "node_modules/a/ru.json": False,
    "locales/x.schema.json": False, "i18n/tsconfig.app.json": False, "deploy/is_ready.yaml": False,
    "deploy/prod-eu.yaml": False,
}  # fmt: skip


def test_folders_are_searched_for_catalogues_and_not_for_settings() -> None:
    for name in IN_FOLDERS:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("{}", encoding="utf-8")
    found = {one.as_posix() for one in collect([Path()]) if isinstance(one, Path)}
    assert found == {name for name, read in IN_FOLDERS.items() if read}


def test_a_named_file_of_data_is_simply_clean(capsys: pytest.CaptureFixture[str]) -> None:
    Path("package.json").write_text('{"name": "a-b", "version": "1.0.0", "private": true}', encoding="utf-8")
    assert run(["check", "package.json"]) == 0


SILENCED = {
    "x.yaml": f"# tonelint: ignore[scarcity] counted daily\na: {STOCK}\n",
    "y.yaml": f"a: {STOCK} # tonelint: ignore[scarcity] counted daily\n",
    "x.po": f'# tonelint: ignore[scarcity] counted daily\nmsgid "a"\nmsgstr "{STOCK}"\n',
    "y.po": f'# tonelint: ignore[scarcity] counted\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "-"\nmsgstr[1] "{STOCK}"\n',
    "x.properties": f"# tonelint: ignore[scarcity] counted daily\na={STOCK}\n",
    "y.properties": f"! tonelint: ignore[scarcity] counted daily\na={STOCK}\n",
    "x.ftl": f"# tonelint: ignore[scarcity] counted daily\na = {STOCK}\n",
    "x.strings": f'/* tonelint: ignore[scarcity] counted daily */\n"a" = "{STOCK}";\n',
    "y.strings": f'// tonelint: ignore[scarcity] counted daily\n"a" = "{STOCK}";\n',
    "x.xml": f'<resources>\n<!-- tonelint: ignore[scarcity] counted -->\n<string name="a">{STOCK}</string></resources>',
    "x.xlf": '<xliff><trans-unit id="a">\n<!-- tonelint: ignore[scarcity] counted daily -->\n'
    f"<target>{STOCK}</target></trans-unit></xliff>",
    "x.json": f'{{\n  "//": "tonelint: ignore[scarcity] counted daily",\n  "a": "{STOCK}"\n}}\n',
}


@pytest.mark.parametrize("name", SILENCED)
def test_a_comment_of_the_format_silences_its_finding(name: str) -> None:
    report = CHECKER.check_document(document(SILENCED[name], name))
    assert (report.findings, report.suppressed) == ((), 1)


@pytest.mark.parametrize("way", [way for way in WAYS if not WRITERS[way][0].endswith(("json", "arb"))])
def test_add_ignore_writes_a_comment_that_the_format_has(way: str) -> None:
    ending, write = WRITERS[way]
    path = Path(f"x.{ending}")
    path.write_text(write(TEXTS), encoding="utf-8")
    assert run(["add-ignore", "--reason", "counted every morning", str(path)]) == 0
    after = path.read_text(encoding="utf-8")
    read_back(ending, after)
    assert after.count("tonelint: ignore[") == 2
    assert run(["check", str(path)]) == 0
    assert [one.text for one in document(after, path.name).segments] == list(TEXTS.values())


def test_a_comment_that_silences_nothing_is_taken_out_where_that_breaks_nothing() -> None:
    Path("x.yaml").write_text(f"# tonelint: ignore[scarcity] counted\na: {KIND}\n", encoding="utf-8")
    remark = f'{{\n  "//": "tonelint: ignore[scarcity] counted",\n  "a": "{KIND}"\n}}\n'
    Path("x.json").write_text(remark, encoding="utf-8")
    run(["fix", "x.yaml", "x.json"])
    assert Path("x.yaml").read_text(encoding="utf-8") == f"a: {KIND}\n"
    assert Path("x.json").read_text(encoding="utf-8") == remark


def test_an_alias_in_yaml_is_read_once_and_a_bomb_of_aliases_too() -> None:
    bomb = "a: &a Some words here\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)
    )
    assert len(document(bomb, "x.yaml").segments) == 1


def test_a_long_text_under_the_key_of_a_button_is_no_button() -> None:
    long = "To cancel, open the settings of your account and choose the plan you no longer need. " * 4
    (one,) = document(json.dumps({"cancel": long}), "x.json").segments
    assert one.role == "body"
