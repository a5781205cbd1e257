"""`labgrader grade` on everything students do to notebooks, against the real gradebook."""

from __future__ import annotations

import copy
import json
import shutil

import pytest
from labgrader import notebook
from nbformat import NotebookNode, v4
from nbgrader.api import MissingEntry
from tiny_course import LAB, TinyCourse, cell_of, without

EXERCISES = ("square", "half", "thrice", "explain")
FULL = {"test_square": 4, "test_half": 2, "test_thrice": 1}
WRITTEN = "A number times itself has no sign of its own."


def with_own_cell(nb: NotebookNode, after: str, source: str) -> NotebookNode:
    """The notebook with a cell of the student's own behind a cell of the instructor's."""
    nb.cells.insert(nb.cells.index(cell_of(nb, after)) + 1, v4.new_code_cell(source))
    return nb


def wrote_square_in_own_cell(course: TinyCourse) -> NotebookNode:
    nb = with_own_cell(course.solved(), "square", "def square(x):\n    return np.multiply(x, x)")
    return without(nb, "square", "test_square")


def copied_cells(course: TinyCourse) -> NotebookNode:
    nb = course.solved(explain=WRITTEN)
    copies = [copy.deepcopy(cell_of(nb, name)) for name in ("square", "test_square", "explain")]
    for copied in copies:
        copied["id"] = f"copy-of-{copied['id']}"
        copied.source = "1 + 1"
    from_another_lab = copy.deepcopy(copies[1])
    from_another_lab["id"], from_another_lab.metadata["nbgrader"]["grade_id"] = "foreign", "test_something_else"
    nb.cells += [*copies, from_another_lab]
    return nb


def swapped_exercises(course: TinyCourse) -> NotebookNode:
    nb = course.solved()
    square, half = (nb.cells.index(cell_of(nb, name)) for name in ("square", "half"))
    nb.cells[square : square + 2], nb.cells[half : half + 2] = nb.cells[half : half + 2], nb.cells[square : square + 2]
    return nb


def changed_parameters(course: TinyCourse) -> NotebookNode:
    nb = course.solved()
    nb.cells[1].source = 'SEED = 7\nPROFILE = "full"'
    return nb


def removed_parameters(course: TinyCourse) -> NotebookNode:
    nb = course.solved()
    del nb.cells[1]
    return nb


def untagged_parameters(course: TinyCourse) -> NotebookNode:
    nb = changed_parameters(course)
    nb.cells[1].metadata.pop("tags")
    return nb


def tampered_test_cells(course: TinyCourse) -> NotebookNode:
    """Nothing solved, and three tricks that earn full points where a submission is believed."""
    nb = course.release
    cell_of(nb, "test_square").source = "4.0"
    cell_of(nb, "test_half").metadata["tags"] = ["skip-execution"]
    cell_of(nb, "test_thrice").metadata["nbgrader"] |= {"grade": False, "solution": True, "locked": False}
    return nb


# What each student hands in, and the automatic score of each graded cell; None waits for a person.
CLASS = {
    "perfect": (lambda course: course.solved(explain=WRITTEN), FULL | {"explain": None}),
    "untouched": (lambda course: course.release, {"test_square": 0, "test_half": 0, "test_thrice": 0, "explain": 0}),
    "half_right": (
        lambda course: course.solved(square="def square(x):\n    return np.asarray(x) * abs(np.asarray(x))"),
        FULL | {"test_square": 2, "explain": 0},
    ),
    "deleted_test": (lambda course: without(course.solved(), "test_square"), FULL | {"explain": 0}),
    "deleted_setup": (lambda course: without(course.solved(), "setup"), FULL | {"explain": 0}),
    "deleted_exercise": (
        lambda course: without(course.solved(), "setup", "square", "test_square"),
        FULL | {"test_square": 0, "explain": 0},
    ),
    "deleted_answer": (lambda course: without(course.solved(), "explain"), FULL | {"explain": 0}),
    "deleted_all": (
        lambda course: without(course.release, "setup", *EXERCISES, *(f"test_{name}" for name in EXERCISES)),
        {"test_square": 0, "test_half": 0, "test_thrice": 0, "explain": 0},
    ),
    "own_cell": (wrote_square_in_own_cell, FULL | {"explain": 0}),
    "copied_cells": (copied_cells, FULL | {"explain": None}),
    "swapped": (swapped_exercises, FULL | {"explain": 0}),
    "own_parameters": (changed_parameters, FULL | {"explain": 0}),
    "no_parameters": (removed_parameters, FULL | {"explain": 0}),
    "untagged": (untagged_parameters, FULL | {"explain": 0}),
    "tampered": (tampered_test_cells, {"test_square": 0, "test_half": 0, "test_thrice": 0, "explain": 0}),
    "syntax_error": (
        lambda course: course.solved(square="def square(x) return x * x"),
        FULL | {"test_square": 0, "explain": 0},
    ),
}
FAILING = {"not_json": (lambda course: "this is no notebook", "tiny.ipynb is not JSON")}
# Plain nbgrader loses the whole submission of these.
OURS_ALONE = {
    "dead_kernel": (
        lambda course: course.solved(half="import os\nos._exit(1)"),
        FULL | {"test_half": 0, "explain": 0},
    ),
}


