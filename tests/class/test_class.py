"""The class that `make demo` grades: `tools/demo.py` itself compares its marks with those in class.toml."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from labgrader import notebook
from labgrader.answers import apply_answers, read_answers, solved_answers
from labgrader.course import notebook_name
from nbgrader.api import Gradebook

REPOSITORY = Path(__file__).parents[2]
CLASS = REPOSITORY / "tests" / "class"
BUNDLED = tomllib.loads((CLASS / "class.toml").read_text(encoding="utf-8"))
STUDENTS = BUNDLED["students"]


@pytest.fixture(scope="module")
def lab():
    """Release and solved answers of the lab the class works on."""
    path = f"{BUNDLED['lab']}/{notebook_name(BUNDLED['lab'])}.ipynb"
    release, source = (notebook.read(REPOSITORY / part / path) for part in ("release", "source"))
    return release, solved_answers(source)


@pytest.mark.parametrize("student", STUDENTS)
def test_the_students_answers_fit_the_released_lab(student, lab):
    release, solved = lab
    about = STUDENTS[student]
    answers = read_answers(CLASS / student / f"{BUNDLED['lab']}.py")
    submission = apply_answers(release, (solved if about["start"] == "solutions" else {}) | answers, about["removed"])
    untouched = {notebook.grade_id(cell): cell.source for cell in release.cells}
    written = [cell for cell in submission.cells if notebook.is_manual_answer(cell)]
    answered = [cell for cell in written if cell.source != untouched[notebook.grade_id(cell)]]
    assert bool(answered) == about["needs_manual_grading"]


def test_every_student_has_a_script_and_every_script_a_student():
    assert sorted(path.parent.name for path in CLASS.glob(f"*/{BUNDLED['lab']}.py")) == sorted(STUDENTS)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The course that `make demo` makes, graded."""
    folder = tmp_path_factory.mktemp("demo") / "course"
    command = [sys.executable, REPOSITORY / "tools" / "demo.py", folder]
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder


# One who solved everything, one who handed in the release, and two between; the rest before a release.
SOME = ("noor", "dmitri", "ben", "elif")
OTHERS = [pytest.param(student, marks=pytest.mark.full) for student in STUDENTS if student not in SOME]


@pytest.fixture(scope="module")
def plain(demo, tmp_path_factory):
    """The same course for plain nbgrader: submissions, and nothing graded."""
    folder = tmp_path_factory.mktemp("plain") / "course"
    graded = ("autograded", "feedback", "gradebook.db", ".labgrader")
    shutil.copytree(demo, folder, ignore=shutil.ignore_patterns(*graded))
    nbgrader(folder, "generate_assignment", BUNDLED["lab"], "--force")
    return folder


@pytest.mark.parametrize("student", [*SOME, *OTHERS])
def test_nbgrader_which_runs_the_demos_gives_the_same_marks_comments_and_outputs(student, demo, plain):
    lab = BUNDLED["lab"]
    nbgrader(plain, "autograde", lab, "--student", student)
    assert in_gradebook(demo, student) == in_gradebook(plain, student)
    path = f"autograded/{student}/{lab}/{notebook_name(lab)}.ipynb"
    ours, theirs = (notebook.read(folder / path) for folder in (demo, plain))
    assert outputs(ours) == outputs(theirs)
    skipped = [cell for cell in ours.cells if notebook.has_tag(cell, "demo") and not cell.execution_count]
    assert len(skipped) == sum(notebook.has_tag(cell, "demo") for cell in theirs.cells) > 0


def nbgrader(folder, *arguments):
    """Run plain nbgrader in a course."""
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    command = [programs / "nbgrader", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def in_gradebook(folder, student):
    """Scores of graded cells, with what waits for a person, and comments on answers."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        (part,) = gradebook.find_submission(BUNDLED["lab"], student).notebooks
        scores = {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in part.grades}
        return scores, {comment.name: comment.auto_comment for comment in part.comments}


def outputs(nb):
    """The outputs of test cells, without the numbers of executions: those count the demos."""
    graded = {notebook.grade_id(cell): cell.outputs for cell in nb.cells if notebook.is_test(cell)}
    text = json.dumps(graded, sort_keys=True)
    return re.sub(r'"execution_count": \d+|In\[\d+\]|0x[0-9a-f]+', "", text)
