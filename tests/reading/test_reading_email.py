"""Letters: headers, parts, encodings, quoted replies, and what is left of broken ones."""

from __future__ import annotations

from base64 import b64encode
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonelint.errors import ReadingError
from tonelint.model import TAG_FILLER, Document
from tonelint.reading import read_bytes

TEXT = "Добрый день!\n\nХлеб будет в девять.\n"
HTML = "<p>Добрый день!</p><p>Хлеб будет в <b>девять</b>.</p>"


def read(data: bytes | str) -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data, "letter.eml")


def roles(document: Document) -> list[tuple[str, str]]:
    return [(segment.role, " ".join(segment.text.split())) for segment in document.segments]


def letter(
    text: str | None = TEXT, html: str | None = None, *, charset: str = "utf-8", cte: str | None = None
) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Хлеб в девять"
    message["From"] = "Пекарня <bread@example.org>"
    message["List-Unsubscribe"] = "<mailto:u@example.org>"
    if text is not None:
        message.set_content(text, charset=charset, cte=cte)
    if html is not None:
        message.add_alternative(html, subtype="html", charset=charset, cte=cte)
    return message


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_a_letter_reads_the_same_however_it_was_packed(charset: str, cte: str) -> None:
    for data in (letter(charset=charset, cte=cte).as_bytes(), letter(charset=charset, cte=cte).as_bytes(policy=SMTP)):
        document = read(data)
        assert roles(document) == [
            ("subject", "Хлеб в девять"),
            ("body", "Добрый день!"),
            ("body", "Хлеб будет в девять."),
        ]
        assert [part.path for part in document.parts] == ["headers", "text/plain[1]"]


def test_headers_are_found_by_name_whatever_its_case() -> None:
    headers = read(letter().as_bytes()).headers
    assert headers["Subject"] == headers["subject"] == "Хлеб в девять"
    assert headers["from"] == "Пекарня <bread@example.org>"
    assert "LIST-UNSUBSCRIBE" in headers
    assert headers.get("X-None") is None


def test_the_subject_has_its_place_in_the_decoded_headers() -> None:
    document = read(letter().as_bytes())
    subject = document.segments[0]
    span = subject.source.span(0, len(subject.text))
    part = document.parts[subject.part]
    assert part.text[span.start : span.end] == "Хлеб в девять"
    assert part.line(part.place(span.start)[0]) == "Subject: Хлеб в девять"


def test_html_and_text_of_one_letter_are_read_once() -> None:
    document = read(letter(TEXT + "\nТолько в тексте: https://x.example\n", HTML).as_bytes())
    assert roles(document) == [
        ("subject", "Хлеб в девять"), ("body", "Только в тексте: https://x.example"),
        ("body", "Добрый день!"), ("body", "Хлеб будет в девять."),
    ]  # fmt: skip
    assert [part.path for part in document.parts] == ["headers", "text/plain[1]", "text/html[2]"]


def test_plain_parts_know_their_bytes_and_packed_ones_do_not() -> None:
    data = letter(TEXT, HTML, cte="8bit").as_bytes()
    for part in read(data).parts[1:]:
        assert part.writable
        assert data[part.byte_start : part.byte_end] == part.text.encode(part.encoding)
    assert not any(part.writable for part in read(letter(TEXT, HTML, cte="base64").as_bytes()).parts)


def test_two_equal_parts_have_different_bytes() -> None:
    data = (
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nBread.\n"
        b"--x\nContent-Type: text/plain\n\nBread.\n--x--\n"
    )
    first, second = read(data).parts[1:]
    assert first.byte_start < first.byte_end <= second.byte_start
    assert data[second.byte_start : second.byte_end] == b"Bread."


def test_a_forwarded_letter_is_read_with_its_own_headers() -> None:
    outer = letter("Смотри ниже.\n")
    inner = letter("Внутри.\n")
    inner.replace_header("Subject", "Вложенная тема")
    outer.add_attachment(inner)
    document = read(outer.as_bytes())
    assert ("subject", "Вложенная тема") in roles(document)
    assert ("body", "Внутри.") in roles(document)
    assert [part.path for part in document.parts] == ["headers", "text/plain[1]", "headers[2]", "text/plain[2]"]


def test_an_attached_text_is_not_copy() -> None:
    message = letter()
    message.add_attachment("Не читать вслух.", filename="notes.txt")
    assert "Не читать вслух." not in [words for _, words in roles(read(message.as_bytes()))]


@pytest.mark.parametrize(
    "header",
    [
        "On Mon, 21 Nov 2026 at 10:00, Anna <a@example.org> wrote:",
        "On Mon, 21 Nov 2026 at 10:00, Anna Long-Name\n<a@example.org> wrote:",
        "21.11.2026 10:00, Анна пишет:",
        "21 ноября 2026 г., 10:00, Анна написал(а):",
        "-----Original Message-----",
        "-------- Исходное сообщение --------",
        "From: Anna\nSent: Monday\nTo: Boris\nSubject: Bread",
        "От: Анна\nДата: 21 ноября\nКому: Борис\nТема: Хлеб",
    ],
)
def test_a_quoted_letter_is_a_quotation_from_its_header_on(header: str) -> None:
    document = read(letter(f"Спасибо, буду.\n\n{header}\n\nПриходите к девяти.\n").as_bytes())
    found = roles(document)
    assert found[1] == ("body", "Спасибо, буду.")
    assert {role for role, _ in found[2:]} == {"quote"}
    assert found[-1] == ("quote", "Приходите к девяти.")


