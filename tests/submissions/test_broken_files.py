"""Files no grader wants to be handed: each ends as a clear outcome of that submission, and of no other."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from labgrader.course import Course
from labgrader.engine.submissions import find_submissions
from labgrader.engine.workers import local_workers
from labgrader.environment import put_programs_on_path
from labgrader.grade.grade import grade
from labgrader.nbgrader_session import NbgraderSession
from labgrader.sandbox import PlainExecutor
from nbformat import NotebookNode, convert, v3, v4
from nbgrader.api import Gradebook, MissingEntry
from tiny_course import LAB, TinyCourse, cell_of, make_released_course

SECRET = "the instructor's secret"


def as_text(nb: NotebookNode) -> str:
    return json.dumps(nb)


def changed(course: TinyCourse, change: Callable[[NotebookNode], object]) -> str:
    """The solved notebook after a change."""
    nb = course.solved()
    change(nb)
    return as_text(nb)


def as_version_3(course: TinyCourse) -> str:
    """The solved lab as IPython 2 would have stored it."""
    nb = course.solved()
    for cell in nb.cells:
        cell.pop("id")
    return v3.writes_json(convert(nb, 3))


def duplicated(nb: NotebookNode) -> None:
    nb.cells += [cell.copy() for cell in nb.cells]


def retyped(nb: NotebookNode) -> None:
    for position, cell in enumerate(nb.cells):
        if cell.cell_type == "code" and "nbgrader" in cell.metadata:
            nb.cells[position] = v4.new_markdown_cell(cell.source, metadata=cell.metadata, id=cell.id)


def reversed_order(nb: NotebookNode) -> None:
    nb.cells.reverse()


def without_kernelspec(nb: NotebookNode) -> None:
    nb.metadata.clear()


def with_foreign_kernel(nb: NotebookNode) -> None:
    nb.metadata["kernelspec"] = {"name": "evil", "display_name": "evil", "language": "bash"}


def stripped(nb: NotebookNode) -> None:
    nb.cells = [cell for cell in nb.cells if "nbgrader" not in cell.metadata]


def with_points_of_its_own(nb: NotebookNode) -> None:
    cell_of(nb, "test_half").metadata["nbgrader"]["points"] = 1000


def with_strange_outputs(nb: NotebookNode) -> None:
    cell_of(nb, "half")["outputs"] = [{"output_type": "no such type"}, 7]


# What lies in place of tiny.ipynb, and how the grading of it ends.
BROKEN = {
    "empty": (lambda course: "", "tiny.ipynb is empty"),
    "only_spaces": (lambda course: " \n", "tiny.ipynb is empty"),
    "not_json": (lambda course: "print('hello')", "tiny.ipynb is not JSON"),
    "cut_off": (lambda course: as_text(course.solved())[:-40], "tiny.ipynb is not JSON"),
    "nested_for_ever": (lambda course: "[" * 200_000, "tiny.ipynb is not JSON"),
    "other_json": (lambda course: '{"a": 1}', "tiny.ipynb is JSON but no notebook"),
    "a_list": (lambda course: "[1, 2]", "tiny.ipynb is JSON but no notebook"),
    "not_utf8": (lambda course: as_text(course.solved()).encode("utf-16"), "tiny.ipynb is not UTF-8 text"),
    "binary": (lambda course: bytes(range(256)), "tiny.ipynb is not UTF-8 text"),
    "version_99": (lambda course: changed(course, lambda nb: nb.update(nbformat=99)), "not a valid notebook"),
    "version_text": (lambda course: changed(course, lambda nb: nb.update(nbformat="4")), "no notebook"),
    "no_cells": (lambda course: changed(course, lambda nb: nb.pop("cells")), "not a valid notebook"),
    "cells_are_text": (lambda course: changed(course, lambda nb: nb.update(cells="none")), "not a valid notebook"),
    "cell_is_a_number": (lambda course: changed(course, lambda nb: nb.cells.append(7)), "not a valid notebook"),
    "source_is_a_number": (
        lambda course: changed(course, lambda nb: nb.cells[2].update(source=7)),
        "not a valid notebook",
    ),
    "unknown_cell_type": (
        lambda course: changed(course, lambda nb: nb.cells[2].update(cell_type="evil")),
        "not a valid notebook",
    ),
    "huge": (lambda course: changed(course, lambda nb: nb.metadata.update(x="x" * 3_000_000)), "is too large (3 MB)"),
    "many_cells": (
        lambda course: changed(course, lambda nb: nb.update(cells=[v4.new_code_cell("1")] * 6000)),
        "has too many cells (6000)",
    ),
}

# Notebooks that are strange but can be graded, and the points their code earns.
STRANGE = {
    "version_3": (as_version_3, 7),
    "byte_order_mark": (lambda course: "\ufeff" + as_text(course.solved()), 7),
    "no_kernelspec": (lambda course: changed(course, without_kernelspec), 7),
    "foreign_kernel": (lambda course: changed(course, with_foreign_kernel), 7),
    "duplicated": (lambda course: changed(course, duplicated), 7),
    "retyped": (lambda course: changed(course, retyped), 7),
    "reversed": (lambda course: changed(course, reversed_order), 0),
    "emptied": (lambda course: changed(course, lambda nb: nb.update(cells=[])), 0),
    "stripped": (lambda course: changed(course, stripped), 0),
    "own_points": (lambda course: changed(course, with_points_of_its_own), 7),
    "strange_outputs": (lambda course: changed(course, with_strange_outputs), 7),
}


def link_to_a_neighbour(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny.ipynb").symlink_to(course.root / "submitted" / "neighbour" / LAB / "tiny.ipynb")


def folder_in_its_place(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny.ipynb").mkdir()


def pipe_in_its_place(folder: Path, course: TinyCourse) -> None:
    os.mkfifo(folder / "tiny.ipynb")


def other_name(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny (1)\x1b[31m.ipynb").write_text(as_text(course.solved()))


def date_that_is_none(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny.ipynb").write_text(as_text(course.solved()))
    (folder / "timestamp.txt").write_text("the day before yesterday")


def too_much_data(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny.ipynb").write_text(as_text(course.solved()))
    with (folder / "data.bin").open("wb") as file:
        file.truncate(5_000_000)


def too_many_files(folder: Path, course: TinyCourse) -> None:
    (folder / "tiny.ipynb").write_text(as_text(course.solved()))
    for number in range(5001):
        (folder / f"{number}.txt").touch()


BROKEN_FOLDERS = {
    "link": (link_to_a_neighbour, "tiny.ipynb is a link or a device, not a file"),
    "folder": (folder_in_its_place, "no tiny.ipynb handed in"),
    "pipe": (pipe_in_its_place, "tiny.ipynb is a link or a device, not a file"),
    "other_name": (other_name, "no tiny.ipynb handed in, only tiny (1)�[31m.ipynb"),
    "no_date": (date_that_is_none, "timestamp.txt holds no date"),
    "much_data": (too_much_data, "its files are too large (5 MB)"),
    "many_files": (too_many_files, "more than 5000 files handed in"),
}


def odd_company(folder: Path, course: TinyCourse) -> None:
    """The solved lab among names and links that lead elsewhere."""
    (folder / "tiny.ipynb").write_text(as_text(course.solved()))
    (folder / "secret.txt").symlink_to(course.root / "source" / "secret.txt")
    (folder / "up").symlink_to(course.root)
    os.mkfifo(folder / "pipe")
    Path(os.fsdecode(os.fsencode(folder) + b"/no-text-\xff")).write_text("x")
    for name in ("-rf", "a\nb", "[red]x", "*.ipynb ", "é\u202e.txt", "x" * 250):
        (folder / name).write_text("x")


ODD_STUDENTS = ["o'hara", "[bold]x", "a b", "*", "é", "-rf"]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> TinyCourse:
    """Everybody has handed in."""
    course = make_released_course(tmp_path_factory.mktemp("broken") / "course")
    put_programs_on_path()
    (course.root / "source" / "secret.txt").write_text(SECRET)
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("\nc.CourseDirectory.max_file_size = 2000\nc.CourseDirectory.max_dir_size = 4000\n")
    for student, (hands_in, _) in (BROKEN | STRANGE).items():
        text = hands_in(course)
        folder = new_folder(course, student)
        (folder / "tiny.ipynb").write_bytes(text if isinstance(text, bytes) else text.encode())
    for student, (fill, _) in BROKEN_FOLDERS.items():
        fill(new_folder(course, student), course)
    odd_company(new_folder(course, "odd_company"), course)
    for student in ["neighbour", *ODD_STUDENTS]:
        course.submit(student, course.solved())
    outside = new_folder(course, "elsewhere").parent
    (outside / LAB).rmdir()
    (outside / LAB).symlink_to(course.root / "submitted" / "neighbour" / LAB)
    return course


def new_folder(course: TinyCourse, student: str) -> Path:
    folder = course.root / "submitted" / student / LAB
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="module")
def outcomes(course):
    """What came of everybody."""
    session = NbgraderSession(Course(course.root))
    grading = grade(session, find_submissions(session.course), partial(local_workers, PlainExecutor, 2))
    return {outcome.student: outcome for outcome in grading.outcomes}


def has_marks(course: TinyCourse, student: str) -> bool:
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        try:
            gradebook.find_submission(LAB, student)
        except MissingEntry:
            return (course.root / "autograded" / student / LAB).exists()
    return True


@pytest.mark.filterwarnings("ignore:Cell is missing an id")
@pytest.mark.parametrize("student", [*BROKEN, *BROKEN_FOLDERS])
def test_what_cannot_be_graded_has_a_reason_and_no_mark(student, course, outcomes):
    _, reason = (BROKEN | BROKEN_FOLDERS)[student]
    assert (outcomes[student].state, outcomes[student].score) == ("failed", None)
    assert reason in outcomes[student].note
    assert not has_marks(course, student)


@pytest.mark.parametrize("student", STRANGE)
def test_what_can_be_graded_earns_what_its_code_is_worth(student, outcomes):
    _, points = STRANGE[student]
    assert (outcomes[student].state, outcomes[student].score) == ("graded", points), outcomes[student].note


@pytest.mark.parametrize("student", ["neighbour", *ODD_STUDENTS])
def test_the_others_have_their_marks(student, outcomes):
    assert (outcomes[student].state, outcomes[student].score) == ("graded", 7)


def test_a_folder_that_is_a_link_is_not_followed(outcomes):
    assert (outcomes["elsewhere"].state, outcomes["elsewhere"].note) == ("failed", "the submission's folder is a link")


def test_links_are_left_out_and_odd_names_are_only_names(course, outcomes):
    outcome = outcomes["odd_company"]
    assert (outcome.state, outcome.score) == ("graded", 7)
    assert "left out, because no ordinary files" in outcome.note
    assert outcome.note.isprintable()
    graded = course.root / "autograded" / "odd_company" / LAB
    names = {path.name for path in graded.iterdir()}
    assert {"tiny.ipynb", "-rf", "[red]x"} <= names
    assert not names & {"up", "pipe"}
    assert not any(path.is_symlink() for path in graded.iterdir())


def test_the_table_can_be_printed(course, outcomes):
    done = course.labgrader("grade", "--no-sandbox")
    assert done.returncode == 1
    assert "[bold]x" in done.stdout
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr
    assert f"{len(BROKEN) + len(BROKEN_FOLDERS) + 1} of {len(outcomes)} submissions could not be graded" in done.stderr
