"""What was released: the record in the metadata of every released notebook, and the released copies.

`labgrader build` writes the record, with one entry for each cell: its id, a checksum of its text and, for cells with
nbgrader metadata, their grade id, kind and points. A student's copy keeps the record, which reveals deleted cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from dllabs.student.cells import checksum, grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read

if TYPE_CHECKING:
    from nbformat import NotebookNode

Kind: TypeAlias = Literal["test", "answer", "written", "locked", "parameters"]

RELEASE = "release"  # the folder of the released copies, in the course and in the bundle


@dataclass(frozen=True)
class ReleasedCell:
    """One cell as it was released.

    kind: "test", "answer" (code, graded by a test), "written" (graded by a person), "locked", "parameters", or None for
    an ordinary cell. points: of a cell that is graded. bonus: whether these points are extra credit.
    source: the released text, only of the parameters cell.
    """

    id: str | None
    checksum: str
    grade_id: str | None = None
    kind: Kind | None = None
    points: float = 0.0
    bonus: bool = False
    source: str | None = None


@dataclass(frozen=True)
class Exercise:
    """An exercise, with at least one of two cells: its answer, and its tests (None if a person grades it)."""

    name: str
    answer: ReleasedCell | None
    test: ReleasedCell | None

    @property
    def graded(self) -> ReleasedCell:
        """The cell that carries the points."""
        cell = self.test or self.answer
        assert cell is not None, f"{self.name} has neither a test nor an answer"
        return cell


@dataclass(frozen=True)
class Release:
    """A lab as it was released."""

    lab: str
    version: str | None
    cells: tuple[ReleasedCell, ...]

    @property
    def exercises(self) -> list[Exercise]:
        """The exercises in the order of the lab."""
        answers = {cell.grade_id: cell for cell in self.cells if cell.kind == "answer"}
        found = []
        for cell in self.cells:
            if cell.grade_id is None:
                continue
            if cell.kind == "test":
                name = exercise_name(cell.grade_id)
                found.append(Exercise(name, answers.get(name), cell))
            elif cell.kind == "written":
                found.append(Exercise(cell.grade_id, cell, None))
        return found

    @property
    def parameters(self) -> str | None:
        """The released text of the parameters cell, None if there is none."""
        return next((cell.source for cell in self.cells if cell.kind == "parameters"), None)

    def is_same_as(self, other: Release) -> bool:
        """Whether another release has the same cells."""
        return self.cells == other.cells


def exercise_name(name: str) -> str:
    """The exercise to which the cell with this grade id belongs: `test_adam_step` tests `adam_step`."""
    return name.removeprefix("test_")


def release_of(nb: NotebookNode, path: Path) -> Release:
    """The release of which a student's notebook at `path` is a copy.

    Raises UsageError if it is not a notebook of this course.
    """
    found = recorded(nb)
    if found is None and any(map(grade_id, nb.cells)):
        # Another program may have removed metadata that it did not know; the released copy still has them.
        copies = released_copies(path, f"*/{path.name}")
        found = next(filter(None, (recorded(read(copy)) for copy in copies)), None)
    if found is None:
        raise UsageError(f"{path} is no notebook of this course: nothing in it says which lab was released.")
    return found


def recorded(nb: NotebookNode) -> Release | None:
    """The record in a notebook's metadata, None if there is none."""
    ours = nb.metadata.get("labgrader", {})
    record = ours.get(RELEASE)
    if not record:
        return None
    return Release(record["lab"], ours.get("version"), tuple(ReleasedCell(**cell) for cell in record["cells"]))


def is_as_released(nb: NotebookNode, release: Release) -> bool:
    """Whether a notebook still has exactly the released cells."""
    return [checksum(cell) for cell in nb.cells] == [cell.checksum for cell in release.cells]


def released_copy(nb: NotebookNode, path: Path) -> tuple[NotebookNode, Release]:
    """The released notebook of which a student's notebook at `path` is a copy, and its release.

    It is searched for in the `release` folders of all parent folders. Raises UsageError if there is none, or if `path`
    is that notebook itself.
    """
    mine = release_of(nb, path)
    for copy in released_copies(path, f"{mine.lab}/*.ipynb"):
        if copy == path.resolve():
            raise UsageError(f"{path} is the released copy itself: work on a copy in another folder.")
        original = read(copy)
        if theirs := recorded(original):
            return original, theirs
    raise UsageError(
        f"No released copy of {mine.lab} was found: {path} must lie in a folder beside the course's `{RELEASE}` folder."
    )


def released_copies(path: Path, pattern: str) -> Iterator[Path]:
    """Files that match `pattern` in the `release` folders of all parent folders of a notebook, the nearest first."""
    for folder in path.resolve().parents:
        yield from sorted((folder / RELEASE).glob(pattern))
