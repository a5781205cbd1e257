"""`python -m dllabs restore`: reset one exercise to its released state and leave everything else unchanged."""

from __future__ import annotations

import copy
import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dllabs.student.cells import grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read, save_with_backup
from dllabs.student.places import identity, place_behind
from dllabs.student.release import exercise_name, release_of, released_copy

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass(frozen=True)
class Restored:
    """What `restore` did.

    cells: the grade ids of the cells that were reset. put_back: those of them that had been deleted. backup: the path
    of the previous notebook.
    """

    cells: list[str]
    put_back: list[str]
    backup: Path


def restore(path: Path, exercise: str) -> Restored:
    """Reset the cells of one exercise (or a locked cell such as `setup`) to their released state.

    Copies of these cells become ordinary cells. Raises UsageError if there is no such exercise, or no released copy of
    the same version as the notebook.
    """
    nb = read(path)
    original, theirs = released_copy(nb, path)
    if not release_of(nb, path).is_same_as(theirs):
        raise UsageError(
            f"{path} comes from another version of {theirs.lab} than the released copy ({theirs.version}): "
            "run `python -m dllabs update` first."
        )
    wanted = cells_of(exercise, original)
    put_back = []
    for position, released in enumerate(original.cells):
        name = grade_id(released)
        if name is None or name not in wanted:
            continue
        copies = [index for index, cell in enumerate(nb.cells) if grade_id(cell) == name]
        for index in copies[1:]:
            del nb.cells[index].metadata["nbgrader"]
        if copies:
            nb.cells[copies[0]] = copy.deepcopy(released)
        else:
            put_back.append(name)
            nb.cells.insert(place_of(position, original, nb), copy.deepcopy(released))
    return Restored(sorted(wanted), put_back, save_with_backup(nb, path))


def cells_of(exercise: str, original: NotebookNode) -> set[str]:
    """The grade ids of an exercise's cells; raises UsageError if there is no such exercise."""
    name = exercise_name(exercise)
    known = [one for cell in original.cells if (one := grade_id(cell))]
    wanted = {one for one in known if exercise_name(one) == name}
    if not wanted:
        names = list(dict.fromkeys(map(exercise_name, known)))
        likely = difflib.get_close_matches(name, names, n=1, cutoff=0)[0]
        raise UsageError(
            f"There is no exercise {exercise!r}: did you mean {likely!r}? The exercises are {', '.join(names)}."
        )
    return wanted


def place_of(position: int, original: NotebookNode, nb: NotebookNode) -> int:
    """The index in `nb` at which to insert the cell at `position` in the released notebook.

    It is after the nearest cell above it in the released notebook that is also in `nb`, and after the student's own
    cells that follow there.
    """
    place = place_behind(original.cells[:position], nb.cells)
    released = {identity(cell) for cell in original.cells}
    while place < len(nb.cells) and identity(nb.cells[place]) not in released:
        place += 1
    return place
