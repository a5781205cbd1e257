"""Reading and writing notebooks, and asking what a cell is."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

# What a cell is in nbgrader's eyes is nbgrader's own knowledge.
from nbgrader.utils import compute_checksum, is_grade, is_locked, is_solution, is_task

from .errors import LabgraderError

__all__ = [
    "grade_id",
    "has_tag",
    "heading_before",
    "is_grade",
    "is_locked",
    "is_manual_answer",
    "is_solution",
    "is_solution_code",
    "is_task",
    "is_test",
    "is_untouched",
    "points",
    "read",
    "reads",
    "tags",
    "write",
    "writes",
]


def read(path: Path) -> NotebookNode:
    """Read a notebook, brought to nbformat 4."""
    try:
        return nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise LabgraderError(f"There is no notebook {path}; run `labgrader build` or check the name.") from None
    except (ValueError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise LabgraderError(f"{path} is not a readable notebook ({reason}); open and repair it.") from error


def reads(text: str) -> NotebookNode:
    """Read a notebook that has been checked before from its text, which is several times faster than `read`."""
    return nbformat.v4.reads(text)


def writes(nb: NotebookNode) -> str:
    """The text of a notebook: sorted keys, indent 1, one newline at the end, the same on every machine."""
    return nbformat.writes(nb, version=4).rstrip("\n") + "\n"


def write(nb: NotebookNode, path: Path) -> None:
    """Write a notebook deterministically, making its folder if needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(writes(nb).encode())


def tags(cell: NotebookNode) -> list[str]:
    """The tags of a cell."""
    return cell.metadata.get("tags", [])


def has_tag(cell: NotebookNode, tag: str) -> bool:
    """Whether a cell carries a tag."""
    return tag in tags(cell)


def grade_id(cell: NotebookNode) -> str | None:
    """nbgrader's id of a cell, None for a cell nbgrader does not know."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def points(cell: NotebookNode) -> float:
    """The points a grade cell carries."""
    return cell.metadata["nbgrader"].get("points", 0)


def is_test(cell: NotebookNode) -> bool:
    """A test cell: graded by running it."""
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


def is_solution_code(cell: NotebookNode) -> bool:
    """A solution cell of code that a test cell grades."""
    return cell.cell_type == "code" and is_solution(cell) and not is_grade(cell)


def is_manual_answer(cell: NotebookNode) -> bool:
    """An answer that a person grades: a cell that is graded and solution at once."""
    return is_grade(cell) and is_solution(cell)


def is_untouched(cell: NotebookNode) -> bool:
    """Whether an answer is still what students were given; a task has no such text."""
    return not is_task(cell) and cell.metadata["nbgrader"].get("checksum") == compute_checksum(cell)


def heading_before(nb: NotebookNode, index: int) -> str:
    """The nearest markdown heading at or above a cell, without its number signs; empty when there is none."""
    for cell in reversed(nb.cells[: index + 1]):
        if cell.cell_type != "markdown" or grade_id(cell):  # a written answer has no heading of its own
            continue
        headings = [line for line in cell.source.splitlines() if line.startswith("#")]
        headings = [line.lstrip("#").strip() for line in headings if line.lstrip("#").startswith(" ")]
        if headings:
            return headings[-1]
    return ""
