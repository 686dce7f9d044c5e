"""Warm worker processes, a bounded queue in front of them, and a deadline for every letter.

One letter occupies one worker. Long letters may never occupy all of them, so that a heavy one cannot stall the small
ones. A worker that dies or does not keep time is replaced.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import socket
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from tonelint.server import worker
from tonelint.server.frames import packed, receive
from tonelint.server.settings import Settings
from tonelint.server.worker import Answer

log = logging.getLogger("tonelint.server")

LONG = 60_000
"""Characters from which on a letter counts as long."""
GRACE = 0.5
"""Seconds after the deadline in which a worker may still say by itself that it is late."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 30.0


class QueueFull(Exception):
    """More letters are waiting than may wait."""


class NotServing(Exception):
    """The pool is closing, or no worker could be started."""


class _Worker:
    """One process and the connection to it."""

    def __init__(self, process: Any, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.process = process
        self.reader = reader
        self.writer = writer

    def end(self) -> None:
        self.writer.close()
        if self.process.is_alive():
            self.process.kill()


class Pool:
    """Starts with `start`, takes letters with `do`, ends with `close` after what it has accepted."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._context = multiprocessing.get_context("spawn")
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._waiting: dict[bool, deque[asyncio.Future[_Worker]]] = {False: deque(), True: deque()}
        self._long_running = 0
        self._tasks: set[asyncio.Task[Any]] = set()
        self._closing = False
        self.warm = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many letters wait for a worker."""
        return sum(map(len, self._waiting.values()))

    @property
    def workers(self) -> int:
        """How many workers are warm."""
        return len(self._all)

    def start(self) -> None:
        """Starts the workers; `warm` is set when all of them are ready."""
        for _ in range(self._settings.workers):
            self._begin(self._employ())

    async def close(self) -> None:
        """Ends the workers. Letters that are still being checked then are answered as not served."""
        self._closing = True
        for queue in self._waiting.values():
            for waiting in queue:
                if not waiting.done():
                    waiting.set_exception(NotServing())
        for task in list(self._tasks):
            task.cancel()
        for each in list(self._all):
            each.end()
        processes = [each.process for each in self._all]
        await asyncio.gather(*(asyncio.to_thread(process.join, 5) for process in processes))

    async def do(self, task: str, letter: Mapping[str, Any], *, size: int, seconds: float | None = None) -> Answer:
        """The answer of a worker to `task`; `late` when the deadline, waiting included, has passed.

        Args:
            size: characters of the letter, which decide whether it is a long one.
            seconds: the time for this letter; the service's own deadline when None.

        Raises:
            QueueFull: too many letters are waiting.
            NotServing: the pool is closing.
        """
        loop = asyncio.get_running_loop()
        end = loop.time() + (self._settings.deadline if seconds is None else seconds)
        long = size >= LONG
        try:
            async with asyncio.timeout_at(end):
                at_work = await self._taken(long=long)
        except TimeoutError:
            return Answer("late")
        exchange = loop.create_task(self._exchanged(at_work, (task, letter, end - loop.time()), end, long=long))
        self._tasks.add(exchange)
        exchange.add_done_callback(self._tasks.discard)
        # Whoever asked may go away; the worker still finishes, so that its next answer is not taken for this one's.
        return await asyncio.shield(exchange)

    async def _exchanged(self, at_work: _Worker, job: worker.Job, end: float, *, long: bool) -> Answer:
        """One job sent and answered; afterwards the worker is free, or gone."""
        healthy = False
        partial = Answer("late")
        try:
            async with asyncio.timeout_at(end + GRACE):
                at_work.writer.write(packed(job))
                answer: Answer = await receive(at_work.reader)
                while answer.status == "partial":
                    partial = Answer("late", answer.body)
                    answer = await receive(at_work.reader)
            healthy = True
        except TimeoutError:
            log.warning("a worker did not keep time and was replaced")
            return partial
        except EOFError:
            return Answer("fault", b"a worker ended before its time")
        finally:
            self._given_back(at_work, healthy=healthy, long=long)
        return partial if answer.status == "late" else answer

    async def _taken(self, *, long: bool) -> _Worker:
        """A worker, waited for if need be."""
        if self._closing:
            raise NotServing
        if self._idle and not (long and self._long_lane_full()):
            self._long_running += long
            return self._idle.pop()
        if self.waiting >= self._settings.queue:
            raise QueueFull
        ticket: asyncio.Future[_Worker] = asyncio.get_running_loop().create_future()
        self._waiting[long].append(ticket)
        try:
            return await ticket
        except asyncio.CancelledError:
            if ticket.done() and not ticket.cancelled() and ticket.exception() is None:
                self._given_back(ticket.result(), healthy=True, long=long)
            raise
        finally:
            with suppress(ValueError):
                self._waiting[long].remove(ticket)

    def _long_lane_full(self) -> bool:
        return self._long_running >= max(1, self._settings.workers - 1)

    def _given_back(self, at_work: _Worker, *, healthy: bool, long: bool) -> None:
        self._long_running -= long
        if healthy:
            self._idle.append(at_work)
        else:
            self._all.discard(at_work)
            at_work.end()
            if not self._closing:
                self._begin(self._employ())
        self._assign()

    def _assign(self) -> None:
        """Idle workers to those who wait: short letters first, long ones where their lane is free."""
        for long in (False, True):
            queue = self._waiting[long]
            while queue and self._idle and not (long and self._long_lane_full()):
                ticket = queue.popleft()
                if not ticket.done():
                    self._long_running += long
                    ticket.set_result(self._idle.pop())

    def _begin(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _employ(self) -> None:
        """One new worker, warmed up; when it dies on the way, another one after a pause."""
        pause = _FIRST_PAUSE
        while not self._closing:
            hired = await self._hired()
            try:
                await receive(hired.reader)
            except EOFError:
                hired.end()
                log.error("a worker could not start; trying again in %.1f s", pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
                continue
            except asyncio.CancelledError:
                hired.end()
                raise
            self._all.add(hired)
            self._idle.append(hired)
            if len(self._all) >= self._settings.workers:
                self.warm.set()
            self._assign()
            return

    async def _hired(self) -> _Worker:
        ours, theirs = socket.socketpair()
        process = self._context.Process(target=worker.run, args=(theirs, self._settings), daemon=True)
        await asyncio.to_thread(_started, process, theirs)
        ours.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=ours)
        return _Worker(process, reader, writer)


def _started(process: Any, theirs: socket.socket) -> None:
    process.start()
    theirs.close()
