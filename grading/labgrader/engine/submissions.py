"""What students handed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..course import Course, closest
from ..errors import LabgraderError
from .group_file import others_named_in
from .handed_in import digest


@dataclass(frozen=True)
class Submission:
    """One student's work on one lab."""

    course: Course
    student: str
    lab: str

    @property
    def folder(self) -> Path:
        """What was handed in."""
        return self.course.submitted / self.student / self.lab

    @property
    def was_handed_in(self) -> bool:
        """Whether the student has handed in something for this lab."""
        return self.folder.is_dir()

    @property
    def graded_folder(self) -> Path:
        """The folder of the executed notebooks, which does not exist if grading failed."""
        return self.course.autograded / self.student / self.lab

    @property
    def is_graded(self) -> bool:
        """Whether there is an executed notebook for the gradebook's marks."""
        return self.graded_folder.is_dir()

    def missing_notebooks(self) -> list[str]:
        """The lab's notebooks that were not handed in."""
        return sorted(path.name for path in self.course.notebooks(self.lab) if not (self.folder / path.name).is_file())

    def digest(self) -> str:
        """A hash of what was handed in."""
        return digest(self.folder)


def students_of(course: Course) -> list[str]:
    """All students who have handed in something."""
    return sorted(folder.name for folder in course.submitted.glob("*/") if not folder.name.startswith("."))


def find_submissions(course: Course, labs: Iterable[str] = (), student: str | None = None) -> list[Submission]:
    """The submissions for some labs (all by default) of one student (all by default), by lab, then student.

    A student's submissions include those that name the student as a member of a group.
    Raises LabgraderError for an unknown lab or student, and if there are no submissions.
    """
    lab_names = course.gradable_labs(labs)
    students = students_of(course)
    submissions = [Submission(course, name, lab) for lab in lab_names for name in students]
    found = [one for one in submissions if one.was_handed_in and (student is None or _is_of(one, student))]
    if student is not None and student not in students and not found:
        hint = f"did you mean {closest(student, students)!r}?" if students else "nobody has handed in anything."
        raise LabgraderError(f"No student called {student!r} in {course.submitted}: {hint}")
    if not found:
        who = student or "<student>"
        raise LabgraderError(
            f"No submissions for {', '.join(lab_names)}: they belong in {course.submitted / who}/<lab>/<name>.ipynb."
        )
    return found


def _is_of(submission: Submission, student: str) -> bool:
    return student == submission.student or student in others_named_in(submission.folder, submission.student)
