"""Marks as recorded in the gradebook, and the maximum points a lab announces."""

from __future__ import annotations

from dataclasses import dataclass

from nbgrader.api import BaseCell, Grade, Gradebook, GradeCell, MissingEntry, SolutionCell, SubmittedNotebook

from .. import notebook
from ..course import Course

BONUS = "bonus"


@dataclass(frozen=True)
class Marks:
    """The points of one student in one lab.

    exercises: points by exercise; None where a test cell has no verdict because the grader broke.
    """

    score: float
    needs_manual_grading: bool
    exercises: dict[str, float | None]

    @property
    def undecided(self) -> list[str]:
        """The exercises whose test cells have no verdict."""
        return [name for name, points in self.exercises.items() if points is None]


def marks_of(gradebook: Gradebook, lab: str, student: str) -> Marks | None:
    """The marks of one submission, None if the gradebook has no such submission."""
    try:
        submission = gradebook.find_submission(lab, student)
    except MissingEntry:
        return None
    exercises: dict[str, float | None] = {}
    penalty, needs_manual_grading = 0.0, False
    for part in submission.notebooks:
        penalty += part.late_submission_penalty or 0.0
        for name, points, waits in _grades_of(gradebook, part):
            exercises[name.removeprefix("test_")] = points
            needs_manual_grading = needs_manual_grading or waits
    earned = sum(points or 0.0 for points in exercises.values())
    return Marks(max(0.0, earned - penalty), needs_manual_grading, exercises)


def _grades_of(gradebook: Gradebook, part: SubmittedNotebook) -> list[tuple[str, float | None, bool]]:
    """Name, points and whether manual grading is needed, for each graded cell of a submitted notebook."""
    query = gradebook.db.query
    code = query(GradeCell.name).filter(GradeCell.notebook_id == part.notebook_id, GradeCell.cell_type == "code")
    answers = query(SolutionCell.name).filter(SolutionCell.notebook_id == part.notebook_id)
    tests = {name for (name,) in code} - {name for (name,) in answers}
    rows = query(BaseCell.name, Grade).join(Grade, Grade.cell_id == BaseCell.id).filter(Grade.notebook_id == part.id)
    return [
        (name, None if name in tests and _has_no_score(grade) else grade.score, grade.needs_manual_grade)
        for name, grade in rows
    ]


def _has_no_score(grade: Grade) -> bool:
    return grade.auto_score is None and grade.manual_score is None


def announced_points(course: Course, lab: str) -> dict[str, float]:
    """The points of each exercise of a lab, in the lab's order, 0 for bonus exercises.

    Raises LabgraderError for a notebook that cannot be read and for a graded cell without a grade id.
    """
    points = {}
    for path in course.notebooks(lab):
        for cell in notebook.read(path).cells:
            if notebook.is_grade(cell) or notebook.is_task(cell):
                name = notebook.known_grade_id(cell).removeprefix("test_")
                points[name] = 0.0 if notebook.has_tag(cell, BONUS) else float(notebook.points(cell))
    return points


def announced_maximum(course: Course, lab: str) -> float:
    """The maximum points of a lab without its bonus exercises; raises what `announced_points` raises."""
    return sum(announced_points(course, lab).values())


def in_words(points: float) -> str:
    """Points as people write them: 4, 3.5, 2.67."""
    return f"{round(points, 2):g}"
