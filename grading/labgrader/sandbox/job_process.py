"""The grader's side of one fork: send cells to it, watch it, end it."""

from __future__ import annotations

import base64
import json
import secrets
import select
import signal
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from ..job import DIED, MIB, OUTPUT_LIMIT, TIMEOUT, Job, Output
from . import keeper, protocol, watchdog
from .template_process import TemplateError, TemplateProcess

READY_SECONDS = 60
INTERRUPT_SECONDS = 2.0  # the time a cell has to end after an interrupt
POLL_SECONDS = 0.1
RESERVE_MIB = 256  # the machine keeps this much memory
ANSWER_ENVELOPE = 64 * 1024  # the maximum size of an answer without its outputs

_RED, _PLAIN = "\x1b[0;31m", "\x1b[0m"


@dataclass(frozen=True)
class CellEnd:
    """The result of a cell in one fork, and whether the fork is still alive."""

    status: str
    outputs: list[Output] = field(default_factory=list)
    seconds: float = 0.0
    alive: bool = True


class MachineError(Exception):
    """The machine cannot continue with this job, for a reason that cannot be attributed to the job."""


class JobProcess:
    """One fork with the notebook's files in place, ready for cells.

    Raises UnfitTemplateError if the template can no longer fork, TemplateError if the fork does not get ready.
    """

    def __init__(self, template: TemplateProcess, job: Job):
        ends = template.fork(job.limits)
        if ends is None:
            raise UnfitTemplateError
        self._template = template
        self._limits = job.limits
        self._channel, self._leash = ends
        self._unread = bytearray()
        files = {name: base64.b64encode(content).decode() for name, content in job.files.items()}
        try:
            self._send(protocol.line(files=files), time.monotonic() + READY_SECONDS)
            answer = self._wait_for_line(time.monotonic() + READY_SECONDS, ANSWER_ENVELOPE)
        except (_Ended, _TooMuch, TimeoutError, OSError) as error:
            self.close()
            raise TemplateError(f"a fork of the template did not get ready: {error or 'it does not answer'}") from None
        if b"ready" not in answer:
            self.close()
            raise TemplateError("a fork of the template did not get ready")

    def run_cell(self, source: str, execution_count: int, budget: int, seconds: float) -> CellEnd:
        """Run a cell, which may publish `budget` bytes and take `seconds`.

        Raises MachineError if the machine runs out of memory, TemplateError if the fork cannot be ended.
        """
        started = time.monotonic()
        token = secrets.token_hex(16)
        deadline = started + seconds
        timed_out = False
        request = protocol.line(source=source, execution_count=execution_count, budget=budget, token=token)
        try:
            self._send(request, deadline)
            try:
                text = self._wait_for_line(deadline, budget * 2 + ANSWER_ENVELOPE)
            except TimeoutError:
                timed_out = True
                self._leash.sendall(keeper.INTERRUPT)
                text = self._wait_for_line(time.monotonic() + INTERRUPT_SECONDS, budget * 2 + ANSWER_ENVELOPE)
            answer = protocol.parse_answer(text, token)
        except (TimeoutError, _Ended, _TooMuch, OSError, protocol.MalformedError) as problem:
            spent = time.monotonic() - started
            self.close()
            if timed_out or isinstance(problem, TimeoutError):
                return CellEnd(TIMEOUT, [_timeout_output()], spent, alive=False)
            if isinstance(problem, _TooMuch):
                return CellEnd(OUTPUT_LIMIT, [_error_output("OutputLimit", str(problem))], spent, alive=False)
            reason = str(problem)
            if isinstance(problem, protocol.MalformedError):
                reason = f"what came back of this cell was not its record: {reason}"
            return CellEnd(DIED, [_error_output("CellDied", reason)], spent, alive=False)
        if timed_out:
            return CellEnd(TIMEOUT, [*answer.outputs, _timeout_output()], time.monotonic() - started)
        return CellEnd(answer.status, answer.outputs, answer.seconds)

    def close(self) -> None:
        """End the fork with every process in it; raises TemplateError if that takes too long."""
        self._leash.close()
        self._channel.close()
        deadline = time.monotonic() + 5
        while self._template.job_processes():
            if time.monotonic() > deadline:
                raise TemplateError("a job could not be ended")
            time.sleep(0.002)

    def _send(self, text: bytes, deadline: float) -> None:
        self._channel.settimeout(max(0.001, deadline - time.monotonic()))
        self._channel.sendall(text)

    def _wait_for_line(self, deadline: float, most: int) -> bytes:
        """The next line from inside."""
        while b"\n" not in self._unread:
            if len(self._unread) > most:
                raise _TooMuch(f"more than {most} bytes came back of this cell")
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            readable, _, _ = select.select([self._channel, self._leash], [], [], min(left, POLL_SECONDS))
            if self._channel in readable:
                piece = self._channel.recv(MIB)
                if piece:
                    self._unread += piece
                    continue
            if readable:
                raise _Ended(self._why_it_ended())
            self._look_at_memory()
        text, _, rest = bytes(self._unread).partition(b"\n")
        self._unread = bytearray(rest)
        return text

    def _why_it_ended(self) -> str:
        self._leash.settimeout(2)
        try:
            words: dict[str, Any] = json.loads(self._leash.recv(4096))
        except (OSError, ValueError):
            return "the kernel died"
        if "broke" in words:
            return str(words["broke"])
        code = words.get("exit", 0)
        if code < 0:
            return f"the kernel died of signal {-code} ({signal.strsignal(-code)})"
        return f"the kernel ended itself with status {code}"

    def _look_at_memory(self) -> None:
        if sys.platform != "linux":
            return
        pids = self._template.job_processes()
        limit = self._limits.memory_mib
        over = watchdog.used_mib(pids) > limit and watchdog.fair_used_mib(pids) > limit
        if over or watchdog.shared_mib(pids) > limit:
            raise _Ended(f"the kernel was ended: it used more than {limit} MiB of memory")
        if watchdog.available_mib() < RESERVE_MIB:
            raise MachineError("the machine ran out of memory")


class UnfitTemplateError(Exception):
    """The template can no longer fork."""


class _Ended(Exception):
    """The fork has ended."""


class _TooMuch(Exception):
    """More bytes came from inside than an answer may have."""


def _timeout_output() -> Output:
    """The output that nbgrader records for a cell that took too long."""
    text = f"{_RED}CellTimeoutError{_PLAIN}: No reply from kernel before timeout"
    return {"output_type": "error", "ename": "CellTimeoutError", "evalue": "", "traceback": [text]}


def _error_output(name: str, text: str) -> Output:
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": [f"{_RED}{name}{_PLAIN}: {text}"]}
