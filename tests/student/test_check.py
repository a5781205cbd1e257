"""`python -m dllabs check`: it misses nothing that was removed, changed or left open, and never changes a file."""

from __future__ import annotations

import copy
import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest
from dllabs.__main__ import main
from dllabs.student import execute
from dllabs.student.check import check, judge
from dllabs.student.release import release_of
from labgrader import notebook
from nbformat import v4
from nbgrader.utils import is_grade, is_locked, is_solution
from student_lab import Student, make_student, place_of, release, solved
from tiny_course import cell_of, without

GRADED = [notebook.grade_id(cell) for cell in release().cells if is_grade(cell) or is_locked(cell) or is_solution(cell)]


def one_cell(source, **metadata):
    return v4.new_code_cell(source, metadata=metadata)


@pytest.fixture(scope="module")
def good(tmp_path_factory) -> tuple[Student, bytes, object]:
    """A student who has done everything right, the file before the check, and the check."""
    student = make_student(tmp_path_factory.mktemp("good")).has(solved())
    before = student.notebook.read_bytes()
    return student, before, student.dllabs("check", student.notebook)


def test_a_lab_done_well_passes(good):
    *_, result = good
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    assert "✓ Everything that can be seen here passes." in result.stdout
    assert "Hidden checks on other numbers count too" in result.stdout


def test_every_exercise_has_a_row(good):
    rows = [line.split() for line in good[2].stdout.splitlines()]
    assert ["double", "written", "2", "of", "2", "4", "of", "4"] in rows
    assert ["shout", "written", "–", "2", "of", "2"] in rows
    assert ["explain", "written", "graded", "by", "a", "person", "(3)"] in rows
    assert ["thrice", "written", "1", "of", "1", "1", "of", "1", "bonus"] in rows
    assert "Visible checks: 8 of 8 points, bonus 1 of 1; 3 more are graded by a person." in good[2].stdout


def test_the_students_file_is_not_touched(good):
    student, before, _ = good
    assert student.notebook.read_bytes() == before
    assert [path.name for path in student.notebook.parent.iterdir()] == ["practice.ipynb"]


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """A good notebook, its release, and what a kernel made of it."""
    nb = solved()
    folder = tmp_path_factory.mktemp("executed")
    return nb, release_of(nb, folder / "practice.ipynb"), execute.execute(nb, folder)


def verdict_after(executed, change):
    """The verdict on a notebook after a change of its cells, whose outputs stay as they were."""
    nb, released, execution = executed
    mine, ran = copy.deepcopy(nb), copy.deepcopy(execution.notebook)
    change(mine)
    change(ran)
    return judge(mine, released, execute.Execution(ran, execution.seconds), "practice.ipynb")


def test_the_unchanged_one_passes(executed):
    assert verdict_after(executed, lambda nb: None).findings == []


@pytest.mark.parametrize("name", GRADED)
def test_no_cell_that_counts_can_be_deleted_unseen(executed, name):
    verdict = verdict_after(executed, lambda nb: without(nb, name))
    assert any("deleted" in finding.what for finding in verdict.findings)


@pytest.mark.parametrize("name", [name for name in GRADED if name.startswith(("test_", "setup"))])
def test_no_cell_of_the_instructors_can_be_changed_unseen(executed, name):
    def change(nb):
        cell_of(nb, name).source += "\n0.0  # mine"

    verdict = verdict_after(executed, change)
    assert [finding.what.partition(":")[0] for finding in verdict.findings] == ["was changed"]
    assert [one.earned for one in verdict.exercises if f"test_{one.name}" == name] in ([0.0], [])


@pytest.mark.parametrize("name", GRADED)
def test_a_cell_that_lost_nbgraders_metadata_is_missed(executed, name):
    def change(nb):
        del cell_of(nb, name).metadata["nbgrader"]

    assert not verdict_after(executed, change).passed


def test_checks_that_do_not_report_earn_nothing(executed):
    def change(nb):
        cell_of(nb, "test_double").outputs = []

    verdict = verdict_after(executed, change)
    assert [finding.where for finding in verdict.findings] == ["double"]
    assert verdict.exercises[0].earned == 0


def test_an_assertion_that_fails_costs_the_points(executed):
    def change(nb):
        cell_of(nb, "test_shout").outputs = [v4.new_output("error", ename="AssertionError", evalue="", traceback=[])]

    verdict = verdict_after(executed, change)
    assert [(finding.where, finding.what) for finding in verdict.findings] == [
        ("shout", "its test cell stops: AssertionError")
    ]
    assert verdict.exercises[1].earned == 0


def test_standard_error_costs_the_points_as_in_grading(executed):
    def change(nb):
        cell_of(nb, "test_shout").outputs.insert(0, v4.new_output("stream", name="stderr", text="careful"))

    assert [finding.where for finding in verdict_after(executed, change).findings] == ["shout"]


