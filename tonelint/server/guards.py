"""What stands in front of every route: a request id, the key, the body's time, safe headers, one line in the log.

Written against ASGI itself, because a layer that every letter passes has to cost next to nothing. The log names the
request id, the route, the status and the time; no address with its query, no body, no key.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tonelint.server.keys import holder, key_in
from tonelint.server.problems import Problem, answer
from tonelint.server.service import Service
from tonelint.server.worker import fault

log = logging.getLogger("tonelint.server")

SAFE_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
STRICT_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""The content policy of everything that does not bring its own, as the page does."""

_KEYED = ("/v1/", "/metrics")
"""Addresses that ask for a key in a header. `/v2/` takes it from the form too and asks by itself."""
_LARGE = ("/v1/check/batch", "/v1/series")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Guards:
    """Wraps the application."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        scope["path"] = re.sub("//+", "/", scope["path"])
        headers = Headers(scope=scope)
        given = headers.get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _dress(message, request_id, cross_origin=bool(self._service.settings.origins))
            await send(message)

        try:
            await self._guarded(scope, headers, receive, told)
        except Exception as error:  # a fault of ours: the caller gets a sentence, the log its kind and place
            log.error("%s %s", request_id, fault(error))
            if not status:
                await answer(Problem("fault"), Request(scope))(scope, receive, told)
        finally:
            route = getattr(scope.get("route"), "path", "") or "(none)"
            seconds = time.perf_counter() - started
            self._service.counters.answered(route, status, seconds)
            log.info("%s %s %s %d %.1f ms", request_id, _method(scope), route, status, seconds * 1000)

    async def _guarded(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> None:
        settings = self._service.settings
        if settings.hosts and _host(headers.get("host", "")) not in settings.hosts:
            await answer(Problem("wrong-host"), Request(scope))(scope, receive, send)
            return
        if settings.keys:
            name = holder(key_in(headers), settings.keys)
            if name is None and scope["path"].startswith(_KEYED):
                problem = Problem("no-key", headers={"WWW-Authenticate": "Bearer"})
                await answer(problem, Request(scope))(scope, receive, send)
                return
            scope["state"]["holder"] = name
        limit = settings.batch_body_limit if scope["path"] in _LARGE else settings.body_limit
        await self._app(scope, _bounded(receive, headers, limit, settings.patience), send)


def _bounded(receive: Receive, headers: Headers, limit: int, seconds: float) -> Receive:
    """`receive`, as long as the body is no larger than `limit` bytes and arrives within `seconds`.

    The connection is closed behind a refusal, or else the rest of the body would still have to be read.
    """
    close = {"Connection": "close"}
    length = headers.get("content-length", "")
    announced = int(length) if length.isdigit() and len(length) < 20 else 0
    end: float | None = None
    complete = False
    size = 0

    async def next_message() -> Message:
        nonlocal end, complete, size
        if complete:
            return await receive()
        if announced > limit:
            raise HTTPException(413, str(limit), close)
        loop = asyncio.get_running_loop()
        end = end or loop.time() + seconds
        try:
            async with asyncio.timeout_at(end):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, f"{seconds:g}", close) from None
        size += len(message.get("body", b""))
        if size > limit:
            raise HTTPException(413, str(limit), close)
        complete = not message.get("more_body", False)
        return message

    return next_message


def _dress(message: Message, request_id: str, *, cross_origin: bool) -> None:
    headers = MutableHeaders(scope=message)
    headers["X-Request-Id"] = request_id
    for name, value in SAFE_HEADERS.items():
        if name == "Cross-Origin-Resource-Policy" and cross_origin:
            continue
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", STRICT_POLICY)


def _method(scope: Scope) -> str:
    known = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH")
    return scope["method"] if scope["method"] in known else "OTHER"


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    if header.startswith("["):
        return header.partition("]")[0].removeprefix("[").lower()
    return header.partition(":")[0].lower()
