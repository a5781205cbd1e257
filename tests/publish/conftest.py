"""A small course that can be published at once."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import student_lab
from click.testing import Result
from labgrader import notebook
from labgrader.cli import app
from labgrader.course import Course
from labgrader.publish.bundle import make_bundle
from tiny_course import REPOSITORY
from typer.testing import CliRunner

CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "practice_course"
"""
MANIFEST = {
    "version": "1.0.0",
    "content_hash": "",
    "notebook": f"{student_lab.LAB}/practice.ipynb",
    "max_points": 11,
    "bonus_points": 1,
    "exercises": {},
}


@dataclass(frozen=True)
class Publishable:
    """A course folder with all that a bundle is made of."""

    root: Path

    @property
    def course(self) -> Course:
        return Course(self.root)

    @property
    def record(self) -> Path:
        """Where the course records what it has published."""
        return self.root / "released.json"

    def labgrader(self, *arguments: str) -> Result:
        """What the command `labgrader` answers in the course."""
        return CliRunner().invoke(app, ["--course", str(self.root), *arguments])

    def has(self, script: str, version: str) -> None:
        """Let this be the lab, under this version, as after a build."""
        text = script.replace("version: 1.0.0", f"version: {version}")
        for folder, nb in (("source", student_lab.source(text)), ("release", student_lab.release(text))):
            notebook.write(nb, self.root / folder / student_lab.LAB / "practice.ipynb")
        about = {**MANIFEST, "version": version}
        manifest = {"labs": {student_lab.LAB: about, "02_private": MANIFEST}}
        (self.root / "release" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")

    def configure(self, line: str) -> None:
        """Add a line to the course's nbgrader_config.py."""
        with (self.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    def file(self, path: str) -> str:
        """The text of a file in the bundle."""
        return make_bundle(self.course).files[path].decode()


@pytest.fixture
def practice(tmp_path) -> Publishable:
    """The small lab's course, as after a build."""
    root = tmp_path / "course"
    root.mkdir()
    (root / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    (root / "pyproject.toml").write_text('[project]\nname = "practice"\nversion = "2.1.0"\n', encoding="utf-8")
    (root / "requirements.txt").write_text("ipykernel\nnumpy\n", encoding="utf-8")
    shutil.copy(REPOSITORY / "LICENSE", root)
    for folder in ("shared", "student"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    course = Publishable(root)
    course.has(student_lab.ORIGINAL, "1.0.0")
    return course
