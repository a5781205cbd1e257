"""Feedback pages for students, through nbgrader's generate_feedback and the preprocessors the course names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..engine.groups import recorded_group
from ..engine.submissions import Submission
from ..errors import LabgraderError
from ..nbgrader_session import NbgraderSession, WriteFeedback, log, logging_to, run
from .share import share_marks_by_hand


@dataclass(frozen=True)
class Page:
    """The feedback pages for one submission, or the reason why there are none."""

    student: str
    lab: str
    files: list[Path]
    problem: str = ""


def write_feedback(
    session: NbgraderSession,
    submissions: Iterable[Submission],
    *,
    on_page: Callable[[Page], None] = lambda page: None,
) -> list[Page]:
    """Write the pages of all graded submissions again: marks and comments may have changed since.

    Each member of a group gets a page. Raises LabgraderError if nothing has been graded.
    """
    graded = [each for submission in submissions if submission.is_graded for each in _of_its_group(submission)]
    if not graded:
        raise LabgraderError(
            "Nothing has been graded yet, so there is no feedback to write: run `labgrader grade` first."
        )
    share_marks_by_hand(session, {submission.lab for submission in graded})
    pages = []
    for submission in graded:
        pages.append(_write_one(session, submission))
        on_page(pages[-1])
    return pages


def _of_its_group(submission: Submission) -> list[Submission]:
    students = recorded_group(submission) or (submission.student,)
    return [Submission(submission.course, student, submission.lab) for student in students]


def _write_one(session: NbgraderSession, submission: Submission) -> Page:
    log_file = session.log_file(submission.lab, f"feedback-{submission.student}")
    directory = session.directory(submission.lab, submission.student)
    try:
        with logging_to(log_file, anew=True):
            converter = WriteFeedback(  # type: ignore[no-untyped-call]  # GenerateFeedback's __init__ has no annotations
                coursedir=directory, config=session.config, log=log, force=True
            )
            run(converter)
    except Exception as error:
        first_line = next(iter(str(error).strip().splitlines()), "")
        return Page(submission.student, submission.lab, [], f"{type(error).__name__}: {first_line}; see {log_file}")
    folder = session.course.feedback / submission.student / submission.lab
    return Page(submission.student, submission.lab, sorted(folder.glob("*.html")))
