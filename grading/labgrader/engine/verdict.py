"""The points of an executed test cell. Points must be proven; otherwise none are earned."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from nbformat import NotebookNode
from nbgrader.utils import determine_grade

from .. import notebook
from ..job import ERROR, OK

# What a check publishes besides its report: {"points": …, "earned": …, "checks": […]}.
CHECKS_RECORD = re.compile(r"application/vnd\..+\.checks\+json")
# The error of a check that is itself wrong.
BROKEN_CHECK = "BrokenCheck"
ROUNDING = 0.005


@dataclass(frozen=True)
class Verdict:
    """The points of a graded cell; None if it must be graded by hand, with the reason if the grader failed."""

    points: float | None
    broken: str = ""


NOT_EARNED = Verdict(0.0)


def judge(cell: NotebookNode, status: str | None, *, must_record: bool) -> Verdict:
    """The verdict on an executed graded cell.

    status: the cell's status according to the runner, None if it has no record of the cell.
    must_record: the cell's score comes from checks that publish a record (see `publishes_checks`).
    """
    if notebook.is_solution(cell) or cell.cell_type != "code":
        return Verdict(determine_grade(cell)[0])
    if status == ERROR and _raised(cell, BROKEN_CHECK):
        return Verdict(None, f"{BROKEN_CHECK} in {notebook.grade_id(cell)}")
    if status != OK or _shows_failure(cell):
        return NOT_EARNED
    results = [output for output in cell.outputs if output.output_type == "execute_result"]
    if must_record:
        return _recorded(cell, results)
    return _by_nbgraders_rules(cell, results)


def publishes_checks(source: str) -> bool:
    """Whether a test cell's last expression is `….score()`."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return False
    last = body[-1] if body else None
    return (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Attribute)
        and last.value.func.attr == "score"
        and not last.value.args
    )


def _recorded(cell: NotebookNode, results: list[NotebookNode]) -> Verdict:
    """The checks' own record and the cell's result, exactly one of each, must give the same points."""
    records = [
        record
        for output in cell.outputs
        for mime, record in output.get("data", {}).items()
        if CHECKS_RECORD.fullmatch(mime)
    ]
    if len(results) != 1 or len(records) != 1:
        return NOT_EARNED
    result, record = _number(results[0]), records[0]
    earned = record.get("earned") if isinstance(record, dict) else None
    if result is None or not isinstance(earned, int | float) or not abs(result - earned) < ROUNDING:
        return NOT_EARNED
    return _within(result, cell)


def _by_nbgraders_rules(cell: NotebookNode, results: list[NotebookNode]) -> Verdict:
    """Partial credit if the first result is a number, else full points: other courses' cells assert, or end in text."""
    if results and (number := _number(results[0])) is not None:
        return _within(number, cell)
    return Verdict(float(notebook.points(cell)))


def _within(number: float, cell: NotebookNode) -> Verdict:
    """A number as points if it is valid, else no points."""
    return Verdict(number) if 0 <= number <= float(notebook.points(cell)) else NOT_EARNED


def _number(result: NotebookNode) -> float | None:
    """The number a cell returned, None for anything else; NaN is later rejected as out of range."""
    text = result.data.get("text/plain")
    try:
        return float("".join(text) if isinstance(text, list) else text)
    except (TypeError, ValueError):
        return None


def _shows_failure(cell: NotebookNode) -> bool:
    """Whether an error or a line on standard error precedes any result: in nbgrader the points are lost then."""
    for output in cell.outputs:
        if output.output_type == "error" or (output.output_type == "stream" and output.name == "stderr"):
            return True
        if output.output_type == "execute_result":
            return False
    return False


def _raised(cell: NotebookNode, name: str) -> bool:
    return any(output.output_type == "error" and output.ename == name for output in cell.outputs)
