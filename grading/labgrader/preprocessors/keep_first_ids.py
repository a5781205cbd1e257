"""Copied cells do not break grading."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import notebook


class KeepFirstIds(NbGraderPreprocessor):
    """Keeps each grade id on the first cell that has it; later copies become ordinary cells.

    nbgrader's own DeduplicateIds keeps the last one, so that a copy pasted below replaces the answer.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Remove nbgrader's metadata from every cell whose grade id has occurred before."""
        seen: set[str] = set()
        for cell in nb.cells:
            grade_id = notebook.grade_id(cell)
            if grade_id in seen:
                self.log.warning("Cell %s is there more than once; only the first is graded", grade_id)
                del cell.metadata["nbgrader"]
            elif grade_id:
                seen.add(grade_id)
        return nb, resources
