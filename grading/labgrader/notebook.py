"""Reading and writing notebooks, and the kinds of their cells."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

# nbgrader itself decides which kind of cell a cell is.
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
    "known_grade_id",
    "points",
    "read",
    "reads",
    "tags",
    "write",
    "writes",
]


def read(path: Path) -> NotebookNode:
    """Read a notebook and convert it to nbformat 4; raises LabgraderError if that is not possible."""
    try:
        nb: NotebookNode = nbformat.read(path, as_version=4)
    except FileNotFoundError:
        raise LabgraderError(f"There is no notebook {path}; run `labgrader build` or check the name.") from None
    except (ValueError, nbformat.ValidationError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise LabgraderError(f"{path} is not a readable notebook ({reason}); open and repair it.") from error
    return nb


def reads(text: str) -> NotebookNode:
    """Read a notebook from its text without validating it, which is several times faster than `read`."""
    nb: NotebookNode = nbformat.v4.reads(text)
    return nb


def writes(nb: NotebookNode) -> str:
    """The text of a notebook: sorted keys, indent 1, one newline at the end, the same on every machine."""
    text: str = nbformat.writes(nb, version=4)
    return text.rstrip("\n") + "\n"


def write(nb: NotebookNode, path: Path) -> None:
    """Write a notebook deterministically, making its folder if needed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(writes(nb).encode())


def tags(cell: NotebookNode) -> list[str]:
    """The tags of a cell."""
    found: list[str] = cell.metadata.get("tags", [])
    return found


def has_tag(cell: NotebookNode, tag: str) -> bool:
    """Whether a cell carries a tag."""
    return tag in tags(cell)


def grade_id(cell: NotebookNode) -> str | None:
    """nbgrader's id of a cell, None for a cell nbgrader does not know."""
    name: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return name


def known_grade_id(cell: NotebookNode) -> str:
    """nbgrader's id of a cell that must have one; raises LabgraderError if it has none."""
    name = grade_id(cell)
    if not name:
        first = next(iter(cell.source.strip().splitlines()), "")
        raise LabgraderError(f"The cell that begins {first!r} has no grade id; give it one.")
    return name


def points(cell: NotebookNode) -> float:
    """The maximum points of a graded cell."""
    maximum: float = cell.metadata["nbgrader"].get("points", 0)
    return maximum


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell is a test cell: graded by running it."""
    return cell.cell_type == "code" and is_grade(cell) and not is_solution(cell)


def is_solution_code(cell: NotebookNode) -> bool:
    """Whether a cell is a code cell with a solution that a test cell grades."""
    return cell.cell_type == "code" and is_solution(cell) and not is_grade(cell)


def is_manual_answer(cell: NotebookNode) -> bool:
    """Whether a cell is an answer graded by hand: a graded cell that is also a solution."""
    return is_grade(cell) and is_solution(cell)


def is_untouched(cell: NotebookNode) -> bool:
    """Whether an answer is unchanged from the release; False for a task, which has no released answer."""
    return not is_task(cell) and cell.metadata["nbgrader"].get("checksum") == compute_checksum(cell)


def heading_before(nb: NotebookNode, index: int) -> str:
    """The nearest markdown heading at or above a cell, without its number signs; empty when there is none."""
    for cell in reversed(nb.cells[: index + 1]):
        if cell.cell_type != "markdown" or grade_id(cell):  # a heading in a written answer does not count
            continue
        lines: list[str] = [line for line in cell.source.splitlines() if line.startswith("#")]
        headings = [line.lstrip("#").strip() for line in lines if line.lstrip("#").startswith(" ")]
        if headings:
            return headings[-1]
    return ""
