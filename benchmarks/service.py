"""How fast the service answers: `python benchmarks/service.py [--seconds N] [--requests N]`, about eight minutes.

Starts `tonelint serve` and, for comparison, a bare FastAPI application that echoes JSON, both on this machine, and
loads them from another process. Prints figures, their ratio to the echo, and PASS or MISS beside every aim. Other work
on the machine shows in every figure but the processor time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from clean_text import clean_text

ROOT = Path(__file__).parents[1]
SIZE = 2_000
"""Bytes of the ordinary letter, in UTF-8."""

ECHO = """
import sys, uvicorn
from fastapi import FastAPI, Request
app = FastAPI()

@app.post("/v1/check")
async def check(letter: dict):
    return letter

@app.get("/readyz")
async def readyz():
    return {}

uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=False)
"""


@dataclass
class Load:
    """What came of a load: seconds of each answer, how many of each status, seconds in all."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    seconds: float = 0.0

    def at(self, share: float) -> float:
        """The time in milliseconds that `share` of the answers did not exceed."""
        ordered = sorted(self.times)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")

    @property
    def rate(self) -> float:
        """Good answers a second."""
        return self.statuses[200] / self.seconds


def letter(language: str, *, pressing: bool) -> dict[str, str]:
    """A letter of 2 KB: ordinary copy, or the same with a pressing subject and two pressing lines."""
    text = clean_text(language, SIZE)
    if not pressing:
        return {"subject": "Расписание на май" if language == "ru" else "The timetable for May", "text": text}
    if language == "ru":
        return {"subject": "Осталось 2 места", "text": f"{text}\n\nТоропитесь! Последний шанс записаться."}
    return {"subject": "Only 2 seats left", "text": f"{text}\n\nHurry! Last chance to join."}


LETTERS = [letter(language, pressing=pressing) for language in ("ru", "en") for pressing in (False, False, True)]
"""Two ordinary letters to one pressing one, in both languages."""


