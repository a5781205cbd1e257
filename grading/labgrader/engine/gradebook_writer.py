"""The only writer of nbgrader's gradebook: everything about a submission in one transaction, or nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from nbgrader.api import BaseCell, Comment, Grade, Gradebook, MissingEntry, SubmittedNotebook
from sqlalchemy.orm import Session, scoped_session, sessionmaker

from .by_hand import share_by_hand
from .converter import Converter
from .verdict import Verdict

# Name and type of a cell, and the grade of it or the comment on it.
_CellRow: TypeAlias = tuple[str, str, Grade | Comment]


@dataclass(frozen=True)
class NotebookMarks:
    """What to write about one notebook: verdicts by the grade ids of graded cells, comments by those of answers."""

    scores: Mapping[str, Verdict]
    comments: Mapping[str, str | None]


class _CommitsOnce(Session):
    """A session whose `commit`, which nbgrader calls after every step, only flushes."""

    def commit(self) -> None:
        self.flush()

    def commit_all(self) -> None:
        super().commit()


class GradebookWriter:
    """Writes marks and comments as nbgrader's SaveAutoGrades and AssignLatePenalties do."""

    def __init__(self, converter: Converter):
        self.converter = converter
        coursedir = converter.coursedir
        self.gradebook = Gradebook(coursedir.db_url, coursedir.course_id)
        self.gradebook.db = scoped_session(sessionmaker(bind=self.gradebook.engine, class_=_CommitsOnce))

    def __enter__(self) -> GradebookWriter:
        return self

    def __exit__(self, *exception: object) -> None:
        self.gradebook.close()

    def knows(self, student: str) -> bool:
        """Whether marks of a student may be written: nbgrader adds unknown students unless configured otherwise."""
        if self.converter.autograde.create_student:
            return True
        try:
            return bool(self.gradebook.find_student(student))
        except MissingEntry:
            return False

    def write(
        self,
        students: Sequence[str],
        lab: str,
        timestamp: datetime | None,
        notebooks: Mapping[str, NotebookMarks],
        former: Iterable[str] = (),
    ) -> None:
        """Write the marks of one submission; missing notebooks were not handed in and earn nothing.

        students: whose work it is. former: members at the previous grading who no longer are, and lose those marks.
        """
        with self._one_transaction():
            for student in students:
                self._write_for(student, lab, timestamp, notebooks)
            if len(students) > 1:
                share_by_hand(self.gradebook, lab, students)
            self._remove(former, lab)

    def remove(self, students: Iterable[str], lab: str) -> None:
        """Remove the marks of some students in a lab."""
        with self._one_transaction():
            self._remove(students, lab)

    def _remove(self, students: Iterable[str], lab: str) -> None:
        for student in students:
            with contextlib.suppress(MissingEntry):
                self.gradebook.remove_submission(lab, student)

    def _write_for(
        self, student: str, lab: str, timestamp: datetime | None, notebooks: Mapping[str, NotebookMarks]
    ) -> None:
        self.gradebook.update_or_create_student(student)
        about = {} if timestamp is None else {"timestamp": timestamp}
        submission = self.gradebook.update_or_create_submission(lab, student, **about)
        for part in submission.notebooks:
            if part.name in notebooks:
                self._write_notebook(part, notebooks[part.name])
                self._write_penalty(part, student, submission.total_seconds_late)
            else:
                self._write_missing(part)

    @contextlib.contextmanager
    def _one_transaction(self) -> Iterator[None]:
        try:
            yield
            self.gradebook.db().commit_all()
        except BaseException:
            self.gradebook.db.rollback()
            raise
        finally:
            self.gradebook.db.remove()  # what one submission loaded must not slow down the next

    def _write_notebook(self, part: SubmittedNotebook, marks: NotebookMarks) -> None:
        for name, kind, grade in self._of_cells(Grade, part):
            if kind == "TaskCell":  # a person's alone
                continue
            # A graded cell that is not in the notebook has no mark, not the one of an earlier version.
            grade.auto_score = marks.scores[name].points if name in marks.scores else None
            grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
        for name, _, comment in self._of_cells(Comment, part):
            comment.auto_comment = marks.comments.get(name)

    def _write_penalty(self, part: SubmittedNotebook, student: str, seconds_late: float) -> None:
        if self.converter.late_penalties is None:
            return
        part.late_submission_penalty = None
        if seconds_late > 0:
            self.gradebook.db.flush()
            part.late_submission_penalty = self.converter.late_penalty(student, part, seconds_late)

    def _write_missing(self, part: SubmittedNotebook) -> None:
        for _, _, grade in self._of_cells(Grade, part):
            grade.auto_score, grade.needs_manual_grade = 0, False

    def _of_cells(self, kind: type[Grade] | type[Comment], part: SubmittedNotebook) -> list[_CellRow]:
        """Name and type of a submitted notebook's cells with their rows, in one query."""
        rows = self.gradebook.db.query(BaseCell.name, BaseCell.type, kind).join(kind, kind.cell_id == BaseCell.id)
        found: list[_CellRow] = rows.filter(kind.notebook_id == part.id).all()
        return found
