"""`POST /v1/report`: the check of a letter as one page of HTML to keep or to send on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Request
from starlette.responses import Response

from tonelint.server.answers import PROBLEMS
from tonelint.server.requests import Letter
from tonelint.server.service import caller, service_of

router = APIRouter(prefix="/v1", tags=["letters"])

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox"
"""The report brings its own styles and nothing that runs."""


@router.post(
    "/report",
    summary="Check one letter, as a page",
    response_class=Response,
    responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}, **PROBLEMS},
)
async def report(request: Request, letter: Annotated[Letter, Body()]) -> Response:
    """The HTML report of the command line: the letter with its findings beside it, everything in one file."""
    service = service_of(request)
    service.rates.spend(caller(request))
    answer = await service.done("report", letter.model_dump(exclude_none=True), size=letter.size())
    headers = {"Content-Security-Policy": POLICY, "Content-Disposition": 'attachment; filename="tonelint.html"'}
    return Response(answer.body, media_type="text/html", headers=headers)
