"""When something of the instructor's or of ours fails, the verdict is neither nothing nor everything."""

from __future__ import annotations

import csv
import io

import pytest
from executors import (
    BelievingExecutor,
    BrokenExecutor,
    DyingExecutor,
    ForgetfulExecutor,
    RaisingExecutor,
    UnstartableExecutor,
)
from labgrader.errors import LabgraderError
from nbgrader.api import Gradebook
from tiny_course import LAB, cell_of

from grading import grade_with, rows

UNDECIDED = (None, None, True)


@pytest.mark.parametrize(
    ("executor", "reason"),
    [
        (BrokenExecutor, "no template"),
        (RaisingExecutor, "RuntimeError: the executor has a mistake"),
        (DyingExecutor, "a worker process ended with status 3"),
        (ForgetfulExecutor, "the executor's records are not those of the job's cells"),
    ],
)
def test_machinery_that_fails_waits_for_a_person_and_is_tried_again(course, executor, reason):
    course.submit("ada", course.solved(explain="Because."))
    outcome = grade_with(course, executor)["ada"]
    assert (outcome.state, outcome.score, outcome.needs_manual_grading) == ("broken", None, True)
    assert outcome.note == f"the grader broke: {reason}"
    assert {name for name, row in rows(course, "ada").items() if row == UNDECIDED} == {
        "test_square",
        "test_half",
        "test_thrice",
        "explain",
    }
    again = grade_with(course)["ada"]
    assert (again.state, again.score) == ("graded", 7)
    assert again.changed == {"square": (None, 4), "half": (None, 2), "thrice": (None, 1)}


def test_an_executor_that_cannot_start_is_one_sentence(course):
    course.submit("ada", course.solved())
    with pytest.raises(LabgraderError, match="cannot be executed: OSError: no room for a template"):
        grade_with(course, UnstartableExecutor)


def broken_check(course):
    source = course.source
    cell = cell_of(source, "test_square")
    cell.source = cell.source.replace("check.score()", "raise BrokenCheck('other data, please')\ncheck.score()")
    course.write_source(source)


def broken_set_up(course):
    source = course.source
    cell_of(source, "setup").source += "\nopen('/no/such/file')"
    course.write_source(source)


def test_a_broken_check_is_shown_everywhere_and_nowhere_a_zero(course):
    broken_check(course)
    course.submit("ada", course.solved())
    course.submit("bob", course.release)
    done = course.labgrader("grade", "--no-sandbox")
    assert done.returncode == 1
    assert "The grader broke in 2 of 2 submissions" in done.stderr
    assert "BrokenCheck in test_square" in " ".join(done.stdout.replace("│", " ").split())
    assert "no verdict" in done.stdout
    assert rows(course, "ada")["test_square"] == rows(course, "bob")["test_square"] == UNDECIDED
    assert rows(course, "ada")["test_half"] == (2, None, False)
    assert rows(course, "bob")["test_half"] == (0, None, False)
    table = csv.DictReader(io.StringIO(course.labgrader("export", "--exercises").stdout))
    ada = next(row for row in table if row["student_id"] == "ada")
    assert (ada[f"{LAB} square"], ada[f"{LAB} half"], ada[LAB], ada["total"]) == ("", "2", "", "")
    again = course.labgrader("grade", "--no-sandbox")
    assert again.returncode == 1, "what nobody has decided is not done"


def test_points_a_person_gives_settle_it(course):
    broken_check(course)
    course.submit("ada", course.solved())
    assert grade_with(course)["ada"].state == "broken"
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("test_square", "tiny", LAB, "ada")
        grade.manual_score, grade.needs_manual_grade = 3, False
        gradebook.db.commit()
    outcome = grade_with(course)["ada"]
    assert (outcome.state, outcome.score) == ("unchanged", 6)


def test_a_set_up_that_fails_costs_nobody_a_point(course):
    broken_set_up(course)
    course.submit("ada", course.solved())
    course.submit("bob", course.release)
    outcomes = grade_with(course)
    assert (outcomes["ada"].state, outcomes["ada"].score) == ("graded", 7), "what was proven stands"
    assert outcomes["bob"].state == "broken"
    assert outcomes["bob"].note.startswith("the grader broke: FileNotFoundError in setup")
    assert rows(course, "bob")["test_half"] == UNDECIDED


def test_a_set_up_that_a_student_breaks_is_the_students(course):
    broken_set_up(course)
    nb = course.release
    nb.cells.insert(0, nb.cells[0].copy() | {"cell_type": "code", "source": "x = 1", "outputs": []})
    nb.cells[0]["execution_count"], nb.cells[0]["id"] = None, "own"
    course.submit("bob", nb)
    assert grade_with(course)["bob"].state == "graded"


def test_an_empty_record_earns_nothing_where_checks_publish_one(course):
    course.submit("ada", course.release)
    grade_with(course, BelievingExecutor)
    assert rows(course, "ada")["test_square"] == (0, None, False)
