"""A lab's own notebooks and files, which grading reads before any submission."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import find_all_files

from .. import notebook
from ..course import Course
from ..errors import LabgraderError
from .verdict import publishes_checks


@dataclass(frozen=True)
class GradedLab:
    """The instructor's copy of a lab."""

    course: Course
    name: str

    @cached_property
    def notebooks(self) -> dict[str, NotebookNode]:
        """The instructor's notebooks by name; raises LabgraderError for one that is not written in Python."""
        found = {path.stem: notebook.read(path) for path in self.course.notebooks(self.name)}
        for name, nb in found.items():
            language = nb.metadata.get("kernelspec", {}).get("language", "python")
            if language != "python":
                raise LabgraderError(
                    f"labgrader executes Python and {self.name}/{name} is written in {language}: "
                    f"grade it with `nbgrader autograde {self.name}`."
                )
        return found

    @cached_property
    def must_record(self) -> dict[str, frozenset[str]]:
        """The test cells of each notebook that must publish a record of their checks: those of labs built here."""
        return {
            name: frozenset(
                notebook.known_grade_id(cell)
                for cell in nb.cells
                if "labgrader" in nb.metadata and notebook.is_test(cell) and publishes_checks(cell.source)
            )
            for name, nb in self.notebooks.items()
        }

    def files(self, coursedir: CourseDirectory) -> dict[str, Path]:
        """The files beside the instructor's notebooks, by their path in that folder."""
        folder = self.course.source / self.name
        paths = find_all_files(str(folder), [*coursedir.ignore, "*.ipynb"])
        return {Path(path).relative_to(folder).as_posix(): Path(path) for path in sorted(paths)}
