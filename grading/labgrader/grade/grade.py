"""Grade submissions: which need grading, a backup of the gradebook, and which marks changed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ..engine.backup import back_up
from ..engine.converter import Converter
from ..engine.exclusive import only_one
from ..engine.gradebook_writer import GradebookWriter
from ..engine.graded_folder import GradedFolders
from ..engine.groups import Groups, roster_of
from ..engine.handed_in import digest, printable
from ..engine.limits import limits_of
from ..engine.pipeline import Pipeline, Recorded
from ..engine.submissions import Submission
from ..engine.workers import Workers
from ..nbgrader_session import NbgraderSession
from .deadlines import due_dates
from .interrupts import remembered_interrupts
from .marks import Marks, announced_maximum, in_words, marks_of
from .register import register_lab
from .remarks import some, what_went_wrong
from .share import share_marks_by_hand
from .stamp import Stamp

# Exercises whose points differ from those of an earlier grading: the points before and after.
Changes: TypeAlias = dict[str, tuple[float | None, float | None]]


@dataclass(frozen=True)
class Outcome:
    """The result of grading one submission; `score` is None unless every exercise has been decided.

    state: "graded", "unchanged" since it was graded, "failed" when the submission cannot be graded, "broken" when the
    grader failed on an exercise, which then must be graded by hand.
    """

    student: str
    lab: str
    state: str
    score: float | None
    max_score: float
    needs_manual_grading: bool
    note: str
    changed: Changes = field(default_factory=dict)


@dataclass(frozen=True)
class Grading:
    """The outcomes of all submissions, or of those that were finished when Ctrl-C was pressed."""

    outcomes: list[Outcome]
    was_interrupted: bool = False


def grade(
    session: NbgraderSession,
    submissions: Iterable[Submission],
    open_workers: Callable[[], contextlib.AbstractContextManager[Workers]],
    *,
    force: bool = False,
    on_outcome: Callable[[Outcome], None] = lambda outcome: None,
) -> Grading:
    """Grade submissions; one that fails does not stop the others, and marks recorded before an interruption are kept.

    open_workers: called only if there is something to execute.
    on_outcome: called with each outcome as soon as it is final.
    Raises LabgraderError if the course is being graded already, if a lab cannot be registered or no worker can start.
    """
    submissions = list(submissions)
    outcomes: dict[Submission, Outcome] = {}
    was_interrupted = False
    try:
        with (
            only_one(session.course),
            remembered_interrupts() as stop_if_interrupted,
            contextlib.closing(_grade(session, submissions, open_workers, force)) as steps,
        ):
            for submission, outcome in steps:
                outcomes[submission] = outcome
                on_outcome(outcome)
                stop_if_interrupted()
    except KeyboardInterrupt:
        was_interrupted = True
    return Grading([outcomes[submission] for submission in submissions if submission in outcomes], was_interrupted)


def _grade(
    session: NbgraderSession,
    submissions: Sequence[Submission],
    open_workers: Callable[[], contextlib.AbstractContextManager[Workers]],
    force: bool,
) -> Generator[tuple[Submission, Outcome], None, None]:
    course = session.course
    labs = list(dict.fromkeys(submission.lab for submission in submissions))
    maxima = {lab: announced_maximum(course, lab) for lab in labs}
    digests = {lab: digest(course.source / lab) for lab in labs}
    share_marks_by_hand(session, labs)
    with session.gradebook() as gradebook:
        roster = roster_of(gradebook)
        before = {submission: marks_of(gradebook, submission.lab, submission.student) for submission in submissions}
        due = due_dates(gradebook, submissions)
    groups = {lab: Groups(course, lab, roster) for lab in labs}
    stamps = {submission: Stamp(submission, digests[submission.lab], due[submission]) for submission in submissions}
    pending = []
    for submission in submissions:
        is_graded = stamps[submission].is_current and groups[submission.lab].is_recorded(submission)
        if is_graded and (marks := before[submission]) and not force:
            yield submission, _unchanged(submission, marks, maxima[submission.lab])
        else:
            pending.append(submission)
    if not pending:
        return
    back_up(session.directory().db_url, course.private / "backups")
    for lab in dict.fromkeys(submission.lab for submission in pending):
        register_lab(session, lab)
    with _pipeline(session, groups) as pipeline, open_workers() as workers:
        for recorded in pipeline.run(pending, workers, lambda submission: stamps[submission].begin()):
            submission = recorded.submission
            if recorded.is_final and not recorded.problem:
                stamps[submission].finish()
            after = marks_of(pipeline.writer.gradebook, submission.lab, submission.student)
            yield submission, _graded(recorded, before[submission], after, maxima[submission.lab])


@contextlib.contextmanager
def _pipeline(session: NbgraderSession, groups: Mapping[str, Groups]) -> Iterator[Pipeline]:
    converter = Converter(session)
    with (
        GradebookWriter(converter) as writer,
        GradedFolders(session.course.autograded, converter.autograde) as folders,
    ):
        yield Pipeline(converter, writer, folders, limits_of(converter), groups)


def _unchanged(submission: Submission, marks: Marks, maximum: float) -> Outcome:
    broken = [f"no verdict on {some(marks.undecided)}"] if marks.undecided else []
    return Outcome(
        student=submission.student,
        lab=submission.lab,
        state="broken" if broken else "unchanged",
        score=None if broken else marks.score,
        max_score=maximum,
        needs_manual_grading=marks.needs_manual_grading,
        note="; ".join(filter(None, [*broken, what_went_wrong(submission)])),
    )


def _graded(recorded: Recorded, before: Marks | None, after: Marks | None, maximum: float) -> Outcome:
    submission = recorded.submission
    if recorded.problem or after is None:
        return Outcome(submission.student, submission.lab, "failed", None, maximum, False, printable(recorded.problem))
    changed = _changes(before, after)
    return Outcome(
        student=submission.student,
        lab=submission.lab,
        state="broken" if recorded.broken else "graded",
        score=None if recorded.broken else after.score,
        max_score=maximum,
        needs_manual_grading=after.needs_manual_grading,
        note="; ".join(filter(None, _notes(recorded, before, changed))),
        changed=changed,
    )


def _notes(recorded: Recorded, before: Marks | None, changed: Changes) -> Iterator[str]:
    if recorded.broken:
        yield f"the grader broke: {some(recorded.broken)}"
    if before and changed:
        yield f"was {in_words(before.score)}"
    yield what_went_wrong(recorded.submission)
    if recorded.left_out:
        yield f"left out, because no ordinary files: {some(recorded.left_out)}"


def _changes(before: Marks | None, after: Marks) -> Changes:
    if before is None:
        return {}
    return {
        name: (before.exercises.get(name), points)
        for name, points in after.exercises.items()
        if before.exercises.get(name) != points
    }
