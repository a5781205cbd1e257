"""The solved and executed notebooks: what of them is kept in the repository, and what of that is compared."""

from __future__ import annotations

import copy
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from ..course import Course
from ..run.execute import WORKPLACE


def keepable(executed: NotebookNode, course: Course) -> NotebookNode:
    """An executed notebook without what changes from run to run or from machine to machine."""
    nb = without_records(executed)
    nb.metadata.get("language_info", {}).pop("version", None)
    scrub = scrubber(course)
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            output.update(scrubbed(output, scrub))
    return nb


def normalise(nb: NotebookNode) -> NotebookNode:
    """The text and structure of a notebook: no outputs, counts, ids, times, paths or versions."""
    nb = without_records(nb)
    for key in ("language_info", "widgets"):
        nb.metadata.pop(key, None)
    for cell in nb.cells:
        cell.pop("id", None)
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nb


def without_records(nb: NotebookNode) -> NotebookNode:
    """A copy of a notebook without the times, paths and versions that papermill and nbclient record."""
    nb = copy.deepcopy(nb)
    for part in (nb, *nb.cells):
        for key in ("papermill", "execution"):
            part.metadata.pop(key, None)
        if part.metadata.get("tags") == []:  # papermill adds it to every cell
            del part.metadata["tags"]
    return nb


def execution_gap(nb: NotebookNode) -> str | None:
    """Why a notebook does not count as executed, None if it does."""
    for cell in nb.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        if cell.execution_count is None:
            return "was never executed to its end"
        if any(output.output_type == "error" for output in cell.outputs):
            return "holds an error"
    return None


def scrubber(course: Course) -> Callable[[str], str]:
    """A function that replaces paths of this machine and addresses in memory."""
    temporary = re.escape(tempfile.gettempdir())
    replacements = [
        (rf"{temporary}/{WORKPLACE}[^/\s]*/work", "."),
        (rf"{temporary}/ipykernel_\d+/\d+\.py", "<cell>"),
        (re.escape(sys.prefix), "<environment>"),
        (re.escape(str(course.root)), "<course>"),
        (rf"{re.escape(str(Path.home()))}(?=/)", "~"),
        (r"\b0x[0-9a-f]{6,}\b", "0x…"),
    ]

    def scrub(text: str) -> str:
        for pattern, replacement in replacements:
            text = re.sub(pattern, replacement, text)
        return text

    return scrub


def scrubbed(value: object, scrub: Callable[[str], str]) -> object:
    """An output with every text in it scrubbed; images are left alone."""
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, list):
        return [scrubbed(item, scrub) for item in value]
    if isinstance(value, dict):
        items = ((key, item if key.startswith("image/") else scrubbed(item, scrub)) for key, item in value.items())
        return nbformat.from_dict(dict(items))
    return value
