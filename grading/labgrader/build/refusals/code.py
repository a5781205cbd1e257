"""The code of a lab: parameters, names that demos bind, what rewriting the script would lose."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from nbformat import NotebookNode

from ... import notebook
from ..lab import Lab, Refusal, cell_label
from ..names import Names, names_of, parse
from ..script import notebook_from_script


def cells_that_do_not_parse(lab: Lab) -> Iterator[Refusal]:
    """A code cell that is not Python."""
    for index, cell in code_cells(lab.source):
        try:
            parse(cell.source)
        except SyntaxError as error:
            yield lab.refusal(f"line {error.lineno} is not Python ({error.msg}); correct it.", index)


def parameters_cell(lab: Lab) -> Iterator[Refusal]:
    """Not exactly one parameters cell, or one that computes."""
    cells = [(i, cell) for i, cell in enumerate(lab.source.cells) if notebook.has_tag(cell, "parameters")]
    if not cells:
        yield lab.refusal("it has no cell tagged `parameters`; add one.")
    for index, _ in cells[1:]:
        yield lab.refusal("a second cell is tagged `parameters`; keep one.", index)
    for index, cell in cells[:1]:
        if cell.cell_type != "code" or not only_literals(cell.source):
            yield lab.refusal("the parameters cell may only assign literals, NAME = value.", index)


def only_literals(source: str) -> bool:
    """Whether a cell does nothing but assign literals to names."""
    try:
        statements = ast.parse(source).body
        for statement in statements:
            if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
                return False
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if len(targets) != 1 or not isinstance(targets[0], ast.Name):
                return False
            ast.literal_eval(statement.value)
    except (SyntaxError, ValueError, TypeError):
        return False
    return bool(statements)


def marks_that_depend_on_demos(lab: Lab) -> Iterator[Refusal]:
    """A cell that runs while grading and needs a name that a demo binds: demos are skipped then."""
    names = names_by_cell(lab.source)
    demos = {index for index in names if notebook.has_tag(lab.source.cells[index], "demo")}
    graded = set(names) - demos
    bound = {name for index in graded for name in names[index].binds}
    for index in sorted(graded):
        for name in sorted(names[index].needs):
            demo = next((i for i in sorted(demos) if name in names[i].binds), None)
            if demo is None:
                continue
            verb = "rebinds" if name in bound else "alone binds"
            where = cell_label(lab.source, demo)
            yield lab.refusal(f"it needs {name!r}, which the demo {where} {verb}; use another name there.", index)


def names_by_cell(nb: NotebookNode) -> dict[int, Names]:
    return {index: names_of(cell.source) for index, cell in code_cells(nb)}


def code_cells(nb: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    return ((index, cell) for index, cell in enumerate(nb.cells) if cell.cell_type == "code")


def lossy_script(lab: Lab) -> Iterator[Refusal]:
    """A script whose canonical form is another notebook."""
    again = notebook_from_script(lab.canonical_script)
    if again == lab.source:
        return
    pairs = zip(lab.source.cells, again.cells, strict=False)
    index = next((i for i, (cell, other) in enumerate(pairs) if cell != other), None)
    yield lab.refusal("its text would not survive being rewritten in canonical form; simplify it.", index)
