"""What was released: the record that every released notebook carries in its metadata, and the released copies.

`labgrader build` writes the record, one entry a cell: its id, a checksum of its text, and for the cells that nbgrader
knows their grade id, kind and points. A student's copy keeps it, so that a deleted cell can be missed.
"""

from dataclasses import dataclass

from dllabs.student.cells import checksum, grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read

RELEASE = "release"  # the folder of the released copies, in the course and in the bundle


@dataclass(frozen=True)
class ReleasedCell:
    """One cell as it was released.

    kind: "test", "answer" (code that a test grades), "written" (graded by a person), "locked", "parameters", or None.
    source: the released text, of the parameters only.
    """

    id: str | None
    checksum: str
    grade_id: str | None = None
    kind: str | None = None
    points: float = 0.0
    bonus: bool = False
    source: str | None = None


@dataclass(frozen=True)
class Exercise:
    """An exercise: the cell of its answer, and the cell of its tests unless a person grades it."""

    name: str
    answer: ReleasedCell | None
    test: ReleasedCell | None

    @property
    def graded(self) -> ReleasedCell:
        """The cell that carries the points."""
        return self.test or self.answer


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
            if cell.kind == "test":
                name = exercise_name(cell.grade_id)
                found.append(Exercise(name, answers.get(name), cell))
            elif cell.kind == "written":
                found.append(Exercise(cell.grade_id, cell, None))
        return found

    @property
    def parameters(self) -> str | None:
        """The released text of the parameters cell."""
        return next((cell.source for cell in self.cells if cell.kind == "parameters"), None)

    def is_same_as(self, other: "Release") -> bool:
        """Whether another release has the same cells."""
        return self.cells == other.cells


def exercise_name(name: str) -> str:
    """The exercise that a cell belongs to: `test_adam_step` tests `adam_step`."""
    return name.removeprefix("test_")


def release_of(nb, path) -> Release:
    """The release a student's notebook comes from; UsageError when it comes from no lab of ours."""
    found = recorded(nb)
    if found is None and any(map(grade_id, nb.cells)):
        # A program may have dropped metadata it did not know; the released copy still has them.
        copies = released_copies(path, f"*/{path.name}")
        found = next(filter(None, (recorded(read(copy)) for copy in copies)), None)
    if found is None:
        raise UsageError(f"{path} is no notebook of this course: nothing in it says which lab was released.")
    return found


def recorded(nb) -> Release | None:
    """The record in a notebook's metadata."""
    ours = nb.metadata.get("labgrader", {})
    record = ours.get(RELEASE)
    if not record:
        return None
    return Release(record["lab"], ours.get("version"), tuple(ReleasedCell(**cell) for cell in record["cells"]))


def is_as_released(nb, release: Release) -> bool:
    """Whether a notebook still has exactly the released cells."""
    return [checksum(cell) for cell in nb.cells] == [cell.checksum for cell in release.cells]


def released_copy(nb, path):
    """The released notebook from which a student's notebook was copied, and its release.

    Looked for in the folders called `release` around the student's notebook.
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


def released_copies(path, pattern):
    """Files in the `release` folders around a notebook, the nearest first."""
    for folder in path.resolve().parents:
        yield from sorted((folder / RELEASE).glob(pattern))
