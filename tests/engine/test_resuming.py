"""Grading that is stopped at any moment and begun again: finished work is kept, nothing is half-written."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from executors import BelievingExecutor
from labgrader.course import Course
from labgrader.engine.exclusive import only_one
from labgrader.engine.graded_folder import STAGING
from labgrader.errors import LabgraderError
from nbgrader.api import MissingEntry
from tiny_course import LAB, TinyCourse, cell_of

from grading import grade_with, rows

STUDENTS = [f"student{number}" for number in range(12)]
SLOWLY = Path(__file__).parent / "grade_slowly.py"


@pytest.fixture
def handed_in(course) -> TinyCourse:
    for student in STUDENTS:
        course.submit(student, course.solved())
    return course


def executing(course: TinyCourse) -> Path:
    """Where each worker that executes leaves a file named like its process."""
    return course.root / "executing"


def start(course: TinyCourse, seconds: float = 0.5) -> subprocess.Popen:
    """Grade in a process of its own, with two workers that take some seconds for each submission."""
    executing(course).mkdir()
    command = [sys.executable, str(SLOWLY), str(course.root), str(seconds), str(executing(course))]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)


def finished(course: TinyCourse) -> list[str]:
    stamps = course.root / ".labgrader" / "graded"
    paths = [stamps / student / LAB for student in STUDENTS]
    return [path.parent.name for path in paths if path.is_file() and path.read_text() != "unfinished"]


def wait_until_some_are_finished(course: TinyCourse, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while len(finished(course)) < 3:
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)


def wait_until_nothing_runs(session: int) -> None:
    """All processes that the grading started have ended."""
    deadline = time.monotonic() + 30
    while processes := subprocess.run(["pgrep", "--session", str(session)], capture_output=True, text=True).stdout:
        assert time.monotonic() < deadline, processes
        time.sleep(0.1)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_what_was_finished_is_kept_and_the_rest_is_done(handed_in, how):
    process = start(handed_in)
    wait_until_some_are_finished(handed_in, process)
    os.kill(process.pid, how)
    process.wait(30)
    wait_until_nothing_runs(process.pid)
    before = finished(handed_in)
    assert 3 <= len(before) < len(STUDENTS)
    with sqlite3.connect(handed_in.root / "gradebook.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    outcomes = grade_with(handed_in, BelievingExecutor)
    assert [student for student in STUDENTS if outcomes[student].state == "unchanged"] == before
    assert all(outcomes[student].state in ("graded", "unchanged") for student in STUDENTS)
    for student in STUDENTS:
        assert rows(handed_in, student)["test_half"] == (2, None, False)
    assert sorted(path.name for path in (handed_in.root / "autograded").iterdir()) == sorted(STUDENTS)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_workers_do_not_outlive_the_grading_that_started_them(handed_in, how):
    process = start(handed_in, seconds=300)
    deadline = time.monotonic() + 60
    while len(list(executing(handed_in).iterdir())) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.kill(process.pid, how)
    process.wait(30)
    wait_until_nothing_runs(process.pid)


def test_ctrl_c_says_what_is_done(handed_in):
    process = start(handed_in)
    wait_until_some_are_finished(handed_in, process)
    os.kill(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=30)
    grading = json.loads(said)
    assert grading["was_interrupted"]
    # The one that was being recorded may be finished and not yet be announced.
    unannounced = set(finished(handed_in)) - set(grading["students"])
    assert set(grading["students"]) <= set(finished(handed_in))
    assert len(unannounced) <= 1


def test_a_submission_is_recorded_whole_or_not_at_all(course, monkeypatch):
    course.submit("ada", course.solved())
    grade_with(course, BelievingExecutor)
    before = rows(course, "ada")
    course.submit("ada", course.release)

    def fails(*arguments):
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("labgrader.engine.gradebook_writer.GradebookWriter._write_penalty", fails)
        outcome = grade_with(course)["ada"]
    assert (outcome.state, outcome.note) == ("failed", "OSError: no space left on device")
    assert rows(course, "ada") == before
    assert grade_with(course)["ada"].changed.keys() == {"half", "thrice"}


def test_a_first_submission_leaves_no_trace_when_it_cannot_be_written(course, monkeypatch):
    course.submit("ada", course.solved())

    def fails(*arguments):
        raise OSError("no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("labgrader.engine.gradebook_writer.GradebookWriter._write_notebook", fails)
        assert grade_with(course, BelievingExecutor)["ada"].state == "failed"
    with pytest.raises(MissingEntry):
        rows(course, "ada")


def test_what_a_killed_run_left_among_the_folders_is_cleared(course):
    left = course.root / "autograded" / STAGING / "new" / "ada" / LAB
    left.mkdir(parents=True)
    (left / "tiny.ipynb").write_text("half of it")
    course.submit("ada", course.solved())
    assert grade_with(course, BelievingExecutor)["ada"].state == "graded"
    assert [path.name for path in (course.root / "autograded").iterdir()] == ["ada"]


def test_a_lost_gradebook_is_filled_again(course):
    course.submit("ada", course.solved())
    grade_with(course, BelievingExecutor)
    (course.root / "gradebook.db").unlink()
    assert grade_with(course, BelievingExecutor)["ada"].state == "graded"


def test_a_mended_check_shows_every_mark_that_changed(course):
    source = course.source
    cell = cell_of(source, "test_half")
    right, cell.source = cell.source, cell.source.replace("half(4) == 2", "half(4) == 3")
    course.write_source(source)
    course.submit("ada", course.solved())
    course.submit("bob", course.release)
    assert {name: outcome.score for name, outcome in grade_with(course).items()} == {"ada": 5, "bob": 0}
    cell.source = right
    course.write_source(source)
    done = course.labgrader("grade", "--no-sandbox", "--json")
    assert {outcome["student"]: outcome["changed"] for outcome in json.loads(done.stdout)} == {
        "ada": {"half": [0, 2]},
        "bob": {},
    }
    assert "Changed marks" not in course.labgrader("grade", "--no-sandbox", "--force").stdout


def test_marks_a_person_gave_survive_a_regrade_and_ask_for_another_look(course):
    course.submit("ada", course.solved())
    grade_with(course, BelievingExecutor)
    with sqlite3.connect(course.root / "gradebook.db") as database:
        database.execute("UPDATE grade SET manual_score = 1.5, needs_manual_grade = 0")
    grade_with(course, BelievingExecutor, force=True)
    assert rows(course, "ada")["test_half"] == (2, 1.5, True), "as in nbgrader"


def test_the_last_gradebooks_are_kept(course):
    course.submit("ada", course.release)
    for _ in range(7):
        grade_with(course, BelievingExecutor, force=True)
    copies = sorted((course.root / ".labgrader" / "backups").iterdir())
    assert len(copies) == 5
    with sqlite3.connect(copies[-1]) as database:
        assert database.execute("SELECT count(*) FROM submitted_assignment").fetchone() == (1,)
    grade_with(course, BelievingExecutor)
    assert sorted((course.root / ".labgrader" / "backups").iterdir()) == copies, "nothing was written, nothing copied"


def test_two_gradings_at_once_are_refused(course):
    course.submit("ada", course.release)
    with only_one(Course(course.root)), pytest.raises(LabgraderError, match="is being graded by another labgrader"):
        grade_with(course, partial(BelievingExecutor, 0.1))
