"""A typed client for a running service: `pip install 'tonelint[client]'`.

    >>> from tonelint.client import Client
    >>> with Client("http://127.0.0.1:8081") as client:                 # doctest: +SKIP
    ...     answer = client.check(text="Осталось 2 места!", facts={"stock": {"left": 2}})
    ...     answer.verdict
    'send'

A busy service (429, 503) is asked again after the time that it names, a dropped connection after a short one. Nothing
here checks a letter itself.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

import httpx

from tonelint.errors import TonelintError
from tonelint.model import Claim, Finding, Rewrite

Verdict = Literal["send", "review", "stop"]
Offsets = Literal["code-points", "utf-16"]
_Data = TypeVar("_Data")

_AGAIN = (429, 503)
_LONGEST_PAUSE = 30.0


class ServiceError(TonelintError):
    """The service could not answer as asked. `status` is 0 when it was not reached at all.

    `problem` holds the members of the problem document; after a deadline `problem["findings"]` is what was known.
    """

    def __init__(self, message: str, *, status: int = 0, problem: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.problem = dict(problem or {})


@dataclass(frozen=True, slots=True)
class Answer:
    """What the service says about a letter; `raw` is the whole answer."""

    verdict: Verdict
    flagged: bool
    categories: Mapping[str, int]
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    measures: Mapping[str, Any]
    raw: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A letter after rewriting: `letter` holds the fields that were sent with their new values."""

    letter: Mapping[str, str]
    answer: Answer


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One letter of a batch: its number, its `id` if it had one, and either an answer or a problem."""

    index: int
    id: str | int | None
    answer: Answer | None
    problem: Mapping[str, Any] | None


class Client:
    """Asks one service. Safe to share between threads; close it, or use it in a `with` block.

    Args:
        url: where the service listens, without `/v1`.
        key: the API key, where one is needed.
        timeout: seconds for one attempt.
        retries: how many times a busy or unreachable service is asked again.
        transport: an httpx transport of your own, such as one through a proxy.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8081",
        *,
        key: str | None = None,
        timeout: float = 10.0,
        retries: int = 3,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"X-API-Key": key} if key else {}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=timeout, transport=transport)
        self._retries = retries

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()

    def check(self, *, offsets: Offsets = "code-points", measures: bool = True, **letter: Any) -> Answer:
        """The verdict and the findings for a letter: `text`, `html`, `markdown` or `eml_base64`, `subject`, `facts`, …

        Raises:
            ServiceError: the service refused the letter, or could not be asked.
        """
        query = {"offsets": offsets, "measures": str(measures).lower()}
        return _answer(self._asked("POST", "/v1/check", json=letter, params=query).json())

    def check_batch(self, letters: Iterable[Mapping[str, Any]], **query: Any) -> Iterator[BatchLine]:
        """The lines of a batch as they come. A letter that cannot be checked is a line with a `problem`.

        Raises:
            ServiceError: the batch as a whole was refused.
        """
        import json

        body = b"".join(json.dumps(letter, ensure_ascii=False).encode() + b"\n" for letter in letters)
        headers = {"Content-Type": "application/x-ndjson"}
        response = self._asked("POST", "/v1/check/batch", content=body, headers=headers, params=query)
        for line in response.iter_lines():
            told = json.loads(line)
            answer = _answer(told["result"]) if "result" in told else None
            yield BatchLine(told["index"], told.get("id"), answer, told.get("error"))

    def rewrite(self, *, offsets: Offsets = "code-points", **letter: Any) -> Rewritten:
        """The letter with better lines in their place, and what a check of it finds now.

        Raises:
            ServiceError: as in `check`.
        """
        told = self._asked("POST", "/v1/rewrite", json=letter, params={"offsets": offsets}).json()
        return Rewritten({name: told[name] for name in letter if isinstance(told.get(name), str)}, _answer(told))

    def series(self, letters: Iterable[Mapping[str, Any]], **options: Any) -> Mapping[str, Any]:
        """What shows only when letters are read together; see the page on the API.

        Raises:
            ServiceError: as in `check`.
        """
        told: Mapping[str, Any] = self._asked("POST", "/v1/series", json={"letters": list(letters), **options}).json()
        return told

    def rules(self, **query: str) -> list[Mapping[str, Any]]:
        """Every rule with its standing; `category` and `lang` narrow and translate.

        Raises:
            ServiceError: as in `check`.
        """
        told: list[Mapping[str, Any]] = self._asked("GET", "/v1/rules", params=query).json()["rules"]
        return told

    def rule(self, rule: str, **query: str) -> Mapping[str, Any]:
        """One rule with its reason and its examples.

        Raises:
            ServiceError: there is no such rule, or as in `check`.
        """
        told: Mapping[str, Any] = self._asked("GET", f"/v1/rules/{rule}", params=query).json()
        return told

    def ready(self) -> bool:
        """Whether the service has warmed up. False also when it cannot be reached."""
        try:
            return self._http.get("/readyz").status_code == 200
        except httpx.HTTPError:
            return False

    def _asked(self, method: str, path: str, **given: Any) -> httpx.Response:
        """The answer to one request, asked again while the service is busy."""
        for attempt in range(self._retries + 1):
            last = attempt == self._retries
            try:
                response = self._http.request(method, path, **given)
            except httpx.TransportError as error:
                if last or isinstance(error, httpx.ReadTimeout):
                    raise ServiceError(f"the service at {self._http.base_url} cannot be reached: {error}") from error
                time.sleep(_pause(attempt, ""))
                continue
            if response.is_success:
                return response
            problem = _problem(response)
            # A letter that ran out of time will do so again.
            if last or response.status_code not in _AGAIN or problem.get("partial"):
                message = str(problem.get("detail") or f"the service answered {response.status_code}")
                raise ServiceError(message, status=response.status_code, problem=problem)
            time.sleep(_pause(attempt, response.headers.get("retry-after", "")))
        raise AssertionError("unreachable")


def _pause(attempt: int, wish: str) -> float:
    """Seconds until the next attempt: what the service wishes, else twice as long each time; a little at random."""
    pause = float(wish) if wish.isdigit() else 0.2 * 2**attempt
    return min(pause, _LONGEST_PAUSE) + random.uniform(0, 0.1)


def _problem(response: httpx.Response) -> Mapping[str, Any]:
    try:
        told = response.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _answer(told: Mapping[str, Any]) -> Answer:
    return Answer(
        told["verdict"],
        told["flagged"],
        told["categories"],
        tuple(_finding(each) for each in told["findings"]),
        tuple(_built(Claim, each) for each in told["claims"]),
        told["measures"],
        told,
    )


def _finding(told: Mapping[str, Any]) -> Finding:
    rewrites = [_built(Rewrite, {**each, "needs": tuple(each["needs"])}) for each in told["rewrites"]]
    return _built(Finding, {**told, "rewrites": tuple(rewrites)})


def _built(kind: type[_Data], told: Mapping[str, Any]) -> _Data:
    """The data that this version knows; a newer service may say more."""
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    return kind(**{name: value for name, value in told.items() if name in known})
