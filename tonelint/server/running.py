"""Runs the service until it is told to stop, then finishes what it has accepted.

The log goes to standard error, one line an event: never a text, never an address with its query.
"""

from __future__ import annotations

import logging
import sys
from dataclasses import replace

import uvicorn

from tonelint.checker import Checker
from tonelint.server.app import create_app
from tonelint.server.connections import patient
from tonelint.server.settings import Settings

_MOST_CONNECTIONS = 1024
_LOCAL = ("127.0.0.1", "localhost", "::1")

log = logging.getLogger("tonelint.server")


def is_local(host: str) -> bool:
    """Whether only this machine can reach `host`."""
    return host in _LOCAL or host.startswith("127.")


def serve(settings: Settings, host: str, port: int, *, stop_within: float = 30.0, quiet: bool = False) -> None:
    """Serves on `host` and `port` until SIGTERM or SIGINT.

    After that no connection is accepted, and answers that are under way get `stop_within` seconds. Without keys and on
    a local address only local names are answered to, so that no page in a browser reaches the service by another one.

    Raises:
        ConfigError: the configuration names a rule that does not exist.
        RuleError: a rule pack is not valid.
    """
    # Compiles the rules if need be, and says what is wrong with them before anything listens.
    Checker(settings.config).rules  # noqa: B018
    if not settings.keys and is_local(host):
        settings = replace(settings, hosts=(*_LOCAL, host, *settings.hosts))
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.WARNING if quiet else logging.INFO,
        format="%(asctime)s %(levelname)s %(message)s",
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING if quiet else logging.INFO)
    config = uvicorn.Config(
        create_app(settings),
        host=host,
        port=port,
        http=patient(settings.patience),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=round(stop_within),
    )
    uvicorn.Server(config).run()
