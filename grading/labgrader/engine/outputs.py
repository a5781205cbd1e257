"""From the runner's records to the outputs a notebook shows."""

from __future__ import annotations

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_output

from ..job import DIED, NOT_RUN, OK, OUTPUT_LIMIT, TIMEOUT, CellRecord

# The errors of cells that were stopped, where the runner has not recorded one; the first name is nbgrader's own.
FORCED_ENDS = {
    TIMEOUT: ("CellTimeoutError", "the cell took too long and was stopped"),
    DIED: ("CellDied", "the process died in this cell"),
    OUTPUT_LIMIT: ("OutputLimit", "the cell wrote too much and was stopped"),
    NOT_RUN: ("CellNotRun", "the notebook was stopped before this cell"),
}
HIDDEN_ERROR = ("CellFailed", "the cell failed and kept its error to itself")


def put_outputs(nb: NotebookNode, records: tuple[CellRecord, ...], why_stopped: str) -> None:
    """Put the recorded outputs into the notebook's cells; a cell that was stopped is marked as such."""
    for record in records:
        cell = nb.cells[record.index]
        cell.outputs = [from_dict(output) for output in record.outputs]
        cell.execution_count = record.execution_count
        if record.status in FORCED_ENDS:
            cell.metadata["labgrader"] = {**cell.metadata.get("labgrader", {}), "ended": record.status}
        if record.status != OK and not any(output.output_type == "error" for output in cell.outputs):
            name, reason = FORCED_ENDS.get(record.status, HIDDEN_ERROR)
            cell.outputs.append(_error(name, f"{reason} ({why_stopped})" if record.status == NOT_RUN else reason))


def how_it_ended(cell: NotebookNode) -> str | None:
    """Why an executed cell was stopped, None for a cell that ended by itself."""
    ended: str | None = cell.metadata.get("labgrader", {}).get("ended")
    return ended


def _error(name: str, reason: str) -> NotebookNode:
    output: NotebookNode = new_output(
        "error", ename=name, evalue=reason, traceback=[f"\x1b[0;31m{name}\x1b[0m: {reason}"]
    )
    return output
