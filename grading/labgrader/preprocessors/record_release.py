"""A record of the release in the release itself, so that a student's copy can be compared with it."""

from __future__ import annotations

import hashlib
import json

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import notebook
from .instructor_copy import PARAMETERS

BONUS = "bonus"


class RecordRelease(NbGraderPreprocessor):
    """Lists the released cells in the notebook's metadata, `labgrader.release`.

    nbgrader's own checksums are stored in the cells, so they reveal a changed cell but not a deleted one. The list has
    an entry per cell: its id, a checksum of its type and text, and for nbgrader's cells the grade id, points and kind.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Write the record; it has to come after everything that changes cells."""
        ours = nb.metadata.setdefault("labgrader", NotebookNode())
        ours["release"] = {"lab": resources["nbgrader"]["assignment"], "cells": [entry(cell) for cell in nb.cells]}
        return nb, resources


def entry(cell: NotebookNode) -> dict[str, object]:
    """The record of a cell."""
    says: dict[str, object] = {"id": cell.get("id"), "checksum": checksum(cell)}
    if notebook.has_tag(cell, PARAMETERS):
        return {**says, "kind": PARAMETERS, "source": cell.source}
    if not (kind := kind_of(cell)):
        return says
    says |= {"grade_id": notebook.grade_id(cell), "kind": kind}
    if notebook.is_grade(cell) or notebook.is_task(cell):
        says["points"] = notebook.points(cell)
    if notebook.has_tag(cell, BONUS):
        says["bonus"] = True
    return says


def kind_of(cell: NotebookNode) -> str | None:
    """The kind of a cell: test, answer (which a test grades), written (which a person grades), locked, or none."""
    if notebook.is_test(cell):
        return "test"
    if notebook.is_manual_answer(cell):
        return "written"
    if notebook.is_solution(cell):
        return "answer"
    return "locked" if notebook.is_locked(cell) or notebook.is_task(cell) else None


def checksum(cell: NotebookNode) -> str:
    """A short hash of a cell's type and text."""
    text = json.dumps([cell.cell_type, cell.source], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
