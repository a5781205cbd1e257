"""Grading the tiny course from within a test, with whatever executor the test wants."""

from __future__ import annotations

import atexit
import contextlib
import functools

from labgrader.course import Course
from labgrader.engine.submissions import find_submissions
from labgrader.engine.workers import local_workers
from labgrader.grade.grade import Outcome, grade
from labgrader.nbgrader_session import NbgraderSession
from labgrader.sandbox import PlainExecutor
from nbgrader.api import Gradebook
from tiny_course import LAB, TinyCourse


@functools.cache
def workers_of(make_executor):
    """One worker for all tests of this process: it takes a second to start."""
    stack = contextlib.ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(local_workers(make_executor, 1))


def grade_with(course: TinyCourse, make_executor=PlainExecutor, *, force: bool = False) -> dict[str, Outcome]:
    """The outcome of each student."""
    session = NbgraderSession(Course(course.root))
    if make_executor is PlainExecutor:
        workers = contextlib.nullcontext(workers_of(make_executor))
    else:
        workers = local_workers(make_executor, 1)
    grading = grade(session, find_submissions(session.course), lambda: workers, force=force)
    assert not grading.was_interrupted
    return {outcome.student: outcome for outcome in grading.outcomes}


def rows(course: TinyCourse, student: str) -> dict[str, tuple]:
    """What the gradebook holds on each graded cell: automatic and manual score, and whether a person must look."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(LAB, student)
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for part in submission.notebooks
            for grade in part.grades
        }


def comments(course: TinyCourse, student: str) -> dict[str, str | None]:
    """The automatic comment on each answer."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        submission = gradebook.find_submission(LAB, student)
        return {comment.name: comment.auto_comment for part in submission.notebooks for comment in part.comments}
