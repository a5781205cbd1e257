"""Grading uses the instructor's parameters, whatever a student changed."""

from __future__ import annotations

import copy

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from .. import notebook
from .instructor_copy import PARAMETERS, identity, instructor_copy, place_of, put


class ForceParameters(NbGraderPreprocessor):
    """Restores the instructor's source of the cell tagged `parameters`, and the cell itself if it is missing.

    The cell is editable, because students are invited to experiment with it; so nbgrader does not overwrite it.
    """

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Overwrite the parameters of a submission."""
        instructor = instructor_copy(self, resources)
        for position, theirs in enumerate(instructor.cells):
            if notebook.has_tag(theirs, PARAMETERS):
                self._force(theirs, position, instructor, nb)
        return nb, resources

    def _force(self, theirs: NotebookNode, position: int, instructor: NotebookNode, nb: NotebookNode) -> None:
        # A student may have copied the cell, or removed its tag: all copies get the instructor's values.
        copies = [cell for cell in nb.cells if identity(cell) == PARAMETERS or cell.get("id") == theirs.get("id", "")]
        if not copies:
            self.log.warning("The cell of the parameters was missing; it is put back")
            place = place_of(position, instructor, nb)
            put([copy.deepcopy(theirs)], nb, place)
        for cell in copies:
            if cell.source != theirs.source:
                self.log.warning("The parameters were changed; the instructor's are used")
            cell.source = theirs.source
            cell.metadata["tags"] = list(notebook.tags(theirs))
