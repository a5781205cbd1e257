"""A copied cell must not break grading."""

from __future__ import annotations

from nbgrader.preprocessors import NbGraderPreprocessor

from .. import notebook


class KeepFirstIds(NbGraderPreprocessor):
    """Leaves each grade id to the first cell that carries it; later copies become ordinary cells.

    nbgrader's own DeduplicateIds leaves it to the last one, so that a copy pasted below replaces the answer.
    """

    def preprocess(self, nb, resources):
        """Take nbgrader's metadata from every cell whose grade id was seen before."""
        seen = set()
        for cell in nb.cells:
            grade_id = notebook.grade_id(cell)
            if grade_id in seen:
                self.log.warning("Cell %s is there more than once; only the first is graded", grade_id)
                del cell.metadata["nbgrader"]
            elif grade_id:
                seen.add(grade_id)
        return nb, resources
