"""A tiny course whose lab runs in a moment, and the real command lines one gives in it."""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import commands
import jupytext
from labgrader import notebook
from labgrader.answers import apply_answers, solved_answers
from labgrader.environment import put_programs_on_path
from nbformat import NotebookNode
from nbgrader.api import Gradebook

REPOSITORY = Path(__file__).parents[2]
FILES = Path(__file__).parent / "tiny_course_files"
JUPYTER = Path(__file__).parent / "jupyter"  # with a kernel that imports nothing before it starts
PROGRAMS = Path(sys.executable).parent
LAB = "01_tiny"


@dataclass(frozen=True)
class TinyCourse:
    """A course folder and the commands one gives in it."""

    root: Path

    def labgrader(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run `labgrader` in the course."""
        return self._run("labgrader", *arguments)

    def nbgrader(self, *arguments: str) -> subprocess.CompletedProcess:
        """Run plain `nbgrader` in the course; it needs an activated environment, because it calls `alembic`."""
        path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
        return self._run("nbgrader", *arguments, PATH=path)

    def _run(self, program: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess:
        personal = str(self.root / "no-personal-configuration")
        environment = {**os.environ, "JUPYTER_CONFIG_DIR": personal, "JUPYTER_PATH": str(JUPYTER), **variables}
        return commands.run(program, arguments, self.root, environment)

    def copy_to(self, folder: Path, without: tuple[str, ...] = ()) -> TinyCourse:
        """The same course in another folder, without some of its parts."""
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns(*without))
        return TinyCourse(folder)

    @property
    def source(self) -> NotebookNode:
        """The instructor's notebook."""
        return notebook.read(self.root / "source" / LAB / "tiny.ipynb")

    @property
    def release(self) -> NotebookNode:
        """The students' notebook."""
        return notebook.read(self.root / "release" / LAB / "tiny.ipynb")

    def solved(self, **other_answers: str) -> NotebookNode:
        """A submission with all code right, apart from some other answers."""
        return apply_answers(self.release, solved_answers(self.source) | other_answers)

    def submit(self, student: str, nb: NotebookNode | str) -> None:
        """Hand in a notebook, or a text in its place."""
        path = self.root / "submitted" / student / LAB / "tiny.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = nb if isinstance(nb, str) else json.dumps(nb)
        path.write_text(text, encoding="utf-8")

    def grades(self, student: str) -> dict[str, float | None]:
        """What the autograder wrote into the gradebook for each graded cell."""
        with Gradebook(f"sqlite:///{self.root / 'gradebook.db'}") as gradebook:
            submission = gradebook.find_submission(LAB, student)
            return {grade.name: grade.auto_score for part in submission.notebooks for grade in part.grades}

    def graded(self, student: str) -> NotebookNode:
        """The executed submission."""
        return notebook.read(self.root / "autograded" / student / LAB / "tiny.ipynb")

    def page(self, student: str) -> str:
        """The feedback page as HTML."""
        return (self.root / "feedback" / student / LAB / "tiny.html").read_text(encoding="utf-8")

    def write_source(self, nb: NotebookNode) -> None:
        """Change the instructor's notebook."""
        notebook.write(nb, self.root / "source" / LAB / "tiny.ipynb")


def make_released_course(root: Path) -> TinyCourse:
    """Source and release of the tiny lab, and no gradebook: as after cloning a repository."""
    shutil.copytree(_released_course().root, root, dirs_exist_ok=True)
    return TinyCourse(root)


@functools.cache
def _released_course() -> TinyCourse:
    """The one that is copied, made once a process: nbgrader takes three seconds."""
    root = Path(tempfile.mkdtemp(prefix="released-"), "course")
    atexit.register(shutil.rmtree, root.parent)
    course = TinyCourse(root)
    shutil.copytree(FILES, root)
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    source = jupytext.read(root / "labs" / LAB / "tiny.py")
    for number, cell in enumerate(source.cells):
        cell["id"] = (notebook.grade_id(cell) or f"cell-{number}").replace("_", "-")
    course.write_source(source)
    made = course.nbgrader("generate_assignment", LAB)
    assert made.returncode == 0, made.stderr
    (root / "gradebook.db").unlink()
    return course


@functools.cache
def released_with_gradebook(folder: Path) -> TinyCourse:
    """The released course below a folder, with an empty gradebook; made once a process: nbgrader takes five seconds."""
    course = make_released_course(folder / "released")
    put_programs_on_path()
    Gradebook(f"sqlite:///{course.root / 'gradebook.db'}").close()
    return course


def cell_of(nb: NotebookNode, grade_id: str) -> NotebookNode:
    """The one cell of a grade id."""
    (cell,) = [cell for cell in nb.cells if notebook.grade_id(cell) == grade_id]
    return cell


def without(nb: NotebookNode, *grade_ids: str) -> NotebookNode:
    """The notebook without some cells."""
    nb.cells = [cell for cell in nb.cells if notebook.grade_id(cell) not in grade_ids]
    return nb
