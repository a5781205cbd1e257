"""Executing a copy of a notebook from the top, as grading does: fresh kernel, released parameters."""

import copy
import re
from dataclasses import dataclass
from time import perf_counter

from dllabs.student.cells import PARAMETERS, has_tag
from dllabs.student.errors import UsageError

KERNEL = "python3"
CELL_SECONDS = 120  # what grading allows a cell
TIMEOUT = "CellTimeout"


@dataclass(frozen=True)
class Execution:
    """An executed copy; after the death of the kernel, executed up to the cell `died_in`."""

    notebook: object
    seconds: float
    died_in: int | None = None

    def error(self, index):
        """The error a cell ended with as one line, None when it ended well."""
        for output in self.notebook.cells[index].get("outputs", []):
            if output.output_type == "error":
                return in_a_line(output)
        return "the kernel died in it" if index == self.died_in else None

    def was_run(self, index):
        """Whether the kernel lived long enough to run a cell."""
        return self.died_in is None or index <= self.died_in


def execute(nb, folder, parameters=None, on_cell=lambda index: None) -> Execution:
    """Run a copy of a notebook from top to bottom in a fresh kernel, going on after errors.

    folder: where the kernel works, the notebook's own folder. parameters: text of the parameters cell, which grading
    puts back whatever a student tried out. on_cell hears the index of each cell as it starts.
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

    def started(cell, cell_index):
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
        extra_arguments=["--IPKernelApp.log_level=CRITICAL"],  # the kernel's own words are not for the terminal
        resources={"metadata": {"path": str(folder)}},
        on_cell_start=started,
        on_cell_executed=note_timeout,
    )
    begin, died_in = perf_counter(), None
    try:
        client.execute()
    except NoSuchKernel:
        raise UsageError(
            f"There is no kernel {KERNEL} here: run `python -m dllabs doctor` and do what it says."
        ) from None
    except DeadKernelError:
        died_in = last
    return Execution(nb, perf_counter() - begin, died_in)


def note_timeout(cell, cell_index, execute_reply):
    """Write into a cell that it was stopped; its own output tells of a KeyboardInterrupt only."""
    from nbformat.v4 import new_output

    if execute_reply["content"].get("ename") == TIMEOUT:
        said = f"stopped after {CELL_SECONDS} seconds"
        cell.outputs = [new_output("error", ename=TIMEOUT, evalue=said, traceback=[])]


def in_a_line(error):
    """An error output in one line without colours."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", f"{error.ename}: {error.evalue}".strip())
    first = text.splitlines()[0].rstrip(": ")
    return first if len(first) <= 200 else first[:199] + "…"
