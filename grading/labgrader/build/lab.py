"""A lab during the build: its script, the source notebook made from it, and refusals to build it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from .. import notebook
from ..course import Course, notebook_name
from ..errors import LabgraderError
from .script import notebook_from_script, script_from_notebook


@dataclass(frozen=True)
class Refusal:
    """Why a lab cannot be built: the lab, the cell (or the lab as a whole), the reason and how to fix it."""

    lab: str
    cell: str
    reason: str

    def __str__(self) -> str:
        return f"{self.lab} · {self.cell}: {self.reason}"


@dataclass(frozen=True)
class Lab:
    """A lab's script and the source notebook made from it."""

    name: str
    script: str
    source: NotebookNode

    @property
    def notebook_file(self) -> Path:
        """The path of its notebook within `source`, `release` and `solutions`."""
        return Path(self.name) / f"{notebook_name(self.name)}.ipynb"

    @property
    def version(self) -> str | None:
        """The version its author gave it."""
        version: str | None = self.source.metadata["labgrader"].get("version")
        return version

    @property
    def content_hash(self) -> str:
        """The hash of what its author wrote."""
        content_hash: str = self.source.metadata["labgrader"]["content_hash"]
        return content_hash

    @property
    def canonical_script(self) -> str:
        """Its script as `build` writes it."""
        return script_from_notebook(self.source)

    def refusal(self, reason: str, index: int | None = None, nb: NotebookNode | None = None) -> Refusal:
        """A refusal of a cell of a notebook (by default the source), or of the lab as a whole."""
        return Refusal(self.name, "the whole lab" if index is None else cell_label(nb or self.source, index), reason)


def read_lab(course: Course, name: str) -> Lab:
    """Read a lab's percent script; raises LabgraderError if it is not UTF-8."""
    path = course.script(name)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise LabgraderError(f"{path} is not UTF-8 ({error.reason}); save it as UTF-8.") from error
    return Lab(name, text, notebook_from_script(text))


def cell_label(nb: NotebookNode, index: int) -> str:
    """A readable name for a cell: its grade id, else the heading above it and its first line."""
    cell = nb.cells[index]
    grade_id = notebook.grade_id(cell)
    if isinstance(grade_id, str) and grade_id:
        return grade_id
    first = next((line.strip() for line in cell.source.splitlines() if line.strip()), "(empty cell)")
    heading = notebook.heading_before(nb, index)
    return f"“{heading}”, {first!r}" if heading else repr(first)
