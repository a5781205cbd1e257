"""Execute a copy of a notebook from the top, as grading does: in a fresh kernel, with the released parameters."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from dllabs.student.cells import PARAMETERS, has_tag
from dllabs.student.errors import UsageError

if TYPE_CHECKING:
    from nbformat import NotebookNode

KERNEL = "python3"
CELL_SECONDS = 120  # the time limit of a cell, as in grading
TIMEOUT = "CellTimeout"  # the name of the error shown in a cell that exceeds it


@dataclass(frozen=True)
class Execution:
    """An executed copy of a notebook.

    seconds: how long it took. died_in: the index of the cell in which the kernel died, None if it did not.
    """

    notebook: NotebookNode
    seconds: float
    died_in: int | None = None

    def error(self, index: int) -> str | None:
        """The error with which a cell ended, in one line; None if it succeeded."""
        for output in self.notebook.cells[index].get("outputs", []):
            if output.output_type == "error":
                return in_a_line(output)
        return "the kernel died in it" if index == self.died_in else None

    def was_run(self, index: int) -> bool:
        """Whether a cell was run before the kernel died."""
        return self.died_in is None or index <= self.died_in


def execute(
    nb: NotebookNode,
    folder: Path,
    parameters: str | None = None,
    on_cell: Callable[[int], object] = lambda index: None,
) -> Execution:
    """Run a copy of a notebook from top to bottom in a fresh kernel, continuing after errors.

    folder: the kernel's working directory. parameters: the released text of the parameters cell, which replaces the
    student's as it does in grading. on_cell: called with the index of each cell when it starts.

    Raises UsageError if no kernel called `KERNEL` is installed.
    """
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import DeadKernelError

    nb = copy.deepcopy(nb)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        if parameters is not None and has_tag(cell, PARAMETERS):
            cell.source = parameters
    last = 0

    def started(cell: NotebookNode, cell_index: int) -> None:
        nonlocal last
        last = cell_index
        on_cell(cell_index)

    client = NotebookClient(
        nb,
        kernel_name=KERNEL,
        timeout=CELL_SECONDS,
        startup_timeout=CELL_SECONDS,
        interrupt_on_timeout=True,
        error_on_timeout={"ename": TIMEOUT, "evalue": "", "traceback": []},
        allow_errors=True,
        record_timing=False,
        store_widget_state=False,
        extra_arguments=["--IPKernelApp.log_level=CRITICAL"],  # keep the kernel's log off the terminal
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=started,
        on_cell_executed=note_timeout,
    )
    begin, died_in = perf_counter(), None
    try:
        client.execute()
    except NoSuchKernel:
        raise UsageError(
            f"There is no kernel {KERNEL} here: run `python -m dllabs doctor` and follow its advice."
        ) from None
    except DeadKernelError:
        died_in = last
    return Execution(nb, perf_counter() - begin, died_in)


def note_timeout(cell: NotebookNode, cell_index: int, execute_reply: Mapping[str, Any]) -> None:
    """Record in a cell's outputs that it exceeded the time limit; the kernel only reports a KeyboardInterrupt."""
    from nbformat.v4 import new_output

    if execute_reply["content"].get("ename") == TIMEOUT:
        error = {"ename": TIMEOUT, "evalue": f"stopped after {CELL_SECONDS} seconds", "traceback": []}
        cell.outputs = [new_output("error", **error)]


def in_a_line(error: NotebookNode) -> str:
    """An error output in one line of at most 200 characters, without colour codes."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", f"{error.ename}: {error.evalue}".strip())
    first = text.splitlines()[0].rstrip(": ")
    return first if len(first) <= 200 else first[:199] + "…"
