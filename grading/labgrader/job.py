"""The input and the result of executing one notebook: plain data that can be sent to any process or machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Protocol, TypeAlias

MIB = 1024 * 1024

# An output of a cell as nbformat 4 stores it; which fields it has depends on its `output_type`.
Output: TypeAlias = dict[str, Any]

# The status of a cell.
OK = "ok"
ERROR = "error"
TIMEOUT = "timeout"
DIED = "died"
OUTPUT_LIMIT = "output limit"
NOT_RUN = "not run"

# How a job ended: FINISHED, or what stopped it.
FINISHED = "finished"
TIME_LIMIT = "time limit"
GRADER_BROKE = "grader broke: "  # followed by the reason


@dataclass(frozen=True)
class Limits:
    """What one notebook may use; beyond it the cell or the notebook is stopped."""

    cell_seconds: float = 120.0
    wall_seconds: float = 900.0
    memory_mib: int = 2048
    tasks: int = 256  # processes and threads together
    scratch_mib: int = 256
    files: int = 10_000
    cell_output_bytes: int = 1 * MIB
    notebook_output_bytes: int = 10 * MIB


@dataclass(frozen=True)
class Job:
    """A notebook to execute.

    `cells` are the indices, into the notebook's cells, of the code cells to run, in the order to run them.
    `files` lie beside the notebook: relative POSIX path → content.
    """

    notebook: str
    cells: tuple[int, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class CellRecord:
    """The runner's record of one cell; only `OK` means that the cell ran to its end."""

    index: int
    status: str
    outputs: list[Output] = field(default_factory=list)
    seconds: float = 0.0
    execution_count: int | None = None


@dataclass(frozen=True)
class JobResult:
    """One record for each cell of the job, in order, and how the job ended."""

    records: tuple[CellRecord, ...]
    end: str = FINISHED
    seconds: float = 0.0

    @property
    def grader_broke(self) -> bool:
        """Whether our own machinery failed, so that the records say nothing about the submission."""
        return self.end.startswith(GRADER_BROKE)


class Executor(Protocol):
    """Executes jobs one after the other; jobs are isolated from each other, and the same job gives the same result.

    A context manager: entering starts what jobs can share (a warm template), leaving ends every process it started.
    """

    def __enter__(self) -> Executor: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    def execute(self, job: Job) -> JobResult:
        """Run the cells of a job. Never raises for what a notebook does; if the grader fails, `end` says so."""
        ...
