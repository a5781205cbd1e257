"""How far an answer is: deleted, untouched, empty, unfinished or written."""

import ast

from dllabs.student.cells import checksum

WRITTEN = "written"
DELETED = "deleted"
UNTOUCHED = "untouched"
EMPTY = "empty"
UNFINISHED = "unfinished"
WRONG_TYPE = "wrong type"

STUB = "raise NotImplementedError()"
PLACEHOLDER = "YOUR ANSWER HERE"


def state(cell, released):
    """The state of an answer, and what a student should know about it (empty when it is written).

    cell: the student's cell, None when it is not there. released: what it was.
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


def has_statements(source):
    """Whether code holds more than comments; code with a syntax error does."""
    try:
        return bool(ast.parse(source).body)
    except SyntaxError:
        return True


def what_is_unfinished(source):
    """Which part of the released question stands in an answer in code; empty when none does."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        # Magics and half-written code: their lines can still be read.
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


def unanswered(statements):
    """How many values are None in dicts assigned outside of functions, as a quiz is; of each name's last one."""
    dicts = {}
    for statement in statements:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and isinstance(statement.value, ast.Dict):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            dicts[ast.unparse(target)] = statement.value
    values = [value for one in dicts.values() for value in one.values]
    return sum(isinstance(value, ast.Constant) and value.value is None for value in values)