class Connection:
    """A kept-alive connection that costs next to nothing, so that the load does not take the service's own time."""

    def __init__(self, url: str) -> None:
        self._address = url.removeprefix("http://").split(":")
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, body: bytes) -> int:
        """The status of the answer, which is read to its end."""
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._address[0], int(self._address[1]))
        reader, writer = self._streams
        head = ("Host: localhost", "Content-Type: application/json", f"Content-Length: {len(body)}", "\r\n")
        writer.write("\r\n".join((f"POST {path} HTTP/1.1", *head)).encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        await reader.readexactly(int(answer.partition(b"content-length:")[2].partition(b"\r\n")[0]))
        if b"connection: close" in answer:
            writer.close()
            self._streams = None
        return int(answer[9:12])


async def loaded(
    url: str, *, seconds: float, clients: int, rate: float = 0.0, requests: int = 0, query: str = ""
) -> Load:
    """`clients` ask one after the other for `seconds`, or `requests` times in all; `rate` a second when it is given."""
    load = Load()
    bodies = [json.dumps(each, ensure_ascii=False).encode() for each in LETTERS]
    free: asyncio.Queue[Connection] = asyncio.Queue()
    for _ in range(clients):
        free.put_nowait(Connection(url))
    began = time.perf_counter()
    sent = 0

    async def ask(number: int) -> None:
        started = time.perf_counter()
        connection = await free.get()
        try:
            status = await connection.post(f"/v1/check{query}", bodies[number % len(bodies)])
        except (OSError, asyncio.IncompleteReadError):
            status, connection = 0, Connection(url)
        load.times.append(time.perf_counter() - started)
        load.statuses[status] += 1
        free.put_nowait(connection)

    async def one_by_one() -> None:
        nonlocal sent
        while (time.perf_counter() - began < seconds) if not requests else sent < requests:
            sent += 1
            await ask(sent)

    if rate:
        tasks = []
        for number in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
            tasks.append(asyncio.create_task(ask(number)))
        await asyncio.gather(*tasks)
    else:
        await asyncio.gather(*(one_by_one() for _ in range(clients)))
    load.seconds = time.perf_counter() - began
    return load


async def beside_a_giant(url: str, *, pressing: bool) -> tuple[int, float, Load]:
    """Small letters, 20 a second, while a letter of a megabyte is checked: its status and seconds, and their load."""
    lines = "Hurry! Only 2 seats left. Last chance to save 50%!\n\n"
    giant = {"text": lines * (950_000 // len(lines)) if pressing else clean_text("en", 950_000)}

    async def ask() -> tuple[int, float]:
        started = time.perf_counter()
        status = await Connection(url).post("/v1/check", json.dumps(giant).encode())
        return status, time.perf_counter() - started

    heavy = asyncio.create_task(ask())
    small = await loaded(url, seconds=8, clients=20, rate=20)
    return (*await heavy, small)


def memory(pid: int) -> float:
    """Megabytes that a process and its children hold for themselves (Linux)."""
    total = 0
    for each in (pid, *_children(pid)):
        try:
            status = Path(f"/proc/{each}/status").read_text()
        except OSError:
            continue
        found = re.search(r"RssAnon:\s+(\d+) kB", status)
        total += int(found[1]) if found else 0
    return total / 1024


def cpu(pid: int) -> float:
    """Seconds of processor time that a process and its children have used (Linux)."""
    ticks = 0
    for each in (pid, *_children(pid)):
        try:
            ticks += sum(map(int, Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()[11:13]))
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def started(*command: str) -> tuple[subprocess.Popen[bytes], str]:
    """A server on a free port, the last word of its command, when it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, *command, port], stderr=subprocess.DEVNULL, env=environment)
    url = f"http://127.0.0.1:{port}"
    while True:
        try:
            if httpx.get(f"{url}/readyz").status_code == 200:
                return process, url
        except httpx.TransportError:
            if process.poll() is not None:
                sys.exit("the server ended before it was ready")
        time.sleep(0.1)


def shown(name: str, load: Load) -> None:
    """One line of figures."""
    statuses = " ".join(f"{status or 'broken'}:{count}" for status, count in sorted(load.statuses.items()))
    times = f"median {load.at(0.5):6.1f} ms  p99 {load.at(0.99):6.1f} ms"
    print(f"{name:34} {times}  {load.rate:6.1f}/s  {statuses}", flush=True)


def judged(aim: str, found: str, *, met: bool) -> None:
    """One aim, what was found, and whether it was met."""
    print(f"  {'PASS' if met else 'MISS'}  {aim}: {found}", flush=True)


def load_only(arguments: list[str]) -> None:
    """One load in this process, its figures as JSON: how `main` asks from a second process."""
    given = json.loads(arguments[0])
    if given.pop("giant", False):
        status, seconds, load = asyncio.run(beside_a_giant(**given))
    else:
        status, seconds, load = 0, 0.0, asyncio.run(loaded(**given))
    told = {"times": load.times, "statuses": load.statuses, "seconds": load.seconds, "giant": [status, seconds]}
    print(json.dumps(told))


def asked(**given: object) -> tuple[Load, list[float]]:
    """A load from a second process."""
    command = [sys.executable, __file__, "--load", json.dumps(given)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    statuses = Counter({int(status): count for status, count in told["statuses"].items()})
    return Load(told["times"], statuses, told["seconds"]), told["giant"]


def main() -> None:
    """Prints all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30, help="seconds of each load")
    parser.add_argument("--parallel-seconds", type=float, default=60, help="seconds with 64 clients")
    parser.add_argument("--requests", type=int, default=50_000, help="requests of the memory test; 0 leaves it out")
    given = parser.parse_args()
    seconds = given.seconds

    print(f"{os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f} before; letters of {SIZE / 1000:g} KB")
    echo, url = started("-c", ECHO)
    bare, _ = asked(url=url, seconds=seconds, clients=20, rate=20)
    bare_full, _ = asked(url=url, seconds=seconds, clients=8)
    echo.terminate()
    echo.wait()
    shown("echo, 20 requests/s", bare)
    shown("echo, 8 clients", bare_full)

    service, url = started("-m", "tonelint", "serve", "--rate", "0", "--quiet", "--port")
    try:
        calm, _ = asked(url=url, seconds=seconds, clients=20, rate=20)
        shown("check, 20 requests/s", calm)
        judged("median under 10 ms at 20 requests/s", f"{calm.at(0.5):.1f} ms", met=calm.at(0.5) < 10)
        judged("p99 under 40 ms at 20 requests/s", f"{calm.at(0.99):.1f} ms", met=calm.at(0.99) < 40)
        lean, _ = asked(url=url, seconds=seconds, clients=20, rate=20, query="?measures=false")
        shown("  without measures", lean)
        used = cpu(service.pid)
        full, _ = asked(url=url, seconds=seconds, clients=8)
        used = 1000 * (cpu(service.pid) - used) / sum(full.statuses.values())
        shown("check, 8 clients", full)
        judged("at least 150 letters/s", f"{full.rate:.0f}/s", met=full.rate >= 150)
        print(f"  processor time: {used:.1f} ms a letter, so {1000 * (os.cpu_count() or 1) / used:.0f}/s on idle cores")
        full_lean, _ = asked(url=url, seconds=seconds, clients=8, query="?measures=false")
        shown("  without measures", full_lean)
        many, _ = asked(url=url, seconds=given.parallel_seconds, clients=64)
        shown("check, 64 clients", many)
        wrong = sum(count for status, count in many.statuses.items() if status not in (200, 429))
        judged(f"no error but 429 in {given.parallel_seconds:g} s of 64 clients", f"{wrong} errors", met=not wrong)
        for kind, pressing in (("plain", False), ("pressing", True)):
            small, (status, took) = asked(url=url, giant=True, pressing=pressing)
            shown(f"small beside 1 MB of {kind} lines", small)
            judged("p99 of small ones under 100 ms", f"{small.at(0.99):.1f} ms", met=small.at(0.99) < 100)
            found = f"{status:.0f} in {took:.1f} s"
            judged("the large one answers, or fails cleanly in its time", found, met=status in (200, 503) and took < 6)
        slower, fewer = calm.at(0.5) / bare.at(0.5), bare_full.rate / full.rate
        print(f"beside the echo: {slower:.1f} times its median, one {fewer:.1f}th of its answers a second")
        if given.requests:
            asked(url=url, seconds=0, clients=8, requests=2_000)
            before = memory(service.pid)
            asked(url=url, seconds=0, clients=8, requests=given.requests)
            after = memory(service.pid)
            growth = 100 * (after - before) / before
            found = f"{before:.0f} -> {after:.0f} MB ({growth:+.1f} %)"
            judged(f"memory grows by less than 5 % over {given.requests} requests", found, met=growth < 5)
    finally:
        service.terminate()
        service.wait()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--load"]:
        load_only(sys.argv[2:])
    else:
        main()
