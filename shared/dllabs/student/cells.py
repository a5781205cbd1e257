"""Cells of a lab: how programs identify them and how messages name them."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode

PARAMETERS = "parameters"  # the tag of the cell with a lab's parameters


def grade_id(cell: NotebookNode) -> str | None:
    """nbgrader's name of a cell, None for an ordinary cell (not graded, not a solution, not locked)."""
    name: str | None = cell.metadata.get("nbgrader", {}).get("grade_id")
    return name


def has_tag(cell: NotebookNode, tag: str) -> bool:
    """Whether a cell has a tag."""
    return tag in cell.metadata.get("tags", [])


def checksum(cell: NotebookNode) -> str:
    """A hash of a cell's type and text, as `labgrader` writes it into a release: 16 hexadecimal digits of SHA-256."""
    text = json.dumps([cell.cell_type, cell.source], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def label(nb: NotebookNode, index: int) -> str:
    """The name of a cell in messages: its grade id, otherwise its number and the heading above it."""
    if name := grade_id(nb.cells[index]):
        return name
    heading = heading_above(nb, index)
    return f"cell {index + 1}" + (f" under “{heading}”" if heading else "")


def heading_above(nb: NotebookNode, index: int) -> str:
    """The nearest heading of the lab at or above a cell, without its number signs; empty if there is none."""
    for cell in reversed(nb.cells[: index + 1]):
        if cell.cell_type == "markdown" and not grade_id(cell):
            headings: list[str] = [line for line in cell.source.splitlines() if re.match("#+ ", line)]
            if headings:
                return headings[-1].lstrip("#").partition("  ·")[0].strip()
    return ""
