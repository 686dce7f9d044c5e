"""The application: every route listed once, the guards in front of them, the workers behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from tonelint import __version__
from tonelint.server.guards import Guards
from tonelint.server.invalid import invalid, unparsed
from tonelint.server.openapi import described
from tonelint.server.problems import KINDS, Problem, answer
from tonelint.server.routes import batch, check, health, languagetool, report, rewrite, rules, series
from tonelint.server.service import Service
from tonelint.server.settings import Settings

ROUTERS = (
    check.router,
    batch.router,
    rewrite.router,
    report.router,
    series.router,
    rules.router,
    languagetool.router,
    health.router,
)
"""Every family of addresses, in the order of the documentation."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The service as an ASGI application. Workers start with its lifespan and end with it."""
    service = Service(settings or Settings())

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        service.pool.start()
        yield
        await service.pool.close()

    app = FastAPI(
        title="tonelint",
        version=__version__,
        summary="Finds the words that press, shame, spy and trap, before a letter goes out.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.service = service
    app.add_exception_handler(Problem, _told)
    app.add_exception_handler(RequestValidationError, _told)
    app.add_exception_handler(HTTPException, _told)
    for router in ROUTERS:
        app.include_router(router)
    app.openapi = described(app)  # type: ignore[method-assign]
    app.add_middleware(Guards, service=service)
    if service.settings.origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(service.settings.origins),
            allow_methods=["GET", "POST"],
            allow_headers=["Content-Type", "X-API-Key", "Authorization", "Accept-Language"],
            expose_headers=["X-Request-Id", "Retry-After"],
        )
    _mount_page(app)
    return app


async def _told(request: Request, error: Any) -> Response:
    return answer(_problem(error, request), request)


def _problem(error: Any, request: Request) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, RequestValidationError):
        return invalid(error.errors(), error.body)
    headers = dict(error.headers or {})
    known = {
        404: Problem("not-found"),
        405: Problem("method", allowed=headers.get("Allow", "another method"), headers=headers),
        408: Problem("too-slow", seconds=error.detail, headers=headers),
        413: Problem("too-large", limit=error.detail, headers=headers),
        400: Problem("not-json", reason=unparsed(error.__cause__), headers=headers),
    }.get(error.status_code)
    if known is not None:
        return known
    kind = next((name for name, kind in KINDS.items() if kind.status == error.status_code), "not-json")
    return Problem(kind, detail=str(error.detail), headers=headers)


def _mount_page(app: FastAPI) -> None:
    """The page for people, where it is part of the installation."""
    from importlib.util import find_spec

    if find_spec("tonelint.server.page") is not None:
        from importlib import import_module

        import_module("tonelint.server.page").mount(app)
