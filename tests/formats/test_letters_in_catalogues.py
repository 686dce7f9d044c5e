"""A whole letter as one text of a catalogue is judged, and mended, as the letter itself."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.formats.catalogue_files import WRITERS, read_back
from tonelint import Checker, Config
from tonelint.model import Document, Rewrite
from tonelint.reading import read_bytes
from tonelint.rewriting.apply import apply_one, fixed

CHECKER = Checker(Config(lang="en"))
EXAMPLES = Path(__file__).parents[2] / "examples"
LETTERS = ("seven-faults.html", "landing.ru.html", "goodbye-page.ru.html", "checkout.en.html", "cold-letter.ru.txt")
WAYS = [way for way in sorted(WRITERS) if way not in ("Fluent", "Android", "yaml, folded")]
"""Fluent takes braces for its own, Android folds white space, and a folded block is wrapped by whoever writes it."""


def inside(way: str, letter: str) -> bytes:
    return WRITERS[way][1]({"letter": letter}).encode()


def found(document: Document) -> list[tuple[str, str, str]]:
    return [(one.rule, one.excerpt, one.role) for one in CHECKER.check_document(document).findings]


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_faults_are_found(way: str, name: str) -> None:
    letter = (EXAMPLES / name).read_text(encoding="utf-8").strip()
    alone = read_bytes(letter.encode(), name)
    wrapped = read_bytes(inside(way, letter), f"x.{WRITERS[way][0]}")
    assert found(wrapped) == found(alone)
    assert len(found(alone)) > 3


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_better_lines_are_written(way: str, name: str) -> None:
    ending = WRITERS[way][0]
    letter = (EXAMPLES / name).read_text(encoding="utf-8").strip()
    alone = fixed(letter.encode(), partial(read_bytes, name=name), CHECKER.check_document).data.decode()
    wrapped = fixed(inside(way, letter), partial(read_bytes, name=f"x.{ending}"), CHECKER.check_document)
    read_back(ending, wrapped.data.decode())
    said = next(one.value.text for one in wrapped.document.segments if one.value)
    assert said == alone


NEW = 'Нет, «спасибо» & "до свидания" <3'
PLACES = {
    "x.json": '{"a": "<b class=\\"t\\">Нет, я люблю переплачивать</b>"}',
    "x.yaml": "a: '<b>Нет, я люблю переплачивать</b>'\n",
    "y.yaml": 'a: "<b>Нет, я люблю переплачивать</b>"\n',
    "x.po": 'msgid "a"\nmsgstr "<b>Нет, я люблю переплачивать</b>"\n',
    "x.properties": "a=<b>Нет, я люблю переплачивать</b>\n",
    "x.strings": '"a" = "<b>Нет, я люблю переплачивать</b>";\n',
    "x.ftl": "a = <b>Нет, я люблю переплачивать</b>\n",
    "x.xlf": '<xliff><trans-unit id="a"><target>&lt;b&gt;Нет, я люблю переплачивать&lt;/b&gt;</target></trans-unit>'
    "</xliff>",
    "y.xlf": '<xliff><trans-unit id="a"><target><g id="1">Нет, я люблю переплачивать</g></target></trans-unit></xliff>',
    "x.xml": '<resources><string name="a"><b>Нет, я люблю переплачивать</b></string></resources>',
    "y.xml": '<resources><string name="a"><![CDATA[<b>Нет, я люблю переплачивать</b>]]></string></resources>',
}


@pytest.mark.parametrize("name", PLACES)
def test_new_words_are_spelled_for_html_and_then_for_the_catalogue(name: str) -> None:
    data = PLACES[name].encode()
    document = read_bytes(data, name)
    (segment,) = document.segments
    place = segment.source.span(0, len(segment.text))
    (finding,) = Checker(Config(lang="en")).check_document(document).findings
    made = apply_one(data, document, finding, Rewrite(NEW, "idea", place.start, place.end))
    assert made is not None
    read_back(name.rpartition(".")[2], made.decode())
    again = read_bytes(made, name)
    assert [one.text for one in again.segments] == [NEW]
    (value,) = {one.value.text for one in again.segments if one.value}
    assert "&amp;" in value
    assert "&lt;3" in value
