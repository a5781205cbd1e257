"""What an instructor should know about a submission, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from nbformat import NotebookNode

from .. import notebook
from ..engine.groups import recorded_group
from ..engine.handed_in import printable
from ..engine.outputs import how_it_ended
from ..engine.submissions import Submission

LONGEST_LIST = 3


def what_went_wrong(submission: Submission) -> str:
    """The problems of a graded submission outside its test cells, and the members of its group; empty if none."""
    remarks = []
    if group := recorded_group(submission):
        remarks.append(f"together with {some(group[1:])}")
    if missing := submission.missing_notebooks():
        remarks.append(f"no {some(missing)} handed in")
    put_back, errors = [], []
    for path in sorted(submission.graded_folder.glob("*.ipynb")):
        for number, cell in enumerate(notebook.reads(path.read_text(encoding="utf-8")).cells, start=1):
            name = notebook.grade_id(cell) or f"cell {number}"
            if cell.metadata.get("labgrader", {}).get("put_back"):
                put_back.append(name)
            errors += [f"{error} in {name}" for error in _errors_of_the_student(cell)]
    if put_back:
        remarks.append(f"put back: {some(put_back)}")
    return "; ".join(remarks + ([some(errors)] if errors else []))


def _errors_of_the_student(cell: NotebookNode) -> list[str]:
    """What stopped a cell, except errors that only mean that an exercise is wrong or not done.

    Demos, the experiments between exercises, fail because of a wrong answer and add no information.
    """
    if notebook.has_tag(cell, "demo"):
        return []
    if ended := how_it_ended(cell):
        return [ended]
    if notebook.is_grade(cell):
        return []
    errors = [output.ename for output in cell.get("outputs", []) if output.output_type == "error"]
    return [name for name in dict.fromkeys(errors) if name != "NotImplementedError"]


def some(names: Sequence[str]) -> str:
    """The first few of some names, safe for a terminal: students choose the names of files and errors."""
    more = len(names) - LONGEST_LIST
    return printable(", ".join(names[:LONGEST_LIST])) + (f" and {more} more" if more > 0 else "")
