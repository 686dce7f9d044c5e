"""Everything that lives as long as the service: its settings, its workers, its counters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tonelint.server.pool import NotServing, Pool, QueueFull
from tonelint.server.problems import Problem
from tonelint.server.settings import Settings
from tonelint.server.worker import Answer


class Service:
    """The settings and the workers of one running application."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings)

    async def done(self, task: str, letter: Mapping[str, Any], *, size: int) -> Answer:
        """The worker's answer to a task that went well.

        Raises:
            Problem: anything else, in the words for the caller.
        """
        try:
            answer = await self.pool.do(task, letter, size=size)
        except QueueFull:
            raise Problem("busy", waiting=self.pool.waiting, headers={"Retry-After": "1"}) from None
        except NotServing:
            raise Problem("closing", headers={"Retry-After": "5"}) from None
        if answer.status == "done":
            return answer
        if answer.status == "late":
            raise self._late(answer)
        if answer.status == "refused":
            raise Problem("unreadable", detail=answer.body.decode())
        raise Problem("fault")

    def _late(self, answer: Answer) -> Problem:
        import json

        known = json.loads(answer.body) if answer.body else {"findings": []}
        return Problem(
            "late", seconds=f"{self.settings.deadline:g}", headers={"Retry-After": "1"}, more={"partial": True, **known}
        )


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service


def json_bytes(body: bytes) -> Response:
    """A finished JSON document as an answer."""
    return Response(body, media_type="application/json")
