"""How many letters a minute each key, or each address, may send. Counted in memory, for this process."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from tonelint.server.problems import Problem


class Rates:
    """Counts letters in a sliding minute."""

    def __init__(self, letters_a_minute: int) -> None:
        """0 sets no limit."""
        self._limit = letters_a_minute
        self._item = RateLimitItemPerMinute(letters_a_minute) if letters_a_minute else None
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def spend(self, who: str, letters: int = 1) -> None:
        """Counts `letters` for `who`. A batch larger than the limit takes the whole minute.

        Raises:
            Problem: they are too many; it says when to try again.
        """
        if self._item is None or self._limiter.hit(self._item, who, cost=min(letters, self._limit)):
            return
        stats = self._limiter.get_window_stats(self._item, who)
        seconds = max(1, math.ceil(stats.reset_time - time.time()))
        raise Problem(
            "too-many",
            limit=self._limit,
            seconds=seconds,
            headers={
                "Retry-After": str(seconds),
                "RateLimit-Limit": str(self._limit),
                "RateLimit-Remaining": str(max(0, stats.remaining)),
                "RateLimit-Reset": str(seconds),
            },
        )
