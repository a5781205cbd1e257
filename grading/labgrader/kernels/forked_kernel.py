"""In a fork of the template: become the requested kernel."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import os
import select
import socket
import sys
import threading
from typing import Any

from ipykernel import kernelapp as ordinary
from traitlets import default
from traitlets.log import get_logger

from . import wire
from .circumstances import take_over


class IPKernelApp(ordinary.IPKernelApp):
    """ipykernel's application (under its name, which logs show) as a child of the template, not of its owner."""

    def __init__(self, *, owner: int | None, **traits: Any):
        super().__init__(**traits)  # type: ignore[no-untyped-call]  # IPython's has no annotations
        self._owner = owner

    @default("parent_handle")
    def _parent_handle_of_this_process(self) -> int:
        # IPKernelApp reads it only once, when it is imported, which was in the template.
        return int(os.environ.get("JPY_PARENT_PID") or 0)

    def init_poller(self) -> None:
        """End with the program that requested the kernel."""
        if self._owner is not None:
            self.poller = threading.Thread(target=_end_with, args=[self._owner], daemon=True)


def run(request: wire.Message, descriptors: list[int], connection: socket.socket) -> None:
    """Apply what an ordinary kernel would have inherited, report, and run the kernel until it is shut down."""
    try:
        owner = _take_over(request, descriptors)
        wire.send(connection, {"pid": os.getpid()})
    except BaseException as error:
        with contextlib.suppress(OSError):
            wire.send(connection, {"refused": f"{type(error).__name__}: {error}", "again": False})
        os._exit(1)
    connection.close()
    IPKernelApp.launch_instance(owner=owner)


def _take_over(request: wire.Message, descriptors: list[int]) -> int | None:
    os.setsid()
    *streams, working_directory = descriptors[:4]
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=sys.stdout.isatty())
    os.fchdir(working_directory)
    os.close(working_directory)
    take_over(request["soft limits"])
    os.environ.clear()
    os.environ.update(request["environment"])
    launcher = importlib.util.find_spec("ipykernel_launcher")
    if launcher is None or launcher.origin is None:
        raise ImportError("ipykernel has no launcher")
    sys.argv = [launcher.origin, *request["arguments"]]
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # it was seeded at import: all kernels would draw the same numbers
    return next(iter(descriptors[4:]), None)


def _end_with(owner: int) -> None:
    """Wait for the end of a process, then end this one as ipykernel does when its parent has gone."""
    poll = select.poll()
    poll.register(owner, select.POLLIN)
    poll.poll()
    get_logger().warning("Parent appears to have exited, shutting down.")
    os._exit(1)
