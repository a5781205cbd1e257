"""Messages between a provisioner and a template: JSON after its length, and open files with it."""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

LENGTH = struct.Struct("!I")
MAXIMUM_LENGTH = 16 * 2**20  # far above the largest environment a process can have


Message: TypeAlias = dict[str, Any]  # a JSON object


def send(connection: socket.socket, message: Mapping[str, object], descriptors: Sequence[int] = ()) -> None:
    """Send one message; raises OSError."""
    body = json.dumps(message).encode()
    frame = LENGTH.pack(len(body)) + body
    sent = socket.send_fds(connection, [frame], descriptors) if descriptors else 0
    if sent < len(frame):  # otherwise the other side may have answered and closed already
        connection.sendall(frame[sent:])


def receive(connection: socket.socket, most_descriptors: int = 0) -> tuple[Message, list[int]]:
    """Receive one message; raises EOFError if the connection was closed, OSError, and ValueError if it is too long."""
    start, descriptors, *_ = socket.recv_fds(connection, LENGTH.size, most_descriptors, socket.MSG_CMSG_CLOEXEC)
    try:
        (length,) = LENGTH.unpack(start + _exactly(connection, LENGTH.size - len(start)))
        if length > MAXIMUM_LENGTH:
            raise ValueError(f"a message of {length} bytes")
        return json.loads(_exactly(connection, length)), descriptors
    except BaseException:
        for descriptor in descriptors:
            os.close(descriptor)
        raise


def _exactly(connection: socket.socket, length: int) -> bytes:
    parts = []
    while length:
        part = connection.recv(length)
        if not part:
            raise EOFError("the other side closed the connection")
        parts.append(part)
        length -= len(part)
    return b"".join(parts)


def peer_is_same_user(connection: socket.socket) -> bool:
    """Whether the process at the other end belongs to the user of this one."""
    credentials = struct.Struct("3i")  # pid, uid, gid
    uid: int
    _, uid, _ = credentials.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, credentials.size))
    return uid == os.geteuid()
