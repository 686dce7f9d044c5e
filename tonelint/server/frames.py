"""Messages between the service and its own workers: four bytes of length, then the pickled message.

Nothing that comes from a client is ever unpickled.
"""

from __future__ import annotations

import asyncio
import pickle
import socket
import struct
from typing import Any

_LENGTH = struct.Struct("!I")


def packed(message: Any) -> bytes:
    """A message ready to be sent."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


async def receive(reader: asyncio.StreamReader) -> Any:
    """The next message.

    Raises:
        EOFError: the other side is gone.
    """
    try:
        (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
        return pickle.loads(await reader.readexactly(length))
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise EOFError("the worker is gone") from error


def receive_blocking(connection: socket.socket) -> Any:
    """The next message, for a worker, which does one thing at a time.

    Raises:
        EOFError: the service is gone.
    """
    (length,) = _LENGTH.unpack(_exactly(connection, _LENGTH.size))
    return pickle.loads(_exactly(connection, length))


def _exactly(connection: socket.socket, size: int) -> bytes:
    pieces: list[bytes] = []
    while size:
        piece = connection.recv(min(size, 1 << 20))
        if not piece:
            raise EOFError("the service is gone")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
