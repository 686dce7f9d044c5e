"""What is wrong with a request, field by field: the findings of pydantic as sentences that help, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tonelint.config import MessageLanguage
from tonelint.sentences import Sentence, words
from tonelint.server.problems import Problem

_MOST_TOLD = 20

SENTENCES: dict[str, str] = {
    "extra_forbidden": "this field is not known here",
    "missing": "this field is needed",
    "string_unicode": "this is not valid Unicode text; half of a surrogate pair stands alone in it",
    "string_type": "a text is expected here",
    "string_too_long": "this is longer than {max_length} characters",
    "too_long": "there are more than {max_length} entries",
    "too_short": "at least {min_length} entry is needed",
    "int_type": "a whole number is expected here",
    "int_parsing": "a whole number is expected here",
    "int_from_float": "a whole number is expected here",
    "bool_type": "true or false is expected here",
    "bool_parsing": "true or false is expected here",
    "list_type": "a list is expected here",
    "dict_type": "a JSON object is expected here",
    "model_type": "a JSON object is expected here",
    "model_attributes_type": "a JSON object is expected here",
    "literal_error": "expected here: {expected}",
    "greater_than_equal": "the least number here is {ge}",
    "less_than_equal": "the greatest number here is {le}",
    "datetime_type": "a date with time and zone is expected here, such as 2026-05-04T09:00:00+03:00",
    "datetime_parsing": "a date with time and zone is expected here, such as 2026-05-04T09:00:00+03:00",
    "datetime_from_date_parsing": "a date with time and zone is expected here, such as 2026-05-04T09:00:00+03:00",
    "timezone_aware": "the time zone is missing, such as +03:00",
}
"""What to say for pydantic's kinds of error; the values come with the error."""


def invalid(errors: Sequence[Mapping[str, Any]], given: object = None) -> Problem:
    """The problem behind validation errors, each with its place in the request.

    Args:
        given: the body, as far as it could be read: it may say the language of the messages.
    """
    language = _language(given)
    if any(error.get("type") == "json_invalid" for error in errors):
        reason = str(errors[0].get("ctx", {}).get("error", "")).rstrip(".") or "unexpected end"
        return Problem("not-json", reason=words(reason[:1].lower() + reason[1:]), language=language)
    found = [{"at": _place(error), "message": _sentence(error)} for error in errors[:_MOST_TOLD]]
    detail: Sentence | None = None
    for one in found:
        said = Sentence("{place}: {said}", place=one["at"], said=one["message"])
        detail = said if detail is None else Sentence("{first}; {then}", first=detail, then=said)
    return Problem("not-valid", detail=detail or "", more={"errors": found}, language=language)


def unparsed(error: BaseException | None) -> str:
    """Why a body could not be parsed at all, as the end of a sentence."""
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return "it is nested too deeply, or a number in it is too long"


def _language(given: object) -> MessageLanguage | None:
    language = given.get("lang") if isinstance(given, dict) else None
    return "ru" if language == "ru" else "en" if language == "en" else None


def _place(error: Mapping[str, Any]) -> str:
    """Where in the request, as `body.facts` or `query.offsets`; names longer than any field are cut."""
    return ".".join(str(part)[:40] for part in error.get("loc", ())) or "body"


def _sentence(error: Mapping[str, Any]) -> Sentence:
    values = {name: _plain(value) for name, value in error.get("ctx", {}).items()}
    template = SENTENCES.get(str(error.get("type", "")))
    if template is not None:
        return Sentence(template, **values)
    own = error.get("ctx", {}).get("error")
    said = own.args[0] if isinstance(own, ValueError) and own.args else error.get("msg", "")
    return said if isinstance(said, Sentence) else words(str(said).removeprefix("Value error, "))


def _plain(value: Any) -> Any:
    """A value for a sentence; pydantic joins the last two choices with an English 'or'."""
    return value.replace(" or ", ", ") if isinstance(value, str) else value
