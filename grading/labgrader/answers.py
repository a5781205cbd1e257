"""Submissions kept as scripts of answers: short, easy to review, and still valid when a lab changes.

A percent script names each answer by the grade id of the cell it fills, `# %% adam_step` or
`# %% [markdown] explain_momentum`; markdown cells without a title are remarks.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Mapping
from pathlib import Path

import jupytext
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from . import notebook
from .course import closest
from .errors import LabgraderError


def read_answers(path: Path) -> dict[str, str]:
    """The answers of a script: the source of each titled cell by its grade id.

    Raises LabgraderError for a missing script, a grade id that occurs twice and a code cell without one.
    """
    try:
        script = jupytext.read(path, fmt="py:percent")
    except FileNotFoundError:
        raise LabgraderError(f"There is no script of answers {path}; check the name.") from None
    answers: dict[str, str] = {}
    for number, cell in enumerate(script.cells, start=1):
        name = cell.metadata.get("title")
        if name in answers:
            raise LabgraderError(f"{path} answers {name!r} twice; keep one of the two cells.")
        if name:
            answers[name] = cell.source
        elif cell.cell_type == "code" and cell.source.strip():
            raise LabgraderError(f"Cell {number} of {path} names no grade id; begin it with `# %% <grade id>`.")
    return answers


def solved_answers(source: NotebookNode) -> dict[str, str]:
    """The instructor's own code answers, from a notebook in `source/`, without the lines that mark solutions."""
    return {
        notebook.known_grade_id(cell): without_markers(cell.source)
        for cell in source.cells
        if notebook.is_solution_code(cell)
    }


def without_markers(solution: str) -> str:
    """A solution cell without the lines that mark its solution."""
    markers = ClearSolutions()
    marker = re.compile(f"{markers.begin_solution_delimeter}|{markers.end_solution_delimeter}")
    return "\n".join(line for line in solution.split("\n") if not marker.search(line))


def apply_answers(release: NotebookNode, answers: Mapping[str, str], remove: Collection[str] = ()) -> NotebookNode:
    """A submission: the released notebook with answers filled in and the cells of some grade ids removed.

    Raises LabgraderError for a grade id that the release does not have.
    """
    submission = copy.deepcopy(release)
    by_id = {grade_id: cell for cell in submission.cells if (grade_id := notebook.grade_id(cell))}
    for name in [*answers, *remove]:
        if name not in by_id:
            hint = f"did you mean {closest(name, list(by_id))!r}?" if by_id else "it has none at all."
            raise LabgraderError(f"The released notebook has no cell with grade id {name!r}: {hint}")
    for name, source in answers.items():
        by_id[name].source = source
    submission.cells = [cell for cell in submission.cells if notebook.grade_id(cell) not in remove]
    return submission
