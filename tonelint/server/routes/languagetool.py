"""`/v2/check` and `/v2/languages`: for every editor that already speaks to LanguageTool."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from tonelint.errors import ReadingError
from tonelint.server.keys import holder
from tonelint.server.languagetool.asking import asked, fields
from tonelint.server.languagetool.languages import listed
from tonelint.server.problems import KINDS, Problem, language_of
from tonelint.server.service import caller, json_bytes, service_of

router = APIRouter(prefix="/v2", tags=["LanguageTool"])

_FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["language"],
                    "properties": {
                        "text": {"type": "string", "description": "The text; or else `data`."},
                        "data": {"type": "string", "description": "Annotated text as JSON; or else `text`."},
                        "language": {"type": "string", "description": "`ru-RU`, `en-US`, … or `auto`."},
                        "motherTongue": {"type": "string"},
                        "enabledRules": {"type": "string"},
                        "disabledRules": {"type": "string"},
                        "enabledCategories": {"type": "string"},
                        "disabledCategories": {"type": "string"},
                        "enabledOnly": {"type": "boolean"},
                        "level": {"type": "string", "description": "`picky` adds advice."},
                        "username": {"type": "string"},
                        "apiKey": {"type": "string"},
                    },
                    "example": {"text": "Осталось 2 места, торопитесь!", "language": "ru-RU"},
                }
            }
        },
    }
}
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"description": description, "content": {"text/plain": {"schema": {"type": "string"}}}}
    for status, description in (
        (400, "A field is missing or says something that cannot be."),
        (401, "An API key is needed."),
        (429, "Too many letters; see Retry-After."),
        (500, "A fault of ours."),
        (503, "Busy, starting, or out of time."),
    )
}


@router.post(
    "/check", summary="Check a text", response_model=None, openapi_extra=_FORM,
    responses={200: {"content": {"application/json": {"schema": {"type": "object"}}}}, **_ERRORS},
)  # fmt: skip
async def check(request: Request) -> Response:
    """The LanguageTool HTTP API, version 1.

    Offsets count UTF-16 units, over text and markup; unknown fields are passed over.
    `replacements` hold only lines that can stand where the match is. Errors are plain text, as clients expect.
    """
    service = service_of(request)
    try:
        given = fields(await request.body(), request.scope["query_string"])
        _with_key(request, given)
        service.rates.spend(caller(request))
        wanted = asked(given)
        size = len(wanted.get("text", wanted.get("data", "")))
        return json_bytes((await service.done("languagetool", wanted, size=size)).body)
    except ReadingError as error:
        return PlainTextResponse(f"Error: {error.told(language_of(request))}", 400)
    except Problem as problem:
        status = 400 if KINDS[problem.kind].status == 422 else KINDS[problem.kind].status
        told = problem.told(language_of(request))
        return PlainTextResponse(f"Error: {told['detail']}", status, headers=problem.headers)


@router.get("/check", include_in_schema=False, response_model=None)
async def check_by_query(request: Request) -> Response:
    """The same with the fields in the address, as some clients do."""
    return await check(request)


@router.get(
    "/languages", summary="List the languages", response_model=None, responses={200: {"model": list[dict[str, str]]}}
)
async def languages() -> list[dict[str, str]]:
    """The codes that `language` takes, beside `auto`."""
    return listed()


def _with_key(request: Request, given: dict[str, str]) -> None:
    """The key may come in the form: some clients cannot set a header."""
    settings, state = service_of(request).settings, request.scope["state"]
    if not settings.keys or state.get("holder"):
        return
    name = holder(given.get("apiKey", ""), settings.keys)
    if name is None:
        raise Problem("no-key", headers={"WWW-Authenticate": "Bearer"})
    state["holder"] = name
