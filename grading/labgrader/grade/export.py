"""Marks as a table: for people, or with the columns that Moodle or Canvas import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nbgrader.api import Student

from ..course import Course
from ..engine.groups import Groups, recorded_groups
from ..engine.submissions import Submission, students_of
from ..lms.system import Lms
from ..nbgrader_session import NbgraderSession
from .marks import Marks, announced_points, in_words, marks_of
from .share import share_marks_by_hand

# A spreadsheet treats a cell that begins with one of these as a formula (or strips it and finds one after it).
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True)
class Row:
    """One student's row; `marks` and `groups` are by lab, `ungraded` lists the labs without final marks."""

    student: str
    first_name: str
    last_name: str
    email: str
    lms_user_id: str
    marks: Mapping[str, Marks | None]
    groups: Mapping[str, tuple[str, ...]]
    ungraded: tuple[str, ...]


def export_csv(
    session: NbgraderSession, labs: Iterable[str] = (), *, exercises: bool = False, lms: Lms | None = None
) -> tuple[str, list[Submission]]:
    """The table as CSV text, and the submissions whose marks are missing because they are not graded.

    A missing mark is an empty cell, never a 0. Raises LabgraderError for an unknown lab.
    """
    course = session.course
    labs = course.gradable_labs(labs)
    points = {lab: announced_points(course, lab) for lab in labs}
    share_marks_by_hand(session, labs)
    rows = _rows(session, labs)
    ungraded = [Submission(course, row.student, lab) for row in rows for lab in row.ungraded]
    if lms is Lms.MOODLE:
        table = _for_moodle(points, rows)
    elif lms is Lms.CANVAS:
        table = _for_canvas(points, rows)
    else:
        table = _for_people(points, rows, exercises)
    return _as_csv(table), ungraded


def _rows(session: NbgraderSession, labs: list[str]) -> list[Row]:
    course = session.course
    members = {lab: set(Groups(course, lab).members) for lab in labs}
    groups: dict[str, dict[str, tuple[str, ...]]] = {lab: {} for lab in labs}
    for lab, group in recorded_groups(course, labs):
        groups[lab] |= dict.fromkeys(group, group)
    with session.gradebook() as gradebook:
        known = {student.id: student for student in gradebook.students}
        rows = []
        for name in sorted({*known, *students_of(course), *(name for lab in labs for name in members[lab])}):
            marks = {lab: _decided(marks_of(gradebook, lab, name), course, lab, name) for lab in labs}
            submissions = [Submission(course, name, lab) for lab in labs]
            waiting = (one.lab for one in submissions if one.was_handed_in or name in members[one.lab])
            student = known.get(name)
            rows.append(
                Row(
                    student=name,
                    first_name=_field(student, "first_name"),
                    last_name=_field(student, "last_name"),
                    email=_field(student, "email"),
                    lms_user_id=_field(student, "lms_user_id"),
                    marks=marks,
                    groups={lab: groups[lab][name] for lab in labs if name in groups[lab]},
                    ungraded=tuple(lab for lab in waiting if _is_open(marks[lab])),
                )
            )
    return rows


def _field(student: Student | None, name: str) -> str:
    return getattr(student, name, None) or ""


def _decided(marks: Marks | None, course: Course, lab: str, student: str) -> Marks | None:
    """The marks, if there is an executed notebook for them."""
    return marks if Submission(course, student, lab).is_graded else None


def _is_open(marks: Marks | None) -> bool:
    return marks is None or bool(marks.undecided)


def _for_people(points: dict[str, dict[str, float]], rows: list[Row], exercises: bool) -> list[list[str]]:
    """Names, marks, maximum points and the total; for labs with group work, the members of the group too."""
    with_groups = {lab for row in rows for lab in row.groups}
    heading = ["student_id", "last_name", "first_name"]
    for lab, announced in points.items():
        heading += [f"{lab} {name}" for name in announced] if exercises else []
        heading += [lab, f"{lab} max"] + ([f"{lab} group"] if lab in with_groups else [])
    table = [[*heading, "total"]]
    for row in rows:
        cells = [row.student, row.last_name, row.first_name]
        for lab, announced in points.items():
            marks = row.marks[lab]
            earned = marks.exercises if marks else {}
            cells += [_cell(earned.get(name)) for name in announced] if exercises else []
            cells += [_score(row, lab), in_words(sum(announced.values()))]
            cells += [" ".join(row.groups.get(lab, ()))] if lab in with_groups else []
        total = sum(marks.score for marks in row.marks.values() if marks and not _is_open(marks))
        table.append([*cells, "" if row.ungraded else in_words(total)])
    return table


def _for_moodle(points: dict[str, dict[str, float]], rows: list[Row]) -> list[list[str]]:
    """For Grades → Import → CSV file, where one maps `Username` or `Email address` and each lab to its grade item."""
    heading = ["Username", "First name", "Last name", "Email address", *points]
    about = ([row.student, row.first_name, row.last_name, row.email] for row in rows)
    return [heading, *([*cells, *(_score(row, lab) for lab in points)] for cells, row in zip(about, rows, strict=True))]


def _for_canvas(points: dict[str, dict[str, float]], rows: list[Row]) -> list[list[str]]:
    """For Grades → Import: Canvas finds people by ID, then by login, and assignments by their titles."""
    table = [["Student", "ID", "SIS Login ID", "Section", *points]]
    table.append(["    Points Possible", "", "", "", *(in_words(sum(points[lab].values())) for lab in points)])
    for row in rows:
        name = ", ".join(filter(None, (row.last_name, row.first_name))) or row.student
        table.append([name, row.lms_user_id, row.student, "", *(_score(row, lab) for lab in points)])
    return table


def _score(row: Row, lab: str) -> str:
    marks = row.marks[lab]
    return "" if marks is None or _is_open(marks) else in_words(marks.score)


def _cell(points: float | None) -> str:
    return "" if points is None else in_words(points)


def _as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    """The cell, marked as text where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
