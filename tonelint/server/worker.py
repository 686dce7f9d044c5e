"""A worker process: checks one letter at a time, stays warm, keeps nothing of any letter.

A letter that takes too long is dropped from inside by a timer, so that the warm process lives on; where the system has
no such timer, or it cannot get through, the pool ends the process instead. An answer leaves as finished JSON.
"""

from __future__ import annotations

import gc
import json
import signal
import socket
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

from tonelint.config import MessageLanguage
from tonelint.errors import ReadingError, TonelintError
from tonelint.server.frames import packed, receive_blocking
from tonelint.server.settings import Settings
from tonelint.server.work import Desk

MESSAGE_LANGUAGES: tuple[MessageLanguage, ...] = ("en", "ru")
Status = Literal["ready", "done", "partial", "refused", "late", "fault"]
Job = tuple[str, Mapping[str, Any], float]
"""A task's name, its letter, and the seconds that are left for it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker says about a job.

    `body` is the JSON of the answer (`done`), what is known so far (`partial`), one sentence for the caller by language
    (`refused`), or the kind and place of a fault of ours without a word of the letter (`fault`). `tally` counts
    findings by category; `kind` is the kind of problem behind a refusal.
    """

    status: Status
    body: bytes = b""
    tally: Mapping[str, int] | None = None
    kind: str = ""


class OutOfTime(BaseException):
    """The time for a letter is over. Not an `Exception`, so that nobody takes it for a fault of one rule."""


def run(connection: socket.socket, settings: Settings) -> None:
    """Works until the service closes `connection`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    desk = Desk(settings.config, stop_on=settings.stop_on, review_on=settings.review_on)
    send = connection.sendall
    try:
        warm(desk)
        send(packed(Answer("ready")))
        while True:
            task, letter, seconds = receive_blocking(connection)
            send(packed(answered(desk, task, letter, seconds, lambda early: _undisturbed(send, packed(early)))))
    except (EOFError, ConnectionError):
        return


def answered(
    desk: Desk, task: str, letter: Mapping[str, Any], seconds: float, partly: Callable[[Answer], None]
) -> Answer:
    """One job done, or why not. `partly` is given what is known early about a long letter."""
    try:
        with _Timer(seconds):
            told = getattr(desk, task)(letter, lambda known: partly(Answer("partial", _json(known))))
            if isinstance(told, str):
                return Answer("done", told.encode("utf-8", "replace"))
            return Answer("done", _json(told), told.get("categories"))
    except OutOfTime:
        return Answer("late")
    except ReadingError as error:
        return Answer("refused", _in_both_languages(error), kind="unreadable")
    except TonelintError as error:
        return Answer("refused", _in_both_languages(error), kind="not-valid")
    except Exception as error:  # a fault of ours: said with its place, without the letter's words
        return Answer("fault", fault(error).encode())


def fault(error: BaseException) -> str:
    """The kind and the place of an error. Its message may quote a letter and is left out."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def warm(desk: Desk) -> None:
    """Loads everything that a first letter would have to wait for: all rules, grammar, rewrites, every task.

    What is loaded then stays as it is, so the collector of garbage need not look through it again: that would hold up a
    letter by up to a tenth of a second.
    """
    from tonelint.matching.readiness import make_ready
    from tonelint.server.samples import REHEARSAL

    make_ready(desk.checker({}).ruleset)
    for task, letter in REHEARSAL:
        getattr(desk, task)(letter)
    gc.collect()
    gc.freeze()


def _in_both_languages(error: TonelintError) -> bytes:
    return _json({language: error.told(language) for language in MESSAGE_LANGUAGES})


def _json(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=str).encode("utf-8", "replace")


class _Timer:
    """Raises `OutOfTime` in the main thread after `seconds`, where the system can."""

    def __init__(self, seconds: float) -> None:
        self._seconds = max(seconds, 0.001)

    def __enter__(self) -> None:
        with suppress(AttributeError, ValueError):
            signal.signal(signal.SIGALRM, _ring)
            signal.setitimer(signal.ITIMER_REAL, self._seconds)

    def __exit__(self, *_: object) -> None:
        with suppress(AttributeError):
            signal.setitimer(signal.ITIMER_REAL, 0)


def _undisturbed(send: Callable[[bytes], object], message: bytes) -> None:
    """Sends without the timer cutting the message in two."""
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        send(message)
        return
    mask(signal.SIG_BLOCK, {signal.SIGALRM})
    try:
        send(message)
    finally:
        mask(signal.SIG_UNBLOCK, {signal.SIGALRM})


def _ring(*_: object) -> None:
    raise OutOfTime
