"""The instructor's copy of a submitted notebook: its cells and their places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import notebook

PARAMETERS = "parameters"


def instructor_copy(preprocessor: NbGraderPreprocessor, resources: Mapping[str, Any]) -> NotebookNode:
    """`source/<lab>/<name>.ipynb` for the notebook a preprocessor works on; it is shared, so change only copies of it.

    Raises LabgraderError if it cannot be read.
    """
    names = resources["nbgrader"]
    # nbgrader converts with the course's root as working directory, which is the default of CourseDirectory.root.
    course = CourseDirectory(parent=preprocessor)
    folder = course.format_path(course.source_directory, ".", names["assignment"])
    path = Path(folder, f"{names['notebook']}.ipynb").resolve()
    return _read(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> NotebookNode:
    """Read once for a whole class, and again when the file's modification time changes."""
    return notebook.read(path)


def identity(cell: NotebookNode) -> str | None:
    """What identifies a cell: its grade id, that it is the parameters cell, or its cell id."""
    if grade_id := notebook.grade_id(cell):
        return f"grade id {grade_id}"
    if notebook.has_tag(cell, PARAMETERS):
        return PARAMETERS
    cell_id: str | None = cell.get("id")
    return cell_id


def place_of(position: int, instructor: NotebookNode, submission: NotebookNode, *, past_own_cells: bool = False) -> int:
    """The index in the submission at which the instructor's cell number `position` belongs.

    That is directly behind the nearest cell that stands before it in the instructor's copy and is still there; with
    `past_own_cells` also behind the student's own cells that follow, so that a test sees what they define.
    """
    indices: dict[str | None, int] = {}
    for index, cell in enumerate(submission.cells):
        indices.setdefault(identity(cell), index)
    before = [identity(cell) for cell in instructor.cells[:position]]
    place = next((indices[name] + 1 for name in reversed(before) if name in indices), 0)
    if past_own_cells:
        instructors = {identity(cell) for cell in instructor.cells}
        while place < len(submission.cells) and identity(submission.cells[place]) not in instructors:
            place += 1
    return place


def put(cells: list[NotebookNode], submission: NotebookNode, place: int) -> None:
    """Insert cells into a submission, without the cell ids that older notebook formats do not know."""
    if (submission.nbformat, submission.nbformat_minor) < (4, 5):
        for cell in cells:
            cell.pop("id", None)
    submission.cells[place:place] = cells
