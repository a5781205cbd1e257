"""The exercises of a notebook: what has to run before an answer, and what judges it."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass, replace

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearHiddenTests

from .. import notebook
from ..answers import without_markers
from ..build.names import PROVIDED, Names, names_of
from ..engine.selection import demos_of, executable
from ..preprocessors.instructor_copy import PARAMETERS

SEED = "SEED"


@dataclass(frozen=True)
class Exercise:
    """A solution cell with the test cells that grade it.

    `before` are the sources to run before an answer, `between` those that stand between it and the last test.
    """

    name: str
    marked_solution: str
    before: tuple[str, ...]
    between: tuple[NotebookNode, ...]  # in their order, the test cells among them
    must_record: bool

    @property
    def solution(self) -> str:
        """The instructor's answer."""
        return without_markers(self.marked_solution)

    @property
    def tests(self) -> list[NotebookNode]:
        """The test cells as they grade."""
        return [cell for cell in self.between if notebook.is_test(cell)]

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return float(sum(notebook.points(cell) for cell in self.tests))

    def visible(self) -> Exercise:
        """The same exercise, judged by what students see of its tests."""
        return replace(self, between=tuple(map(_released, self.between)))

    @property
    def hides_tests(self) -> bool:
        """Whether some of its checks are hidden."""
        return any(cell.source != _released(cell).source for cell in self.tests)


def exercises_of(nb: NotebookNode, seed: int) -> list[Exercise]:
    """The exercises of an instructor's notebook that test cells grade, for one value of the parameter SEED."""
    cells = [nb.cells[index] for index in executable(nb) if nb.cells[index] not in demos_of(nb)]
    cells = [with_seed(cell, seed) if notebook.has_tag(cell, PARAMETERS) else cell for cell in cells]
    solutions = [place for place, cell in enumerate(cells) if notebook.is_solution_code(cell)]
    exercises = []
    for place, end in zip(solutions, [*solutions[1:], len(cells)], strict=True):
        tests = [at for at in range(place + 1, end) if notebook.is_test(cells[at])]
        name = notebook.grade_id(cells[place])
        if tests and name:
            between = range(place + 1, tests[-1] + 1)
            before = tuple(cells[at].source for at in _needed_before(cells, place, [place, *between]))
            exercise = Exercise(
                name, cells[place].source, before, tuple(cells[at] for at in between), "labgrader" in nb.metadata
            )
            exercises.append(exercise)
    return exercises


def has_seed(nb: NotebookNode) -> bool:
    """Whether the notebook has a parameter SEED."""
    return any(notebook.has_tag(cell, PARAMETERS) and _seed_literal(cell.source) for cell in nb.cells)


def with_seed(cell: NotebookNode, seed: int) -> NotebookNode:
    """A parameters cell with another literal for SEED."""
    literal = _seed_literal(cell.source)
    if literal is None:
        return cell
    cell = copy.deepcopy(cell)
    lines = cell.source.split("\n")
    line = lines[literal.lineno - 1]
    lines[literal.lineno - 1] = line[: literal.col_offset] + str(seed) + line[literal.end_col_offset :]
    cell.source = "\n".join(lines)
    return cell


def _seed_literal(source: str) -> ast.expr | None:
    try:
        statements = ast.parse(source).body
    except SyntaxError:
        return None
    for statement in statements:
        if isinstance(statement, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id == SEED for target in statement.targets
        ):
            return statement.value
    return None


def _released(cell: NotebookNode) -> NotebookNode:
    """A test cell without its hidden tests."""
    released, _ = ClearHiddenTests().preprocess_cell(copy.deepcopy(cell), ResourcesDict(), 0)
    return released


def _needed_before(cells: list[NotebookNode], place: int, wanted: list[int]) -> list[int]:
    """The cells before a place: all but test cells, and of these the ones that bind a name nobody else binds."""
    names = {at: _names(cell.source) for at, cell in enumerate(cells[: max(wanted) + 1])}
    kept = {at for at in range(place) if not notebook.is_test(cells[at])} | set(wanted)
    while True:
        bound = set().union(PROVIDED, *(names[at].binds for at in kept))
        missing = set().union(*(names[at].needs for at in kept)) - bound
        found = [at for at in range(place - 1, -1, -1) if at not in kept and names[at].binds & missing]
        if not found:
            return sorted(at for at in kept if at < place)
        kept.add(found[0])


def _names(source: str) -> Names:
    try:
        return names_of(source)
    except SyntaxError:
        return Names(frozenset(), frozenset())
