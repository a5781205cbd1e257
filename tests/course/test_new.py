"""`labgrader new`: a lab that is complete before anybody has written a word of it."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from labgrader import notebook
from labgrader.answers import apply_answers, read_answers, solved_answers
from labgrader.cli import app
from tiny_course import TinyCourse
from typer.testing import CliRunner

REPOSITORY = Path(__file__).parents[2]
LAB, TITLE = "42_first_steps", "First steps \\1 & beyond"


@pytest.fixture
def empty(tmp_path) -> TinyCourse:
    """A course with the template and no lab."""
    return empty_course(tmp_path)


def empty_course(folder: Path) -> TinyCourse:
    for name in ("nbgrader_config.py", "jupytext.toml"):
        shutil.copy(REPOSITORY / name, folder)
    shutil.copytree(REPOSITORY / "templates", folder / "templates")
    (folder / "labs").mkdir()
    return TinyCourse(folder)


def new(course: TinyCourse, *arguments: str):
    return CliRunner().invoke(app, ["--course", str(course.root), "new", *arguments])


def files(course: TinyCourse) -> set[str]:
    return {path.relative_to(course.root).as_posix() for path in course.root.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> TinyCourse:
    """A new lab after its first build."""
    course = empty_course(tmp_path_factory.mktemp("new"))
    assert new(course, LAB, TITLE).exit_code == 0
    done = course.labgrader("build")
    assert done.returncode == 0, done.stderr
    return course


def test_it_builds_and_its_graders_judge_rightly(built):
    done = built.labgrader("verify", "--json")
    assert done.returncode == 0, done.stderr
    verdicts = json.loads(done.stdout)
    assert {one["exercise"] for one in verdicts} == {"center_columns", "quiz"}


def test_title_and_number_stand_where_they_belong(built):
    assert f"# # Lab 42 · {TITLE}\n" in (built.root / "labs" / LAB / "first_steps.py").read_text()
    assert (built.root / "docs" / "errata" / f"{LAB}.md").read_text().startswith(f"## Lab 42 · {TITLE}\n")
    made = files(built) - {path for path in files(built) if path.startswith("templates/")}
    left = [path for path in made if re.search(r"\b(LAB|NAME)\b|LAB_", path + (built.root / path).read_text())]
    assert left == []


def test_a_title_may_contain_a_placeholder(empty):
    assert new(empty, LAB, "From LAB to NAME").exit_code == 0
    assert "# # Lab 42 · From LAB to NAME\n" in (empty.root / "labs" / LAB / "first_steps.py").read_text()


@pytest.mark.full
def test_the_demo_students_fit_the_lab(built):
    release, source = (notebook.read(built.root / part / LAB / "first_steps.ipynb") for part in ("release", "source"))
    work = tomllib.loads((built.root / "tests" / "class" / f"{LAB}.toml").read_text())
    assert work["noor"]["score"] > work["ben"]["score"] > work["dmitri"]["score"] == 0
    for student, did in work.items():
        answers = read_answers(built.root / "tests" / "class" / student / f"{LAB}.py")
        start = solved_answers(source) if did["start"] == "solutions" else {}
        path = built.root / "submitted" / student / LAB / "first_steps.ipynb"
        notebook.write(apply_answers(release, start | answers, did["removed"]), path)
    done = built.labgrader("grade", "--no-sandbox", "--json")
    assert done.returncode == 0, done.stderr
    marks = {one["student"]: (one["score"], one["needs_manual_grading"]) for one in json.loads(done.stdout)}
    assert marks == {student: (did["score"], did["needs_manual_grading"]) for student, did in work.items()}


REFUSED = {
    "Ten_Steps": "is no name for a lab",
    "10-steps": "is no name for a lab",
    "10_steps/": "is no name for a lab",
    "../10_steps": "is no name for a lab",
    "10_": "is no name for a lab",
    "02_other": "02_taken has the number 02 already",
    "02_taken": "There is a lab 02_taken already",
    "03_taken": "02_taken has a notebook of the name 'taken' already",
    "04_answered": "exists; choose another name",
}


@pytest.mark.parametrize("lab", REFUSED)
def test_bad_and_taken_names_are_refused_and_nothing_is_written(empty, lab):
    (empty.root / "labs" / "02_taken").mkdir()
    answers = empty.root / "tests" / "answers" / "04_answered" / "quiz" / "right_dict.py"
    answers.parent.mkdir(parents=True)
    answers.touch()
    before = files(empty)
    done = new(empty, lab, "A title")
    assert done.exit_code == 1
    assert REFUSED[lab] in done.stderr
    assert done.stderr.count("\n") == 1
    assert files(empty) == before


@pytest.mark.parametrize("title", ["", "  ", "x" * 81, "two\x07bells"])
def test_bad_titles_are_refused(empty, title):
    assert "A title is one line of 1 to 80 characters" in new(empty, "10_steps", title).stderr


def test_a_course_without_template_is_told_so(empty):
    shutil.rmtree(empty.root / "templates")
    assert "There is no template of a lab in" in new(empty, "10_steps", "A title").stderr
