"""`POST /v1/check`: may this letter go out?"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from tonelint.server.answers import PROBLEMS, CheckAnswer
from tonelint.server.requests import Letter, Offsets
from tonelint.server.service import caller, json_bytes, service_of

router = APIRouter(prefix="/v1", tags=["letters"])


@router.post("/check", summary="Check one letter", responses={200: {"model": CheckAnswer}, **PROBLEMS})
async def check(
    request: Request,
    letter: Annotated[Letter, Body()],
    offsets: Annotated[Offsets, Query(description="How `start` and `end` are counted.")] = "code-points",
    measures: Annotated[
        bool, Query(description="Measure the letter as a whole, too; false saves a few milliseconds.")
    ] = True,
    parts: Annotated[bool, Query(description="Also answer with the decoded parts that positions count in.")] = False,
) -> Response:
    """The verdict, every finding with its place, its reason and better lines, the claims and, if asked, the measures.

    `start` and `end` count code points of the part named by `part`; with `offsets=utf-16` they count UTF-16 units, as
    JavaScript does. The texts are not stored.
    """
    service = service_of(request)
    service.rates.spend(caller(request))
    asked = {**letter.model_dump(exclude_none=True), "offsets": offsets, "measures": measures, "parts": parts}
    return json_bytes((await service.done("check", asked, size=letter.size())).body)