@pytest.fixture(scope="module")
def submitted_course(released_course, tmp_path_factory) -> TinyCourse:
    """The whole class has handed in."""
    course = released_course.copy_to(tmp_path_factory.mktemp("class") / "course")
    for student, (hands_in, _) in (CLASS | OURS_ALONE | FAILING).items():
        course.submit(student, hands_in(course))
    wrong_name = course.root / "submitted" / "wrong_name" / LAB / "tiny (1).ipynb"
    wrong_name.parent.mkdir(parents=True)
    wrong_name.write_text(json.dumps(course.solved()), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def graded(submitted_course):
    """The course after `labgrader grade --json`, and what the command printed."""
    done = submitted_course.labgrader("grade", "--json")
    return submitted_course, done


@pytest.fixture(scope="module")
def outcomes(graded):
    """What `labgrader grade --json` says of each student."""
    _, done = graded
    return {outcome["student"]: outcome for outcome in json.loads(done.stdout)}


@pytest.mark.parametrize("student", CLASS | OURS_ALONE)
def test_scores_are_recorded(student, graded):
    course, _ = graded
    _, expected = (CLASS | OURS_ALONE)[student]
    assert course.grades(student) == expected


@pytest.mark.full  # tests/engine/test_parity.py compares with it in every run
def test_plain_nbgrader_gives_the_same_scores(graded, tmp_path):
    course, _ = graded
    plain = course.copy_to(tmp_path / "course", without=("autograded", "gradebook.db", ".labgrader"))
    for student in [*OURS_ALONE, *FAILING, "wrong_name"]:
        shutil.rmtree(plain.root / "submitted" / student)
    registered = plain.nbgrader("generate_assignment", LAB, "--force")
    assert registered.returncode == 0, registered.stderr
    done = plain.nbgrader("autograde", LAB)
    assert done.returncode == 0, done.stderr
    assert {student: plain.grades(student) for student in CLASS} == {
        student: course.grades(student) for student in CLASS
    }


def test_the_announced_maximum_leaves_the_bonus_out(outcomes):
    assert outcomes["deleted_test"]["score"] == 7
    assert outcomes["deleted_test"]["max_score"] == 4 + 2 + 3


def test_only_written_answers_wait_for_a_person(outcomes):
    waiting = {student for student, outcome in outcomes.items() if outcome["needs_manual_grading"]}
    assert waiting == {"perfect", "copied_cells"}


def test_submissions_that_cannot_be_graded_are_reported_and_have_no_mark(graded, outcomes):
    course, done = graded
    assert done.returncode == 1
    assert f"2 of {len(CLASS) + 3} submissions could not be graded" in done.stderr
    for student, (_, reason) in FAILING.items():
        assert (outcomes[student]["state"], outcomes[student]["score"]) == ("failed", None)
        assert outcomes[student]["note"] == reason
        assert not (course.root / "autograded" / student / LAB).exists()
        with pytest.raises(MissingEntry):
            course.grades(student)
    assert outcomes["wrong_name"]["note"] == "no tiny.ipynb handed in, only tiny (1).ipynb"
    with_marks = [student for student in outcomes if outcomes[student]["score"] is not None]
    assert sorted(with_marks) == sorted(CLASS | OURS_ALONE)


def test_marks_of_failed_submissions_are_empty_in_the_export(graded):
    course, _ = graded
    exported = course.labgrader("export")
    rows = dict(line.split(",", 1) for line in exported.stdout.splitlines())
    assert rows["not_json"] == rows["wrong_name"] == ",,,9,"
    assert rows["untouched"] == ",,0,9,0"
    assert "not_json 01_tiny" in exported.stderr


def test_the_log_goes_to_a_file(graded):
    course, done = graded
    log = (course.root / ".labgrader" / "logs" / f"deleted_test-{LAB}.log").read_text(encoding="utf-8")
    assert "Cell test_square was missing; it is put back" in log
    assert "put back" not in done.stderr
    assert "WARNING" not in done.stderr


def test_cells_are_put_back_in_their_places_with_one_note(graded):
    course, _ = graded
    cells = course.graded("deleted_all").cells
    order = [notebook.grade_id(cell) for cell in cells if notebook.grade_id(cell)]
    assert order == [notebook.grade_id(cell) for cell in course.source.cells if notebook.grade_id(cell)]
    headings = [cell.source.splitlines()[0] for cell in cells if cell.cell_type == "markdown"]
    note = "**Note.** The cell `{}` was missing from the submission. It was put back here for grading."
    assert headings == [
        "# A tiny lab",
        note.format("setup"),
        "## Square",
        note.format("square"),
        note.format("test_square"),
        "## Half",
        note.format("half"),
        note.format("test_half"),
        "## Bonus: thrice",
        note.format("thrice"),
        note.format("test_thrice"),
        "## Explain",
        note.format("explain"),
        "YOUR ANSWER HERE",
        "The end.",
    ]


def test_no_solution_comes_back_with_a_restored_cell(graded):
    course, _ = graded
    restored = cell_of(course.graded("deleted_exercise"), "square")
    assert "raise NotImplementedError" in restored.source
    assert "** 2" not in restored.source


def test_the_first_of_two_copies_is_graded(graded):
    course, _ = graded
    assert cell_of(course.graded("copied_cells"), "explain").source == WRITTEN


def test_remarks_say_what_went_wrong(outcomes):
    assert outcomes["syntax_error"]["note"] == "SyntaxError in square"
    assert outcomes["deleted_exercise"]["note"] == "put back: setup, square, test_square"
    assert outcomes["dead_kernel"]["note"] == "died in half"
    assert outcomes["perfect"]["note"] == outcomes["untouched"]["note"] == ""


def test_release_and_source_are_left_alone(graded, released_course):
    course, _ = graded
    for folder in ("release", "source"):
        path = f"{folder}/{LAB}/tiny.ipynb"
        assert (course.root / path).read_bytes() == (released_course.root / path).read_bytes()
