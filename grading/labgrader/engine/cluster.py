"""Executing jobs on a Dask cluster, whose workers need labgrader installed but no access to the course folder."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from typing import cast

from distributed import Client, Worker, WorkerPlugin, get_worker

from ..errors import LabgraderError, in_a_line
from ..job import Executor, Job, JobResult
from .workers import ExecutorMaker, cannot_start, execute_safely

PLUGIN = "labgrader-executors"
SECONDS_TO_CONNECT = 5


@contextlib.contextmanager
def cluster_workers(address: str, make_executor: ExecutorMaker) -> Iterator[ClusterWorkers]:
    """The workers of a running Dask scheduler; leaving ends what they started for grading.

    Raises LabgraderError if there is no scheduler at the address or it has no workers.
    """
    try:
        client = Client(address, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:
        raise LabgraderError(
            f"No Dask scheduler answers at {address} ({error}); start one with `dask scheduler` or correct --scheduler."
        ) from None
    with client:
        cores = sum(client.nthreads().values())
        if not cores:
            raise LabgraderError(
                f"The Dask scheduler at {address} has no workers; start one with `dask worker {address}`."
            )
        client.register_plugin(Executors(make_executor), name=PLUGIN)
        try:
            yield ClusterWorkers(client, cores)
        finally:
            client.unregister_worker_plugin(PLUGIN)


class ClusterWorkers:
    """The threads of all workers, each with its own executor."""

    def __init__(self, client: Client, count: int):
        self.count = count
        # Not pure in Dask's sense: a job is executed as often as it is submitted.
        self._executor = client.get_executor(pure=False)

    def submit(self, job: Job) -> Future[JobResult]:
        """Queue a job."""
        future: Future[JobResult] = self._executor.submit(execute_here, job)
        return future


class Executors(WorkerPlugin):
    """Keeps an executor for each thread of a Dask worker while grading runs."""

    def __init__(self, make_executor: ExecutorMaker):
        self.make_executor = make_executor

    def setup(self, worker: Worker) -> None:
        """Called by Dask when grading begins, or when a worker joins."""
        self.of_thread = threading.local()
        self.entered = contextlib.ExitStack()

    def teardown(self, worker: Worker) -> None:
        """Called by Dask when grading ends."""
        self.entered.close()

    def mine(self) -> Executor:
        """The executor of the calling thread, started on first use; raises LabgraderError if it cannot start."""
        executor: Executor | None = getattr(self.of_thread, "executor", None)
        if executor is None:
            try:
                executor = self.of_thread.executor = self.entered.enter_context(self.make_executor())
            except Exception as error:
                raise cannot_start(f"{in_a_line(error)} (on a worker of the cluster)") from None
        return executor


def execute_here(job: Job) -> JobResult:
    """Execute a job on the Dask worker that calls this."""
    executors = cast(Executors, get_worker().plugins[PLUGIN])
    return execute_safely(executors.mine(), job)
