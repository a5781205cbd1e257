"""Points given by hand in formgrader count for all members of a group."""

from __future__ import annotations

from collections.abc import Iterable

from ..engine.by_hand import share_by_hand
from ..engine.groups import recorded_groups
from ..nbgrader_session import NbgraderSession


def share_marks_by_hand(session: NbgraderSession, labs: Iterable[str]) -> None:
    """Copy points and comments given by hand to one member of a group to the members without any."""
    groups = list(recorded_groups(session.course, labs))
    if not groups:
        return
    with session.gradebook() as gradebook:
        for lab, students in groups:
            share_by_hand(gradebook, lab, students)
        gradebook.db.commit()
