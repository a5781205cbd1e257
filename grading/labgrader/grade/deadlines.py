"""Deadlines of labs, as nbgrader stores them: in the gradebook, in UTC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment

from ..engine.submissions import Submission
from ..errors import LabgraderError
from ..nbgrader_session import NbgraderSession

WHEN = re.compile(r"(?P<time>\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?) ?(?P<zone>\S*)")
OFFSET = re.compile(r"[+-]\d\d:?\d\d")
NEVER = "never"


def due_dates(gradebook: Gradebook, submissions: Iterable[Submission]) -> dict[Submission, datetime | None]:
    """When each submission was due, including an extension granted to the student."""
    due = dict(gradebook.db.query(Assignment.name, Assignment.duedate).all())
    extended = gradebook.db.query(Assignment.name, Student.id, SubmittedAssignment.extension)
    extended = extended.select_from(SubmittedAssignment).join(Assignment).join(Student)
    extensions = {
        (lab, student): extension
        for lab, student, extension in extended.filter(SubmittedAssignment.extension.is_not(None))
    }
    dates = {}
    for one in submissions:
        date, extension = due.get(one.lab), extensions.get((one.lab, one.student))
        dates[one] = date + extension if date and extension else date
    return dates


def set_deadline(session: NbgraderSession, lab: str, when: str) -> datetime | None:
    """Set a lab's deadline in the gradebook; returns the new one, in UTC.

    `never` removes it and all extensions: nbgrader cannot read an extension without a deadline.
    Raises LabgraderError for an invalid time or time zone.
    """
    due = None if when == NEVER else parse_when(when, course_zone(session))
    with session.gradebook() as gradebook:
        assignment = gradebook.update_or_create_assignment(lab, duedate=due)
        if due is None:
            for submission in assignment.submissions:
                submission.extension = None
            gradebook.db.commit()
    return due


def deadline_of(session: NbgraderSession, lab: str) -> datetime | None:
    """A lab's deadline in UTC, None if it has none."""
    with session.gradebook() as gradebook:
        row = gradebook.db.query(Assignment.duedate).filter(Assignment.name == lab).one_or_none()
    return row[0] if row else None


def course_zone(session: NbgraderSession) -> str:
    """The time zone in which formgrader shows times, `c.NbGraderAPI.timezone`."""
    return str(session.config.NbGraderAPI.get("timezone", "UTC"))


def parse_when(text: str, zone: str) -> datetime:
    """Convert a time like "2026-12-01 23:59" to UTC from a zone, or from the zone it names ("… +0100").

    Raises LabgraderError for an invalid time or time zone.
    """
    match = WHEN.fullmatch(text.strip())
    if not match:
        raise LabgraderError(
            f'{text!r} is no time: write it like "2026-12-01 23:59", or "2026-12-01 23:59 Europe/Paris" with a zone.'
        )
    named = match["zone"] or zone
    try:
        if OFFSET.fullmatch(named):
            local = datetime.fromisoformat(match["time"] + named)
        else:
            local = datetime.fromisoformat(match["time"]).replace(tzinfo=_zone(named))
    except ValueError as error:
        raise LabgraderError(f"{text!r} is no time ({error}): correct the date.") from None
    return local.astimezone(UTC).replace(tzinfo=None)


def in_words(due: datetime, zone: str) -> str:
    """A deadline in the course's time zone, and in UTC where that differs."""
    local = due.replace(tzinfo=UTC).astimezone(_zone(zone))
    words = f"{local:%Y-%m-%d %H:%M} {zone}"
    return words if not local.utcoffset() else f"{words} ({due:%Y-%m-%d %H:%M} UTC)"


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise LabgraderError(
            f"There is no time zone {name!r}: write one like Europe/Paris, or correct c.NbGraderAPI.timezone."
        ) from None
