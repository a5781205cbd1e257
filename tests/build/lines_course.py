"""A course with tiny labs, and what tests do with it."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import Result
from labgrader.cli import app
from labgrader.course import Course
from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
LAB = "01_lines"

# A text file, so that linters leave the long lines of cell metadata alone.
LINES = (Path(__file__).parent / "lines.txt").read_text(encoding="utf-8")


def make_course(folder: Path, scripts: dict[str, str]) -> Course:
    """A course with the configuration of this repository and the given scripts of labs."""
    for name in ("nbgrader_config.py", "jupytext.toml"):
        shutil.copy(ROOT / name, folder)
    course = Course(folder)
    for lab, script in scripts.items():
        course.script(lab).parent.mkdir(parents=True)
        course.script(lab).write_text(script, encoding="utf-8")
    return course


def labgrader(course: Course, *arguments: str) -> Result:
    """What the command `labgrader` answers in a course."""
    return CliRunner().invoke(app, ["--course", str(course.root), *arguments])


def rewrite(path: Path, old: str, new: str) -> None:
    """Replace a text in a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(course: Course) -> dict[str, bytes]:
    """Every file of a course that git would keep."""
    folders = (course.labs, course.source, course.release, course.solutions)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(course.root).as_posix(): path.read_bytes() for path in files}


def remove_cell(path: Path, part: str) -> None:
    """Remove the one cell of a script that has a text in it."""
    cells = path.read_text(encoding="utf-8").split("\n# %%")
    kept = [cell for cell in cells if part not in cell]
    assert len(kept) == len(cells) - 1
    path.write_text("\n# %%".join(kept), encoding="utf-8")
