"""On honest submissions everything nbgrader records is what the real `nbgrader autograde` records."""

from __future__ import annotations

import json
import re

import pytest
from labgrader import notebook
from nbgrader.api import Gradebook
from tiny_course import LAB, TinyCourse, cell_of, without

from grading import comments, grade_with, rows

DEADLINE = "2026-03-01 12:00:00 UTC"
PLAIN_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "another_course"
c.LateSubmissionPlugin.penalty_method = "zero"
"""


def honest_work(course: TinyCourse) -> dict:
    """What each student of the class hands in."""
    partly = course.solved(square="def square(x):\n    return np.asarray(x) * abs(np.asarray(x))")
    raises = course.solved(half="def half(x):\n    raise ValueError('odd')")
    noisy = course.solved(
        half="import sys\n\n\ndef half(x):\n    print('halving', x, file=sys.stderr)\n    return x / 2"
    )
    prints = course.solved(thrice="def thrice(x):\n    print('three times', x)\n    display(x)\n    return 3 * x")
    return {
        "solved": course.solved(explain="It has no sign of its own."),
        "released": course.release,
        "partly": partly,
        "raises": raises,
        "noisy": noisy,
        "prints": prints,
        "syntax": course.solved(thrice="def thrice(x)\n    return 3 * x"),
    }


def hand_in(course: TinyCourse) -> None:
    for student, nb in honest_work(course).items():
        course.submit(student, nb)
    folder = course.root / "submitted"
    (folder / "solved" / LAB / "timestamp.txt").write_text("2026-02-28 12:00:00 UTC")
    (folder / "partly" / LAB / "timestamp.txt").write_text("2026-03-02 12:00:00 UTC")
    (folder / "partly" / LAB / "own data").mkdir()
    (folder / "partly" / LAB / "own data" / "é.csv").write_text("1;2")


def as_another_course(course: TinyCourse) -> None:
    """nbgrader's own configuration, and labs that labgrader did not build."""
    (course.root / "nbgrader_config.py").write_text(PLAIN_CONFIG)
    source = course.source
    del source.metadata["labgrader"]
    course.write_source(source)


def set_deadline(course: TinyCourse) -> None:
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.update_or_create_assignment(LAB, duedate=DEADLINE)


@pytest.fixture(scope="module", params=["our course", pytest.param("another course", marks=pytest.mark.full)])
def both(request, released_course, tmp_path_factory):
    """The same class graded by labgrader and by nbgrader."""
    folder = tmp_path_factory.mktemp("parity")
    ours = released_course.copy_to(folder / "ours")
    if request.param == "another course":
        as_another_course(ours)
    made = ours.nbgrader("generate_assignment", LAB, "--force")
    assert made.returncode == 0, made.stderr
    set_deadline(ours)
    hand_in(ours)
    theirs = ours.copy_to(folder / "theirs")
    outcomes = grade_with(ours)
    assert {outcome.state for outcome in outcomes.values()} == {"graded"}
    graded = theirs.nbgrader("autograde", LAB)
    assert graded.returncode == 0, graded.stderr
    return ours, theirs


STUDENTS = ["solved", "released", "partly", "raises", "noisy", "prints", "syntax"]


@pytest.mark.parametrize("student", STUDENTS)
def test_marks_and_comments_are_equal(both, student):
    ours, theirs = both
    assert rows(ours, student) == rows(theirs, student)
    assert comments(ours, student) == comments(theirs, student)


@pytest.mark.parametrize("student", STUDENTS)
def test_what_formgrader_shows_of_a_submission_is_equal(both, student):
    about = []
    for course in both:
        with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission(LAB, student)
            part = submission.notebooks[0]
            details = submission.to_dict() | part.to_dict() | {"penalty": submission.late_submission_penalty}
            about.append({name: value for name, value in details.items() if name != "id"})
    assert about[0] == about[1]


def shown(output: dict) -> dict:
    """An output without what differs from one execution to the next: counts and addresses."""
    text = json.dumps({name: value for name, value in output.items() if name != "execution_count"}, sort_keys=True)
    return json.loads(re.sub(r"0x[0-9a-f]+", "0x0", text))


@pytest.mark.parametrize("student", STUDENTS)
def test_graded_cells_and_their_outputs_are_equal(both, student):
    ours, theirs = (course.graded(student) for course in both)
    names = [notebook.grade_id(cell) for cell in theirs.cells]
    assert [notebook.grade_id(cell) for cell in ours.cells] == names
    for name in filter(None, names):
        mine, reference = cell_of(ours, name), cell_of(theirs, name)
        assert mine.source == reference.source
        assert mine.metadata["nbgrader"] == reference.metadata["nbgrader"]
        assert list(map(shown, mine.get("outputs", []))) == list(map(shown, reference.get("outputs", []))), name


def files(course: TinyCourse, student: str) -> dict[str, int]:
    """The files of an executed submission and their permissions."""
    folder = course.root / "autograded" / student / LAB
    return {str(path.relative_to(folder)): path.stat().st_mode for path in folder.rglob("*")}


def test_the_same_files_lie_in_autograded(both):
    ours, theirs = both
    for student in STUDENTS:
        assert files(ours, student) == files(theirs, student)
    assert {path.name for path in (ours.root / "autograded").iterdir()} == set(STUDENTS), "nothing else is left there"


def test_feedback_of_nbgrader_and_ours_come_from_the_same_notebooks(both):
    ours, _ = both
    done = ours.nbgrader("generate_feedback", LAB, "--student", "partly")
    assert done.returncode == 0, done.stderr
    assert "squares of two numbers" in ours.page("partly")


def test_a_test_cell_that_is_missing_has_no_mark_not_that_of_an_earlier_version(course):
    as_another_course(course)  # whose nbgrader does not put cells back
    course.submit("ada", course.solved())
    grade_with(course)
    assert rows(course, "ada")["test_half"] == (2, None, False)
    course.submit("ada", without(course.solved(), "test_half"))
    grade_with(course)
    assert rows(course, "ada")["test_half"] == (None, None, True)
