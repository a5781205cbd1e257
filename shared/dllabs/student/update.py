"""`python -m dllabs update`: move a student's answers to a corrected version of a lab."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from dllabs.student.cells import checksum, grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read, save_with_backup
from dllabs.student.places import place_behind
from dllabs.student.release import Release, is_as_released, recorded, release_of

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass
class Updated:
    """What `update` did.

    before, after: the two versions. kept: exercises whose answers are in the new version. changed_questions: those of
    them whose released cell has changed. no_longer_asked: exercises whose answers were kept as ordinary cells.
    own_cells: the numbers of the student's own cells in the new version, from 1. only_in_backup: cells of the course
    that the student had changed. backup: the path of the previous notebook, None if nothing was changed.
    """

    before: str | None
    after: str | None
    kept: list[str] = field(default_factory=list)
    changed_questions: list[str] = field(default_factory=list)
    no_longer_asked: list[str] = field(default_factory=list)
    own_cells: list[int] = field(default_factory=list)
    only_in_backup: list[str] = field(default_factory=list)
    backup: Path | None = None


def update(path: Path, new_path: Path) -> Updated:
    """Replace a notebook with a newly released version, keeping the answers and the student's own cells.

    Answers are matched by grade id. Raises UsageError if the two notebooks are not of the same lab, or if the new one
    has been changed since its release.
    """
    nb, new = read(path), read(new_path)
    old_release, new_release = release_of(nb, path), recorded(new)
    if new_release is None or new_release.lab != old_release.lab:
        raise UsageError(f"{new_path} is no released notebook of {old_release.lab}: name the new version of that lab.")
    if not is_as_released(new, new_release):
        raise UsageError(
            f"{new_path} has been worked on: name the new version as it was released, after your notebook."
        )
    done = Updated(old_release.version, new_release.version)
    if new_release.is_same_as(old_release):
        return done
    keep_answers(nb, new, old_release, new_release, done)
    own = keep_own_cells(nb, new, old_release, new_release, done)
    done.backup = save_with_backup(new, path)
    done.own_cells = [index + 1 for index, cell in enumerate(new.cells) if any(cell is one for one in own)]
    return done


def keep_answers(
    nb: NotebookNode, new: NotebookNode, old_release: Release, new_release: Release, done: Updated
) -> None:
    """Copy the student's answers, except untouched ones, into the cells of the new version; records them in `done`."""
    old, asked = (
        {cell.grade_id: cell for cell in release.cells if cell.kind in ("answer", "written")}
        for release in (old_release, new_release)
    )
    targets = {grade_id(cell): cell for cell in new.cells}
    for cell in first_of_each_grade_id(nb):
        name = grade_id(cell)
        if name is None or name not in asked or (name in old and checksum(cell) == old[name].checksum):
            continue
        targets[name].source = cell.source
        done.kept.append(name)
        if name in old and old[name].checksum != asked[name].checksum:
            done.changed_questions.append(name)


def first_of_each_grade_id(nb: NotebookNode) -> Iterator[NotebookNode]:
    """The cells that count in grading: the first one with each grade id."""
    seen = set()
    for cell in nb.cells:
        name = grade_id(cell)
        if name and name not in seen:
            seen.add(name)
            yield cell


def keep_own_cells(
    nb: NotebookNode, new: NotebookNode, old_release: Release, new_release: Release, done: Updated
) -> list[NotebookNode]:
    """Copy the student's own cells and answers no longer asked for into `new`; returns the copies.

    Records in `done` which answers are no longer asked for and which changed cells of the course are not copied.
    """
    ids = {cell.id: cell for cell in old_release.cells if cell.id}
    texts = {cell.checksum for cell in old_release.cells}
    released = {cell.grade_id: cell for cell in (*new_release.cells, *old_release.cells) if cell.grade_id}
    asked = {cell.grade_id for cell in new_release.cells if cell.grade_id}
    counting = {id(cell) for cell in first_of_each_grade_id(nb)}
    own: list[NotebookNode] = []
    for index, cell in enumerate(nb.cells):
        name = grade_id(cell) if id(cell) in counting else None
        if name is not None and name in released:
            is_answer = released[name].kind in ("answer", "written")
            changed = checksum(cell) != released[name].checksum
            if not changed or (is_answer and name in asked):
                continue
            if not is_answer:
                done.only_in_backup.append(name)
                continue
            done.no_longer_asked.append(name)
        elif cell.get("id") in ids and not grade_id(cell):
            if checksum(cell) != ids[cell.id].checksum:
                done.only_in_backup.append(f"cell {index + 1}")
            continue
        elif checksum(cell) in texts or not cell.source.strip():
            continue
        mine = copy.deepcopy(cell)
        mine.metadata.pop("nbgrader", None)
        new.cells.insert(place_behind_own(nb.cells[:index], new, own), mine)
        own.append(mine)
    return own


def place_behind_own(above: Sequence[NotebookNode], new: NotebookNode, own: Sequence[NotebookNode]) -> int:
    """The index in `new` after the last cell of `above` that it also has, and after own cells placed there before."""
    place = place_behind(above, new.cells)
    while place < len(new.cells) and any(new.cells[place] is one for one in own):
        place += 1
    return place
