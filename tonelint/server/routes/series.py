"""`POST /v1/series`: the letters of a campaign, or to one person, read as a whole."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Request
from starlette.responses import Response

from tonelint.server.answers import PROBLEMS, SeriesAnswer
from tonelint.server.problems import Problem
from tonelint.server.requests import SeriesRequest
from tonelint.server.service import caller, json_bytes, service_of

router = APIRouter(prefix="/v1", tags=["letters"])

PATIENCE = 4
"""A series may take this many times as long as one letter."""


@router.post("/series", summary="Check a series of letters", responses={200: {"model": SeriesAnswer}, **PROBLEMS})
async def series(request: Request, series: Annotated[SeriesRequest, Body()]) -> Response:
    """What no single letter shows: too many in a week, a second 'last chance', a deadline that moved, a no unheard.

    The findings are only those that the series causes; positions are code points of the letter that they are in.
    """
    service = service_of(request)
    if len(series.letters) > service.settings.batch_letters:
        raise Problem("too-large", say="too-many-letters", limit=service.settings.batch_letters)
    service.rates.spend(caller(request), len(series.letters))
    size = sum(letter.size() for letter in series.letters)
    asked = series.model_dump(exclude_none=True)
    answer = await service.done("series", asked, size=size, seconds=PATIENCE * service.settings.deadline)
    return json_bytes(answer.body)
