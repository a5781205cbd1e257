"""Points and comments given by hand to one member of a group count for the whole group."""

from __future__ import annotations

from collections.abc import Sequence

from nbgrader.api import BaseCell, Comment, Grade, Gradebook, MissingEntry


def share_by_hand(gradebook: Gradebook, lab: str, students: Sequence[str]) -> None:
    """Copy points and comments given by hand to one student of a group to those who have none for that cell.

    Nothing entered by hand is replaced: individual marks are kept. Does not commit.
    """
    for kind, field in ((Grade, "manual_score"), (Comment, "manual_comment")):
        by_cell: dict[str, list[Grade | Comment]] = {}
        for student in students:
            for cell, row in _rows(gradebook, kind, lab, student):
                by_cell.setdefault(cell, []).append(row)
        for rows in by_cell.values():
            given = next((row for row in rows if getattr(row, field) is not None), None)
            if given:
                _pass_on(given, [row for row in rows if getattr(row, field) is None], field)


def _rows(
    gradebook: Gradebook, kind: type[Grade] | type[Comment], lab: str, student: str
) -> list[tuple[str, Grade | Comment]]:
    """The id of each cell of a student's submission with its row."""
    try:
        submission = gradebook.find_submission(lab, student)
    except MissingEntry:
        return []
    parts = [part.id for part in submission.notebooks]
    query = gradebook.db.query(BaseCell.id, kind).join(kind, kind.cell_id == BaseCell.id)
    rows: list[tuple[str, Grade | Comment]] = query.filter(kind.notebook_id.in_(parts)).all()
    return rows


def _pass_on(given: Grade | Comment, rows: Sequence[Grade | Comment], field: str) -> None:
    for row in rows:
        setattr(row, field, getattr(given, field))
        if isinstance(given, Grade):
            row.needs_manual_grade = given.needs_manual_grade
