"""The process that runs the cells of one notebook: it receives cells and sends outputs until the connection closes."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import random
import signal
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, TypedDict

from ..job import Output
from . import protocol
from .shell import make_shell, run_cell
from .streams import CellStream
from .transcript import OutputLimitExceeded, Transcript

# What nbgrader adds where a cell failed without showing it.
SILENT_FAILURE = "ERROR: An error occurred while showtraceback was disabled"


def serve(channel: socket.socket, streams: tuple[CellStream, CellStream], folder: Path) -> None:
    """Run the cells that arrive through the channel, in `folder`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests = channel.makefile("rb")
    _prepare(folder, json.loads(requests.readline()))
    runner = CellRunner(streams)
    channel.sendall(protocol.line(ready=True))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(runner.serve(requests, channel.sendall))


def _prepare(folder: Path, request: dict[str, Any]) -> None:
    """Write the files beside the notebook, and make the environment of a job the same in every fork."""
    for name, content in request["files"].items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(content))
    os.chdir(folder)
    # Last, where ipykernel has it first: a file beside the notebook must not shadow an installed module.
    sys.path[:] = [*(entry for entry in sys.path if entry), ""]
    sys.argv = ["ipykernel_launcher.py", "-f", "kernel.json", "--HistoryManager.hist_file=:memory:"]
    # Forks inherit the template's random generators, which therefore are seeded.
    random.seed(0)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(0)


class CellResult(TypedDict):
    """What a cell did: the fields of an answer, except the token."""

    status: str
    outputs: list[Output]
    seconds: float


class CellRunner:
    """A shell in this process, and what each cell publishes in it."""

    def __init__(self, streams: tuple[CellStream, CellStream]):
        self._streams = streams
        self._transcript = Transcript()
        self._shell = make_shell(self._transcript, streams)
        self._pid = os.getpid()

    async def serve(self, requests: BinaryIO, send: Callable[[bytes], None]) -> None:
        """Answer requests, one per line, until there are no more."""
        for line in iter(requests.readline, b""):
            request = json.loads(line)
            answer = await self.run(request["source"], request["execution_count"], request["budget"])
            if os.getpid() != self._pid:
                os._exit(0)  # a process that the cell forked and that returned from the cell: it must not answer
            send(protocol.line(token=request["token"], **answer))

    async def run(self, source: str, execution_count: int, budget: int) -> CellResult:
        """Run a cell that may publish `budget` bytes: its status, outputs and seconds."""
        transcript = self._transcript
        transcript.begin(budget)
        self._shell.execution_count = execution_count
        started = time.monotonic()
        ended_well = await self._ends_well(source)
        seconds = time.monotonic() - started
        status = "output limit" if transcript.is_full else "ok" if ended_well else "error"
        return {"status": status, "outputs": transcript.outputs, "seconds": seconds}

    def go_on_in_fork(self) -> None:
        """Use new files for the streams instead of those of the process this one was forked from."""
        for stream in self._streams:
            stream.part()

    async def _ends_well(self, source: str) -> bool:
        """Whether the cell ran to its end; if not, an error is among its outputs."""
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            result = await run_cell(self._shell, source)
            await _let_tasks_go_on()
            failure = result.error_before_exec or result.error_in_exec
            is_well = result.success and not self._shell._last_traceback_during_displayhook
        except (OutputLimitExceeded, KeyboardInterrupt, asyncio.CancelledError) as error:
            failure, is_well = error, False
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            for stream in self._streams:
                stream.flush()
        except OutputLimitExceeded as error:
            failure, is_well = error, False
        for stream in self._streams:
            stream.discard()
        if not is_well:
            self._show(failure)
        return is_well

    def _show(self, failure: BaseException | None) -> None:
        """Add the error where the cell has kept it from being shown, as nbgrader does."""
        name = type(failure).__name__
        if not any(output.get("ename") == name for output in self._transcript.outputs):
            traceback = self._shell._last_traceback or [SILENT_FAILURE]
            self._transcript.take("error", {"ename": name, "evalue": str(failure), "traceback": traceback})


async def _let_tasks_go_on() -> None:
    """Between two cells, ipykernel's event loop runs."""
    if len(asyncio.all_tasks()) > 1:
        await asyncio.sleep(0.001)