@pytest.mark.parametrize(
    "line", ["From: 900 рублей за тур", "Анна пишет: приходите.", "От: сердца поздравляем", "Он написал:"]
)
def test_an_ordinary_line_does_not_start_a_quotation(line: str) -> None:
    document = read(letter(f"{line}\n\nПриходите к девяти.\n").as_bytes())
    assert {role for role, _ in roles(document)} == {"subject", "body"}


def test_a_quotation_in_html_is_a_quotation() -> None:
    document = read(
        letter(
            None, '<p>Буду.</p><div class="gmail_quote">Анна пишет:<blockquote>Приходите</blockquote></div>'
        ).as_bytes()
    )
    assert roles(document)[1:] == [("body", "Буду."), ("quote", "Анна пишет:"), ("quote", "Приходите")]


def test_a_raw_subject_is_read_by_its_letters() -> None:
    document = read("Subject: Хлеб в девять\n\nBread at nine.\n".encode("koi8-r"))
    assert roles(document)[0] == ("subject", "Хлеб в девять")


def test_a_folded_encoded_subject_is_one_line() -> None:
    words = ["Хлеб и пиро", "ги будут в де", "вять утра"]
    packed = "\r\n ".join(f"=?koi8-r?B?{b64encode(word.encode('koi8-r')).decode()}?=" for word in words)
    document = read(f"Subject: {packed}\r\n\r\nBread.\r\n")
    assert document.segments[0].text == "Хлеб и пироги будут в девять утра"


@pytest.mark.parametrize(
    "header",
    [
        "Subject: =?utf-8?b?AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA?= map",  # cut base64
        "Subject: =?x-none?q?map?=",
        "Subject: =?utf-8*ru?q?=D0?= map",
        "From: =?utf-8?q?=D0",
        'To: "map" <a@[',
        "Message-ID: <map@",
        "Content-Type: text/plain; charset*=utf-8''%D0",
        "Content-Disposition: inline; ;=",
    ],
)
def test_a_header_that_breaks_the_parser_of_python_does_not_break_the_letter(header: str) -> None:
    name = header.partition(":")[0]
    document = read_bytes(f"{header}\nX-Sent-By: us\n\nThe river.\n".encode(), "a.eml")
    assert document.headers["x-sent-by"] == "us"
    assert name in document.headers
    assert [one.text.strip() for one in document.segments if one.role == "body"] == ["The river."]


def test_an_unknown_charset_is_a_problem_and_the_text_is_still_read() -> None:
    document = read("Content-Type: text/plain; charset=x-none\n\nХлеб в девять.\n".encode("cp1251"))
    assert roles(document) == [("body", "Хлеб в девять.")]
    assert [problem.message for problem in document.problems] == [
        "text/plain[1]: nobody knows the charset 'x-none'; the text was read by its bytes"
    ]


def test_a_charset_that_does_not_fit_is_a_problem() -> None:
    document = read("Content-Type: text/plain; charset=utf-8\n\nХлеб в девять.\n".encode("cp1251"))
    assert roles(document) == [("body", "Хлеб в девять.")]
    assert "does not fit its charset 'utf-8'" in document.problems[0].message


def test_damaged_base64_is_read_as_far_as_it_goes() -> None:
    document = read("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nQnJlYWQgYXQgbmluZS4\n")
    assert roles(document) == [("body", "Bread at nine.")]
    assert "base64" in document.problems[0].message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nBread.\n", "the letter ends before its last part does"),
        ("Content-Type: multipart/mixed; boundary=x\n\nBread.\n", "the boundary between the parts is never found"),
        ("Content-Type: multipart/mixed\n\nBread.\n", "names no boundary"),
    ],
)
def test_broken_boundaries_are_a_problem_and_the_text_is_still_read(data: str, said: str) -> None:
    document = read(data)
    assert roles(document) == [("body", "Bread.")]
    assert any(said in problem.message for problem in document.problems)


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"Subject:\n\n", b"no headers at all", b"\xff\xfe\x00", b"Content-Type: ;;;\n\nx"]
)
def test_almost_nothing_is_still_a_letter(data: bytes) -> None:
    assert read(data).format == "eml"


LINES = st.lists(
    st.sampled_from(
        [
            "Subject: =?utf-8?b?0KXQu9C10LE=?=\n",
            "Subject: =?x?q?\n",
            "From: <<>>@\n",
            'Content-Type: text/html; charset="utf-8\n',
            'Content-Type: multipart/alternative; boundary="x"\n',
            "Content-Type: message/rfc822\n",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "\n",
            "--x\n",
            "--x--\n",
            "<p>Хлеб</p>\n",
            "=D0=A5=\n",
            "QnJl!!\n",
            " folded\n",
            "On Mon, 21 Nov 2026, Anna wrote:\n",
            "> старое\n",
            "{{Name|друг}}\n",
            "Content-Disposition: inline; filename*=x\n",
            "\r\n",
        ]
    ),
    max_size=25,
).map("".join)


@given(LINES, st.sampled_from(["utf-8", "cp1251"]))
def test_no_letter_is_too_broken_and_every_place_exists(text: str, encoding: str) -> None:
    document = read(text.encode(encoding))
    for segment in document.segments:
        source = document.parts[segment.part].text
        assert segment.text.strip()
        span = segment.source.span(0, len(segment.text))
        assert 0 <= span.start < span.end <= len(source)


def test_parts_nested_without_end_are_refused_in_one_sentence() -> None:
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    with pytest.raises(ReadingError, match=r"^letter\.eml: the parts of this letter are nested too deeply"):
        read(nested + "\nBread.\n")


def test_the_name_in_a_subject_tag_may_have_a_fallback() -> None:
    message = letter()
    message.replace_header("Subject", "Хлеб для {{Name|соседа}}")
    document = read(message.as_bytes())
    assert document.segments[1].text == "соседа"
    assert TAG_FILLER in document.segments[0].text
