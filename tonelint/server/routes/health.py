"""`GET /healthz`, `GET /readyz`, `GET /metrics`: for those who run the service."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from tonelint import __version__
from tonelint.server.answers import PROBLEMS, HealthAnswer, ReadyAnswer
from tonelint.server.problems import Problem
from tonelint.server.service import service_of

router = APIRouter(tags=["running"])


@router.get("/healthz", summary="Is the process up?", response_model=None, responses={200: {"model": HealthAnswer}})
async def healthz() -> dict[str, Any]:
    """Answers as long as the process does."""
    return {"status": "ok", "version": __version__}


@router.get(
    "/readyz", summary="Are the workers warm?", response_model=None, responses={200: {"model": ReadyAnswer}, **PROBLEMS}
)
async def readyz(request: Request) -> dict[str, Any]:
    """200 once every worker has checked a letter; the first real one is then as fast as the hundredth."""
    pool = service_of(request).pool
    if not pool.warm.is_set() or not pool.workers:
        raise Problem("starting", headers={"Retry-After": "1"})
    return {"status": "ready", "workers": pool.workers, "waiting": pool.waiting}


@router.get(
    "/metrics",
    summary="Counters for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(request: Request) -> Response:
    """Requests, times, findings by category. No label holds a text or a key."""
    counters = service_of(request).counters
    return Response(counters.page(), media_type=counters.media_type)
