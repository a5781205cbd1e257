"""The cells that must run for a mark."""

from __future__ import annotations

import re

from nbformat import NotebookNode

from .. import notebook
from ..build.names import names_of
from ..job import Job, JobResult

DEMO = "demo"
SKIP = "skip-execution"  # nbclient's own tag

UNDEFINED = re.compile(r"name \\*'(\w+)\\*' is not defined")  # also in the repr of a text


def cells_to_run(nb: NotebookNode, instructor: NotebookNode) -> tuple[int, ...]:
    """The indices of the cells that Run All runs, except the instructor's demos unless a student changed them."""
    demos = {cell.source for cell in demos_of(instructor)}
    return tuple(
        index
        for index in executable(nb)
        if notebook.is_grade(nb.cells[index])
        or not (notebook.has_tag(nb.cells[index], DEMO) and nb.cells[index].source in demos)
    )


def all_cells(job: Job) -> tuple[int, ...]:
    """The indices of the cells that Run All runs."""
    return tuple(executable(notebook.reads(job.notebook)))


def executable(nb: NotebookNode) -> list[int]:
    """The indices of the code cells that nbclient executes, and of graded cells whatever their tags."""
    return [
        index
        for index, cell in enumerate(nb.cells)
        if cell.cell_type == "code"
        and (notebook.is_grade(cell) or (cell.source.strip() and not notebook.has_tag(cell, SKIP)))
    ]


def demos_of(instructor: NotebookNode) -> list[NotebookNode]:
    """The instructor's demos: code cells that no mark may depend on."""
    return [
        cell
        for cell in instructor.cells
        if cell.cell_type == "code" and notebook.has_tag(cell, DEMO) and not notebook.grade_id(cell)
    ]


def misses_demos(result: JobResult, instructor: NotebookNode) -> bool:
    """Whether a cell used a name that only a skipped demo defines: a student's code may do so by mistake."""
    missing = {name for record in result.records for name in UNDEFINED.findall(str(record.outputs))}
    return bool(missing) and bool(missing & {name for cell in demos_of(instructor) for name in _bound(cell.source)})


def _bound(source: str) -> frozenset[str]:
    """The names a cell binds at its top level."""
    try:
        return names_of(source).binds
    except SyntaxError:
        return frozenset()
