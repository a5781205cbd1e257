"""Reading a notebook that a student handed in: the file may contain anything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from .handed_in import BrokenSubmission

MOST_CELLS = 5_000


def read_submitted(path: Path, most_bytes: int) -> NotebookNode:
    """A submitted notebook, converted to nbformat 4, valid and without outputs; raises BrokenSubmission."""
    size = path.stat().st_size
    if size > most_bytes:
        raise BrokenSubmission(f"{path.name} is too large ({size / 1e6:.0f} MB)")
    try:
        text = path.read_bytes().decode("utf-8-sig")  # some editors begin a file with a byte order mark
    except UnicodeDecodeError:
        raise BrokenSubmission(f"{path.name} is not UTF-8 text") from None
    if not text.strip():
        raise BrokenSubmission(f"{path.name} is empty")
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise BrokenSubmission(f"{path.name} is not JSON") from None
    return _as_notebook(content, path.name)


def _as_notebook(content: object, name: str) -> NotebookNode:
    if not isinstance(content, dict) or not isinstance(content.get("nbformat"), int):
        raise BrokenSubmission(f"{name} is JSON but no notebook")
    _drop_outputs(content)
    cells = content.get("cells")
    if isinstance(cells, list) and len(cells) > MOST_CELLS:
        raise BrokenSubmission(f"{name} has too many cells ({len(cells)})")
    problems: dict[str, Exception] = {}
    try:
        nb: NotebookNode = nbformat.reads(json.dumps(content), as_version=4, capture_validation_error=problems)
    except Exception as error:  # nbformat fails in many ways on malformed files
        raise BrokenSubmission(f"{name} is not a valid notebook: {_first_line(error)}") from error
    if problems:
        raise BrokenSubmission(f"{name} is not a valid notebook: {_first_line(problems['ValidationError'])}")
    return nb


def _drop_outputs(content: dict[str, Any]) -> None:
    """Remove the outputs of the student's machine: grading executes the notebook again and needs none of them."""
    for cell in content["cells"] if isinstance(content.get("cells"), list) else ():
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None


def _first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:200]
