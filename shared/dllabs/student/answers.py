"""The state of an answer: deleted, untouched, empty, unfinished or written."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from dllabs.student.cells import checksum

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from dllabs.student.release import ReleasedCell

State: TypeAlias = Literal["written", "deleted", "untouched", "empty", "unfinished", "wrong type"]

WRITTEN: Final = "written"
DELETED: Final = "deleted"
UNTOUCHED: Final = "untouched"
EMPTY: Final = "empty"
UNFINISHED: Final = "unfinished"
WRONG_TYPE: Final = "wrong type"

STUB = "raise NotImplementedError()"
PLACEHOLDER = "YOUR ANSWER HERE"


def state(cell: NotebookNode | None, released: ReleasedCell) -> tuple[State, str]:
    """The state of an answer, and a message for the student (empty if the answer is written).

    cell: the student's cell, None if it is missing. released: the cell as it was released.
    """
    if cell is None:
        return DELETED, "its answer cell was deleted"
    is_text = released.kind == WRITTEN
    if (cell.cell_type == "markdown") != is_text:
        wanted = "Markdown" if is_text else "Code"
        return WRONG_TYPE, f"its answer cell is of type {cell.cell_type} now: make it {wanted} again"
    if checksum(cell) == released.checksum:
        return UNTOUCHED, "not answered yet"
    if not cell.source.strip() or (not is_text and not has_statements(cell.source)):
        return EMPTY, "its answer is empty"
    if is_text:
        unfinished = PLACEHOLDER if cell.source.strip() == PLACEHOLDER else ""
    else:
        unfinished = what_is_unfinished(cell.source)
    return (UNFINISHED, f"its answer still has {unfinished}") if unfinished else (WRITTEN, "")


def has_statements(source: str) -> bool:
    """Whether code contains more than comments; True for code with a syntax error."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:
        return True


def what_is_unfinished(source: str) -> str:
    """Which part of the released stub is still in the code of an answer; empty if none is."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        # Magics and half-written code cannot be parsed, but can be searched line by line.
        return f"`{STUB}`" if any(line.strip() == STUB for line in source.splitlines()) else ""
    stubs = [
        function.name
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and ast.unparse(function.body[-1]) == STUB
    ]
    if stubs:
        return f"`{STUB}` in {', '.join(stubs)}"
    open_questions = unanswered(tree.body)
    return f"None for {open_questions} of its questions" if open_questions else ""


def unanswered(statements: list[ast.stmt]) -> int:
    """How many answers of a quiz are None: values in dicts assigned at module level, the last one of each name."""
    dicts: dict[str, ast.Dict] = {}
    for statement in statements:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(statement.value, ast.Dict):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            dicts[ast.unparse(target)] = statement.value
    values = [value for one in dicts.values() for value in one.values]
    return sum(isinstance(value, ast.Constant) and value.value is None for value in values)
