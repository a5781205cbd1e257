"""Grade many submissions: sanitize one after the other, execute in parallel, record one after the other."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field

from ..errors import LabgraderError, in_a_line
from ..job import JobResult, Limits
from ..nbgrader_session import logging_to
from .appraise import Appraisal, appraise
from .converter import Converter
from .gradebook_writer import GradebookWriter
from .graded_folder import GradedFolders
from .group_file import GROUP_FILE
from .groups import Groups, marked_through
from .handed_in import BrokenSubmission
from .lab import GradedLab
from .prepare import Prepared, prepare
from .selection import all_cells, misses_demos
from .submissions import Submission
from .workers import Workers, broke

# Jobs under way or waiting for each worker: enough to keep it busy, few enough to keep memory small.
QUEUED_PER_WORKER = 2


@dataclass(frozen=True)
class Recorded:
    """The result of grading one submission.

    problem: why it could not be graded; empty if it was.
    broken: what must be graded by hand because the instructor's code or the grader failed.
    is_final: whether grading it again would give the same result.
    """

    submission: Submission
    problem: str = ""
    broken: tuple[str, ...] = ()
    is_final: bool = True
    left_out: tuple[str, ...] = ()


@dataclass
class _Execution:
    """A submission whose notebooks are being executed."""

    prepared: Prepared
    lab: GradedLab
    results: dict[str, JobResult] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.prepared.jobs)


class Pipeline:
    """The three steps of grading a course, with one set of nbgrader's converters and one writer."""

    def __init__(
        self,
        converter: Converter,
        writer: GradebookWriter,
        folders: GradedFolders,
        limits: Limits,
        groups: Mapping[str, Groups],
    ):
        self.converter = converter
        self.writer = writer
        self.folders = folders
        self.limits = limits
        self.groups = groups
        self._labs: dict[str, GradedLab] = {}

    def run(
        self, submissions: Iterable[Submission], workers: Workers, before_writing: Callable[[Submission], None]
    ) -> Iterator[Recorded]:
        """Grade submissions and yield each as soon as it is recorded; raises LabgraderError if none can be graded."""
        running: dict[Future[JobResult], tuple[_Execution, str]] = {}
        for submission in submissions:
            try:
                execution = _Execution(self._prepare(submission), self._lab(submission))
            except BrokenSubmission as reason:
                yield self._reject(submission, str(reason))
                continue
            for name, job in execution.prepared.jobs.items():
                running[workers.submit(job)] = execution, name
            while len(running) >= QUEUED_PER_WORKER * workers.count:
                yield from self._record_done(running, workers, before_writing)
        while running:
            yield from self._record_done(running, workers, before_writing)

    def _lab(self, submission: Submission) -> GradedLab:
        if submission.lab not in self._labs:
            self._labs[submission.lab] = GradedLab(submission.course, submission.lab)
        return self._labs[submission.lab]

    def _prepare(self, submission: Submission) -> Prepared:
        log_file = self.converter.session.log_file(submission.lab, submission.student)
        try:
            with logging_to(log_file, anew=True):
                return self._sanitize(submission)
        except (BrokenSubmission, LabgraderError):
            raise
        except Exception as error:  # a preprocessor fails on this submission; the others are graded
            raise BrokenSubmission(in_a_line(error)) from error

    def _sanitize(self, submission: Submission) -> Prepared:
        if not self.writer.knows(submission.student):
            raise BrokenSubmission("the gradebook has no such student")
        students = self.groups[submission.lab].students_of(submission)
        if unknown := [name for name in students if not self.writer.knows(name)]:
            raise BrokenSubmission(f"{GROUP_FILE} names {unknown[0]}, whom the gradebook does not know")
        return prepare(submission, students, self._lab(submission), self.converter, self.limits)

    def _reject(self, submission: Submission, reason: str) -> Recorded:
        """Remove executed notebooks of a submission that cannot be graded, as nbgrader does, and marks of its group."""
        try:
            others = marked_through(submission)
            self.writer.remove(others, submission.lab)
        except Exception as error:  # a locked database, an unreadable notebook
            return Recorded(submission, problem=f"{reason}; {in_a_line(error)}", is_final=False)
        for student in (*others, submission.student):
            self.folders.remove(student, submission.lab)
        return Recorded(submission, problem=reason)

    def _record_done(
        self,
        running: dict[Future[JobResult], tuple[_Execution, str]],
        workers: Workers,
        before_writing: Callable[[Submission], None],
    ) -> Iterator[Recorded]:
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            execution, name = running.pop(future)
            result = _result_of(future)
            job = execution.prepared.jobs[name]
            if misses_demos(result, execution.lab.notebooks[name]) and job.cells != (everything := all_cells(job)):
                execution.prepared.jobs[name] = again = dataclasses.replace(job, cells=everything)
                running[workers.submit(again)] = execution, name
                continue
            execution.results[name] = result
            if execution.is_done:
                yield self._record(execution, before_writing)

    def _record(self, execution: _Execution, before_writing: Callable[[Submission], None]) -> Recorded:
        prepared = execution.prepared
        submission = prepared.submission
        log_file = self.converter.session.log_file(submission.lab, submission.student)
        try:
            with logging_to(log_file):
                appraisals = self._appraise(execution)
                before_writing(submission)
                self._write(prepared, appraisals)
        except Exception as error:  # a full disk, a locked database: the next submission may succeed
            return Recorded(submission, problem=in_a_line(error), is_final=False)
        broken = [reason for appraisal in appraisals.values() for reason in appraisal.broken]
        return Recorded(
            submission,
            broken=tuple(dict.fromkeys(broken)),
            is_final=all(appraisal.is_final for appraisal in appraisals.values()),
            left_out=prepared.left_out,
        )

    def _write(self, prepared: Prepared, appraisals: dict[str, Appraisal]) -> None:
        lab, (student, *others) = prepared.submission.lab, prepared.students
        former = [name for name in marked_through(prepared.submission) if name not in others]
        marks = {name: appraisal.marks for name, appraisal in appraisals.items()}
        self.writer.write(prepared.students, lab, prepared.timestamp, marks, former)
        texts = {name: appraisal.text for name, appraisal in appraisals.items()}
        for name in former:
            self.folders.remove(name, lab)
        for name in (*others, student):  # the submitter comes last: that notebook names the others
            self.folders.replace(name, lab, texts, prepared.files)

    def _appraise(self, execution: _Execution) -> dict[str, Appraisal]:
        return {
            name: appraise(
                name,
                job,
                execution.results[name],
                submission=execution.prepared.submission,
                lab=execution.lab,
                converter=self.converter,
            )
            for name, job in execution.prepared.jobs.items()
        }


def _result_of(future: Future[JobResult]) -> JobResult:
    try:
        return future.result()
    except LabgraderError:
        raise
    except Exception as error:  # a worker of a cluster was lost
        return broke(in_a_line(error))
