"""A small lab as students get it, made by the course's own preprocessors, and the commands a student gives."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from labgrader import notebook
from labgrader.answers import apply_answers, solved_answers
from labgrader.build.release import load_config
from labgrader.build.script import notebook_from_script
from labgrader.course import Course
from nbformat import NotebookNode, v4
from nbgrader.preprocessors import SaveCells
from tiny_course import JUPYTER, REPOSITORY, cell_of

LAB = "01_practice"
SCRIPT = Path(__file__).parent / "student_lab_files" / "labs" / LAB / "practice.py"
ORIGINAL = SCRIPT.read_text(encoding="utf-8")
CORRECTED = (
    ORIGINAL.replace("version: 1.0.0", "version: 1.1.0")
    .replace("# Double every number.", "# Double every number of an array.")
    .replace('"""The text in capitals."""', '"""The text in capital letters."""')
    .replace("double([1, 3]), np.array([2, 6])", "double([1, 4]), np.array([2, 8])")
    .replace('"the square": np.array([1, 9])', '"the square": np.array([1, 16])')
)


def source(text: str | None = None) -> NotebookNode:
    """The instructor's notebook."""
    return notebook_from_script(text or ORIGINAL)


def release(text: str | None = None) -> NotebookNode:
    """The students' notebook, through every step of nbgrader_config.py but the gradebook's."""
    return copy.deepcopy(_release(text))


@cache
def _release(text: str | None) -> NotebookNode:
    nb = source(text)
    resources = {"nbgrader": {"assignment": LAB, "notebook": "practice", "student": "."}}
    for step in load_config(Course(REPOSITORY)).GenerateAssignment.preprocessors:
        if step is not SaveCells:
            nb, resources = step().preprocess(nb, resources)
    return nb


def solved(**other_answers: str) -> NotebookNode:
    """The release with every answer right, apart from some others."""
    answers = solved_answers(source()) | {"explain": "Capitals are loud."} | other_answers
    return apply_answers(release(), answers)


def place_of(nb: NotebookNode, grade_id: str) -> int:
    """Where the cell of a grade id stands."""
    return nb.cells.index(cell_of(nb, grade_id))


@dataclass(frozen=True)
class Student:
    """A student's folder, with the released labs in `release/` and their own in `work/`."""

    root: Path

    @property
    def notebook(self) -> Path:
        """Their notebook."""
        return self.root / "work" / LAB / "practice.ipynb"

    @property
    def released(self) -> Path:
        """The released copy of it."""
        return self.root / "release" / LAB / "practice.ipynb"

    def has(self, nb: NotebookNode) -> Student:
        """Let them have written this."""
        self.notebook.parent.mkdir(parents=True, exist_ok=True)
        # As it is: labgrader's own writer would give doubled cell ids new values.
        self.notebook.write_text(v4.writes(nb) + "\n", encoding="utf-8")
        return self

    def now(self) -> NotebookNode:
        """What their notebook says."""
        return notebook.read(self.notebook)

    def dllabs(self, *arguments: object) -> subprocess.CompletedProcess:
        """Run `python -m dllabs` in the folder, with a kernel that imports nothing before it starts."""
        environment = {**os.environ, "JUPYTER_PATH": str(JUPYTER), "XDG_CACHE_HOME": str(self.root / "cache")}
        command = [sys.executable, "-m", "dllabs", *map(str, arguments)]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
        )


def make_student(root: Path) -> Student:
    """A student who has the released lab and has begun nothing."""
    student = Student(root)
    notebook.write(release(), student.released)
    return student
