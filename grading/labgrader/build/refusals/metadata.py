"""Grade ids, nbgrader's metadata and the lab's version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import jsonschema
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.nbgraderformat.common import SchemaMismatchError

from ... import notebook
from ..lab import Lab, Refusal
from ..released import is_version


def unreadable_metadata(lab: Lab) -> Iterator[Refusal]:
    """Cell metadata that jupytext cannot read or nbgrader does not accept."""
    for index, cell in enumerate(lab.source.cells):
        if "incorrectly_encoded_metadata" in cell.metadata:
            yield lab.refusal("the metadata on its `# %%` line cannot be read; write it as key=JSON.", index)
        try:
            MetadataValidator().validate_cell(cell)
        except jsonschema.ValidationError as error:
            # There is a separate rule for a missing grade id.
            if "grade_id" not in error.message:
                yield lab.refusal(f"nbgrader does not accept its metadata: {error.message}; correct it.", index)
        except SchemaMismatchError as error:
            yield lab.refusal(f"nbgrader does not accept its metadata: {error}; set schema_version.", index)


def missing_grade_ids(lab: Lab) -> Iterator[Refusal]:
    """A graded, solution or locked cell without a grade id."""
    for index, cell in enumerate(lab.source.cells):
        known = notebook.is_grade(cell) or notebook.is_solution(cell) or notebook.is_locked(cell)
        if known and not notebook.grade_id(cell):
            yield lab.refusal("it has no grade id; give it one.", index)


def duplicate_grade_ids(lab: Lab) -> Iterator[Refusal]:
    """Several cells with the same grade id."""
    count = Counter(filter(None, map(notebook.grade_id, lab.source.cells)))
    for index, cell in enumerate(lab.source.cells):
        name = notebook.grade_id(cell)
        if name and count[name] > 1:
            count[name] = 0  # refused once
            yield lab.refusal(f"the grade id {name!r} stands on more than one cell; rename one.", index)


def missing_version(lab: Lab) -> Iterator[Refusal]:
    """A lab without a version."""
    if not is_version(lab.version):
        yield lab.refusal("it has no version; add `labgrader: {version: 1.0.0}` to the script's header.")
