"""Execute one notebook with papermill: notebook in, executed notebook and seconds per cell out."""

from __future__ import annotations

import copy
import logging
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import papermill
from nbclient.exceptions import DeadKernelError
from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError
from papermill.execute import ERROR_MARKER_TAG

from .. import notebook

SETUP = "setup"  # the grade id of the cell that imports
WORKPLACE = "labgrader-run-"  # how the temporary folder of an execution is called


@dataclass(frozen=True)
class CellTime:
    """How long a cell took."""

    label: str
    seconds: float
    is_setup: bool


@dataclass(frozen=True)
class Failure:
    """The cell that stopped an execution, and why."""

    cell: str
    traceback: str


@dataclass(frozen=True)
class Execution:
    """An executed notebook; after a failure, executed up to it."""

    notebook: NotebookNode
    cells: list[CellTime]
    failure: Failure | None

    @property
    def setup_seconds(self) -> float:
        """Seconds of the set-up cell, which are mostly imports."""
        return sum(cell.seconds for cell in self.cells if cell.is_setup)

    @property
    def seconds(self) -> float:
        """Seconds of all other cells."""
        return sum(cell.seconds for cell in self.cells if not cell.is_setup)


def execute(
    nb: NotebookNode, parameters: dict[str, object] | None = None, on_cell: Callable[[int], None] = lambda index: None
) -> Execution:
    """Execute a copy of a notebook in an empty folder; `on_cell` hears the index of each cell as it starts."""
    logging.getLogger("papermill").setLevel(logging.ERROR)
    started = 0

    def on_cell_start(cell: NotebookNode, cell_index: int) -> None:
        nonlocal started
        started = cell_index
        on_cell(cell_index)

    with tempfile.TemporaryDirectory(prefix=WORKPLACE) as folder:
        output = Path(folder, "executed.ipynb")
        workplace = Path(folder, "work")
        workplace.mkdir()
        traceback = None
        try:
            papermill.execute_notebook(
                copy.deepcopy(nb),
                output,
                parameters=parameters,
                progress_bar=False,
                # Not papermill's `cwd`: that changes the folder of this process, which other labs share.
                resources={"metadata": {"path": str(workplace)}},
                record_timing=False,
                coalesce_streams=True,  # else the number of outputs depends on timing
                extra_arguments=["--IPKernelApp.log_level=CRITICAL"],  # the kernel's own words are not for the terminal
                on_cell_start=on_cell_start,
            )
        except PapermillExecutionError as error:
            traceback = "\n".join(error.traceback) or f"{error.ename}: {error.evalue}"
        except DeadKernelError:
            traceback = "The kernel died."
        executed = without_error_markers(notebook.read(output))
    failure = None if traceback is None else Failure(label(executed, started), strip_ansi(traceback))
    return Execution(executed, cell_times(executed), failure)


def without_error_markers(nb: NotebookNode) -> NotebookNode:
    """The notebook without the cells in which papermill announces an error."""
    nb.cells = [cell for cell in nb.cells if not notebook.has_tag(cell, ERROR_MARKER_TAG)]
    return nb


def cell_times(nb: NotebookNode) -> list[CellTime]:
    return [
        CellTime(label(nb, index), seconds_of(cell), notebook.grade_id(cell) == SETUP)
        for index, cell in enumerate(nb.cells)
        if cell.cell_type == "code"
    ]


def seconds_of(cell: NotebookNode) -> float:
    return cell.metadata.get("papermill", {}).get("duration") or 0.0


def label(nb: NotebookNode, index: int) -> str:
    """The heading above a cell, and its grade id where it has one."""
    parts = (notebook.heading_before(nb, index), notebook.grade_id(nb.cells[index]))
    return " · ".join(part for part in parts if part) or f"cell {index + 1}"
