"""The parameters of a lab: their names, and values given on the command line."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterable

from nbformat import NotebookNode

from .. import notebook
from ..errors import LabgraderError


def parse_assignment(text: str) -> tuple[str, object]:
    """`NAME=VALUE` as a pair; a value is a Python literal, else a string."""
    name, equals, value = (part.strip() for part in text.partition("="))
    if not equals or not name.isidentifier():
        raise ValueError(f"{text!r} is not NAME=VALUE.")
    try:
        return name, ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return name, value


def refuse_unknown(lab: str, nb: NotebookNode, parameters: Iterable[str]) -> None:
    """Refuse a parameter that a lab's parameters cell does not set: papermill would only warn."""
    known = parameter_names(nb)
    for name in parameters:
        if name not in known:
            nearest = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {nearest[0]}?" if nearest else f"it has {', '.join(known) or 'none'}."
            raise LabgraderError(f"Lab {lab} has no parameter {name}: {hint}")


def parameter_names(nb: NotebookNode) -> list[str]:
    """The names that the parameters cell assigns."""
    return [
        target.id
        for cell in nb.cells
        if cell.cell_type == "code" and notebook.has_tag(cell, "parameters")
        for statement in ast.parse(cell.source).body
        for target in getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(target, ast.Name)
    ]
