"""The instructor's cells as the instructor wrote them, even where a student changed or deleted them."""

from __future__ import annotations

import copy

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode, v4
from nbgrader.api import SourceCell
from nbgrader.preprocessors import OverwriteCells
from traitlets import Unicode, default

from .. import notebook
from .instructor_copy import instructor_copy, place_of, put


class RestoreCells(OverwriteCells):
    """Overwrites the instructor's cells and restores every one that is missing, with a note above it.

    nbgrader's OverwriteCells restores cells only if configured to, restores only graded cells, fails if the cell above
    is missing too or not graded, and trusts a submission's metadata: whether a cell is graded, and tags such as
    `skip-execution`, with which a test cell has no output and earns full points.
    """

    note = Unicode(
        "**Note.** The cell `{grade_id}` was missing from the submission. It was put back here for grading.",
        help="The text of the cell that stands above a cell put back.",
    ).tag(config=True)

    @default("add_missing_cells")
    def _put_back_by_default(self) -> bool:
        return True

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Overwrite, then put back what is missing."""
        self.instructor = instructor_copy(self, resources)
        self.instructors = {notebook.grade_id(cell): cell for cell in self.instructor.cells if notebook.grade_id(cell)}
        return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: ResourcesDict, cell_index: int
    ) -> tuple[NotebookNode, ResourcesDict]:
        """Give a cell of the instructor's the instructor's metadata, and its source if it is locked."""
        theirs = self.instructors.get(notebook.grade_id(cell))
        if theirs is not None:
            cell.metadata = copy.deepcopy(theirs.metadata)
            return super().preprocess_cell(cell, resources, cell_index)
        if cell.metadata.pop("nbgrader", None):
            self.log.warning("Cell %d claims a grade id this lab does not have; it is an ordinary cell", cell_index)
        return cell, resources

    def add_missing_grade_cells(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Restore, in order, all of the instructor's cells that are missing: graded, locked and solution cells."""
        recorded = self.gradebook.find_notebook(self.notebook_id, self.assignment_id).source_cells
        released = {cell.name: cell for cell in recorded}
        present = {notebook.grade_id(cell) for cell in nb.cells}
        for position, theirs in enumerate(self.instructor.cells):
            name = notebook.grade_id(theirs)
            if name in released and name not in present:
                self.log.warning("Cell %s was missing; it is put back", name)
                place = place_of(position, self.instructor, nb, past_own_cells=notebook.is_test(theirs))
                put([self._note(theirs), _as_released(theirs, released[name])], nb, place)
        return nb, resources

    def add_missing_task_cells(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Do nothing: `add_missing_grade_cells` restores task cells too, in their places."""
        return nb, resources

    def _note(self, theirs: NotebookNode) -> NotebookNode:
        # In a separate cell: a restored answer must equal the released one, which nbgrader reports as "no response".
        note: NotebookNode = v4.new_markdown_cell(self.note.format(grade_id=notebook.grade_id(theirs)))
        note["id"] = f"note-{theirs.get('id', note['id'])}"[:64]
        return note


def _as_released(theirs: NotebookNode, released: SourceCell) -> NotebookNode:
    """The cell as students got it, apart from hidden tests: the gradebook keeps these and knows no solutions."""
    cell = copy.deepcopy(theirs)
    cell.source = released.source
    cell.metadata["nbgrader"]["checksum"] = released.checksum
    cell.metadata["labgrader"] = {"put_back": True}
    if "id" in cell:
        # The student may still have a cell of this id, stripped of its metadata.
        cell["id"] = f"restored-{cell['id']}"[:64]
    if cell.cell_type == "code":
        cell.outputs, cell.execution_count = [], None
    return cell
