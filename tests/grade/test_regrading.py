"""What `labgrader grade` does the second time, and when somebody asks for what does not exist."""

from __future__ import annotations

import json

import pytest
from labgrader import notebook
from nbgrader.api import Gradebook
from tiny_course import LAB


def grade(course, *arguments: str) -> dict[str, dict]:
    """Grade and return what the command says of each student."""
    done = course.labgrader("grade", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return {outcome["student"]: outcome for outcome in json.loads(done.stdout)}


@pytest.fixture(scope="module")
def once_graded_course(released_course, tmp_path_factory):
    """Two students are graded."""
    course = released_course.copy_to(tmp_path_factory.mktemp("graded") / "course")
    course.submit("ada", course.solved())
    course.submit("bob", course.release)
    grade(course)
    return course


@pytest.fixture
def graded_course(once_graded_course, tmp_path):
    """A copy of the course in which two students are graded."""
    return once_graded_course.copy_to(tmp_path / "course")


def test_unchanged_submissions_are_skipped_and_replaced_ones_are_not(graded_course):
    graded_course.submit("bob", graded_course.solved())
    outcomes = grade(graded_course)
    assert outcomes["ada"]["state"] == "unchanged"
    assert (outcomes["bob"]["state"], outcomes["bob"]["score"]) == ("graded", 7)
    assert outcomes["bob"]["note"] == "was 0"
    assert grade(graded_course, "--force", "--student", "ada")["ada"]["state"] == "graded"


def test_a_changed_lab_is_registered_anew_and_regraded(graded_course):
    source = graded_course.source
    for cell in source.cells:
        if notebook.grade_id(cell) == "test_square":
            cell.metadata["nbgrader"]["points"] = 8
            cell.source = cell.source.replace("points=4", "points=8")
    notebook.write(source, graded_course.root / "source" / LAB / "tiny.ipynb")
    ada = grade(graded_course)["ada"]
    assert (ada["state"], ada["score"], ada["max_score"]) == ("graded", 11, 13)


def test_a_cell_removed_after_grading_is_one_clear_sentence(graded_course):
    source = graded_course.source
    source.cells = [cell for cell in source.cells if notebook.grade_id(cell) not in ("thrice", "test_thrice")]
    notebook.write(source, graded_course.root / "source" / LAB / "tiny.ipynb")
    done = graded_course.labgrader("grade")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "added to or removed from 01_tiny after submissions had been graded" in done.stderr
    assert (graded_course.root / "release" / LAB / "tiny.ipynb").is_file()


def test_grading_that_was_killed_half_way_is_done_again(graded_course):
    # What a killed run leaves: nbgrader's sanitized, never executed notebook, and our note that grading began.
    stamp = graded_course.root / ".labgrader" / "graded" / "ada" / LAB
    stamp.write_text("unfinished", encoding="utf-8")
    with Gradebook(f"sqlite:///{graded_course.root / 'gradebook.db'}") as gradebook:
        for grade_of_ada in gradebook.find_submission_notebook("tiny", LAB, "ada").grades:
            grade_of_ada.auto_score = None
        gradebook.db.commit()
    assert grade(graded_course)["ada"]["score"] == 7


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["grade", "01_tinny"], "No lab called '01_tinny' in"),
        (["grade", "--student", "adda"], "did you mean 'ada'?"),
        (["export", "02_tiny"], "did you mean '01_tiny'?"),
        (["feedback"], "run `labgrader grade` first"),
    ],
)
def test_unknown_names_name_the_nearest(course, arguments, sentence):
    course.submit("ada", course.release)
    done = course.labgrader(*arguments)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
