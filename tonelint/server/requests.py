"""What may be asked, as pydantic models: they check a request and stand in the OpenAPI document."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict

from tonelint.model import Severity
from tonelint.sentences import Sentence

Offsets = Literal["code-points", "utf-16"]
_BODIES = ("text", "html", "markdown", "eml_base64", "file_base64")
_Name = Annotated[str, Field(max_length=200)]
_Names = Annotated[list[_Name], Field(max_length=500)]

EXAMPLE: JsonDict = {
    "subject": "Осталось 2 места на курс",
    "text": "Здравствуйте! Запись закрывается сегодня, торопитесь. Программа и цены во вложении.",
    "language": "ru",
    "lang": "en",
}


def _refuse_binary(name: str, text: str) -> None:
    if "\0" in text:
        raise ValueError(Sentence("{name} holds NUL characters; it looks like a binary file, not a letter", name=name))
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(
            Sentence("{name} is not valid Unicode; half of a surrogate pair stands alone in it", name=name)
        ) from None


class Letter(BaseModel):
    """A letter: one body (`text`, `html`, `markdown`, `eml_base64` or `file_base64`), a subject line, or both."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [EXAMPLE]})

    text: str | None = Field(None, description="The body as plain text.")
    html: str | None = Field(None, description="The body as HTML or MJML.")
    markdown: str | None = Field(None, description="The body as Markdown.")
    eml_base64: str | None = Field(None, description="A whole letter (RFC 5322) in base64; it brings its own subject.")
    file_base64: str | None = Field(None, description="A file in base64; `file_name` tells its format.")
    file_name: str | None = Field(None, max_length=500, description="The name of the file, such as `landing.html`.")
    subject: str | None = Field(None, description="The subject line. Findings in it have `part: subject`.")
    preheader: str | None = Field(None, description="The preheader. Findings in it have `part: preheader`.")
    language: Literal["ru", "en"] | None = Field(
        None, description="The language of the letter; recognised when not given."
    )
    facts: dict[str, Any] | None = Field(None, description="What the sender knows; the shape is in the page on facts.")
    select: _Names | None = Field(None, description="Rules and categories to look for; all stable ones when not given.")
    ignore: _Names | None = Field(None, description="Rules and categories to leave out.")
    min_severity: Severity | None = Field(None, description="Leave out what costs the reader less.")
    lang: Literal["ru", "en"] | None = Field(None, description="The language of the messages.")

    @model_validator(mode="after")
    def _one_body(self) -> Self:
        bodies = [name for name in _BODIES if getattr(self, name) is not None]
        if len(bodies) > 1:
            raise ValueError(
                Sentence(
                    "one body is checked at a time, and here are {one} and {other}", one=bodies[0], other=bodies[1]
                )
            )
        if not bodies and self.subject is None and self.preheader is None:
            raise ValueError(
                Sentence("there is no letter; send one of {bodies}, or a subject", bodies=", ".join(_BODIES))
            )
        if (self.file_base64 is None) != (self.file_name is None):
            raise ValueError(Sentence("file_base64 and file_name belong together"))
        if self.eml_base64 is not None and (self.subject is not None or self.preheader is not None):
            raise ValueError(Sentence("eml_base64 brings its own subject; leave subject and preheader out"))
        for name in ("text", "html", "markdown", "subject", "preheader"):
            _refuse_binary(name, getattr(self, name) or "")
        return self

    def size(self) -> int:
        """The characters of the letter, encoded bodies as they came."""
        return sum(len(getattr(self, name) or "") for name in (*_BODIES, "subject", "preheader"))


class BatchLetter(Letter):
    """A letter of a batch; its `id` comes back with its answer."""

    id: str | int | None = Field(None, description="Whatever the caller knows the letter by.")


BATCH_EXAMPLE = [
    {"id": "spring-1", "subject": "Seats for the pottery course", "text": "The course has 12 seats and starts in May."},
    {"id": "spring-2", "text": "Hurry, only 2 seats left!"},
]

BATCH_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["letters"],
                "additionalProperties": False,
                "properties": {"letters": {"type": "array", "items": {"$ref": "#/components/schemas/BatchLetter"}}},
                "example": {"letters": BATCH_EXAMPLE},
            }
        },
        "application/x-ndjson": {"schema": {"type": "string", "description": "One letter a line, each a JSON object."}},
    },
}
"""The body of `POST /v1/check/batch` for the OpenAPI document: its letters are checked one by one, not as a whole."""


class SeriesLetter(Letter):
    """A letter of a series. A whole letter (`eml_base64`) brings its own date and sender."""

    id: str | int | None = Field(None, description="Whatever the caller knows the letter by.")
    sent_at: AwareDatetime | None = Field(None, description="When it was sent, with its zone.")
    sender: str | None = Field(
        None, max_length=500, description="Whose letter it is: the reader's own count as answers."
    )


class SeriesRequest(BaseModel):
    """The letters of one campaign, or to one person."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "letters": [
                        {
                            "sent_at": "2026-05-04T09:00:00+03:00",
                            "subject": "Last chance",
                            "text": "The sale ends today.",
                        },
                        {
                            "sent_at": "2026-05-06T09:00:00+03:00",
                            "subject": "Last chance",
                            "text": "The sale ends today.",
                        },
                    ],
                    "max_per_week": 1,
                }
            ]
        },
    )

    letters: list[SeriesLetter] = Field(min_length=1)
    max_per_week: int = Field(2, ge=1, le=1000, description="How many letters within seven days are not too many.")
    lang: Literal["ru", "en"] | None = Field(None, description="The language of the messages.")
