"""How the service is run: decided once when it starts, never changed afterwards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tonelint.config import Config
from tonelint.model import Severity

Level = Severity | Literal["never"]
"""The least severity that a verdict reacts to; `never` is not reached by any."""

MEGABYTE = 1_000_000


def _workers() -> int:
    return max(2, min(8, os.cpu_count() or 2))


@dataclass(frozen=True, slots=True)
class Settings:
    """Every limit is on by default. Sizes are bytes, times seconds.

    `keys` maps the SHA-256 (hexadecimal) of each API key to the name of its holder; without keys nobody is asked for
    one. `rate` is letters a minute for each key, or for each address when there are no keys; 0 sets no limit. `queue`
    is how many letters may wait for a worker. `hosts` are the names under which the service may be called; empty
    allows all. `patience` is the time for a request to arrive.
    """

    config: Config = field(default_factory=Config)
    stop_on: Level = "error"
    review_on: Level = "warning"
    workers: int = field(default_factory=_workers)
    queue: int = 256
    deadline: float = 5.0
    body_limit: int = MEGABYTE
    batch_body_limit: int = 20 * MEGABYTE
    batch_letters: int = 1000
    patience: float = 15.0
    rate: int = 6000
    keys: Mapping[str, str] = field(default_factory=dict)
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
