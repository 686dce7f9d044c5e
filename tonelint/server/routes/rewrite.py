"""`POST /v1/rewrite`: the letter with better lines in their place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from tonelint.server.answers import PROBLEMS, RewriteAnswer
from tonelint.server.requests import Letter, Offsets
from tonelint.server.service import caller, json_bytes, service_of

router = APIRouter(prefix="/v1", tags=["letters"])


@router.post("/rewrite", summary="Rewrite one letter", responses={200: {"model": RewriteAnswer}, **PROBLEMS})
async def rewrite(
    request: Request,
    letter: Annotated[Letter, Body()],
    offsets: Annotated[Offsets, Query(description="How `start` and `end` are counted.")] = "code-points",
) -> Response:
    """The fields of the letter with every `safe` rewrite applied and, when facts are given, those that they complete.

    Each rewrite is proved: its finding is gone and no new one has come. `edits` count in the letter as it was sent, the
    remaining `findings` in the letter as it is answered.
    """
    service = service_of(request)
    service.rates.spend(caller(request))
    asked = {**letter.model_dump(exclude_none=True), "offsets": offsets}
    return json_bytes((await service.done("rewrite", asked, size=letter.size())).body)
