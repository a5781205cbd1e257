"""Group work: each member of a group gets the marks of what one of them handed in."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

from nbformat import NotebookNode
from nbgrader.api import Gradebook

from ..course import Course, closest
from .group_file import GROUP_FILE, names_in, others_named_in
from .handed_in import BrokenSubmission
from .submissions import Submission, students_of

# Where an executed notebook says whose work it is.
METADATA = "labgrader"
GROUP = "group"


class Groups:
    """The groups working on one lab, according to the files in `submitted`.

    roster: the students in the gradebook, None if no class list was imported.
    """

    def __init__(self, course: Course, lab: str, roster: Collection[str] | None = None):
        self.course = course
        self.lab = lab
        self.roster = roster
        self._named_by: dict[str, list[str]] = {}
        self._handed_in = {student for student in students_of(course) if Submission(course, student, lab).was_handed_in}
        for student in sorted(self._handed_in):
            for name in others_named_in(Submission(course, student, lab).folder, student):
                self._named_by.setdefault(name, []).append(student)

    @property
    def members(self) -> Collection[str]:
        """Everybody named as a member by somebody else."""
        return self._named_by.keys()

    def students_of(self, submission: Submission) -> tuple[str, ...]:
        """Whose work a submission is: who handed it in, then the others.

        Raises BrokenSubmission for an unreadable group file and for members that are unknown, in another group or have
        handed in too.
        """
        others = [name for name in names_in(submission.folder) if name != submission.student]
        for name in others:
            if name in self._handed_in:
                raise BrokenSubmission(f"{GROUP_FILE} names {name}, who has handed in too: keep one of the two")
            if elsewhere := [one for one in self._named_by[name] if one != submission.student]:
                raise BrokenSubmission(f"{GROUP_FILE} names {name}, who is in the group of {elsewhere[0]} too")
            if self.roster is not None and name not in self.roster:
                raise BrokenSubmission(
                    f"{GROUP_FILE} names {name}, whom the gradebook does not know: "
                    f"is {closest(name, sorted(self.roster))!r} meant?"
                )
        return (submission.student, *others)

    def is_recorded(self, submission: Submission) -> bool:
        """Whether there is an executed notebook for everybody whose work a submission is."""
        try:
            students = self.students_of(submission)
        except BrokenSubmission:
            return False
        return all(Submission(self.course, name, self.lab).is_graded for name in students)


def roster_of(gradebook: Gradebook) -> frozenset[str] | None:
    """The students in the gradebook, None if all were added by grading, that is without names."""
    students = gradebook.students
    if any(student.first_name or student.last_name or student.email for student in students):
        return frozenset(student.id for student in students)
    return None


def note_group(nb: NotebookNode, students: tuple[str, ...]) -> bool:
    """Record in a notebook's metadata whose work it is; returns whether that changed it."""
    about = nb.metadata.get(METADATA)
    before = dict(about) if isinstance(about, dict) else {}
    after = {name: value for name, value in before.items() if name != GROUP}
    if len(students) > 1:
        after[GROUP] = list(students)
    if after == before:
        return False
    nb.metadata[METADATA] = after
    return True


def noted_group(metadata: Mapping[str, object]) -> tuple[str, ...]:
    """Whose work a notebook is, according to its metadata; empty for the work of one student."""
    about = metadata.get(METADATA)
    group = about.get(GROUP) if isinstance(about, dict) else None
    return tuple(map(str, group)) if isinstance(group, list) else ()


def recorded_group(submission: Submission) -> tuple[str, ...]:
    """Those for whom a graded submission was recorded, who handed it in first; empty unless they are several.

    A group is what all its members' executed notebooks agree on.
    """
    group = _noted_in(submission)
    theirs = (_noted_in(Submission(submission.course, name, submission.lab)) for name in group)
    return group if all(one == group for one in theirs) else ()


def recorded_groups(course: Course, labs: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each lab with each of its groups that have been graded."""
    for lab in labs:
        for student in students_of(course):
            submission = Submission(course, student, lab)
            if (submission.folder / GROUP_FILE).is_file() and (group := recorded_group(submission)):
                yield lab, group


def marked_through(submission: Submission) -> list[str]:
    """The others whose marks in the gradebook come from an earlier grading of this submission."""
    others = _noted_in(submission)[1:]
    theirs = {name: _noted_in(Submission(submission.course, name, submission.lab)) for name in others}
    return [name for name, group in theirs.items() if group[:1] == (submission.student,)]


def _noted_in(submission: Submission) -> tuple[str, ...]:
    """The group that the executed notebooks of a student name."""
    for path in sorted(submission.graded_folder.glob("*.ipynb")):
        if group := noted_group(json.loads(path.read_text(encoding="utf-8"))["metadata"]):
            return group
    return ()
