"""A Word document handed to the service is checked like any other letter."""

from __future__ import annotations

import base64

import httpx

from tests.formats.word_files import with_paragraphs


def test_a_word_document_is_checked(client: httpx.Client) -> None:
    data = with_paragraphs("Здравствуйте!", "Осталось всего 2 места.")
    body = {"file_base64": base64.b64encode(data).decode(), "file_name": "letter.docx"}
    response = client.post("/v1/check", json=body)
    assert response.status_code == 200, response.text
    (finding,) = (one for one in response.json()["findings"] if one["rule"] == "scarcity/stock-left")
    assert (finding["line"], finding["column"], finding["address"]) == (2, 1, "paragraph 2")
    assert finding["excerpt"] == "Осталось всего 2 места"
