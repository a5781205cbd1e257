"""The solved version must be small enough to clone and earn full marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from ... import notebook
from ..lab import Lab, Refusal

MIB = 2**20
LARGEST_SOLUTION = 2 * MIB


def solution_refusals(lab: Lab, path: Path) -> Iterator[Refusal]:
    """The problems of a lab after it has been solved and executed."""
    size = path.stat().st_size
    if size > LARGEST_SOLUTION:
        yield lab.refusal(f"its solution weighs {size / MIB:.1f} MiB, more than 2 MiB; make figures smaller or fewer.")
    yield from solutions_without_full_marks(lab, notebook.read(path))


def solutions_without_full_marks(lab: Lab, solution: NotebookNode) -> Iterator[Refusal]:
    """A test cell for which the solution itself does not earn all points, as nbgrader counts them."""
    for index, cell in enumerate(solution.cells):
        if not notebook.is_test(cell):
            continue
        try:
            earned, points = determine_grade(cell)
        except ValueError as error:
            yield lab.refusal(f"nbgrader cannot count its score ({error}); correct the test.", index)
        else:
            if earned != points:
                yield lab.refusal(f"the solution earns {earned:g} of {points:g} points; correct it or its test.", index)
