"""Every exercise has a test, and every test a score."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator

from nbformat import NotebookNode

from ... import notebook
from ..lab import Lab, Refusal
from ..markers import outside_regions, regions
from ..names import parse

TEST_PREFIX = "test_"


def exercises_without_test(lab: Lab) -> Iterator[Refusal]:
    """A solution cell without a test cell."""
    tests = {notebook.grade_id(cell) for cell in lab.source.cells if notebook.is_test(cell)}
    for index, cell in enumerate(lab.source.cells):
        wanted = f"{TEST_PREFIX}{notebook.grade_id(cell)}"
        if notebook.is_solution_code(cell) and wanted not in tests:
            yield lab.refusal(f"the exercise has no test cell; add one with the grade id {wanted!r}.", index)


def tests_without_exercise(lab: Lab) -> Iterator[Refusal]:
    """A test cell without an exercise."""
    exercises = {notebook.grade_id(cell) for cell in lab.source.cells if notebook.is_solution_code(cell)}
    for index, cell in enumerate(lab.source.cells):
        if not notebook.is_test(cell):
            continue
        name = notebook.known_grade_id(cell)
        if not name.startswith(TEST_PREFIX) or name.removeprefix(TEST_PREFIX) not in exercises:
            yield lab.refusal("the test cell has no exercise; its grade id must be test_<exercise>.", index)


def tests_without_hidden_tests(lab: Lab) -> Iterator[Refusal]:
    """A test cell all of whose checks students see, so that returning the shown values earns the points."""
    for index, cell in tests_of(lab):
        if not any(line.strip() for region in regions(cell.source, "HIDDEN TESTS") for line in region.lines):
            yield lab.refusal("it has no hidden tests; add some between the HIDDEN TESTS markers.", index)


def points_that_differ(lab: Lab) -> Iterator[Refusal]:
    """Points in the Check call that differ from those in the metadata."""
    for index, cell in tests_of(lab):
        literals = [points_of_call(call) for call in check_calls(parse(cell.source))]
        if len(literals) != 1:
            yield lab.refusal("it must call Check(…, points=N) exactly once.", index)
        elif literals[0] is None:
            yield lab.refusal("points= of its Check call must be a literal number.", index)
        elif literals[0] != notebook.points(cell):
            yield lab.refusal(
                f"its Check call says {literals[0]} points and its metadata {notebook.points(cell)}; make them equal.",
                index,
            )


def tests_without_score(lab: Lab) -> Iterator[Refusal]:
    """A test cell that does not end in the score: nbgrader gives full marks for no output and for text."""
    for index, cell in tests_of(lab):
        if not ends_in_score(cell.source):
            yield lab.refusal("its last line must be the score, `check.score()`, and nothing after it.", index)
        elif not ends_in_score("\n".join(outside_regions(cell.source))):
            yield lab.refusal("its score stands inside the hidden tests; put it after their END.", index)


def tests_of(lab: Lab) -> Iterator[tuple[int, NotebookNode]]:
    return ((index, cell) for index, cell in enumerate(lab.source.cells) if notebook.is_test(cell))


def check_calls(tree: ast.AST) -> list[ast.Call]:
    """The calls of `Check` or `<module>.Check`."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call for call in calls if "Check" in (getattr(call.func, "attr", ""), getattr(call.func, "id", ""))]


def points_of_call(call: ast.Call) -> float | None:
    values = [keyword.value for keyword in call.keywords if keyword.arg == "points"]
    if len(values) != 1 or not isinstance(values[0], ast.Constant):
        return None
    value = values[0].value
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def ends_in_score(source: str) -> bool:
    """Whether the cell's value, as IPython shows it, is `<check>.score()`."""
    body = parse(source).body
    last = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    is_score = isinstance(last, ast.Call) and getattr(last.func, "attr", None) == "score" and not last.args
    return is_score and not ends_in_semicolon(source)


def ends_in_semicolon(source: str) -> bool:
    ignored = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.ENDMARKER, tokenize.DEDENT)
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(source).readline) if t.type not in ignored]
    return bool(tokens) and tokens[-1].string == ";"
