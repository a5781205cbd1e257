"""Executing jobs in parallel: processes on this machine, each with its own executor."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import FrameType
from typing import NoReturn, Protocol, TypeAlias

from ..errors import LabgraderError, in_a_line
from ..job import GRADER_BROKE, Executor, Job, JobResult

# How long a worker may take to end what it started.
SECONDS_TO_CLEAN_UP = 10

# Makes the executor of a worker, in the worker's own process: a class or a partial of one, so that it can travel there.
ExecutorMaker: TypeAlias = Callable[[], Executor]


class Workers(Protocol):
    """Executes jobs, `count` at a time."""

    count: int

    def submit(self, job: Job) -> Future[JobResult]:
        """Queue a job."""
        ...


def broke(reason: object) -> JobResult:
    """The result of a job that the grader itself could not execute."""
    return JobResult((), f"{GRADER_BROKE}{reason}")


def execute_safely(executor: Executor, job: Job) -> JobResult:
    """Execute a job; an exception in the executor gives a result that says so."""
    try:
        return executor.execute(job)
    except Exception as error:
        return broke(in_a_line(error))


def cannot_start(problem: str) -> LabgraderError:
    """The error to raise if no submission can be executed."""
    return LabgraderError(f"Submissions cannot be executed: {problem}")


@contextlib.contextmanager
def local_workers(make_executor: ExecutorMaker, count: int | None = None) -> Iterator[LocalWorkers]:
    """Worker processes on this machine, by default one per core; leaving ends them, even in the middle of a job."""
    workers = LocalWorkers(make_executor, count or _cores())
    try:
        yield workers
    finally:
        workers.end()


class LocalWorkers:
    """A process per worker, and a thread here per process that hands it jobs and waits for results."""

    def __init__(self, make_executor: ExecutorMaker, count: int):
        self.count = count
        self._make_executor = make_executor
        self._own = threading.local()
        self._processes: list[_Process] = []
        self._ended = False
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="labgrader-worker")

    def submit(self, job: Job) -> Future[JobResult]:
        """Queue a job."""
        return self._threads.submit(self._execute, job)

    def end(self) -> None:
        """End all processes; unfinished jobs are dropped."""
        self._ended = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._processes:
            process.stop()
        self._threads.shutdown(wait=True)
        for process in self._processes:
            process.wait()

    def _execute(self, job: Job) -> JobResult:
        process: _Process | None = getattr(self._own, "process", None)
        if process is None or not process.is_alive:
            process = self._own.process = _Process.start(self._make_executor)
            self._processes.append(process)
        if self._ended:
            process.stop()
        return process.execute(job)


@dataclass(frozen=True)
class _Process:
    process: multiprocessing.process.BaseProcess
    connection: Connection

    @classmethod
    def start(cls, make_executor: ExecutorMaker) -> _Process:
        # Spawned, not forked: this process has threads.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, make_executor), daemon=True)
        process.start()
        theirs.close()
        try:
            problem = ours.recv()
        except EOFError:
            process.join(1)
            problem = f"it ended with status {process.exitcode}"
        if problem:
            raise cannot_start(problem)
        return cls(process, ours)

    @property
    def is_alive(self) -> bool:
        return self.process.is_alive()

    def execute(self, job: Job) -> JobResult:
        try:
            self.connection.send(job)
            result: JobResult = self.connection.recv()
            return result
        except (EOFError, OSError):
            self.process.join(1)
            return broke(f"a worker process ended with status {self.process.exitcode}")

    def stop(self) -> None:
        self.process.terminate()

    def wait(self) -> None:
        self.process.join(SECONDS_TO_CLEAN_UP)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.connection.close()


def _serve(connection: Connection, make_executor: ExecutorMaker) -> None:
    """Run a worker process: receive jobs and send results until the connection closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the parent decides
    signal.signal(signal.SIGTERM, _leave)
    _end_with_parent()
    with contextlib.ExitStack() as stack:
        try:
            executor = stack.enter_context(make_executor())
        except Exception as error:
            connection.send(in_a_line(error))
            return
        with contextlib.suppress(EOFError, BrokenPipeError):
            connection.send("")
            while True:
                connection.send(execute_safely(executor, connection.recv()))


def _leave(signum: int, frame: FrameType | None) -> NoReturn:
    signal.signal(signum, signal.SIG_IGN)  # once: a second signal must not interrupt the clean-up
    raise SystemExit(128 + signum)


def _end_with_parent() -> None:
    """Exit as on SIGTERM when the parent has ended, even if it was killed and a job is still running here."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "only a worker process has a parent"
    sentinel = parent.sentinel

    def watch() -> None:
        multiprocessing.connection.wait([sentinel])
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
