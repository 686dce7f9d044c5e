"""A finding stands at the same words whatever the letter is wrapped in: HTML with entities and inline tags, Markdown
with emphasis,
mail in quoted-printable and base64, carriage returns and non-breaking spaces."""

from __future__ import annotations

import base64
import html
import quopri
import re

import pytest

from tonelint.evaluation.examples import Example, examples_of
from tonelint.matching import match_document
from tonelint.reading import ReadingOptions, read_bytes
from tonelint.ruleset import load

_MARKUP = re.compile(r"</?b>|\*\*")
_HTML_ELEMENT = {"body": "p", "heading": "h1", "cta": "button", "decline": "button"}


def _plain(example: Example) -> bool:
    return (
        example.bad
        and example.format == "text"
        and "\n" not in example.text
        and not example.facts
        and example.role in _HTML_ELEMENT
        and not re.search(r"[*_<>\[\]{}|`#~\\%$@&^]|^\d+[.)]|^[-+—–]|\d\.\d|https?:", example.text)
    )


def _emphasised(text: str, span: tuple[int, int], left: str, right: str, escape) -> str:
    """`text` with its first flagged word between `left` and `right`."""
    start = span[0]
    word = re.compile(r"\w+").search(text, start)
    if word is None:
        return escape(text)
    return escape(text[: word.start()]) + left + escape(word[0]) + right + escape(text[word.end() :])


def _entities(text: str) -> str:
    return html.escape(text).replace(" ", "&nbsp;", 1).replace("а", "&#1072;", 1).replace("e", "&#x65;", 1)


def _html(example: Example) -> str:
    element = _HTML_ELEMENT[example.role]
    body = _emphasised(example.text, example.spans[0], "<b>", "</b>", _entities)
    return f"<!doctype html>\r\n<html><body>\r\n<{element}>{body}</{element}>\r\n</body></html>\r\n"


def _letter(content: bytes, encoding: str, subtype: str) -> bytes:
    head = (
        "From: a@example.org\r\nTo: b@example.org\r\nSubject: Letter\r\n"
        "List-Unsubscribe: <https://example.org/off>\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + content


def _wrapped(example: Example) -> dict[str, tuple[bytes, str]]:
    page = _html(example)
    wraps = {
        "html": (page.encode(), "letter.html"),
        "quoted-printable": (_letter(quopri.encodestring(page.encode()), "quoted-printable", "html"), "letter.eml"),
        "base64": (_letter(base64.encodebytes(page.encode()), "base64", "html"), "letter.eml"),
    }
    if example.role == "body":
        marked = _emphasised(example.text, example.spans[0], "**", "**", lambda text: text)
        wraps["markdown"] = (f"# Title\r\n\r\n{marked}\r\n".encode(), "letter.md")
    return wraps


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(_MARKUP.sub("", text))).strip()


CASES = [
    pytest.param(example, id=f"{rule}-{example.language}-{number}")
    for rule in sorted(load().rules)
    for number, example in enumerate(e for e in examples_of(load().rules[rule]) if _plain(e))
]


@pytest.mark.parametrize("example", CASES)
def test_the_same_words_are_found_in_every_wrapping(example):
    expected = sorted(_words(example.text[a:b]) for a, b in example.spans)
    for kind, (data, name) in _wrapped(example).items():
        document = read_bytes(data, name, options=ReadingOptions(language=example.language))
        matches, crashes = match_document(document, load(), rules=frozenset((example.rule,)), confidence="low")
        assert not crashes
        found = []
        for match in matches:
            segment = document.segments[match.segment]
            part = document.parts[segment.part]
            span = segment.source.span(match.span.start, match.span.end)
            assert 0 <= span.start < span.end <= len(part.text)
            found.append(_words(part.text[span.start : span.end]))
        assert sorted(found) == expected, (kind, [(s.role, s.text) for s in document.segments])
