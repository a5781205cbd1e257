"""Cells of a lab: what they are recognised by, and what a person calls them."""

import hashlib
import json
import re

PARAMETERS = "parameters"  # the tag of the cell with a lab's parameters


def grade_id(cell):
    """nbgrader's name of a cell, None for a cell that is not graded, solved or locked."""
    return cell.metadata.get("nbgrader", {}).get("grade_id")


def has_tag(cell, tag):
    """Whether a cell carries a tag."""
    return tag in cell.metadata.get("tags", [])


def checksum(cell):
    """A short hash of a cell's type and text, as `labgrader` writes it into a release."""
    text = json.dumps([cell.cell_type, cell.source], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def label(nb, index):
    """What a person calls a cell: its grade id, else its number and the heading above it."""
    if name := grade_id(nb.cells[index]):
        return name
    heading = heading_above(nb, index)
    return f"cell {index + 1}" + (f" under “{heading}”" if heading else "")


def heading_above(nb, index):
    """The nearest heading of the lab at or above a cell, without its number signs; empty when there is none."""
    for cell in reversed(nb.cells[: index + 1]):
        if cell.cell_type == "markdown" and not grade_id(cell):
            headings = [line for line in cell.source.splitlines() if re.match("#+ ", line)]
            if headings:
                return headings[-1].lstrip("#").partition("  ·")[0].strip()
    return ""
