"""A real service on a free port of this machine, started as a person would start it and stopped after the tests."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Service:
    """A running service: its address, its process, and what it has written to its log."""

    url: str
    process: subprocess.Popen[bytes]
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def stop(self) -> int:
        """Asks the service to stop, and waits for it."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


def start(*options: str) -> Service:
    """`tonelint serve` with `options`, on a free port, warm."""
    log_file = Path(tempfile.mkdtemp()) / "log"
    command = [sys.executable, "-m", "tonelint", "serve", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    with log_file.open("wb") as log:
        process = subprocess.Popen(command, cwd=log_file.parent, stderr=log, stdout=log, env=environment)
    url = _address(process, log_file)
    service = Service(url, process, log_file)
    with httpx.Client(base_url=url, transport=httpx.HTTPTransport(retries=3)) as client:
        _until(lambda: client.get("/readyz").status_code == 200, process, log_file)
    return service


def _address(process: subprocess.Popen[bytes], log_file: Path) -> str:
    found: list[str] = []

    def told() -> bool:
        found[:] = re.findall(r"running on (http://\S+)", log_file.read_text(encoding="utf-8"))
        return bool(found)

    _until(told, process, log_file)
    return found[0]


def _until(holds: Callable[[], bool], process: subprocess.Popen[bytes], log_file: Path) -> None:
    """Waits for the service, which compiles its rules when they have changed; says why when it ended instead."""
    for _ in range(1200):
        if holds():
            return
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"the service ended: {log_file.read_text(encoding='utf-8')}")
    process.kill()
    raise AssertionError("the service did not start in two minutes")


@pytest.fixture(scope="session")
def service() -> Iterator[Service]:
    """A service with its default settings, but for the number of letters a minute."""
    running = start("--rate", "0", "--lang", "en")
    yield running
    running.stop()


@pytest.fixture(scope="session")
def client(service: Service) -> Iterator[httpx.Client]:
    """A plain HTTP client of that service."""
    with httpx.Client(base_url=service.url, timeout=30) as plain:
        yield plain
