"""`python -m dllabs update`: a corrected version of a lab, with the answers a student has given already."""

import copy
from dataclasses import dataclass, field
from pathlib import Path

from dllabs.student.cells import checksum, grade_id
from dllabs.student.errors import UsageError
from dllabs.student.files import read, save_with_backup
from dllabs.student.places import place_behind
from dllabs.student.release import Release, is_as_released, recorded, release_of


@dataclass
class Updated:
    """What became of a notebook.

    kept: exercises whose answers are in the new version. changed_questions: those of them whose released cell is
    another now. no_longer_asked: answers kept as ordinary cells. own_cells: where the student's own cells stand now, by
    their numbers. only_in_backup: cells of the course that the student had changed.
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
    """Bring a notebook to the version of a newly released one: the answers by grade id, all other cells from the new.

    Raises UsageError when the two are not the same lab, or when the new one is no released copy but somebody's work.
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


def keep_answers(nb, new, old_release: Release, new_release: Release, done: Updated):
    """Put the student's answers into the new version's cells, untouched ones excepted."""
    old, asked = (
        {cell.grade_id: cell for cell in release.cells if cell.kind in ("answer", "written")}
        for release in (old_release, new_release)
    )
    targets = {grade_id(cell): cell for cell in new.cells}
    for cell in first_of_each_grade_id(nb):
        name = grade_id(cell)
        if name not in asked or (name in old and checksum(cell) == old[name].checksum):
            continue
        targets[name].source = cell.source
        done.kept.append(name)
        if name in old and old[name].checksum != asked[name].checksum:
            done.changed_questions.append(name)


def first_of_each_grade_id(nb):
    """The cells that count: of several with one grade id the first."""
    seen = set()
    for cell in nb.cells:
        if grade_id(cell) and grade_id(cell) not in seen:
            seen.add(grade_id(cell))
            yield cell


def keep_own_cells(nb, new, old_release: Release, new_release: Release, done: Updated):
    """Carry over what only the student's notebook has; returns these cells as they stand in the new version."""
    ids = {cell.id: cell for cell in old_release.cells if cell.id}
    texts = {cell.checksum for cell in old_release.cells}
    released = {cell.grade_id: cell for cell in (*new_release.cells, *old_release.cells) if cell.grade_id}
    asked = {cell.grade_id for cell in new_release.cells if cell.grade_id}
    counting = {id(cell) for cell in first_of_each_grade_id(nb)}
    own = []
    for index, cell in enumerate(nb.cells):
        name = grade_id(cell) if id(cell) in counting else None
        if name in released:
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


def place_behind_own(above, new, own):
    """Behind the nearest cell above that the new version has too, and behind own cells that stand there already."""
    place = place_behind(above, new.cells)
    while place < len(new.cells) and any(new.cells[place] is one for one in own):
        place += 1
    return place
