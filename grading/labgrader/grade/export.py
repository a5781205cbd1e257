"""Marks as a table for a learning management system: one row a student."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ..engine.submissions import Submission, students_of
from ..nbgrader_session import NbgraderSession
from .marks import Marks, announced_points, in_words, marks_of

# A spreadsheet takes a cell that begins with one of these for a formula (or strips it and finds one behind it).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def export_csv(
    session: NbgraderSession, labs: Iterable[str] = (), *, exercises: bool = False
) -> tuple[str, list[Submission]]:
    """The table as CSV text, and the submissions whose marks are missing because they are not graded.

    A mark that does not exist is an empty cell, never a 0.
    """
    course = session.course
    labs = course.gradable_labs(labs)
    points = {lab: announced_points(course, lab) for lab in labs}
    rows, ungraded = [_heading(points, exercises)], []
    with session.gradebook() as gradebook:
        names = {student.id: (student.last_name, student.first_name) for student in gradebook.students}
        for student in sorted({*names, *students_of(course)}):
            row = [student, *(name or "" for name in names.get(student, ("", "")))]
            total, is_complete = 0.0, True
            for lab, announced in points.items():
                submission = Submission(course, student, lab)
                marks = marks_of(gradebook, lab, student) if submission.is_graded else None
                is_decided = marks is not None and not marks.undecided
                if not is_decided and submission.folder.is_dir():
                    ungraded.append(submission)
                    is_complete = False
                row += _lab_columns(marks, announced, exercises)
                total += marks.score if is_decided else 0.0
            rows.append([*row, in_words(total) if is_complete else ""])
    return _as_csv(rows), ungraded


def _heading(points: dict[str, dict[str, float]], exercises: bool) -> list[str]:
    heading = ["student_id", "last_name", "first_name"]
    for lab, announced in points.items():
        heading += [f"{lab} {name}" for name in announced] if exercises else []
        heading += [lab, f"{lab} max"]
    return [*heading, "total"]


def _lab_columns(marks: Marks | None, announced: dict[str, float], exercises: bool) -> list[str]:
    earned = marks.exercises if marks else {}
    columns = [_cell(earned.get(name)) for name in announced] if exercises else []
    score = None if marks is None or marks.undecided else marks.score
    return [*columns, _cell(score), in_words(sum(announced.values()))]


def _cell(points: float | None) -> str:
    return "" if points is None else in_words(points)


def _as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    """The cell, marked as text where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
