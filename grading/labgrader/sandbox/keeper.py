"""The first process of a job's process tree. It starts the runner, and when it ends, everything in the tree ends.

In the sandbox it is process 1 of a process namespace, so that the kernel ends the rest with it; without a sandbox it
adopts orphans and ends them one by one. The grader controls it through a socket, the leash: a byte interrupts the
runner, closing the socket ends the job.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from . import linux, protocol

INTERRUPT = b"i"
_TICK = 0.02  # seconds between two checks of the runner


def keep(leash: socket.socket, channel: socket.socket, run: Callable[[], None]) -> None:
    """Fork the runner and wait until it ends or the leash is closed."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        # The processes of the job cannot access its memory and descriptors.
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
        linux.prctl(linux.PR_SET_CHILD_SUBREAPER, 1)
    runner = os.fork()
    if runner == 0:
        leash.close()
        if sys.platform == "linux":
            linux.prctl(linux.PR_SET_DUMPABLE, 1)
        run()
        os._exit(0)
    channel.close()
    status = _wait(leash, runner)
    if status is not None:
        with contextlib.suppress(OSError):
            leash.sendall(protocol.line(exit=os.waitstatus_to_exitcode(status)))


def end_descendants() -> None:
    """Kill all remaining processes of the job, including orphans."""
    while children := _children():
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(-1, 0)


def _wait(leash: socket.socket, runner: int) -> int | None:
    """The wait status of the runner, None if the grader closed the leash before its end."""
    while True:
        readable, _, _ = select.select([leash], [], [], _TICK)
        if readable:
            command = leash.recv(1)
            if command == INTERRUPT:
                os.kill(runner, signal.SIGINT)
            elif not command:
                return None
        for pid, status in _reap():
            if pid == runner:
                return status


def _reap() -> Iterator[tuple[int, int]]:
    """Process id and wait status of each child that has ended."""
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            yield pid, status


def _children() -> list[int]:
    try:
        return [int(pid) for pid in Path("/proc/self/task", str(os.getpid()), "children").read_text().split()]
    except OSError:
        return []
