"""Everything that lives as long as the service: its settings, its workers, its counters."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from tonelint.checker import Checker
from tonelint.config import MessageLanguage
from tonelint.server.counters import Counters
from tonelint.server.pool import NotServing, Pool, QueueFull
from tonelint.server.problems import Problem
from tonelint.server.rates import Rates
from tonelint.server.settings import Settings
from tonelint.server.worker import Answer

log = logging.getLogger("tonelint.server")


class Service:
    """The settings and the workers of one running application."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pool = Pool(settings)
        self._checker: Checker | None = None
        self.rates = Rates(settings.rate)
        self.counters = Counters(lambda: self.pool.waiting, lambda: self.pool.workers)

    async def checker(self) -> Checker:
        """A checker in this process, for what is known about the rules; letters are checked by the workers.

        Raises:
            RuleError: a rule pack is not valid.
        """
        if self._checker is None:
            checker = Checker(self.settings.config)
            await asyncio.to_thread(lambda: checker.rules)
            self._checker = checker
        return self._checker

    async def done(self, task: str, letter: Mapping[str, Any], *, size: int, seconds: float | None = None) -> Answer:
        """The worker's answer to a task that went well, in the time of one letter unless `seconds` says otherwise.

        Raises:
            Problem: anything else, in the words for the caller.
        """
        language = letter.get("lang")
        try:
            answer = await self.pool.do(task, letter, size=size, seconds=seconds)
        except QueueFull:
            waiting = self.pool.waiting
            raise Problem("busy", waiting=waiting, headers={"Retry-After": "1"}, language=language) from None
        except NotServing:
            raise Problem("closing", headers={"Retry-After": "5"}, language=language) from None
        self.counters.checked(answer.status, answer.tally or {})
        if answer.status == "done":
            return answer
        if answer.status == "late":
            raise self._late(answer, seconds or self.settings.deadline, language)
        if answer.status == "refused":
            raise Problem(answer.kind, detail=json.loads(answer.body), language=language)
        log.error("a letter could not be checked: %s", answer.body.decode())
        raise Problem("fault", language=language)

    def _late(self, answer: Answer, seconds: float, language: MessageLanguage | None) -> Problem:
        known = json.loads(answer.body) if answer.body else {"findings": []}
        more = {"partial": True, **known}
        return Problem("late", seconds=f"{seconds:g}", headers={"Retry-After": "1"}, more=more, language=language)


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service


def caller(request: Request) -> str:
    """Who sends letters: the holder of the key, or the address they come from."""
    name = request.scope.get("state", {}).get("holder")
    return f"key:{name}" if name else f"address:{request.client.host if request.client else 'unknown'}"


def json_bytes(body: bytes) -> Response:
    """A finished JSON document as an answer."""
    return Response(body, media_type="application/json")
