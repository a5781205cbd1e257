"""Where a cell of one version of a lab belongs in another version."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dllabs.student.cells import PARAMETERS, grade_id, has_tag

if TYPE_CHECKING:
    from nbformat import NotebookNode


def identity(cell: NotebookNode) -> tuple[str, ...] | None:
    """A key that identifies a cell: its grade id, the parameters tag, or its cell id; None if it has none of these."""
    if name := grade_id(cell):
        return "grade id", name
    if has_tag(cell, PARAMETERS):
        return (PARAMETERS,)
    return ("id", cell.id) if "id" in cell else None


def place_behind(neighbours: Sequence[NotebookNode], cells: Sequence[NotebookNode]) -> int:
    """The index in `cells` directly after the last of `neighbours` that also occurs there; 0 if none does.

    neighbours: the cells above the one to be placed, from top to bottom.
    """
    indices: dict[tuple[str, ...], int] = {}
    for index, cell in enumerate(cells):
        if key := identity(cell):
            indices.setdefault(key, index)
    return next((indices[key] + 1 for cell in reversed(neighbours) if (key := identity(cell)) in indices), 0)
