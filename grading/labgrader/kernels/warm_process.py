"""A kernel forked by a template, with the interface of `subprocess.Popen` that jupyter_client uses."""

from __future__ import annotations

import os
import select
import signal
import socket
import weakref

from . import wire

UNKNOWN_EXIT_CODE = 255  # what asyncio reports, too, for an unknown exit code
REPORT_SECONDS = 2


class WarmProcess:
    """A child of the template, which reports its exit code."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, connection: socket.socket):
        self.pid = pid
        self.returncode: int | None = None
        self._connection = connection
        self._pidfd = os.pidfd_open(pid)
        self._close_pidfd = weakref.finalize(self, os.close, self._pidfd)

    def poll(self) -> int | None:
        """The exit code, None while the process runs."""
        if self.returncode is None and self._wait_for_end(0):
            self.returncode = self._reported_exit_code()
            self._connection.close()
            self._close_pidfd()
        return self.returncode

    def wait(self) -> int:
        """Wait for the end of the process, and return the exit code."""
        while (code := self.poll()) is None:
            self._wait_for_end(None)
        return code

    def send_signal(self, signum: int) -> None:
        """Send a signal, unless the process has ended."""
        if self.poll() is None:
            signal.pidfd_send_signal(self._pidfd, signum)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the process."""
        self.send_signal(signal.SIGKILL)

    def _wait_for_end(self, milliseconds: int | None) -> bool:
        poll = select.poll()
        poll.register(self._pidfd, select.POLLIN)
        return bool(poll.poll(milliseconds))

    def _reported_exit_code(self) -> int:
        self._connection.settimeout(REPORT_SECONDS)
        try:
            code: int = wire.receive(self._connection)[0]["exit"]
        except (OSError, EOFError):
            return UNKNOWN_EXIT_CODE
        return code
