"""Executors that need no notebook to run: one that believes everything, and some that break."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from labgrader.job import GRADER_BROKE, NOT_RUN, OK, CellRecord, Job, JobResult


class _Executor:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass


@dataclass
class BelievingExecutor(_Executor):
    """Says after a while that every cell ran to its end; leaves a file named like its process where it is told to."""

    seconds: float = 0.0
    sign: Path | None = None

    def execute(self, job: Job) -> JobResult:
        if self.sign:
            (self.sign / str(os.getpid())).touch()
        time.sleep(self.seconds)
        return JobResult(tuple(CellRecord(index, OK, [], 0.0, 1) for index in job.cells))


@dataclass
class CountingExecutor(BelievingExecutor):
    """Leaves a file for each job."""

    folder: Path | None = None

    def execute(self, job: Job) -> JobResult:
        tempfile.mkstemp(prefix="job-", dir=self.folder)
        return super().execute(job)


class BrokenExecutor(_Executor):
    """Its machinery fails, and it says so."""

    def execute(self, job: Job) -> JobResult:
        return JobResult(tuple(CellRecord(index, NOT_RUN) for index in job.cells), f"{GRADER_BROKE}no template")


class ForgetfulExecutor(_Executor):
    """Leaves out the record of a cell."""

    def execute(self, job: Job) -> JobResult:
        return JobResult(tuple(CellRecord(index, OK) for index in job.cells[1:]))


class RaisingExecutor(_Executor):
    """Has a mistake of its own."""

    def execute(self, job: Job) -> JobResult:
        raise RuntimeError("the executor has a mistake")


class DyingExecutor(_Executor):
    """Takes its worker process down."""

    def execute(self, job: Job) -> JobResult:
        os._exit(3)


class UnstartableExecutor(_Executor):
    """Cannot be entered."""

    def __enter__(self):
        raise OSError("no room for a template")
