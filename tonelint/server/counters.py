"""What Prometheus may know: counts and times by route, status and category. Never a word of a letter, never a key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.6, 1.2, 2.5, 5.0, 10.0)


class Counters:
    """The counters of one application, in a registry of its own."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self, waiting: Callable[[], float], workers: Callable[[], float]) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "tonelint_requests", "Requests answered.", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "tonelint_request_seconds",
            "Time to the end of an answer.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._findings = Counter("tonelint_findings", "Findings by category.", ("category",), registry=self._registry)
        self._letters = Counter(
            "tonelint_letters", "Letters checked, by what came of it.", ("outcome",), registry=self._registry
        )
        Gauge("tonelint_waiting_letters", "Letters waiting for a worker.", registry=self._registry).set_function(
            waiting
        )
        Gauge("tonelint_workers", "Warm workers.", registry=self._registry).set_function(workers)

    def answered(self, route: str, status: int, seconds: float) -> None:
        """One request was answered."""
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def checked(self, outcome: str, tally: Mapping[str, int]) -> None:
        """One letter was checked, or could not be."""
        self._letters.labels(outcome).inc()
        for category, count in tally.items():
            self._findings.labels(category).inc(count)

    def page(self) -> bytes:
        """The exposition in Prometheus' text format."""
        return generate_latest(self._registry)
