"""`python -m dllabs restore`: one exercise as it was released, everything else as it is."""

import copy
import difflib
from dataclasses import dataclass
from pathlib import Path

from dllabs.student.cells import grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read, save_with_backup
from dllabs.student.places import identity, place_behind
from dllabs.student.release import exercise_name, release_of, released_copy


@dataclass(frozen=True)
class Restored:
    """The cells put into their released state, those of them that had been deleted, and where the old notebook is."""

    cells: list[str]
    put_back: list[str]
    backup: Path


def restore(path: Path, exercise: str) -> Restored:
    """Give the cells of one exercise (or a locked cell such as `setup`) their released state.

    Copies of these cells become ordinary cells. UsageError when there is no such exercise, or no released copy of the
    notebook's own version.
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
        if grade_id(released) not in wanted:
            continue
        copies = [index for index, cell in enumerate(nb.cells) if grade_id(cell) == grade_id(released)]
        for index in copies[1:]:
            del nb.cells[index].metadata["nbgrader"]
        if copies:
            nb.cells[copies[0]] = copy.deepcopy(released)
        else:
            put_back.append(grade_id(released))
            nb.cells.insert(place_of(position, original, nb), copy.deepcopy(released))
    return Restored(sorted(wanted), put_back, save_with_backup(nb, path))


def cells_of(exercise, original):
    """The grade ids of an exercise's cells."""
    name = exercise_name(exercise)
    known = [grade_id(cell) for cell in original.cells if grade_id(cell)]
    wanted = {one for one in known if exercise_name(one) == name}
    if not wanted:
        names = list(dict.fromkeys(map(exercise_name, known)))
        likely = difflib.get_close_matches(name, names, n=1, cutoff=0)[0]
        raise UsageError(f"There is no exercise {exercise!r}: did you mean {likely!r}? There are {', '.join(names)}.")
    return wanted


def place_of(position, original, nb):
    """Where a released cell belongs: behind the nearest one above it, and behind the student's own cells there."""
    place = place_behind(original.cells[:position], nb.cells)
    released = {identity(cell) for cell in original.cells}
    while place < len(nb.cells) and identity(nb.cells[place]) not in released:
        place += 1
    return place
