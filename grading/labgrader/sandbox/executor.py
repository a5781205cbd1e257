"""Executors: jobs in, results out; a cell that crashes its process affects no other cell."""

from __future__ import annotations

import functools
import json
import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from ..errors import LabgraderError
from ..job import (
    FINISHED,
    GRADER_BROKE,
    NOT_RUN,
    OK,
    OUTPUT_LIMIT,
    TIME_LIMIT,
    TIMEOUT,
    CellRecord,
    Job,
    JobResult,
    Output,
)
from .availability import require_sandbox
from .job_process import CellEnd, JobProcess, MachineError, UnfitTemplateError
from .template_process import TemplateError, TemplateProcess
from .wall import Wall

ATTEMPTS = 2

# Bytes kept of the outputs of a cell over its limit, so that it does not use up the limit of the notebook.
KEPT_OF_A_FLOOD = 16 * 1024


class _WarmExecutor:
    """Executes jobs in forks of one template, one job at a time."""

    _wall: Wall | None
    _modules: Sequence[str]
    _environment: Mapping[str, str]
    _template: TemplateProcess | None = None

    def __enter__(self) -> Self:
        try:
            self._template = TemplateProcess(self._wall, self._modules, self._environment)
        except TemplateError as error:
            raise LabgraderError(f"The process that executes notebooks does not start: {error}.") from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._template:
            self._template.close()
            self._template = None

    def execute(self, job: Job) -> JobResult:
        """Run the cells of a job; a template that fails is replaced once before the result is that the grader broke."""
        started = time.monotonic()
        for _ in range(ATTEMPTS):
            try:
                if self._template is None:
                    raise TemplateError("the template could not be started again")
                return _Execution(functools.partial(JobProcess, self._template, job), job, started).run()
            except UnfitTemplateError:
                self._modules = ()  # each job then imports for itself, which is slower but always works
                problem = "the template could not fork"
            except (TemplateError, OSError) as error:
                problem = str(error)
            except MachineError as error:
                return _broken(job, str(error), started)
            try:
                self.__exit__(None, None, None)
                self.__enter__()
            except (LabgraderError, OSError) as error:
                return _broken(job, str(error), started)
        return _broken(job, problem, started)


class SandboxExecutor(_WarmExecutor):
    """Executes jobs in the sandbox.

    modules: what the template imports; modules that are not installed are left out.
    readable: folders to show read-only at their own paths, such as data sets.
    hidden: what must not be visible inside.
    environment: variables for the notebooks.

    Entering raises LabgraderError if no sandbox is available, the template does not start, or a folder that has to be
    shown contains something hidden.
    """

    def __init__(
        self,
        modules: Sequence[str] = (),
        *,
        readable: Sequence[Path] = (),
        hidden: Sequence[Path] = (),
        environment: Mapping[str, str] | None = None,
    ):
        self._modules = tuple(modules)
        self._environment = dict(environment or {})
        self._wall = Wall(tuple(readable), tuple(hidden))

    def __enter__(self) -> Self:
        require_sandbox()
        return super().__enter__()


class PlainExecutor(_WarmExecutor):
    """Executes jobs in the same warm forks without a sandbox: only for trusted submissions.

    Entering raises LabgraderError if the system cannot fork or the template does not start.
    """

    _wall = None

    def __enter__(self) -> Self:
        if not hasattr(os, "fork"):
            raise LabgraderError(f"Notebooks are executed in forks, which {platform.system()} lacks: grade in WSL 2.")
        return super().__enter__()

    def __init__(self, modules: Sequence[str] = (), *, environment: Mapping[str, str] | None = None):
        self._modules = tuple(modules)
        self._environment = dict(environment or {})


@dataclass
class _Execution:
    """One job: cells in order, and after a crash a new fork in which the earlier cells run again."""

    fork: Callable[[], JobProcess]
    job: Job
    started: float
    process: JobProcess | None = None
    repeatable: list[tuple[str, int]] = field(default_factory=list)  # sources and counts of cells that did not crash
    published: int = 0

    def run(self) -> JobResult:
        """One record for each cell."""
        cells = json.loads(self.job.notebook)["cells"]
        records: list[CellRecord] = []
        count = 0
        try:
            for index in self.job.cells:
                source = "".join(cells[index]["source"])
                if not source.strip():
                    records.append(CellRecord(index, OK))  # as nbclient does: nothing to run, no count
                    continue
                count += 1
                records.append(self._record(index, source, count))
        finally:
            if self.process:
                self.process.close()
        end = TIME_LIMIT if self._seconds_left() <= 0 else FINISHED
        return JobResult(tuple(records), end, time.monotonic() - self.started)

    def _record(self, index: int, source: str, count: int) -> CellRecord:
        process = self._catch_up()
        if process is None:
            return CellRecord(index, NOT_RUN)
        end = self._run_cell(process, source, count)
        if not end.alive:
            self.process = None
        elif end.status != TIMEOUT:
            self.repeatable.append((source, count))
        outputs = _shortened(end.outputs) if end.status == OUTPUT_LIMIT else end.outputs
        self.published += len(json.dumps(outputs))
        return CellRecord(index, end.status, outputs, end.seconds, count)

    def _catch_up(self) -> JobProcess | None:
        """A process in which the earlier cells have run, except those that crash it; None when time is up."""
        while self.process is None and self._seconds_left() > 0:
            process = self.process = self.fork()
            for source, count in list(self.repeatable):
                if self._seconds_left() <= 0:
                    return None
                if not self._run_cell(process, source, count).alive:
                    self.repeatable.remove((source, count))
                    self.process = None
                    break
        return self.process if self._seconds_left() > 0 else None

    def _run_cell(self, process: JobProcess, source: str, count: int) -> CellEnd:
        limits = self.job.limits
        budget = min(limits.cell_output_bytes, max(0, limits.notebook_output_bytes - self.published))
        return process.run_cell(source, count, budget, min(limits.cell_seconds, self._seconds_left()))

    def _seconds_left(self) -> float:
        return self.started + self.job.limits.wall_seconds - time.monotonic()


def _shortened(outputs: list[Output]) -> list[Output]:
    """The first outputs of a cell over its limit, and its error."""
    kept: list[Output] = []
    room = KEPT_OF_A_FLOOD
    for output in outputs:
        if output["output_type"] == "stream":
            output = {**output, "text": output["text"][:room]}
        size = len(json.dumps(output))
        if size <= room + 1024 or output["output_type"] == "error":
            kept.append(output)
            room = max(0, room - size)
    return kept


def _broken(job: Job, why: str, started: float) -> JobResult:
    records = tuple(CellRecord(index, NOT_RUN) for index in job.cells)
    return JobResult(records, GRADER_BROKE + why, time.monotonic() - started)