@pytest.fixture(scope="module")
def wrecked(tmp_path_factory) -> dict:
    """What the check says of a notebook in which everything went wrong that can."""
    nb = solved(
        double="def double(x):\n    return np.asarray(x) ** 2",
        shout="# I will do this later",
        explain="  ",
        quiz="quiz = {1: 'a', 2: None}",
    )
    cell_of(nb, "thrice").source = cell_of(release(), "thrice").source  # the bonus may stay untouched
    next(cell for cell in nb.cells if notebook.has_tag(cell, "parameters")).source = "PROFILE = 'full'\nSEED = 1"
    doubled = copy.deepcopy(cell_of(nb, "double"))
    nb.cells.append(doubled)
    nb.cells += [one_cell("1 / 0"), one_cell("print('fine')"), one_cell("1 / 0", tags=["raises-exception"])]
    nb.cells[-2].id = nb.cells[-3].id
    student = make_student(tmp_path_factory.mktemp("wrecked")).has(nb)
    result = student.dllabs("check", "--json", student.notebook)
    assert result.returncode == 1, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("double", "is there 2 times: only the first one counts"),
        ("double", "✗ two numbers — looks like: the square"),
        ("shout", "its answer is empty"),
        ("explain", "its answer is empty"),
        ("quiz", "its answer still has None for 1 of its questions"),
        ("cell 20 under “3 · Knowledge check”", "raises ZeroDivisionError: division by zero"),
        ("cells 20 and 21", "have one cell id"),
    ],
)
def test_what_went_wrong_is_named(wrecked, where, what):
    assert any(one["where"] == where and what in one["what"] for one in wrecked["findings"]), wrecked["findings"]


def test_and_nothing_else_is(wrecked):
    """No finding on the untouched bonus, an expected exception, or a parameter that grading sets back."""
    assert len(wrecked["findings"]) == 7
    assert wrecked["passed"] is False
    assert {one["name"]: one["answer"] for one in wrecked["exercises"]} == {
        "double": "written",
        "shout": "empty",
        "explain": "empty",
        "thrice": "untouched",
        "quiz": "unfinished",
    }


@pytest.mark.parametrize(
    ("name", "answer", "state"),
    [
        ("double", "def double(x):\n    raise NotImplementedError()", "unfinished"),
        ("double", "def half_done(:\n    raise NotImplementedError()", "unfinished"),
        ("double", "def double(x):\n    if x is None:\n        raise NotImplementedError()\n    return x", "written"),
        ("double", "", "empty"),
        ("quiz", "quiz = {1: 'a', 2: 'b'}\nbest = None", "written"),
        ("explain", "YOUR ANSWER HERE ", "unfinished"),
    ],
)
def test_how_far_an_answer_is(executed, name, answer, state):
    def change(nb):
        cell_of(nb, name).source = answer

    verdict = verdict_after(executed, change)
    assert {one.name: one.answer for one in verdict.exercises}[name] == state


def test_of_two_copies_the_first_one_counts_as_in_grading(executed):
    def change(nb):
        nb.cells.append(copy.deepcopy(cell_of(release(), "double")))

    verdict = verdict_after(executed, change)
    assert verdict.exercises[0].answer == "written"
    assert [finding.what for finding in verdict.findings] == [
        "is there 2 times: only the first one counts, so delete the other"
    ]


def test_an_answer_in_a_cell_of_another_type_is_named(executed):
    def change(nb):
        index = place_of(nb, "double")
        nb.cells[index] = v4.new_markdown_cell("mine", metadata=nb.cells[index].metadata)

    assert "make it Code again" in verdict_after(executed, change).findings[0].what


def test_after_the_death_of_the_kernel_nothing_passes(student):
    nb = solved(shout="import os\nos._exit(1)")
    verdict = check(student.has(nb).notebook)
    assert {one.name: one.earned for one in verdict.exercises} == {
        "double": 4.0, "shout": 0.0, "explain": 0.0, "thrice": 0.0, "quiz": 0.0,
    }  # fmt: skip
    assert [(finding.where, finding.what) for finding in verdict.findings] == [
        ("shout", "its tests were not run, because the kernel died before"),
        ("thrice", "its tests were not run, because the kernel died before"),
        ("quiz", "its tests were not run, because the kernel died before"),
        ("shout", "killed the kernel, so nothing below it was run"),
    ]


def test_a_cell_that_hangs_is_stopped_and_the_rest_goes_on(student, monkeypatch):
    monkeypatch.setattr(execute, "CELL_SECONDS", 2)
    nb = solved()
    nb.cells.insert(place_of(nb, "shout"), one_cell("import time\ntime.sleep(60)"))
    verdict = check(student.has(nb).notebook)
    assert [finding.what for finding in verdict.findings] == ["raises CellTimeout: stopped after 2 seconds"]
    assert all(one.earned == one.points for one in verdict.exercises if not one.by_person)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "There is no file"),
        ("print('hello')", "is not a notebook"),
        ("{}", "is not a notebook"),
        ('{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": 7}', "is not a notebook"),
        (json.dumps(v4.new_notebook(cells=[v4.new_markdown_cell("Shopping")])), "is no notebook of this course"),
    ],
)
def test_what_cannot_be_checked_is_one_sentence_and_exit_status_2(student, give, content, says):
    student.notebook.parent.mkdir(parents=True)
    if content is not None:
        student.notebook.write_text(content)
    result = give("check", student.notebook)
    assert (result.status, result.out) == (2, "")
    assert says in result.err
    assert len(result.err.splitlines()) == 1


def test_a_notebook_whose_metadata_a_program_dropped_is_compared_with_the_released_copy(student):
    nb = without(solved(), "test_double")
    del nb.metadata["labgrader"]
    verdict = check(student.has(nb).notebook)
    assert [finding.where for finding in verdict.findings] == ["test_double"]


def test_a_console_that_knows_few_characters_is_no_obstacle(student, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    result = student.has(solved()).dllabs("restore", student.notebook, "quiz")
    assert result.returncode == 0, result.stderr
    assert "choose File ? Reload" in result.stdout


def test_output_that_is_redirected_to_a_plain_stream_is_no_obstacle(tmp_path):
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as errors:
        assert main(["progress", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in errors.getvalue()
