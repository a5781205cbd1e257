"""Markers whose effect is not what their author intended."""

from __future__ import annotations

from collections.abc import Iterator

from ... import notebook
from ..lab import Lab, Refusal
from ..markers import KINDS, false_markers, markers


def unbalanced_markers(lab: Lab) -> Iterator[Refusal]:
    """Regions that are nested, or that are opened or closed only."""
    for index, cell in enumerate(lab.source.cells):
        open_kind = None
        for marker in markers(cell.source):
            if marker.edge == "BEGIN" and open_kind:
                yield lab.refusal(f"BEGIN {marker.kind} stands inside {open_kind}; regions do not nest.", index)
                break
            if marker.edge == "END" and open_kind != marker.kind:
                yield lab.refusal(f"END {marker.kind} closes nothing; add its BEGIN.", index)
                break
            open_kind = marker.kind if marker.edge == "BEGIN" else None
        else:
            if open_kind:
                yield lab.refusal(f"BEGIN {open_kind} is never closed; add its END.", index)


def misspelt_markers(lab: Lab) -> Iterator[Refusal]:
    """A line that looks like a marker and is not exactly one."""
    for index, cell in enumerate(lab.source.cells):
        for line in false_markers(cell.source):
            yield lab.refusal(
                f"{line!r} looks like a marker but is not exactly one; write it as `### BEGIN SOLUTION` is written,"
                " alone on its line, or reword it.",
                index,
            )


def misplaced_markers(lab: Lab) -> Iterator[Refusal]:
    """A marker in a cell where nbgrader does not expect it."""
    allowed = {
        "SOLUTION": (notebook.is_solution, "a solution cell"),
        "HIDDEN TESTS": (notebook.is_test, "a test cell"),
        "MARK SCHEME": (notebook.is_task, "a task cell"),
    }
    for index, cell in enumerate(lab.source.cells):
        for kind in KINDS:
            fits, where = allowed[kind]
            if any(marker.kind == kind for marker in markers(cell.source)) and not fits(cell):
                yield lab.refusal(f"a {kind} marker belongs in {where}, which this is not.", index)
