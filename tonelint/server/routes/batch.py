"""`POST /v1/check/batch`: many letters in one call, answered one line a letter, in order, as they are done."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import ValidationError
from starlette.responses import Response, StreamingResponse

from tonelint.sentences import Sentence, words
from tonelint.server.answers import PROBLEMS
from tonelint.server.invalid import invalid, unparsed
from tonelint.server.problems import Problem, language_of
from tonelint.server.requests import BATCH_BODY, BatchLetter, Offsets
from tonelint.server.service import Service, caller, service_of

router = APIRouter(prefix="/v1", tags=["letters"])

NDJSON = "application/x-ndjson"
_PATIENCE = 0.05
"""Seconds until a batch asks again when the queue is full of other people's letters."""


@router.post(
    "/check/batch",
    summary="Check many letters",
    response_class=Response,
    responses={
        200: {
            "description": "One line a letter: `index`, `id` when given, and either `result` or `error`.",
            "content": {NDJSON: {"schema": {"type": "string"}}},
        },
        **PROBLEMS,
    },
    openapi_extra={"requestBody": BATCH_BODY},
)
async def batch(
    request: Request,
    offsets: Annotated[Offsets, Query(description="How `start` and `end` are counted.")] = "code-points",
    measures: Annotated[
        bool, Query(description="Measure each letter as a whole, too; false saves a few milliseconds.")
    ] = True,
) -> Response:
    """Up to 1,000 letters, as lines of JSON or as `{"letters": [...]}`.

    Each may carry an `id`, which comes back with its line. A letter that cannot be checked is one line with an `error`;
    the others go on.
    """
    service = service_of(request)
    letters = _letters(await request.body(), request.headers.get("content-type", ""))
    if len(letters) > service.settings.batch_letters:
        raise Problem("too-large", say="too-many-letters", limit=service.settings.batch_letters)
    service.rates.spend(caller(request), len(letters))
    more = {"offsets": offsets, "measures": measures}
    return StreamingResponse(_lines(service, letters, more, request), media_type=NDJSON)


async def _lines(service: Service, letters: list[Any], more: dict[str, Any], request: Request) -> AsyncIterator[bytes]:
    """The answers in order; only as many letters are under way as there are workers, so that others get their turn."""
    under_way: deque[asyncio.Task[bytes]] = deque()
    try:
        for index, letter in enumerate(letters):
            if len(under_way) >= service.settings.workers:
                yield await under_way.popleft()
            under_way.append(asyncio.create_task(_line(service, index, letter, more, request)))
        while under_way:
            yield await under_way.popleft()
    finally:
        for task in under_way:
            task.cancel()


async def _line(service: Service, index: int, given: Any, more: dict[str, Any], request: Request) -> bytes:
    head: dict[str, Any] = {"index": index}
    if isinstance(given, dict) and isinstance(given.get("id"), (str, int)):
        head["id"] = given["id"]
    try:
        if isinstance(given, Problem):
            raise given
        letter = BatchLetter.model_validate(given)
        asked = {**letter.model_dump(exclude_none=True, exclude={"id"}), **more}
        answer = await _checked(service, asked, letter.size())
        return _joined(head, b'"result":' + answer)
    except ValidationError as error:
        problem = invalid(error.errors(include_url=False, include_input=False), given)
    except Problem as error:
        problem = error
    told = problem.told(language_of(request))
    return _joined(head, b'"error":' + _json(told))


async def _checked(service: Service, asked: dict[str, Any], size: int) -> bytes:
    while True:
        try:
            return (await service.done("check", asked, size=size)).body
        except Problem as problem:
            if problem.kind != "busy":
                raise
            await asyncio.sleep(_PATIENCE)


def _joined(head: dict[str, Any], tail: bytes) -> bytes:
    return _json(head)[:-1] + b"," + tail + b"}\n"


def _json(data: dict[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _letters(body: bytes, content_type: str) -> list[Any]:
    """What is in the body; a line that is not JSON becomes the problem that its own answer tells.

    Raises:
        Problem: the body as a whole cannot be used.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in (NDJSON, "application/jsonl", "application/ndjson"):
        return [_parsed_line(line) for line in body.splitlines() if line.strip()]
    if kind != "application/json":
        raise Problem("media-type", wanted=f"{NDJSON} / application/json")
    data = parsed(body)
    if not isinstance(data, dict) or not isinstance(data.get("letters"), list) or len(data) > 1:
        raise Problem("not-valid", detail=Sentence('body: expected {{"letters": [...]}} and nothing else'))
    letters: list[Any] = data["letters"]
    return letters


def _parsed_line(line: bytes) -> Any:
    try:
        return parsed(line)
    except Problem as problem:
        return problem


def parsed(body: bytes) -> Any:
    """The data in a JSON body.

    Raises:
        Problem: it is not JSON, not UTF-8, or nested too deeply.
    """
    try:
        return json.loads(body)
    except json.JSONDecodeError as error:
        raise Problem(
            "not-json", reason=Sentence("{said} at character {at}", said=words(error.msg.lower()), at=error.pos)
        ) from None
    except (RecursionError, ValueError) as error:
        raise Problem("not-json", reason=unparsed(error)) from None
