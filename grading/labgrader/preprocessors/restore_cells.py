"""The instructor's cells as the instructor wrote them, also where a student changed or deleted them."""

from __future__ import annotations

import copy

from nbformat import NotebookNode, v4
from nbgrader.preprocessors import OverwriteCells
from traitlets import Unicode, default

from .. import notebook
from .instructor_copy import instructor_copy, place_of, put


class RestoreCells(OverwriteCells):
    """Overwrites the instructor's cells and puts back every one that is missing, with one note above it.

    nbgrader's OverwriteCells needs to be told to put cells back, puts back graded cells only, fails when the cell above
    is missing too or not graded, and believes a submission's metadata: whether a cell is graded, and tags such as
    `skip-execution`, with which a test cell has no output and earns full points.
    """

    note = Unicode(
        "**Note.** The cell `{grade_id}` was missing from the submission. It was put back here for grading.",
        help="The text of the cell that stands above a cell put back.",
    ).tag(config=True)

    @default("add_missing_cells")
    def _put_back_by_default(self):
        return True

    def preprocess(self, nb, resources):
        """Overwrite, then put back what is missing."""
        self.instructor = instructor_copy(self, resources)
        self.instructors = {notebook.grade_id(cell): cell for cell in self.instructor.cells if notebook.grade_id(cell)}
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell, resources, cell_index):
        """Give a cell of the instructor's the instructor's metadata, and its source if it is locked."""
        theirs = self.instructors.get(notebook.grade_id(cell))
        if theirs is not None:
            cell.metadata = copy.deepcopy(theirs.metadata)
            return super().preprocess_cell(cell, resources, cell_index)
        if cell.metadata.pop("nbgrader", None):
            self.log.warning("Cell %d claims a grade id this lab does not have; it is an ordinary cell", cell_index)
        return cell, resources

    def add_missing_grade_cells(self, nb, resources):
        """Put back, in order, all cells of the instructor's that are missing: graded, locked and solution cells."""
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

    def add_missing_task_cells(self, nb, resources):
        """Nothing is left to do: `add_missing_grade_cells` puts back task cells too, in their places."""
        return nb, resources

    def _note(self, theirs: NotebookNode) -> NotebookNode:
        # A cell of its own: a restored answer stays equal to the released one, which nbgrader knows as "no response".
        note = v4.new_markdown_cell(self.note.format(grade_id=notebook.grade_id(theirs)))
        note["id"] = f"note-{theirs.get('id', note['id'])}"[:64]
        return note


def _as_released(theirs: NotebookNode, released) -> NotebookNode:
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
