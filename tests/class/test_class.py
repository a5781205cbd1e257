"""The class that `make demo` grades: `tools/demo.py` itself compares its marks with those announced here."""

from __future__ import annotations

import csv
import functools
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
STUDENTS = tomllib.loads((CLASS / "class.toml").read_text(encoding="utf-8"))
LABS = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CLASS.glob("[0-9]*.toml"))}


@pytest.mark.parametrize(("lab", "student"), [(lab, student) for lab, work in LABS.items() for student in work])
def test_the_students_answers_fit_the_released_lab(lab, student):
    path = f"{lab}/{notebook_name(lab)}.ipynb"
    release, source = (notebook.read(REPOSITORY / part / path) for part in ("release", "source"))
    did = LABS[lab][student]
    start = solved_answers(source) if did["start"] == "solutions" else {}
    submission = apply_answers(release, start | read_answers(CLASS / student / f"{lab}.py"), did["removed"])
    untouched = {notebook.grade_id(cell): cell.source for cell in release.cells}
    written = [cell for cell in submission.cells if notebook.is_manual_answer(cell)]
    answered = [cell for cell in written if cell.source != untouched[notebook.grade_id(cell)]]
    assert bool(answered) == did["needs_manual_grading"]


def test_every_script_belongs_to_a_student_and_every_student_has_a_script():
    scripts = {(path.stem, path.parent.name) for path in CLASS.glob("*/[0-9]*.py")}
    assert scripts == {(lab, student) for lab, work in LABS.items() for student in work}
    assert {student for _, student in scripts} == set(STUDENTS)


def test_every_lab_has_somebody_who_solves_it_and_somebody_who_hands_in_the_release():
    assert sorted(LABS) == sorted(path.name for path in (REPOSITORY / "labs").iterdir())
    for work in LABS.values():
        assert {did["start"] for did in work.values()} == {"solutions", "release"}
        assert work["noor"]["score"] == max(did["score"] for did in work.values()) > work["dmitri"]["score"] == 0


# In every run the lab in which the whole class has handed in; CI gives each lab a job of its own.
EACH_LAB = [pytest.param(lab, marks=[] if lab == "02_optimizers" else pytest.mark.per_lab) for lab in LABS]
HONEST = [
    pytest.param(lab, student, id=f"{lab}-{student}")
    for lab, work in LABS.items()
    for student in work
    if not STUDENTS[student].get("hostile")
]


@pytest.fixture(scope="module")
def demo_of(tmp_path_factory):
    """Gives the course that `make demo` makes, with one lab, graded; made once for each lab."""

    @functools.cache
    def made(lab):
        folder = tmp_path_factory.mktemp("demo") / "course"
        command = [sys.executable, REPOSITORY / "tools" / "demo.py", folder, lab]
        result = subprocess.run(command, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr
        return folder

    return made


@pytest.fixture(scope="module")
def plain_of(demo_of, tmp_path_factory):
    """Gives the same course for plain nbgrader: submissions, and nothing graded."""

    @functools.cache
    def made(lab):
        folder = tmp_path_factory.mktemp("plain") / "course"
        graded = ("autograded", "feedback", "gradebook.db", ".labgrader")
        shutil.copytree(demo_of(lab), folder, ignore=shutil.ignore_patterns(*graded))
        nbgrader(folder, "generate_assignment", lab, "--force")
        return folder

    return made


@pytest.mark.parametrize("on", EACH_LAB)
def test_everybody_gets_the_announced_mark(on, demo_of):
    with (demo_of(on) / "marks.csv").open(encoding="utf-8", newline="") as file:
        marks = {row["student_id"]: row[on] for row in csv.DictReader(file)}
    assert {student: float(marks[student]) for student in LABS[on]} == {
        student: did["score"] for student, did in LABS[on].items()
    }


@pytest.mark.full  # plain nbgrader takes minutes; tests/engine compares with it on small labs
@pytest.mark.parametrize(("on", "student"), HONEST)
def test_nbgrader_which_runs_the_demos_gives_the_same_marks_comments_and_outputs(on, student, demo_of, plain_of):
    demo, plain = demo_of(on), plain_of(on)
    nbgrader(plain, "autograde", on, "--student", student)
    assert in_gradebook(demo, on, student) == in_gradebook(plain, on, student)
    path = f"autograded/{student}/{on}/{notebook_name(on)}.ipynb"
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


def in_gradebook(folder, lab, student):
    """Scores of graded cells, with what waits for a person, and comments on answers."""
    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        (part,) = gradebook.find_submission(lab, student).notebooks
        scores = {grade.name: (grade.auto_score, grade.needs_manual_grade) for grade in part.grades}
        return scores, {comment.name: comment.auto_comment for comment in part.comments}


def outputs(nb):
    """The outputs of test cells, without the numbers of executions: those count the demos."""
    graded = {notebook.grade_id(cell): cell.outputs for cell in nb.cells if notebook.is_test(cell)}
    text = json.dumps(graded, sort_keys=True)
    return re.sub(r'"execution_count": \d+|In\[\d+\]|0x[0-9a-f]+', "", text)
